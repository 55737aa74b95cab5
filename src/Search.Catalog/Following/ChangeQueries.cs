using System.Collections.Immutable;
using System.Text.Json;
using Search.Catalog.Querying;

namespace Search.Catalog.Following;

/// <summary>What is new in a snapshot since an earlier generation, and when each edge and clause first appeared.</summary>
internal sealed class ChangeQueries
{
    private readonly Database _db;
    private readonly WorkQueries _works;
    private readonly Lazy<Seen> _seen;

    public ChangeQueries(Database db, WorkQueries works, string root, GenerationStamp served)
    {
        _db = db;
        _works = works;
        _seen = new(() => Read(root, served));
    }

    /// <summary>The generations that can be named, the oldest first.</summary>
    public ImmutableArray<GenerationStamp> Generations => _seen.Value.Generations;

    /// <summary>What first appeared after a generation; null where the generation is not known.</summary>
    public Changes? Since(string generation, string list, int skip, int take)
    {
        var seen = _seen.Value;
        var since = seen.Generations.FindLastIndex(g => g.Generation == generation);
        if (since < 0) return null;
        var (edges, clauses, works) = (Later(seen.Edges, since), Later(seen.Clauses, since), Later(seen.Works, since));
        var page = (list switch { "clauses" => clauses, "works" => works, _ => edges }).Skip(skip).Take(take).ToList();
        return new(seen.Generations[since], seen.Generations[^1], new(edges.Count, clauses.Count, works.Count))
        {
            Edges = list == "edges" ? InOrder(page, _works.EdgesByNumber(page)) : [],
            Clauses = list == "clauses" ? ClausesByNumber(page) : [],
            Works = list == "works" ? InOrder(page, _works.ByNumber(page)) : [],
        };
    }

    /// <summary>The edges that reach a work, those that appeared last first; null where there is no such work.</summary>
    public IReadOnlyList<SeenEdge>? CitedBy(string work, EdgeQuery query, int most)
    {
        if (!_works.Exists(work)) return null;
        var seen = _seen.Value;
        var newest = _works.DatedNumbers(work, query).OrderByDescending(e => seen.Edges[e.Number - 1]).ThenByDescending(e => e.Date, StringComparer.Ordinal).ThenBy(e => e.Number).Take(most).Select(e => e.Number).ToList();
        return [.. InOrder(newest, _works.EdgesByNumber(newest)).Select(e => new SeenEdge(
            e, EntryKeys.Uuid(EntryKeys.Edge(e.Document.Id, e.Clause[(e.Clause.IndexOf('/', StringComparison.Ordinal) + 1)..], e.Work.Canonical, e.Pinpoint, e.Treatment)), seen.Generations[seen.Edges[e.Number - 1]]))];
    }

    /// <summary>Hits of a search, those that appeared last first.</summary>
    public IReadOnlyList<SeenHit> Newest(IReadOnlyList<SearchHit> hits, int most)
    {
        var seen = _seen.Value;
        return [.. hits.Select(h => (Hit: h, Ordinal: seen.Clauses[NumberOf(h.Id) - 1])).OrderByDescending(h => h.Ordinal).Take(most)
            .Select(h => new SeenHit(h.Hit, EntryKeys.Uuid(EntryKeys.Clause(h.Hit.Document.Id, h.Hit.Text)), seen.Generations[h.Ordinal]))];
    }

    private int NumberOf(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return _db.First("SELECT c.number FROM clauses c JOIN documents d ON d.number = c.document WHERE d.slug = $1 AND c.slug = $2", r => r.GetInt32(0), id[..slash], id[(slash + 1)..]);
    }

    private List<NewClause> ClausesByNumber(List<int> numbers) => InOrder(numbers, _db.Rows(
        "SELECT c.number, d.slug, c.slug, w.id, coalesce(d.title, w.title), c.label, c.kind, c.text, d.date FROM json_each($1) j CROSS JOIN clauses c ON c.number = j.value JOIN documents d ON d.number = c.document JOIN works w ON w.number = d.work",
        r => (Number: r.GetInt32(0), Clause: new NewClause($"{r.GetString(1)}/{r.GetString(2)}", new(r.GetString(1), r.GetString(3), r.GetString(4)), r.GetString(5), r.GetString(6), r.GetString(7), r.Text(8))),
        JsonSerializer.Serialize(numbers)).ToDictionary(c => c.Number, c => c.Clause));

    private static List<int> Later(ushort[] ordinals, int since)
    {
        var later = new List<int>();
        for (var i = 0; i < ordinals.Length; i++)
            if (ordinals[i] > since) later.Add(i + 1);
        return later;
    }

    private static List<T> InOrder<T>(List<int> numbers, Dictionary<int, T> found) => [.. numbers.Select(n => found[n])];

    private Seen Read(string root, GenerationStamp served)
    {
        var file = FirstSeenFile.Read(root, out _);
        var generations = file.Generations;
        // A snapshot that is served before the file was written, or without one, is the newest that there is.
        var own = generations.FindLastIndex(g => g == served);
        generations = own < 0 ? generations.Add(served) : generations[..(own + 1)];
        var (edges, clauses, works) = EntryKeys.All(_db);
        return new(generations, Ordinals(edges), Ordinals(clauses), Ordinals(works));

        ushort[] Ordinals(ulong[] keys) => [.. keys.Select(k => (ushort)Math.Min(file.OrdinalOf(k) ?? int.MaxValue, generations.Length - 1))];
    }

    /// <summary>For each row of a table, less one, the place of the generation in which it first appeared.</summary>
    private sealed record Seen(ImmutableArray<GenerationStamp> Generations, ushort[] Edges, ushort[] Clauses, ushort[] Works);
}

internal static class LastIndexes
{
    /// <summary>The last place of an item for which something is true, or -1.</summary>
    public static int FindLastIndex<T>(this ImmutableArray<T> items, Predicate<T> isTrue)
    {
        for (var i = items.Length - 1; i >= 0; i--)
            if (isTrue(items[i])) return i;
        return -1;
    }
}
