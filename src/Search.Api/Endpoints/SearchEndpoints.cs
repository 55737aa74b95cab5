using Microsoft.OpenApi;
using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog;

namespace Search.Api.Endpoints;

/// <summary>Search and suggestions.</summary>
internal static class SearchEndpoints
{
    /// <summary>Hits behind this many are not shown: a page costs as much as all before it.</summary>
    private const int Deepest = 10_000;

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/search", Search).WithName("Search").WithExample("/v1/search?q=%22early%20intervention%22&facets=kind&limit=1").WithTags("Search").WithSummary("Ranked clauses")
            .WithDescription("Words are ranked and most must match; \"quotes\" mean exactly; -word, OR, parentheses, word*, word~ and \"a b\"~5 work; fields are organ:, symbol:, year:1990..1999, kind:, verb:, treatment:, title:, cites:\"Palermo Protocol\", article:6, cited-by:, session:78, subject:\"gender equality\", sdg:5, vote:recorded. A query that is a citation puts its work first.")
            .WithQuery([
                new QueryParameter("q", "The query.") { Example = "\"early intervention\" cites:crc" },
                Query.Organ,
                new QueryParameter("kind", "Kind of clause (preambular, operative, annex, other) or of document (resolution, decision ...); any of these, and of those.") { Several = true, Words = [.. ResolutionCatalog.ClauseKinds, .. ResolutionCatalog.DocumentKinds], Example = "operative" },
                Query.From, Query.To,
                new QueryParameter("cites", "Only clauses that cite this work: an id or a citation as people write it.") { Example = "palermo-protocol" },
                Query.Treatment,
                new QueryParameter("facets", "Counts over all clauses found, by these; `true` for all of them. `type` is the kind of document, `cites` the cited work. Each count is the total of the same question with that value as filter; one of `treatment` or `cites` stands in place of the filter that is given.") { Several = true, Words = [.. ResolutionCatalog.FacetNames, "true", "false"], Example = "treatment" },
                new QueryParameter("sort", "Order of the clauses.") { Words = ["relevance", "newest", "oldest"], Default = "relevance" },
                new QueryParameter("explain", "Whether every hit says how its score came about.", JsonSchemaType.Boolean) { Default = "false" },
                new QueryParameter("strict", "Whether a query that was not taken at its word is a 400.", JsonSchemaType.Boolean) { Default = "false" },
                .. Query.Topics, Query.Limit(100, 10), Query.Cursor]).WithTable("hits")
            .Produces<SearchAnswer>().ProducesProblem(400).ProducesProblem(410).ProducesProblem(503)
            .CacheOutput(p => p.AddPolicy<KeptAnswers>(), excludeDefaultPolicy: true);
        v1.MapGet("/suggest", Suggest).WithName("Suggest").WithDescription("For a box that completes what is typed: works of which each typed word begins a word of its names, in any order (“conv rights child”), documents by symbol or title, and words of the corpus. Each list is short and ordered by how often it is cited or used.").WithExample("/v1/suggest?q=palermo&limit=2").WithTags("Search").WithSummary("Works, documents and words that begin so")
            .WithQuery(new QueryParameter("q", "The beginning.") { Required = true, Example = "palermo" }, Query.Limit(50, 8))
            .Produces<Suggestions>().ProducesProblem(400)
            .CacheOutput(p => p.AddPolicy<KeptAnswers>(), excludeDefaultPolicy: true);
    }

    private static IResult Search(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var skip = p.Skip(catalog, Deepest);
        var request = new SearchRequest
        {
            Query = p.Text("q") ?? "",
            Organs = p.List("organ"),
            Kinds = p.AnyOf("kind", [.. ResolutionCatalog.ClauseKinds, .. ResolutionCatalog.DocumentKinds]),
            From = p.Date("from", end: false),
            To = p.Date("to", end: true),
            Cites = p.Text("cites"),
            Treatments = p.AnyOf("treatment", ResolutionCatalog.TreatmentWords),
            Facets = Facets(p),
            Topics = DocumentTopic.All.ToDictionary(t => t.Name, t => p.Values(t.Name)),
            Sort = p.OneOf("sort", "relevance", "newest", "oldest"),
            Skip = skip,
            Take = Math.Min(p.Number("limit", 1, 100, 10), Deepest - skip),
            Explain = p.Flag("explain") ?? false,
            Cancellation = context.RequestAborted,
        };
        var strict = p.Flag("strict") ?? false;
        if (p.Problem is not null) return p.Problem;

        var found = catalog.Search(request);
        context.Charge(found.Work);
        if (strict && found.Query.Warnings.Count > 0)
            return Problems.Result("query-warnings", string.Join(" ", found.Query.Warnings.Select(w => $"{w.Message} (at {w.Start}-{w.End})")), "q");
        return Results.Ok(new SearchAnswer(
            new(found.Total, found.Exact ? "eq" : "gte"), [.. found.Hits.Select(Answers.Hit)], request.Facets.Count > 0 ? found.Facets : null, found.Query,
            found.DidYouMean is null ? [] : [found.DidYouMean], found.Recognised,
            found.Stopped ? new TruncationView("work", found.Hits.Count, checked((int)found.Total), found.Exact)
            : found.Total > Deepest ? new TruncationView("depth", Deepest, checked((int)found.Total), found.Exact) : null, p.Next(catalog, skip, found.Hits.Count, Math.Min(found.Total, Deepest))));
    }

    private static IReadOnlyList<string> Facets(Parameters p) => p.AnyOf("facets", [.. ResolutionCatalog.FacetNames, "true", "false"]) switch
    {
        var asked when asked.Contains("true") => ResolutionCatalog.FacetNames,
        var asked => [.. asked.Where(f => f != "false")],
    };

    private static IResult Suggest(HttpContext context)
    {
        var p = new Parameters(context);
        var prefix = p.Required("q", "palermo");
        var limit = p.Number("limit", 1, 50, 8);
        return p.Problem ?? Results.Ok(context.Catalog().Suggest(prefix.Length > 200 ? prefix[..200] : prefix, limit));
    }
}
