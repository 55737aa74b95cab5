using Search.FullText;
using Search.FullText.Queries;

namespace Search.Catalog.Querying;

/// <summary>Ranked search for clauses: the query language, filters, the graph in the query, facets and highlights.</summary>
internal sealed class ClauseSearch(Database db, FullTextIndex index, CitationResolver resolver)
{
    private const int FacetValues = 12;
    private readonly HitDescriptions _descriptions = new(db, index);
    private static readonly QueryLanguageOptions Language = new() { Schema = ClauseFields.Schema, OwnFields = GraphFields.Names };

    public SearchResult Run(SearchRequest request)
    {
        var parsed = QueryLanguage.Parse(request.Query, Language);
        var warnings = parsed.Warnings.Select(w => new QueryWarning(w.Code, w.Message, w.Start, w.End)).ToList();
        var fields = new GraphFields(resolver, warnings).Read(request, parsed.Fields);
        var recognised = parsed.Fields.Count == 0 ? resolver.Recognise(request.Query) : null;
        var words = string.IsNullOrWhiteSpace(request.Query) ? new AllQuery() : InClauses(parsed.Query);
        var query = Lift(Exclude(words, fields.Excluded), recognised);

        var hits = index.Search(query, new SearchOptions
        {
            Limit = request.Take,
            Offset = request.Skip,
            ExactTotal = true,
            Filters = fields.Filters,
            Sort = request.Sort switch
            {
                "newest" => new SortBy(ClauseFields.Date, Descending: true),
                "oldest" => new SortBy(ClauseFields.Date),
                _ => null,
            },
            Facets = [.. request.Facets.Select(f => new FacetRequest(f, FacetValues))],
            Cancellation = request.Cancellation,
        });

        request.Cancellation.ThrowIfCancellationRequested();
        IReadOnlyList<WorkSummary> named = recognised is null ? fields.Cited : [recognised.Work];
        var didYouMean = hits.Total.Value == 0 ? Respell(request.Query, parsed) : null;
        return new(
            hits.Total.Value, hits.Total.Relation == TotalRelation.Equal, _descriptions.Of(hits.Hits, parsed.Terms, request.Explain ? query : null), Facets(hits.Facets, request, parsed),
            new(parsed.Read, warnings), named, didYouMean);
    }

    public Suggestions Suggest(string prefix, int most)
    {
        var text = prefix.Trim();
        if (text.Length == 0) return new([], [], []);
        var works = resolver.BeginningWith(text, most);
        var documents = db.Rows(
            "SELECT d.slug, d.symbol, d.title, d.organ, d.kind, d.date, d.identified_by, 0, w.cites, w.cited_by FROM documents d JOIN works w ON w.number = d.work"
            + " WHERE d.title LIKE $1 ESCAPE '\\' OR d.symbol LIKE $1 ESCAPE '\\' ORDER BY w.cited_by DESC, d.date DESC LIMIT $2",
            r => new DocumentSummary(r.GetString(0), r.Text(1), r.Text(2), r.Text(3), r.GetString(4), r.Text(5), r.GetString(6), r.GetInt32(7), r.GetInt32(8), r.GetInt32(9)),
            LikePrefix(text), most);
        var space = text.LastIndexOf(' ');
        var head = text[..(space + 1)];
        return new(works, documents, [.. index.Suggest(text[(space + 1)..], most).Select(s => head + s.Word)]);
    }

    /// <summary>The fields whose values can be counted.</summary>
    public static IReadOnlyList<string> FacetFields { get; } =
        [ClauseFields.Organ, ClauseFields.Kind, ClauseFields.Type, ClauseFields.Treatment, ClauseFields.Year, ClauseFields.Cites];

    private static string LikePrefix(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private static Query Exclude(Query query, IReadOnlyList<Query> excluded) =>
        excluded.Count == 0 ? query : new BooleanQuery { Must = [query], MustNot = excluded };

    // Words without a field are looked for in clauses: that a document's title has them says nothing of each of its clauses.
    private static Query InClauses(Query query) => query switch
    {
        TermQuery { Field: null } q => q with { Field = ClauseFields.Text },
        PhraseQuery { Field: null } q => q with { Field = ClauseFields.Text },
        PrefixQuery { Field: null } q => q with { Field = ClauseFields.Text },
        FuzzyQuery { Field: null } q => q with { Field = ClauseFields.Text },
        BoostQuery q => q with { Query = InClauses(q.Query) },
        BooleanQuery q => q with { Must = [.. q.Must.Select(InClauses)], Should = [.. q.Should.Select(InClauses)], MustNot = [.. q.MustNot.Select(InClauses)] },
        _ => query,
    };

    // A clause that cites what the query names is found even where it uses other words, and ranks above those that only share words.
    private static Query Lift(Query query, RecognisedWork? recognised)
    {
        if (recognised is null) return query;
        var should = new List<Query> { query, new BoostQuery(new KeywordQuery(ClauseFields.Cites, recognised.Work.Id), 4f) };
        if (recognised.Pinpoint.Length > 0)
            should.Add(new BoostQuery(new KeywordQuery(ClauseFields.Provision, ClauseFields.ProvisionValue(recognised.Work.Id, recognised.Pinpoint)), 8f));
        return new BooleanQuery { Should = should };
    }

    private Dictionary<string, IReadOnlyList<ValueCount>> Facets(IReadOnlyList<Facet> facets, SearchRequest request, ParsedQuery parsed)
    {
        // Where works or treatments are asked for, a treatment is that of a cited work and not of the clause: then each value is asked for in its turn.
        var ofEdges = request.Cites is not null || request.Treatments.Count > 0 || parsed.Fields.Any(f => f.Field is "cites" or "treatment");
        return facets.ToDictionary(f => f.Field, f => (IReadOnlyList<ValueCount>)[.. f.Field switch
        {
            ClauseFields.Treatment when ofEdges => Recount(f, v => request with { Treatments = [v] }),
            ClauseFields.Cites when ofEdges => Recount(f, v => request with { Cites = v }),
            _ => f.Values.Select(v => new ValueCount(v.Value, checked((int)v.Count))),
        }]);
    }

    private IEnumerable<ValueCount> Recount(Facet facet, Func<string, SearchRequest> narrowed) => facet.Values
        .Select(v => new ValueCount(v.Value, checked((int)Run(narrowed(v.Value) with { Facets = [], Skip = 0, Take = 0, Explain = false }).Total)))
        .Where(v => v.Count > 0)
        .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal);

    private string? Respell(string query, ParsedQuery parsed)
    {
        var respelt = query;
        foreach (var term in parsed.Terms)
            if (term.Kind == HighlightKind.Word && index.DidYouMean(term.Text) is { } better)
                respelt = respelt.Replace(term.Text, better, StringComparison.OrdinalIgnoreCase);
        return respelt == query ? null : respelt;
    }
}
