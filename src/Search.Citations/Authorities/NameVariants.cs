using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Authorities;

/// <summary>The forms in which documents print a title, derived from the title itself.</summary>
internal static partial class NameVariants
{
    /// <summary>A derived name shorter than this many words says too little.</summary>
    private const int FewestWords = 3;

    /// <summary>A name that a title gives in brackets, or a title without its year, may be two words.</summary>
    private const int FewestWordsOfNickname = 2;

    /// <summary>A title may be cut at a comma when this many words precede it.</summary>
    private const int FewestWordsBeforeComma = 5;

    /// <summary>The listed names of a work: never with the tail ", supplementing ...", which is a mention of its own.</summary>
    public static IEnumerable<(string Name, NameKind Kind)> Listed(Work work)
    {
        yield return (WithoutTail(work.Title), NameKind.Title);
        foreach (var name in work.Names)
            yield return (WithoutTail(name), IsAbbreviation(name) ? NameKind.Abbreviation : NameKind.Alias);
    }

    /// <summary>Forms that follow from one name.</summary>
    public static IEnumerable<string> Derive(string name)
    {
        if (IsAbbreviation(name)) yield break;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { name };
        var open = new Queue<string>([name]);
        while (open.TryDequeue(out var form) && seen.Count < 60)
            foreach (var (next, fewest) in Steps(form))
            {
                var text = next.Trim(' ', ',', ':');
                if (text.Length == 0 || WordCount(text) < fewest || !seen.Add(text)) continue;
                open.Enqueue(text);
                yield return text;
            }
    }

    /// <summary>The name with its compounds written in the other way: "Non Proliferation" for "Non-Proliferation", "Roadmap" for "road
    /// map", "South-East" for "Southeast".</summary>
    public static IEnumerable<string> Respell(string name)
    {
        if (IsAbbreviation(name)) yield break;
        if (PrefixWithHyphen().IsMatch(name)) yield return PrefixWithHyphen().Replace(name, "$1 ");
        foreach (var compound in Compounds)
        {
            if (!name.Contains(compound.First, StringComparison.OrdinalIgnoreCase)) continue;
            if (compound.Apart.IsMatch(name)) yield return compound.Apart.Replace(name, "$1$2");
            if (compound.Joined.IsMatch(name)) yield return compound.Joined.Replace(name, "$1 $2");
        }
    }

    /// <summary>Words that are written as one, with a hyphen or apart.</summary>
    private static readonly Compound[] Compounds =
    [
        .. WordList.Of("joined-words").All.Select(static words => words.Split(' '))
            .Select(static halves => new Compound(halves[0], halves[1])),
    ];

    /// <summary>A word of two parts; its patterns are made when a name first has its first part, and once.</summary>
    private sealed class Compound(string first, string second)
    {
        private Regex? _apart, _joined;

        public string First => first;

        public Regex Apart => _apart ??= Pattern($@"\b({first})[ -]({second})\b");

        public Regex Joined => _joined ??= Pattern($@"\b({first})({second})\b");

        private static Regex Pattern(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Whether a name is one word of capitals, to be matched letter by letter.</summary>
    public static bool IsAbbreviation(string name) =>
        !name.Contains(' ', StringComparison.Ordinal) && name.Count(c => char.IsUpper(c) || char.IsDigit(c)) >= 2;

    /// <summary>The number, year and bare name of an instrument of the International Labour Organization.</summary>
    public static LabourTitle? Labour(string title)
    {
        var m = LabourForm().Match(title);
        return m.Success
            ? new LabourTitle(m.Groups["subject"].Value, m.Groups["kind"].Value, m.Groups["year"].Value,
                int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture))
            : null;
    }

    private static string WithoutTail(string name)
    {
        var at = name.IndexOf(", supplementing ", StringComparison.OrdinalIgnoreCase);
        return at > 0 ? name[..at] : name;
    }

    private static IEnumerable<(string Name, int FewestWords)> Steps(string name)
    {
        var m = Brackets().Match(name);
        if (m.Success)
        {
            yield return (name[..m.Index].TrimEnd() + name[(m.Index + m.Length)..], FewestWords);
            if (m.Groups[1].Value.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
                yield return (m.Groups[1].Value[4..], FewestWordsOfNickname);
        }
        if ((m = YearAtEnd().Match(name)).Success) yield return (name[..m.Index], FewestWordsOfNickname);
        if (name.StartsWith("United Nations ", StringComparison.Ordinal)) yield return (name["United Nations ".Length..], FewestWords);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            yield return (name[..colon], FewestWords);
            var after = name[(colon + 1)..].Trim();
            if (after.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || HeadNoun().IsMatch(after.Split(' ')[^1]))
                yield return (after, FewestWords);
        }
        foreach (var (from, to) in Prepositions)
            if (name.Contains(from, StringComparison.Ordinal)) yield return (name.Replace(from, to, StringComparison.Ordinal), FewestWords);
        for (var comma = name.IndexOf(", ", StringComparison.Ordinal); comma > 0;
        comma = name.IndexOf(", ", comma + 1, StringComparison.Ordinal))
            if (WordCount(name.AsSpan(0, comma)) >= FewestWordsBeforeComma) yield return (name[..comma], FewestWords);
    }

    private static readonly (string,
        string)[] Prepositions = [(" relating to ", " on "), (" relative to ", " on "), (" in respect of ", " on ")];

    private static int WordCount(ReadOnlySpan<char> text)
    {
        var words = 0;
        var scanner = new NameScanner(text);
        while (scanner.Next())
            if (!text[scanner.Start..scanner.End].Equals("the", StringComparison.OrdinalIgnoreCase)) words++;
        return words;
    }

    [GeneratedRegex(@"\b(Co|Non|Anti|Multi|Sub|Pre|Re|Inter|Trans|Counter|Socio|Micro|Post)-(?=\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PrefixWithHyphen();

    [GeneratedRegex(@" ?\(([^()]+)\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?:,| of| \() ?(?:\d{1,2} \p{L}+ )?(?:1[89]|20)\d\d\)?$")]
    private static partial Regex YearAtEnd();

    [GeneratedRegex("^(?:Agenda|Declaration|Plan|Programme|Convention|Framework|Pact|Strategy|Compact|Platform|Consensus|Charter|Principles|Rules|Guidelines)$")]
    private static partial Regex HeadNoun();

    [GeneratedRegex(@"^(?<subject>.+?) (?<kind>Convention|Recommendation)(?<revised> \(Revised\))?, (?<year>\d{4}) \(No\. (?<number>\d+)\)$")]
    private static partial Regex LabourForm();
}

/// <summary>The parts of "Worst Forms of Child Labour Convention, 1999 (No. 182)".</summary>
/// <param name="Subject">"Worst Forms of Child Labour".</param>
/// <param name="Kind">"Convention" or "Recommendation".</param>
/// <param name="Year">Year of adoption.</param>
/// <param name="Number">Number in the series of its kind.</param>
internal sealed record LabourTitle(string Subject, string Kind, string Year, int Number)
{
    /// <summary>Names by number; each names its organization, or is one of a kind that no other body numbers so.</summary>
    public ImmutableArray<string> Numbered =>
    [
        $"{Kind} No. {Number}", $"ILO {Kind} No. {Number}", $"ILO {Kind} {Number}",
        $"International Labour Organization {Kind} No. {Number}",
        $"International Labour Organization {Kind} {Number}", $"{Kind} No. {Number} of the International Labour Organization",
        $"{Kind} No. {Number} of the ILO",
        $"ILO {Kind[0]}{Number}", $"International Labour Organization {Kind} (No. {Number})",
    ];
}
