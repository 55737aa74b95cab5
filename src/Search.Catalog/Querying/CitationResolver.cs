using System.Buffers;
using System.Text;
using Search.Citations;
using Search.Citations.Authorities;
using Search.FullText;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>What a citation as people write it means: by id, by name, by reading it as a text would be read.</summary>
internal sealed class CitationResolver
{
    private readonly Database _db;
    private readonly WorkQueries _works;
    private readonly AuthorityList _authorities;
    private readonly CitationLinker _linker;
    private readonly Lazy<Names> _names;
    private readonly Lazy<NameCompletion> _completion;

    public CitationResolver(Database db, WorkQueries works, AuthorityList authorities)
    {
        _db = db;
        _works = works;
        _authorities = authorities;
        _linker = new(authorities);
        _names = new(LoadNames);
        _completion = new(() =>
            new(_db.Rows(NamesOfWorks
                + " UNION ALL SELECT number, slug, cited_by FROM works ORDER BY cited_by DESC, number",
                r => (r.GetInt32(0), r.GetString(1)))));
    }

    /// <summary>The works known beforehand.</summary>
    public AuthorityList Authorities => _authorities;

    /// <summary>One work, several that fit, or none with the nearest names, for which all names are gone through.</summary>
    public Resolved Resolve(string citation) => Meant(citation) is { Works.Count: > 0 } meant ? meant : new([], Nearest(citation), "");

    /// <summary>One work, several that fit, or none.</summary>
    public Resolved Meant(string citation)
    {
        var text = citation.Trim();
        if (text.Length is 0 or > 1000) return new([], [], "");
        if (_works.Number(text) is { } own) return new(Summaries([own]), [], ""); // an id is itself, whatever else is called so
        if ((Named(text) ?? Named(text = Normal(text))) is { } named)
            return new(Summaries(named.Works), [], string.Join(" and ", Pinpoint.Asked(named.Provision).Innermost));
        if (Numbered(text) is { Count: > 0 } numbered) return new(numbered, [], "");
        var (read, pinpoint) = Read(Shorthand.Expand(text) ?? text);
        return new(read, [], pinpoint);
    }

    /// <summary>A symbol or number as texts print it: "a/res/61/0144" is A/RES/61/144, "1514 (xv)" is 1514 (XV).</summary>
    private string Normal(string text)
    {
        if (DocumentSymbol.TryParse(text, null, out var symbol)) return _authorities.DocumentOf(symbol.ToString());
        return ActNumber.TryParse(text, null, out var number) && number.Shape == ActShape.Roman ? text.ToUpperInvariant() : text;
    }

    /// <summary>The one work that a query is about, where the query is little more than its citation.</summary>
    public RecognisedWork? Recognise(string query)
    {
        var text = query.Trim();
        if (text.Length is < 3 or > 300) return null;
        if (Named(text) is { } named)
            return named.Works.Count == 1 ? new(Summaries(named.Works)[0], Pinpoint.Asked(named.Provision).Innermost[^1]) : null;
        // What is not stored as a name and cites all the same has a number or is written as a name is; reading a text
        // costs as much as finding the clauses.
        if (!text.Any(c => char.IsAsciiDigit(c) || char.IsUpper(c))) return null;
        var citation = _linker.Read(Shorthand.Expand(text) ?? text).FirstOrDefault(c => c.Link is Link.Linked);
        if (citation is null) return null;
        var words = citation.Local.Length + citation.Pinpoint.Length;
        if (words < 0.7 * text.Length) return null;
        var linked = (Link.Linked)citation.Link;
        var provisions = Pinpoint.Of(PinpointOf(linked, citation.Pinpoint)).Provisions;
        return new(Known(linked.Node), provisions.IsEmpty ? "" : provisions[^1]);
    }

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" 0123456789");

    private static bool IsUnit(ReadOnlySpan<char> word) =>
        PinpointUnit.At(word.TrimEnd('.'), out var length) is not null && length == word.TrimEnd('.').Length;

    /// <summary>"Palermo Protocol article 6" in its two halves: who asks names the part last, where texts name it first.
    /// Null where no part ends the text.</summary>
    private static (string Name, string Provision)? PartLast(string text)
    {
        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0; space = text.IndexOf(' ', space + 1))
        {
            var rest = text.AsSpan(space + 1);
            var end = rest.IndexOfAny(WordEnds);
            if (end < 0 || rest[end..].TrimStart() is not [_, ..] number || !IsNumber(number)) continue;
            if (IsUnit(rest[..end])) return (text[..space].TrimEnd(' ', ','), rest.ToString());
        }
        return null;
    }

    /// <summary>"article 19 of the ICCPR", "art. 3(2) CRC" in their halves: wherever the name can begin after the number.</summary>
    private static IEnumerable<(string Name, string Provision)> PartFirst(string text)
    {
        var end = text.AsSpan().IndexOfAny(WordEnds);
        if (end < 0 || !IsUnit(text.AsSpan(0, end)) || text.AsSpan(end).TrimStart() is not [_, ..] number || !IsNumber(number[..1]))
            yield break;
        for (var space = text.IndexOf(' ', text.Length - number.Length); space > 0; space = text.IndexOf(' ', space + 1))
        {
            var name = text[(space + 1)..];
            foreach (var joint in (ReadOnlySpan<string>)["of ", "in ", "to "])
                if (name.StartsWith(joint, StringComparison.OrdinalIgnoreCase)) name = name[joint.Length..];
            yield return (name, text[..space].TrimEnd(','));
        }
    }

    /// <summary>The works that a name is stored for, alone or with a part before or after it, and the part as it is
    /// written; null where no name is.</summary>
    private (List<int> Works, string Provision)? Named(string text)
    {
        var names = _names.Value.ByName;
        if (names.TryGetValue(Fold(text), out var works)) return (works, "");
        if (PartLast(text) is { } last && names.TryGetValue(Fold(last.Name), out works)) return (works, last.Provision);
        foreach (var first in PartFirst(text))
            if (names.TryGetValue(Fold(first.Name), out works)) return (works, first.Provision);
        return null;
    }

    /// <summary>Whether an arabic number begins here, or a roman one is all that is left.</summary>
    private static bool IsNumber(ReadOnlySpan<char> text) => char.IsAsciiDigit(text[0]) || text.IndexOfAnyExcept("IVXL") < 0;

    /// <summary>Works of which each typed word begins a word of its names, in any order, or whose symbol begins
    /// so; the most cited first.</summary>
    public List<WorkSummary> Completing(string typed, int most)
    {
        var numbers = typed.Contains('/', StringComparison.Ordinal) ? BeginningWith(Fold(typed)) : _completion.Value.Complete(typed, most);
        return [.. Summaries(numbers).OrderByDescending(w => w.CitedBy).ThenBy(w => w.Title, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Works with a name or symbol that begins so, up to a number that is enough to choose from.</summary>
    private List<int> BeginningWith(string folded)
    {
        const int enough = 200;
        if (folded.Length == 0) return [];
        var names = _names.Value.Sorted;
        var at = Array.BinarySearch(names, (folded, 0), NameOrder);
        if (at < 0) at = ~at;
        var numbers = new HashSet<int>();
        for (; at < names.Length && numbers.Count < enough
            && names[at].Name.StartsWith(folded, StringComparison.Ordinal); at++)
            numbers.Add(names[at].Number);
        return [.. numbers];
    }

    /// <summary>Slugs of the documents that a work's text cites.</summary>
    public List<string> DocumentsCitedBy(string work) => _db.Rows(
        WorkSummaries.WithParts
            + " SELECT DISTINCT d.slug FROM parts p CROSS JOIN works s ON s.number = p.number CROSS JOIN documents o ON o.number = s.document"
        + $" CROSS JOIN edges e ON {_db.IsOf("edge", "e", "o")} AND e.source = p.number JOIN works t ON t.number = e.work JOIN documents d ON d.number = t.document",
        r => r.GetString(0), work);

    private static readonly Comparer<(string Name, int Number)> NameOrder = Comparer<(string Name, int Number)>.Create(
        (a, b) => string.CompareOrdinal(a.Name, b.Name) is var c && c != 0 ? c : a.Number.CompareTo(b.Number));

    /// <summary>The works that a bare number or a volume can mean, where that is all that was typed.</summary>
    private List<WorkSummary> Numbered(string text)
    {
        if (Shorthand.Volume(text) is { } volume)
            return Summaries(_db.Rows("SELECT DISTINCT work FROM names WHERE kind = 'treaty-series' AND name GLOB $1 ORDER BY work", r =>
                r.GetInt32(0), volume + ",*"));
        if (Shorthand.BareNumber(text) is not { } number) return [];
        var assembly = _db.Rows("SELECT id FROM works WHERE id GLOB $1 ORDER BY id", r => r.GetString(0), $"A/RES/{number}(*)")
            .SelectMany(id => Read(id).Works);
        return text.StartsWith("A/", StringComparison.OrdinalIgnoreCase)
            ? [.. assembly]
            : [.. Read($"Security Council resolution {number}").Works, .. assembly];
    }

    /// <summary>The citation's works by reading it as a clause would be read.</summary>
    private (List<WorkSummary> Works, string Pinpoint) Read(string text)
    {
        foreach (var phrase in Phrasings(text))
        {
            var citations = _linker.Read(phrase);
            // "resolution 55/25, annex II" is one mention; "Protocol X, supplementing Convention Y" is two, of which the first is meant.
            if (citations.FirstOrDefault(c => c.Link is Link.Linked or Link.Ambiguous) is not { } first) continue;
            if (first.Link is Link.Linked linked)
                return ([Known(linked.Node)], PinpointOf(linked, first.Pinpoint));
            if (first.Link is Link.Ambiguous ambiguous) return ([.. ambiguous.Candidates.Select(Known)], first.Pinpoint);
        }
        return ([], "");
    }

    private static string PinpointOf(Link.Linked linked, string pinpoint) =>
        linked.Instrument is null || linked.Instrument == linked.Target ? pinpoint : Pinpoint.Of(pinpoint).Within.ToString();

    private static IEnumerable<string> Phrasings(string text)
    {
        yield return text;
        if (text.StartsWith("vol.", StringComparison.OrdinalIgnoreCase)) yield return $"United Nations, Treaty Series, {text}";
        if (char.IsAsciiDigit(text[0])) yield return $"resolution {text}";
        if (char.IsAsciiDigit(text[0]) && text.Contains('(', StringComparison.Ordinal)) yield return $"Security Council resolution {text}";
    }

    private WorkSummary Known(WorkId id)
    {
        var number = _db.First("SELECT number FROM works WHERE id = $1", r => (int?)r.GetInt32(0), id.Value);
        return number is { } n ? _works.ByNumber([n])[n] : new()
        {
            Id = id.Slug,
            Canonical = id.Value,
            Title = id.IsTitle ? id.Value[6..] : id.Value,
            Kind = "unknown",
            Date = null,
            InCorpus = false,
            CitedBy = 0,
            Cites = null,
            Influence = 0,
        };
    }

    private List<WorkSummary> Summaries(IReadOnlyList<int> numbers)
    {
        var found = _works.ByNumber(numbers);
        return [.. numbers.Select(n => found[n])];
    }

    /// <summary>How many names there are to be mistaken for.</summary>
    public int NameCount => _names.Value.Sorted.Length;

    /// <summary>The works of which a name is within a few edits of what was asked, the nearest and then the most cited first.</summary>
    public List<WorkSummary> Misspelt(string citation)
    {
        const int most = 3;
        var asked = Fold(citation.Trim());
        if (asked.Length is < 3 or > 300) return [];
        var edits = Math.Min(asked.Length / 6 + 1, 4);
        var near = new Dictionary<int, int>();
        foreach (var (name, number) in _names.Value.Sorted)
            if (EditDistance.Within(asked, name, edits) is { } distance && (!near.TryGetValue(number, out var known) || distance < known))
                near[number] = distance;
        return [.. Summaries([.. near.OrderBy(n => n.Value).Take(4 * most).Select(n => n.Key)])
            .Zip(near.OrderBy(n => n.Value), (work, n) => (work, n.Value))
            .OrderBy(w => w.Value).ThenByDescending(w => w.work.CitedBy).Select(w => w.work).Take(most)];
    }

    /// <summary>The works whose names are spelt nearly so, and those that share most letter pairs with what was asked.</summary>
    private List<WorkSummary> Nearest(string citation) =>
        [.. Misspelt(citation).Concat(Alike(Fold(citation.Trim()))).DistinctBy(w => w.Id).Take(5)];

    private List<WorkSummary> Alike(string folded)
    {
        if (folded.Length is < 3 or > 1000) return [];
        var asked = Pairs(folded);
        var best = _names.Value.ByName
            .Select(n => (n.Value, Score: Likeness(asked, n.Key)))
            .Where(n => n.Score > 0.35)
            .OrderByDescending(n => n.Score)
            .SelectMany(n => n.Value)
            .Distinct()
            .Take(5)
            .ToList();
        return Summaries(best);
    }

    private static double Likeness(HashSet<int> asked, string name)
    {
        if (name.Length < 3) return 0;
        var own = Pairs(name);
        return 2.0 * own.Count(asked.Contains) / (own.Count + asked.Count);
    }

    private static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>(text.Length);
        for (var i = 1; i < text.Length; i++) pairs.Add((text[i - 1] << 16) | text[i]);
        return pairs;
    }

    /// <summary>Letters and digits, lower case: how names are compared.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
        // the article is no part of a name
        if (folded.Length > 3 && text.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) folded.Remove(0, 3);
        return folded.ToString();
    }

    /// <summary>Titles and other names of works, with how often each work is cited.</summary>
    private const string NamesOfWorks =
        "SELECT number, title AS name, cited_by FROM works WHERE document IS NULL OR kind NOT IN ('document')"
        + " UNION ALL SELECT n.work, n.name, w.cited_by FROM names n JOIN works w ON w.number = n.work WHERE n.kind IN ('name', 'treaty-series')";

    private Names LoadNames()
    {
        var all = new Dictionary<string, List<int>>();
        foreach (var (number, name) in _db.Rows(
            "SELECT number, slug, 0 FROM works UNION ALL SELECT number, id, 0 FROM works UNION ALL " + NamesOfWorks,
            r => (r.GetInt32(0), r.GetString(1))))
        {
            var folded = Fold(name);
            if (folded.Length == 0) continue;
            if (!all.TryGetValue(folded, out var list)) all.Add(folded, list = []);
            if (!list.Contains(number)) list.Add(number);
        }
        return new(all, [.. all.SelectMany(n => n.Value.Select(number => (n.Key, number))).Order(NameOrder)]);
    }

    private sealed record Names(Dictionary<string, List<int>> ByName, (string Name, int Number)[] Sorted);
}

/// <summary>The work that a query names, and the provision of it, or empty.</summary>
internal sealed record RecognisedWork(WorkSummary Work, string Pinpoint);
