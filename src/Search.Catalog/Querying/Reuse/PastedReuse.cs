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

    /// <summary>All clauses of the text in its order.</summary>
    public List<PastedClause> Of(string text)
    {
        var parsed = DocumentPipeline.ParseText("text", text);
        var clauses = parsed.Clauses.Where(c => ComparedClauses.Include(c.Label)).ToList();
        var isStructured = clauses.Exists(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative);
        return [.. (isStructured ? clauses.Select(c => (Label: c.Label.ToString(), c.Text.Text, c.Span.Start, c.Span.End)) : Paragraphs(text)).Take(MostClauses).Select(c => Look(c.Label, c.Text, c.Start, c.End))];
    }

    /// <summary>The paragraphs of a text that is no resolution, by their numbers.</summary>
    private static IEnumerable<(string Label, string Text, int Start, int End)> Paragraphs(string text)
    {
        var number = 0;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            var line = text.AsSpan(start, end - start).Trim();
            if (line.IsEmpty) continue;
            var first = start + text.AsSpan(start, end - start).IndexOf(line);
            yield return (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{++number}"), line.ToString(), first, first + line.Length);
        }
    }

    private PastedClause Look(string label, string text, int start, int end)
    {
        if (ReuseIndex.CountWords(text) < ClausePassages.FewestWords) return new(label, text, start, end, "short", null, null, 0, null, null, null, []);
        var index = passages.Index;
        var candidates = index.Candidates(text, MostCandidates);
        var rows = passages.Rows(candidates.Select(w => index.PassagesOf(w).First()));
        var versions = candidates.Select(w => (Wording: w, Overlap: ReuseIndex.Compare(text, rows[index.PassagesOf(w).First()].Text))).Where(v => v.Overlap.IsVersion)
            .OrderByDescending(v => v.Overlap.Share).ToList();
        if (versions.Count == 0) return new(label, text, start, end, "new", null, null, 0, null, null, null, []);
        var nearest = versions[0];
        var uses = versions.SelectMany(v => index.PassagesOf(v.Wording).Take(ClausePassages.MostUses).Select(p => Use(p, v.Overlap, text, rows[index.PassagesOf(v.Wording).First()].Text))).ToList();
        if (uses.Exists(u => !passages.Drafts.Contains(u.Document))) uses.RemoveAll(u => passages.Drafts.Contains(u.Document)); // what is agreed rather than what is proposed
        nearest = versions.First(v => uses.Exists(u => index.Wording(u.Passage) == v.Wording));
        var source = Latest(uses.Where(u => index.Wording(u.Passage) == nearest.Wording));
        var dated = uses.Where(u => u.Order > 0).ToList();
        var first = dated.Count > 0 ? dated.MinBy(u => u.Order) : source;
        var latest = Latest(uses);
        var shown = passages.Rows([source.Passage, first.Passage, latest.Passage]);
        var same = source.SameWords;
        return new(
            label, text, start, end, same ? "agreed" : "changed", passages.KindOf(nearest.Wording), Math.Round(nearest.Overlap.Share, 2), uses.DistinctBy(u => u.Document).Count(),
            Show(source), Show(first), Show(latest), same ? [] : Differences.Of(shown[source.Passage].Text, text));

        ClauseUse Show(PassageUse use) => ClausePassages.Shown(shown[use.Passage], use, use.Order == 0 ? "undated" : "earlier", null);
    }

    private static PassageUse Latest(IEnumerable<PassageUse> uses) => uses.MaxBy(u => (u.Order, -u.Passage));

    private PassageUse Use(int passage, Overlap overlap, string text, string other)
    {
        var document = passages.Index.Document(passage);
        return new(passage, document, passages.Index.Order(document), overlap.Percent, overlap.Percent == 100 && ReuseIndex.HaveSameWords(text, other));
    }
}
