using System.Collections.Immutable;
using System.Text.Json;
using Search.Catalog.Querying;

namespace Search.Catalog.Following;

/// <summary>What is new in a snapshot since an earlier generation, and when each edge and clause first appeared.</summary>
internal sealed class ChangeQueries
{
    private readonly Database _db;
    private readonly WorkQueries _works;
    private readonly Lazy<Appearances> _appearances;
    private readonly Lazy<Seen> _seen;

    public ChangeQueries(Database db, WorkQueries works, string root, GenerationStamp served)
    {
        _db = db;
        _works = works;
        _appearances = new(() => Read(root, served));
        _seen = new(() => All(_appearances.Value));
    }

    /// <summary>The generations that can be named, the oldest first.</summary>
    public ImmutableArray<GenerationStamp> Generations => _appearances.Value.Generations;

    /// <summary>What first appeared after a generation; null where the generation is not known.</summary>
    public Changes? Since(string generation, string list, int skip, int take)
    {
        var generations = Generations;
        var since = generations.FindLastIndex(g => g.Generation == generation);
        if (since < 0) return null;
        if (since == generations.Length - 1) return new(generations[since], generations[since], new(0, 0, 0));
        var seen = _seen.Value;
        var (edges, clauses, works) = (Later(seen.Edges, since), Later(seen.Clauses, since), Later(seen.Works, since));
        var page = (list switch { "clauses" => clauses, "works" => works, _ => edges }).Skip(skip).Take(take).ToList();
        return new(generations[since], generations[^1], new(edges.Count, clauses.Count, works.Count))
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
        var appeared = _appearances.Value;
        var edges = _works.DatedNumbers(work, query);
        var ordinals = EntryKeys.OfEdges(_db, edges.Select(e => e.Number)).ToDictionary(e => e.Key, e => appeared.OrdinalOf(e.Value));
        var newest = edges.OrderByDescending(e => ordinals[e.Number]).ThenByDescending(e => e.Date, StringComparer.Ordinal)
            .ThenBy(e => e.Number).Take(most).Select(e => e.Number).ToList();
        return [.. InOrder(newest, _works.EdgesByNumber(newest)).Select(e => new SeenEdge(
            e, EntryKeys.Uuid(EntryKeys.Edge(e.Document.Id, e.Clause[(e.Clause.IndexOf('/', StringComparison.Ordinal) + 1)..],
                e.Work.Canonical, e.Pinpoint, e.Treatment)), appeared.Generations[ordinals[e.Number]]))];
    }

    /// <summary>Hits of a search, those that appeared last first.</summary>
    public IReadOnlyList<SeenHit> Newest(IReadOnlyList<SearchHit> hits, int most)
    {
        var appeared = _appearances.Value;
        var texts = TextsOf(hits);
        var words = hits.Select(h => (Hit: h, Words: EntryKeys.Clause(h.Document.Id, texts[h.Id])));
        return [.. words.Select(h => (h.Hit, h.Words, Ordinal: appeared.OrdinalOf(EntryKeys.Of(h.Words)))).OrderByDescending(h => h.Ordinal)
            .Take(most)
            .Select(h => new SeenHit(h.Hit, EntryKeys.Uuid(h.Words), appeared.Generations[h.Ordinal]))];
    }

    /// <summary>The texts by which clauses are known, which a hit in another language does not show.</summary>
    private Dictionary<string, string> TextsOf(IReadOnlyList<SearchHit> hits) => _db.Rows(
        "SELECT d.slug || '/' || c.slug, c.text FROM json_each($1) j CROSS JOIN documents d ON d.slug = json_extract(j.value, '$[0]')"
        + $" JOIN clauses c ON {_db.IsOf("clause", "c", "d")} AND c.slug = json_extract(j.value, '$[1]')",
        r => (Id: r.GetString(0), Text: r.GetString(1)), JsonSerializer.Serialize(hits.Select(h => h.Id.Split('/', 2))))
        .ToDictionary(c => c.Id, c => c.Text);

    private List<NewClause> ClausesByNumber(List<int> numbers) => InOrder(numbers, _db.Rows(
        "SELECT c.number, d.slug, c.slug, w.id, coalesce(d.title, w.title), c.label, c.kind, c.text, d.date FROM json_each($1) j CROSS JOIN clauses c ON c.number = j.value JOIN documents d ON d.number = c.document JOIN works w ON w.number = d.work",
        r => (Number: r.GetInt32(0),
            Clause: new NewClause($"{r.GetString(1)}/{r.GetString(2)}", new(r.GetString(1), r.GetString(3), r.GetString(4)), r.GetString(5),
                r.GetString(6), r.GetString(7), r.Text(8))),
        JsonSerializer.Serialize(numbers)).ToDictionary(c => c.Number, c => c.Clause));

    private static List<int> Later(ushort[] ordinals, int since)
    {
        var later = new List<int>();
        for (var i = 0; i < ordinals.Length; i++)
            if (ordinals[i] > since) later.Add(i + 1);
        return later;
    }

    private static List<T> InOrder<T>(List<int> numbers, Dictionary<int, T> found) => [.. numbers.Select(n => found[n])];

    private static Appearances Read(string root, GenerationStamp served)
    {
        var file = FirstSeenFile.Read(root, out _);
        // A snapshot that is served before the file was written, or without one, is the newest that there is.
        var own = file.Generations.FindLastIndex(g => g == served);
        return new(file, own < 0 ? file.Generations.Add(served) : file.Generations[..(own + 1)]);
    }

    private Seen All(Appearances appeared)
    {
        return new(Ordinals(EntryKeys.EdgesAfter(_db, 0)), Ordinals(EntryKeys.ClausesAfter(_db, 0)),
            Ordinals(EntryKeys.WorksAfter(_db, 0)));

        ushort[] Ordinals(IEnumerable<(int Number, ulong Key)> rows)
        {
            var ordinals = new List<ushort>();
            foreach (var (number, key) in rows)
            {
                while (ordinals.Count < number - 1) ordinals.Add(0); // no row has these numbers
                ordinals.Add((ushort)appeared.OrdinalOf(key));
            }
            return [.. ordinals];
        }
    }

    /// <summary>The generations, and in which of them what is known by a key first appeared.</summary>
    private sealed record Appearances(FirstSeenFile File, ImmutableArray<GenerationStamp> Generations)
    {
        public int OrdinalOf(ulong key) => Math.Min(File.OrdinalOf(key) ?? int.MaxValue, Generations.Length - 1);
    }

    /// <summary>For each number of a row of a table, less one, the place of the generation in which it first appeared: found by a
    /// pass over the whole snapshot.</summary>
    private sealed record Seen(ushort[] Edges, ushort[] Clauses, ushort[] Works);
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
