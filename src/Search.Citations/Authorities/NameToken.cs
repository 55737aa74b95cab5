namespace Search.Citations.Authorities;

/// <summary>One word of a text as the name automaton sees it.</summary>
/// <param name="Word">Number of the word's spelling class in <see cref="NameVocabulary"/>; negative where no name has the word.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Marks">What stands around it.</param>
internal readonly record struct NameToken(int Word, int Start, int End, NameTokenMarks Marks)
{
    /// <summary>The word is in no name.</summary>
    public const int Unknown = -1;

    /// <summary>"the": it may be missing or doubled anywhere.</summary>
    public const int Article = -2;

    /// <summary>Whether a name cannot run from the word before into this one.</summary>
    public bool Broken => (Marks & NameTokenMarks.Break) != NameTokenMarks.None;

    /// <summary>Whether its first letter is a capital.</summary>
    public bool Capital => (Marks & NameTokenMarks.Capital) != NameTokenMarks.None;
}

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

/// <summary>The words of one text. A thread keeps one and fills it anew for each text.</summary>
internal sealed class NameTokens
{
    [ThreadStatic]
    private static NameTokens? _own;

    private NameToken[] _items = new NameToken[512];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref readonly NameToken this[int index] => ref _items[index];

    /// <summary>The words of a text; valid until the thread asks for those of another.</summary>
    public static NameTokens Of(ReadOnlySpan<char> text, NameVocabulary words)
    {
        var tokens = _own ??= new NameTokens();
        tokens.Fill(text, words);
        return tokens;
    }

    private void Fill(ReadOnlySpan<char> text, NameVocabulary words)
    {
        var items = _items;
        var count = 0;
        var scanner = new NameScanner(text);
        while (scanner.Next())
        {
            if (count == items.Length) Array.Resize(ref items, count * 2);
            items[count++] = new NameToken(words.Find(scanner.Word), scanner.Start, scanner.End, scanner.Marks);
        }
        _items = items;
        Count = count;
    }
}
