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
/// <remarks>Their memory is borrowed: dispose them when nothing reads them any more.</remarks>
internal sealed class NameTokens(int textLength) : IDisposable
{
    private NameToken[] _items = ArrayPool<NameToken>.Shared.Rent((textLength / 6) + 8);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref readonly NameToken this[int index] => ref _items[index];

    /// <summary>The words of a text.</summary>
    public static NameTokens Of(ReadOnlySpan<char> text, NameVocabulary words)
    {
        var tokens = new NameTokens(text.Length);
        var scanner = new NameScanner(text);
        while (scanner.Next()) tokens.Add(ref scanner, words);
        return tokens;
    }

    /// <summary>Adds the word that a scanner is at.</summary>
    public void Add(ref NameScanner scanner, NameVocabulary words)
    {
        if (Count == _items.Length)
        {
            var larger = ArrayPool<NameToken>.Shared.Rent(Count * 2);
            _items.CopyTo(larger, 0);
            ArrayPool<NameToken>.Shared.Return(_items);
            _items = larger;
        }
        _items[Count++] = new NameToken(words.Find(scanner.Word), scanner.Start, scanner.End, scanner.Marks);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_items.Length == 0) return;
        ArrayPool<NameToken>.Shared.Return(_items);
        _items = [];
        Count = 0;
    }
}
