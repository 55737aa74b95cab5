using Search.Catalog.Building.Parses;
using Search.Catalog.Querying;
using Search.Catalog.Snapshots;

namespace Search.Catalog.Building;

/// <summary>Sums up a build.</summary>
internal static class Summaries
{
    private const string EdgesOfDocuments = "SELECT slug, last_edge - first_edge + 1 FROM documents ORDER BY number";

    /// <summary>What the documents of a corpus lack, and how far their mentions could be linked.</summary>
    public static BuildSummary Of(Corpus corpus)
    {
        var links = corpus.Documents.Aggregate(default(LinkCounts), (sum, document) => sum + document.Sheet.Links);
        return new()
        {
            WithoutSymbol = Group(d => d.Symbol is null),
            WithoutDate = Group(d => d.Sheet.Date is null),
            WithoutTitle = Group(d => d.Sheet.Title is null),
            Mentions = new(links.Linked, links.Ambiguous, links.Unknown, links.Collective),
        };

        DocumentGroup Group(Func<CorpusDocument, bool> lacks)
        {
            var found = corpus.Documents.Where(lacks).ToList();
            return new(found.Count, [.. found.Take(DocumentGroup.Named).Select(d => d.File)]);
        }
    }

    /// <summary>What a generation has less than an earlier one; null where that cannot be read.</summary>
    public static SnapshotLosses? Losses(SnapshotFolder snapshots, string? before, string after)
    {
        if (before is null) return null;
        try
        {
            var (old, now) = (Edges(before), Edges(after).ToDictionary());
            var gone = old.Where(d => !now.ContainsKey(d.Key)).Select(d => d.Key).ToList();
            var fewer = old.Where(d => now.TryGetValue(d.Key, out var left) && left < d.Value)
                .Select(d => new DocumentLoss(d.Key, d.Value, now[d.Key]));
            return new(before, gone.Count, [.. gone.Take(DocumentGroup.Named)], [.. fewer.OrderByDescending(d => d.Before - d.After)
                .Take(DocumentGroup.Named)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException or InvalidDataException)
        {
            return null; // an older format, or a damaged generation: the build itself succeeded
        }

        List<KeyValuePair<string, int>> Edges(string generation)
        {
            using var db = new Database(Path.Combine(snapshots.PathOf(generation), SnapshotParts.RowsFile));
            return [.. db.Stream(EdgesOfDocuments, r => KeyValuePair.Create(r.GetString(0), r.GetInt32(1)))];
        }
    }
}
