namespace Search.Reuse.Words;

/// <summary>Whether a text is running prose or an enumeration of names and numbers, such as an entry of a register.</summary>
internal struct TextShape
{
    /// <summary>Fewer words do not show a shape.</summary>
    private const int FewestWords = 12;

    /// <summary>The share of names and numbers from which on a text is a list.</summary>
    private const double ListShare = 0.6;

    private int _words;
    private int _names;

    /// <summary>Whether most words begin with a capital or are numbers. In scripts without capitals, such as
    /// Arabic, the numbers alone count.</summary>
    public readonly bool IsList => _words >= FewestWords && _names >= _words * ListShare;

    /// <summary>Adds a word by its first letter.</summary>
    public void Add(char first)
    {
        _words++;
        if (char.IsUpper(first) || char.IsDigit(first)) _names++;
    }
}
