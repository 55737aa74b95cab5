using System.Text.Json;

namespace Search.Catalog.Querying.Reuse;

/// <summary>The lineage of documents: what they follow, their drafts, and what followed them.</summary>
internal sealed class LineageQueries(Database db)
{
    /// <summary>Documents of a lineage that are shown.</summary>
    private const int MostDocuments = 80;

    /// <summary>The lineage of a document; null where there is no such document.</summary>
    public DocumentLineage? Of(string slug)
    {
        if (db.First("SELECT number FROM documents WHERE slug = $1", r => r.GetInt32(0), slug) is not (> 0 and var self)) return null;
        var edges = new Dictionary<(int Source, int Target, string Kind), double?>();
        var seen = new HashSet<int> { self };
        var truncated = false;
        foreach (var (towards, from) in (((string, string)[])[("source", "document"), ("document", "source")]))
        {
            var queue = new Queue<int>([self]);
            while (queue.TryDequeue(out var at))
                foreach (var row in Follows(from, at))
                {
                    var next = towards == "source" ? row.Source : row.Document;
                    if (seen.Count >= MostDocuments && !seen.Contains(next))
                    {
                        truncated = true;
                        continue;
                    }
                    edges.TryAdd((row.Source, row.Document, "follows"), Share(row.Shared, row.Words));
                    if (seen.Add(next)) queue.Enqueue(next);
                }
        }
        foreach (var (source, target, kind, share) in Drafts(self))
        {
            edges.TryAdd((source, target, kind), share);
            seen.UnionWith([source, target]);
        }
        var documents = Documents(db, seen);
        var ids = documents.ToDictionary(d => d.Number, d => d.Document);
        return new(
            slug, edges.Keys.Where(e => e is { Kind: "follows" } && e.Target == self).Select(e => ids[e.Source]).FirstOrDefault(),
            Listed(edges.Keys.Where(e => e is { Kind: "follows" } && e.Source == self).Select(e => e.Target)),
            Listed(edges.Keys.Where(e => e.Kind == "draft" && e.Target == self).Select(e => e.Source)),
            [.. documents.Select(d => d.Document)],
            [.. edges.Select(e => new LineageEdge(ids[e.Key.Source].Id, ids[e.Key.Target].Id, e.Key.Kind, e.Value))
                .OrderBy(e => e.Target, StringComparer.Ordinal).ThenBy(e => e.Source, StringComparer.Ordinal)],
            truncated);

        List<LineageDocument> Listed(IEnumerable<int> numbers) =>
            [.. numbers.ToHashSet() is var chosen ? documents.Where(d => chosen.Contains(d.Number)).Select(d => d.Document) : []];
    }

    private static double? Share(int shared, int words) => words == 0 ? null : Math.Round((double)shared / words, 2);

    private List<(int Document, int Source, int Shared, int Words)> Follows(string column, int document) => db.Rows(
        $"SELECT document, source, shared, words FROM lineage WHERE {column} = $1 AND kind = 'follows' ORDER BY document",
        r => (r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)), document);

    /// <summary>The drafts of a document and what became of it: by their words, and as the documents say themselves.</summary>
    private List<(int Source, int Target, string Kind, double? Share)> Drafts(int self)
    {
        var compared = db.Rows(
            "SELECT source, document, shared, words FROM lineage WHERE kind = 'draft' AND (document = $1 OR source = $1)",
            r => (Source: r.GetInt32(0), Target: r.GetInt32(1), Kind: "draft", Share: Share(r.GetInt32(2), r.GetInt32(3))), self);
        var told = db.Rows(
            "SELECT s.number, t.number, r.kind FROM relations r JOIN documents s ON s.work = r.source JOIN documents t ON t.work = r.target"
            + " WHERE r.kind IN ('draft-of', 'revises') AND (s.number = $1 OR t.number = $1)",
            // What revises a draft is the later one; a draft is the earlier one of what it became.
            r => r.GetString(2) == "revises"
                ? (r.GetInt32(1), r.GetInt32(0), "revises", (double?)null)
                : (r.GetInt32(0), r.GetInt32(1), "draft", null), self);
        return [.. compared, .. told];
    }

    /// <summary>Documents by their numbers, in order of time.</summary>
    public static List<(int Number, LineageDocument Document)> Documents(Database db, IEnumerable<int> numbers) => db.Rows(
        "SELECT number, slug, symbol, title, kind, date FROM documents WHERE number IN (SELECT value FROM json_each($1)) ORDER BY date IS NULL, date, kind <> 'draft', slug",
        r => (r.GetInt32(0), new LineageDocument(r.GetString(1), r.Text(2), r.Text(3) ?? r.GetString(1), r.GetString(4), r.Text(5))),
        JsonSerializer.Serialize(numbers));
}
