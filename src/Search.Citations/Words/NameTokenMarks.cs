namespace Search.Citations.Words;

/// <summary>What stands around a word.</summary>
[Flags]
internal enum NameTokenMarks : byte
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>The first letter is a capital.</summary>
    Capital = 1,

    /// <summary>Between the word before and this one stands a sign that ends every name: a full stop, an empty line.</summary>
    Break = 2,
}
