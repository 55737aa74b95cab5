namespace Search.Reuse;

/// <summary>Wordings whose reuse says little.</summary>
[Flags]
public enum WordingKind
{
    /// <summary>Running text of its own.</summary>
    None = 0,

    /// <summary>Many documents of a short time have the same words, or nearly the same: a formula that belongs to none of them.</summary>
    Formula = 1,

    /// <summary>Names and numbers one after another, such as an entry of a register.</summary>
    List = 2,
}
