namespace Search.FullText.Analysis;

/// <summary>The endings and exceptions of <see cref="Porter2"/>; the longest of endings that end alike comes first.</summary>
internal static class Porter2Words
{
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_irregular = new Dictionary<string, string>
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie",
        ["idly"] = "idl", ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
        ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe",
        ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_stops =
        new HashSet<string> { "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed" }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static readonly (string Ending, string Replacement)[] LongEndings =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
        ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"),
        ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    public static readonly (string Ending, string Replacement)[] LongerEndings =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    public static readonly string[] LastEndings =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>The stem of a word that follows no rule, or null.</summary>
    public static string? Irregular(ReadOnlySpan<char> word) => word.Length <= 6 && s_irregular.TryGetValue(word, out var stem) ? stem : null;

    /// <summary>Whether the word keeps the rest of its ending once its plural is gone.</summary>
    public static bool StopsAfterPlural(ReadOnlySpan<char> word) => word.Length is >= 6 and <= 7 && s_stops.Contains(word);
}
