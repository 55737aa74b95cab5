using System.Text;
using System.Text.Json;
using System.IO.Hashing;
using Search.Catalog.Querying;

namespace Search.Catalog.Checking;

/// <summary>Resolutions and decisions of one body under one title, as many come every year.</summary>
internal sealed class TitleSeries(Database db)
{
    // Sixteen bytes a document; titles are compared when they are read.
    private readonly Lazy<(ulong Key, int Document)[]> _byTitle = new(() =>
    {
        (ulong Key, int Document)[] all = [.. db.Rows(
            "SELECT number, organ, title FROM documents WHERE title IS NOT NULL AND organ IS NOT NULL AND kind IN ('resolution', 'decision')",
            r => (Key(r.GetString(1), r.GetString(2)), r.GetInt32(0)))];
        Array.Sort(all);
        return all;
    });

    /// <summary>The newest act of the body with this title that is later than a day and not later than another;
    /// null where there is none.</summary>
    public (WorkName Work, string Date)? Newest(string organ, string title, string after, string until)
    {
        var (all, key) = (_byTitle.Value, Key(organ, title));
        var at = Array.BinarySearch(all, (key, 0), Comparer<(ulong Key, int Document)>.Create((a, b) => a.Key != b.Key
            ? a.Key.CompareTo(b.Key)
            : a.Document.CompareTo(b.Document)));
        if (at < 0) at = ~at;
        var documents = new List<int>();
        for (; at < all.Length && all[at].Key == key; at++) documents.Add(all[at].Document);
        if (documents.Count < 2) return null;
        var folded = CitationResolver.Fold(title);
        var newest = db.Rows(
            "SELECT w.slug, w.id, w.title, d.date, d.title FROM json_each($1) j CROSS JOIN documents d ON d.number = j.value JOIN works w ON w.number = d.work WHERE d.date > $2 AND d.date <= $3 ORDER BY d.date DESC, d.number",
            r => (Name: new WorkName(r.GetString(0), r.GetString(1), r.GetString(2)), Date: r.GetString(3), Title: r.GetString(4)),
            JsonSerializer.Serialize(documents), after, until)
            .Find(d => CitationResolver.Fold(d.Title) == folded);
        return newest.Name is null ? null : (newest.Name, newest.Date);
    }

    private static ulong Key(string organ, string title) =>
        XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{organ}\n{CitationResolver.Fold(title)}"));
}
