namespace Search.FullText.Analysis;

/// <summary>English words that join others and tell nothing of the subject. They are indexed like all words; an unquoted query does without them.</summary>
internal static class FunctionWords
{
    private static readonly HashSet<string> s_words = Read();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IReadOnlyCollection<string> All => s_words;

    /// <summary>Whether a word is one of them.</summary>
    /// <param name="word">Folded.</param>
    public static bool Contains(ReadOnlySpan<char> word) => s_lookup.Contains(word);

    private static HashSet<string> Read()
    {
        using var stream = typeof(FunctionWords).Assembly.GetManifestResourceStream("function-words.txt")!;
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>();
        while (reader.ReadLine() is { } line) words.Add(line);
        return words;
    }
}
