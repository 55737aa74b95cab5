using System.Collections.Concurrent;

namespace Search.Catalog.Querying;

/// <summary>The values that occur in the snapshot, of what no vocabulary lists; each list is read once.</summary>
internal sealed class SnapshotValues(Database db, bool hasTopics)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _read = new();

    /// <summary>Kinds of works.</summary>
    public IReadOnlyList<string> WorkKinds => Read("workKind", "SELECT DISTINCT kind FROM works ORDER BY 1");

    /// <summary>Years of documents.</summary>
    public IReadOnlyList<string> Years =>
        Read("year", "SELECT DISTINCT substr(date, 1, 4) FROM documents WHERE date IS NOT NULL ORDER BY 1");

    /// <summary>Values of a topic; null in snapshots that have no topics.</summary>
    public IReadOnlyList<string>? Topic(string name) =>
        hasTopics ? Read(name, "SELECT DISTINCT lower(value) FROM topics WHERE name = $1 ORDER BY 1", name) : null;

    private IReadOnlyList<string> Read(string list, string sql, params object?[] values) =>
        _read.GetOrAdd(list, _ => db.Rows(sql, r => r.GetString(0), values));
}
