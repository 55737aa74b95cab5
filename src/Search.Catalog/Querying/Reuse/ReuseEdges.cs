namespace Search.Catalog.Querying.Reuse;

/// <summary>Every clause that has an earlier version, with the best of them: found once, by a pass over the whole index.</summary>
internal sealed class ReuseEdges(Database db, ClausePassages passages)
{
    private readonly Lazy<Found[]> _all = new(() => Find(db, passages));

    /// <summary>A page of edges, by date of the later document, the newest first.</summary>
    public (int Total, List<ReuseEdge> Page) List(ReuseQuery query)
    {
        var fitting = Matching(query);
        return (fitting.Count, Shown(fitting.Skip(query.Skip).Take(query.Take)));
    }

    /// <summary>A page of the documents whose clauses <see cref="List"/> gives, those with most silent ones first.</summary>
    public (int Total, List<RepeatingDocument> Page) Documents(ReuseQuery query)
    {
        var counted = Matching(query with { Silent = null }).GroupBy(e => passages.Index.Document(e.Passage))
            .Select(d => (Number: d.Key + 1, Repeated: d.Count(), Silent: d.Count(e => e.Silent)))
            .Where(d => query.Silent is not { } silent || (silent ? d.Silent > 0 : d.Silent < d.Repeated))
            .OrderByDescending(d => d.Silent).ThenByDescending(d => d.Repeated).ThenBy(d => d.Number).ToList();
        var page = counted.Skip(query.Skip).Take(query.Take).ToList();
        var rows = LineageQueries.Documents(db, page.Select(d => d.Number)).ToDictionary(d => d.Number, d => d.Document);
        return (counted.Count, page.ConvertAll(d => new RepeatingDocument(rows[d.Number], d.Repeated, d.Silent)));
    }

    /// <summary>Every edge, read as they are gone through, and the numbers of the documents at their ends, from 1.</summary>
    public (IEnumerable<ReuseEdge> Edges, IReadOnlyCollection<int> Documents) Fitting(ReuseQuery query)
    {
        var fitting = Matching(query);
        var documents = fitting.SelectMany(e => (int[])[passages.Index.Document(e.Passage) + 1, e.Source.Document + 1]).ToHashSet();
        return (fitting.Chunk(1000).SelectMany(Shown), documents);
    }

    private List<Found> Matching(ReuseQuery query)
    {
        int? document = null;
        if (query.Document is { } slug)
        {
            document = db.First("SELECT number FROM documents WHERE slug = $1", r => r.GetInt32(0), slug) - 1;
            if (document < 0) return [];
        }
        return _all.Value.Where(e => e.Source.Percent >= query.Least && (query.Silent is not { } silent || e.Silent == silent)
            && (document is not { } d || passages.Index.Document(e.Passage) == d)).ToList();
    }

    private List<ReuseEdge> Shown(IEnumerable<Found> edges)
    {
        var page = edges.ToList();
        var rows = passages.Rows(page.SelectMany(e => (int[])[e.Passage, e.Source.Passage]));
        return page.ConvertAll(e =>
        {
            var self = new PassageUse(e.Passage, 0, 0, 100, true);
            return new ReuseEdge(
                e.Passage + 1, ClausePassages.Shown(rows[e.Passage], self, "itself", null),
                ClausePassages.Shown(rows[e.Source.Passage], e.Source, "earlier", e.Cited), passages.Kind(e.Passage), e.Silent);
        });
    }

    private static Found[] Find(Database db, ClausePassages passages)
    {
        var index = passages.Index;
        var cited = db.Rows(
            "SELECT DISTINCT e.document, w.document FROM edges e JOIN works w ON w.number = e.work WHERE w.document IS NOT NULL",
            r => (Citing: r.GetInt32(0) - 1, Cited: r.GetInt32(1) - 1)).ToHashSet();
        var found = new List<Found>();
        for (var document = 0; document < index.DocumentCount; document++)
        {
            var order = index.Order(document);
            if (order == 0) continue;
            var (first, end) = index.Passages(document);
            for (var passage = first; passage < end; passage++)
            {
                if (index.Length(index.Wording(passage)) < ComparedClauses.FewestWords) continue;
                var uses = passages.Uses(passage);
                var self = document;
                var earlier = passages.Earlier(uses, order, passages.Kind(passage), other => cited.Contains((self, other)));
                if (earlier.Source is { } source)
                    found.Add(new(passage, source, order, cited.Contains((document, source.Document)), earlier.Silent));
            }
        }
        return [.. found.OrderByDescending(e => e.Order).ThenBy(e => e.Passage)];
    }

    private readonly record struct Found(int Passage, PassageUse Source, int Order, bool Cited, bool Silent);
}
