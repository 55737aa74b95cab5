namespace Search.Citations.Identity;

/// <summary>The stems of distinctive words: a word that was met before is neither folded nor cut again. For one thread.</summary>
internal sealed class WordStems
{
    /// <summary>Words that are remembered, about 2 MB, and letters of the longest.</summary>
    private const int MostWords = 1 << 14, LongestWord = 32;

    [ThreadStatic]
    private static WordStems? t_ofThread;

    private readonly Dictionary<string, string?> _stems = [];
    private readonly Dictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> _printed;

    private WordStems() => _printed = _stems.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those of this thread.</summary>
    public static WordStems OfThread => t_ofThread ??= new();

    /// <summary>The stems of the distinctive words of a text, in order.</summary>
    public List<string> Of(string text)
    {
        var stems = new List<string>();
        var scanner = new NameScanner(text);
        while (scanner.Next())
            if (Of(text.AsSpan(scanner.Start, scanner.End - scanner.Start)) is { } stem) stems.Add(stem);
        return stems;
    }

    /// <summary>The stem of a word as it is printed; null where the word is not distinctive.</summary>
    private string? Of(ReadOnlySpan<char> printed)
    {
        if (_printed.TryGetValue(printed, out var known)) return known;
        var word = NameLetters.Fold(printed);
        var stem = DocumentProfile.IsDistinctive(word) ? DocumentProfile.Stem(word) : null;
        if (printed.Length > LongestWord) return stem;
        if (_stems.Count == MostWords) _stems.Clear();
        _printed[printed] = stem;
        return stem;
    }
}
