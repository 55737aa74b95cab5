using Search.Citations;
using Search.Reuse;
using Search.Reuse.Comparison;

namespace Search.Catalog.Querying.Reuse;

/// <summary>Compares two documents clause by clause. It needs no index of reuse.</summary>
internal sealed class ComparisonQueries(Database db, DocumentQueries documents, VerbStrength verbs)
{
    /// <summary>The comparison; null where one of the documents is not here.</summary>
    public DocumentComparison? Of(string source, string target)
    {
        if (documents.Details(source) is not { } first || documents.Details(target) is not { } second) return null;
        var (before, after) = (Clauses(source), Clauses(target));
        List<ComparedRow> rows =
            [.. PassageAlignment.Of([.. before.Select(c => c.Text)], [.. after.Select(c => c.Text)]).Select(r => Row(r, before, after))];
        int Count(string change) => rows.Count(r => r.Change == change);
        return new(first.Summary, second.Summary, new()
        {
            Kept = Count("kept"),
            Changed = Count("changed"),
            Split = Count("split"),
            Merged = Count("merged"),
            New = Count("new"),
            Dropped = Count("dropped"),
            Moved = rows.Count(r => r.Moved),
            Stronger = rows.Count(r => r.Verb?.Change == "stronger"),
            Weaker = rows.Count(r => r.Verb?.Change == "weaker"),
        }, rows);
    }

    private ComparedRow Row(AlignedPassages row, List<ComparedClause> before, List<ComparedClause> after)
    {
        List<ComparedClause> sources = [.. row.Sources.Select(i => before[i])], targets = [.. row.Targets.Select(j => after[j])];
        var (old, now) = (string.Join(' ', sources.Select(c => c.Text)), string.Join(' ', targets.Select(c => c.Text)));
        var both = sources.Count > 0 && targets.Count > 0;
        return new()
        {
            Change = row.Change.ToString().ToLowerInvariant(),
            Moved = row.Moved,
            Renumbered = sources is [var one] && targets is [var other] && one.Label != other.Label,
            Source = sources,
            Target = targets,
            Overlap = both ? Math.Round(ReuseIndex.Compare(old, now).Share, 2) : null,
            Changes = old == now ? [new("same", now)] : Differences.Of(old, now),
            Verb = both ? Differences.Verb(verbs, sources[0].Text, targets[0].Text) : null,
        };
    }

    private List<ComparedClause> Clauses(string slug) => db.Rows(
        $"SELECT d.slug || '/' || c.slug, c.label, c.text FROM documents d JOIN clauses c ON {db.IsOf("clause", "c", "d")} WHERE d.slug = $1 AND c.label NOT IN ('front', 'back') ORDER BY c.number",
        r => new ComparedClause(r.GetString(0), r.GetString(1), r.GetString(2)), slug);
}
