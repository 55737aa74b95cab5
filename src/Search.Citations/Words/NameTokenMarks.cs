namespace Search.Citations.Words;

/// <summary>What surrounds a word.</summary>
[Flags]
internal enum NameTokenMarks : byte
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>The first letter is a capital.</summary>
    Capital = 1,

    /// <summary>Between the word before and this one is a sign that ends every name: a full stop, an empty line.</summary>
    Break = 2,
}
