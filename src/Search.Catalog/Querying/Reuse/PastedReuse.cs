using Search.Resolutions;
using Search.Reuse;

namespace Search.Catalog.Querying.Reuse;

/// <summary>Where the words of a pasted text come from, clause by clause.</summary>
internal sealed class PastedReuse(ClausePassages passages)
{
    /// <summary>Wordings that are compared with a clause word by word.</summary>
    private const int MostCandidates = 8;

    /// <summary>Clauses of a text that are looked up; what follows is left out.</summary>
    private const int MostClauses = 3000;

    /// <summary>Clauses that are looked up together: their texts are read in one statement.</summary>
    private const int Together = 500;

    private readonly ReuseIndex _index = passages.Index;

    /// <summary>All clauses of the text in its order.</summary>
    public List<PastedClause> Of(string text)
    {
        var lookup = new TextLookup(_index);
        return [.. Parts(text).Take(MostClauses).Chunk(Together).SelectMany(parts => Look(lookup, parts))];
    }

    private static IEnumerable<Part> Parts(string text)
    {
        var clauses = DocumentPipeline.ParseText("text", text).Clauses.Where(c => ComparedClauses.Include(c.Label)).ToList();
        var isStructured = clauses.Exists(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative);
        return isStructured ? clauses.Select(c => new Part(c.Label.ToString(), c.Text.Text, c.Span.Start, c.Span.End)) : Paragraphs(text);
    }

    /// <summary>The paragraphs of a text that is no resolution, by their numbers.</summary>
    private static IEnumerable<Part> Paragraphs(string text)
    {
        var number = 0;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            var line = text.AsSpan(start, end - start).Trim();
            if (line.IsEmpty) continue;
            var first = start + text.AsSpan(start, end - start).IndexOf(line);
            yield return new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{++number}"), line.ToString(), first, first
                + line.Length);
        }
    }

    private IEnumerable<PastedClause> Look(TextLookup lookup, Part[] parts)
    {
        var candidates = Array.ConvertAll(parts, p => lookup.Candidates(p.Text, MostCandidates));
        var texts = passages.Rows(candidates.SelectMany(c => c).Distinct().Select(FirstOf));
        var known = new Dictionary<string, FoundUses?>(); // a text can repeat itself
        var found = parts.Zip(candidates, (part, of) => known.TryGetValue(part.Text, out var same)
            ? same
            : known[part.Text] = Nearest(part.Text, of, wording => texts[FirstOf(wording)].Text)).ToList();
        var shown = passages.Rows(found.OfType<FoundUses>().SelectMany(f => (int[])[f.Source.Passage, f.First.Passage, f.Latest.Passage]));
        return parts.Zip(found, (part, uses) => Describe(part, uses, shown));
    }

    /// <summary>The uses of a text's words; null where there are none.</summary>
    private FoundUses? Nearest(string text, IReadOnlyList<int> candidates, Func<int, string> textOf)
    {
        if (candidates.Count == 0) return null;
        var compared = new ComparedText(text);
        if (compared.Length < ComparedClauses.FewestWords) return null;
        var uses = new List<PassageUse>();
        foreach (var wording in candidates)
        {
            var (overlap, same) = compared.With(textOf(wording));
            if (overlap.IsVersion)
                uses.AddRange(_index.PassagesOf(wording).Take(ClausePassages.MostUses - uses.Count).Select(p => Use(p, overlap, same)));
        }
        if (uses.Count == 0) return null;
        // what is agreed rather than what is proposed
        if (uses.Exists(u => !passages.Drafts.Contains(u.Document))) uses.RemoveAll(u => passages.Drafts.Contains(u.Document));
        var nearest = uses.Max(u => (u.Percent, u.SameWords));
        var source = Latest(uses.Where(u => (u.Percent, u.SameWords) == nearest));
        var first = uses.Exists(u => u.Order > 0) ? uses.Where(u => u.Order > 0).MinBy(u => u.Order) : source;
        return new(source, first, Latest(uses), uses.DistinctBy(u => u.Document).Count());
    }

    private PastedClause Describe(Part part, FoundUses? uses, Dictionary<int, PassageRow> rows)
    {
        if (uses is null)
        {
            var language = ReuseIndex.CountWords(part.Text) < ComparedClauses.FewestWords ? "short" : "new";
            return new()
            {
                Label = part.Label,
                Text = part.Text,
                Start = part.Start,
                End = part.End,
                Language = language,
                Kind = null,
                Overlap = null,
                Documents = 0,
                Source = null,
                First = null,
                Latest = null,
                Changes = [],
            };
        }
        var source = uses.Source;
        return new()
        {
            Label = part.Label,
            Text = part.Text,
            Start = part.Start,
            End = part.End,
            Language = source.SameWords ? "agreed" : "changed",
            Kind = passages.KindOf(_index.Wording(source.Passage)),
            Overlap = source.Percent / 100.0,
            Documents = uses.Documents,
            Source = Show(source),
            First = Show(uses.First),
            Latest = Show(uses.Latest),
            Changes = source.SameWords ? [] : Differences.Of(rows[source.Passage].Text, part.Text),
        };

        ClauseUse Show(PassageUse use) => ClausePassages.Shown(rows[use.Passage], use, use.Order == 0 ? "undated" : "earlier", null);
    }

    private int FirstOf(int wording) => _index.PassagesOf(wording).First();

    private static PassageUse Latest(IEnumerable<PassageUse> uses) => uses.MaxBy(u => (u.Order, -u.Passage));

    private PassageUse Use(int passage, Overlap overlap, bool same)
    {
        var document = _index.Document(passage);
        return new(passage, document, _index.Order(document), overlap.Percent, same);
    }

    private readonly record struct Part(string Label, string Text, int Start, int End);

    /// <summary>The uses of a text's words: the nearest, the earliest, the latest, and in how many documents there are any.</summary>
    private sealed record FoundUses(PassageUse Source, PassageUse First, PassageUse Latest, int Documents);
}
