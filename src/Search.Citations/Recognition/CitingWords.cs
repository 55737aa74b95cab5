using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>The words by which a language other than English cites: a view of its tables that the scanners ask.</summary>
internal sealed class CitingWords
{
    /// <summary>Letters of the longest ending that a star matches.</summary>
    private const int LongestEnding = 5;

    /// <summary>Words that are written together with the word after them, one after another.</summary>
    private const int MostPrefixes = 3;

    private static readonly ConditionalWeakTable<Language, CitingWords> Known = [];

    private readonly (string Stem, bool IsOpen, bool IsDecision)[] _acts;
    private readonly FrozenDictionary<char, (string Name, Body Body, bool IsShort)[]> _bodies;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _possessive;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _joins;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _within;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _of;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _afterAct;
    private readonly string[] _reports;
    private readonly string[] _prefixes;
    private readonly string[] _possessiveEndings;

    private CitingWords(Language language)
    {
        Language = language;
        _acts = [.. Stems(language, "resolution", false), .. Stems(language, "decision", true)];
        _bodies = language.Bodies.Names.Select(n => (n.Name, n.Body, IsShort: false))
            .Concat(language.Bodies.Short.Select(n => (n.Name, n.Body, IsShort: true)))
            .GroupBy(n => char.ToLowerInvariant(n.Name[0]))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Name.Length).ThenBy(n => n.IsShort).ToArray());
        _possessive = Set(language.Wordings("possessive"));
        _within = Set(language.Wordings("within"));
        _joins = Set(language.Wordings("joins").Concat(language.Wordings("number")).Concat(language.Wordings("date-link")));
        Nouns = [.. language.Nouns.Select(n => (n.Word, Enum.Parse<Word>(n.English, ignoreCase: true)))];
        _of = Set(language.Wordings("of"));
        _afterAct = Set(language.Wordings("after-act"));
        _reports = [.. language.Wordings("report")];
        _prefixes = [.. language.Wordings("prefix").OrderByDescending(p => p.Length)];
        _possessiveEndings = [.. language.Wordings("possessive-ending")];
    }

    public Language Language { get; }

    /// <summary>Nouns by which a text refers to a work without its name; a star matches any ending.</summary>
    public (string Word, Word Noun)[] Nouns { get; }

    public static CitingWords Of(Language language) => Known.GetValue(language, l => new CitingWords(l));

    /// <summary>Whether a word is "resolution" or "decision" in some form; of whom, where its own ending says that.</summary>
    public bool IsAct(ReadOnlySpan<char> word, out bool decision, out bool possessive)
    {
        (decision, possessive) = (false, false);
        var bare = word;
        for (var n = 0; n <= MostPrefixes; n++)
        {
            foreach (var (stem, open, ofDecision) in _acts)
            {
                if (!bare.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) continue;
                var ending = bare[stem.Length..];
                if (ending.Length > (open ? LongestEnding : 0)) continue;
                decision = ofDecision;
                foreach (var owner in _possessiveEndings) possessive |= ending.EndsWith(owner, StringComparison.Ordinal);
                return true;
            }
            if (WithoutPrefix(bare) is not { Length: > 0 } shorter) return false;
            bare = shorter;
        }
        return false;
    }

    /// <summary>Whether the ending of a noun can mean the body that speaks: in Arabic the Assembly is feminine, and the noun's first owner
    /// in the table is she.</summary>
    public bool IsOfSpeaker(ReadOnlySpan<char> noun) =>
        _possessiveEndings.Length == 0 || noun.EndsWith(_possessiveEndings[0], StringComparison.Ordinal);

    /// <summary>"in", before "its resolution".</summary>
    public bool IsWithin(ReadOnlySpan<char> word) => _within.Contains(word);

    /// <summary>"its", "their" of those who speak.</summary>
    public bool IsPossessive(ReadOnlySpan<char> word) => _possessive.Contains(word);

    /// <summary>Whether a word can come between the items of a list of acts, or precede a number.</summary>
    public bool Joins(ReadOnlySpan<char> word) => _joins.Contains(word);

    /// <summary>Whether a word can come between a part and what it is a part of: "de", "la", "من".</summary>
    public bool IsOf(ReadOnlySpan<char> word) => _of.Contains(word);

    /// <summary>Whether a word can come between the number of an act and its body or part: "года", "adoptée".</summary>
    public bool IsAfterAct(ReadOnlySpan<char> word) => _afterAct.Contains(word);

    /// <summary>Whether a word is a report, letter or other document that its symbol follows.</summary>
    public bool IsReport(ReadOnlySpan<char> word)
    {
        foreach (var report in _reports)
            if (word.StartsWith(report.AsSpan().TrimEnd('*'), StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The letters that a text has from a place on.</summary>
    public static ReadOnlySpan<char> WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || LooseMatch.IsVowelMark(text[end]))) end++;
        return text.AsSpan(Math.Min(at, text.Length), Math.Max(0, end - at));
    }

    /// <summary>Letters that are written together with the word after them, the longest first.</summary>
    public ReadOnlySpan<string> Prefixes => _prefixes;

    /// <summary>The body whose name begins at a place, and the length of the name.</summary>
    public Body? BodyAt(ReadOnlySpan<char> text, out int length, out bool isShort)
    {
        (length, isShort) = (0, false);
        if (text.IsEmpty || !_bodies.TryGetValue(char.ToLowerInvariant(text[0]), out var names)) return null;
        foreach (var (name, body, shared) in names)
        {
            if (!text.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (Language.HasSpaces && name.Length < text.Length && char.IsLetter(text[name.Length])) continue;
            if (shared && char.IsUpper(name[0]) && !char.IsUpper(text[0])) continue;
            (length, isShort) = (name.Length, shared);
            return body;
        }
        return null;
    }

    private ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> word)
    {
        foreach (var prefix in _prefixes)
            if (word.Length > prefix.Length + 2 && word.StartsWith(prefix, StringComparison.Ordinal)) return word[prefix.Length..];
        return [];
    }

    private static IEnumerable<(string, bool, bool)> Stems(Language language, string what, bool decision) =>
        language.Wordings(what).Select(w => (w.TrimEnd('*'), w.EndsWith('*'), decision));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IEnumerable<string> words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
