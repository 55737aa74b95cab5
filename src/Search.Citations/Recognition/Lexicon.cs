using System.Collections.Frozen;

namespace Search.Citations.Recognition;

/// <summary>Finds the <see cref="Word"/> that letters spell, abbreviations included.</summary>
internal static class Lexicon
{
    private const int LongestWord = 16;

    /// <summary>Plurals, abbreviations and old spellings.</summary>
    private static readonly (string, Word)[] Spellings =
    [
        ("res", Word.Resolution), ("dec", Word.Decision),
        ("articles", Word.Article), ("art", Word.Article), ("arts", Word.Article),
        ("paragraphs", Word.Paragraph), ("para", Word.Paragraph), ("paras", Word.Paragraph),
        ("subparagraphs", Word.Subparagraph), ("subpara", Word.Subparagraph), ("subparas", Word.Subparagraph),
        ("sections", Word.Section), ("sect", Word.Section), ("sects", Word.Section),
        ("chapters", Word.Chapter), ("chap", Word.Chapter), ("chaps", Word.Chapter),
        ("annexes", Word.Annex), ("appendices", Word.Appendix), ("parts", Word.Part), ("enclosures", Word.Enclosure),
        ("rule", Word.Rule), ("principle", Word.Principle), ("guideline", Word.Guideline),
        ("regulation", Word.Regulation), ("targets", Word.Target), ("goals", Word.Goal), ("recommendations", Word.Recommendation),
        ("commitments", Word.Commitment), ("objectives", Word.Objective), ("clauses", Word.Clause),
        ("volume", Word.Vol), ("vols", Word.Vol), ("volumes", Word.Vol), ("nos", Word.No), ("number", Word.No), ("numbers", Word.No),
        ("page", Word.Page), ("pages", Word.Page), ("pp", Word.Page), ("supplements", Word.Supplement),
        ("other", Word.OtherWord), ("abovementioned", Word.AboveMentioned), ("aforementioned", Word.AboveMentioned),
        ("aforesaid", Word.AboveMentioned), ("foregoing", Word.AboveMentioned), ("forementioned", Word.AboveMentioned),
        ("program", Word.Programme), ("programmes", Word.Programme), ("plans", Word.Plan), ("declarations", Word.Declaration),
        ("charters", Word.Charter), ("statutes", Word.Statute), ("strategies", Word.Strategy), ("compacts", Word.Compact),
        ("frameworks", Word.Framework), ("accords", Word.Accord), ("roadmap", Word.RoadMap), ("statements", Word.Statement),
        ("instruments", Word.Instrument), ("arrangements", Word.Arrangement), ("memoranda", Word.Memorandum),
        ("comments", Word.Comment), ("prst", Word.Presidential), ("goal", Word.Goal), ("target", Word.Target), ("bodies", Word.Body),
        ("jan", Word.January), ("feb", Word.February), ("aug", Word.August), ("sept", Word.September), ("oct", Word.October), ("nov", Word.November),
        ("apri", Word.April), // "3 Apri] 1991": the scan's bracket is a sign of its own
    ];

    private static readonly FrozenDictionary<string, Word> Words = Build();

    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word that <paramref name="letters"/> spell in any case; <see cref="Word.Other"/> for all the rest.</summary>
    public static Word Find(ReadOnlySpan<char> letters)
    {
        if (letters.Length is < 2 or > LongestWord) return Word.Other;
        Span<char> lower = stackalloc char[LongestWord];
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            if (c is >= 'A' and <= 'Z') c = (char)(c | 0x20);
            else if (c is < 'a' or > 'z') return Word.Other;
            lower[i] = c;
        }
        return Lookup.TryGetValue(lower[..letters.Length], out var word) ? word : Word.Other;
    }

    private static FrozenDictionary<string, Word> Build()
    {
        var words = new Dictionary<string, Word>();
        foreach (var word in Enum.GetValues<Word>())
            if (word > Word.Sign) words[word.ToString().ToLowerInvariant()] = word;
        foreach (var (spelling, word) in Spellings) words[spelling] = word;
        return words.ToFrozenDictionary();
    }
}
