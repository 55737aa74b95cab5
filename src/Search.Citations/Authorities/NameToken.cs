using System.Buffers;

namespace Search.Citations.Authorities;

/// <summary>One word of a text as the name automaton sees it.</summary>
/// <param name="Word">Number of the word's spelling class in <see cref="NameVocabulary"/>; negative where no name has the word.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Marks">What surrounds it.</param>
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

/// <summary>The words of one text as the name automaton sees them.</summary>
internal sealed class NameTokens
{
    /// <summary>The memory of more words is not kept.</summary>
    private const int MostItemsKept = 1 << 16;

    private NameToken[] _items = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref readonly NameToken this[int index] => ref _items[index];

    /// <summary>The words of a text.</summary>
    public static NameTokens Of(ReadOnlySpan<char> text, NameVocabulary words)
    {
        var tokens = new NameTokens();
        tokens.Clear(text.Length / 6 + 8);
        var scanner = new NameScanner(text);
        while (scanner.Next()) tokens.Add(ref scanner, words);
        return tokens;
    }

    /// <summary>Adds the word that a scanner is at.</summary>
    public void Add(ref NameScanner scanner, NameVocabulary words)
    {
        if (Count == _items.Length) Replace(ArrayPool<NameToken>.Shared.Rent(Count * 2));
        _items[Count++] = new NameToken(words.Find(scanner.Word), scanner.Start, scanner.End, scanner.Marks);
    }

    /// <summary>Forgets the words, and makes room for others.</summary>
    public void Clear(int expected)
    {
        Count = 0;
        if (_items.Length < expected) Replace(ArrayPool<NameToken>.Shared.Rent(expected));
        else if (expected == 0 && _items.Length > MostItemsKept) Replace([]);
    }

    private void Replace(NameToken[] items)
    {
        Array.Copy(_items, items, Count);
        if (_items.Length > 0) ArrayPool<NameToken>.Shared.Return(_items);
        _items = items;
    }
}
