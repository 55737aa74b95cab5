using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Endpoints;

/// <summary>Search and suggestions.</summary>
internal static class SearchEndpoints
{
    /// <summary>Hits after this many are not shown: a page costs as much as all before it.</summary>
    private const int Deepest = 10_000;

    /// <summary>What is typed beyond this many characters is not looked at.</summary>
    private const int LongestBeginning = 200;

    private static readonly FlagParameter Explain = new("explain", "Whether every hit says how its score came about.", Default: false);
    private static readonly FlagParameter Strict =
        new("strict", "Whether a query that was not taken at its word is a 400.", Default: false);
    private static readonly WordParameter Partial = new(
        "partial", "Where a part of the text index cannot be reached: `refuse` answers 503, `allow` answers from the rest, and `partial` in the answer says what is missing.",
        new("PartialAnswers", ["refuse", "allow"]));

    private static readonly TextParameter Beginning =
        new("q", "The beginning.") { Longest = int.MaxValue, Required = true, Example = "palermo" };
    private static readonly NumberParameter Suggested = Filters.Limit with { Most = 50, Default = 8 };

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapList("/search", Search, new("Search", "Search", "hits", "/v1/search?q=%22early%20intervention%22&facets=clauseKind&limit=1"),
                [SearchParameters.Query, .. SearchParameters.All, Explain, Strict, Partial, SearchParameters.Limit,
                    AnswerParameters.Cursor])
            .Produces<SearchAnswer>().ProducesProblem(400).ProducesProblem(410).ProducesProblem(503)
            .CacheOutput(p => p.AddPolicy<SearchOutputCachePolicy>(), excludeDefaultPolicy: true);
        v1.MapGet("/suggest", Suggest).WithName("Suggest").WithTags("Search").WithExample("/v1/suggest?q=palermo&limit=2")
            .WithQuery(Beginning, Suggested)
            .Produces<Suggestions>().ProducesProblem(400)
            .CacheOutput(p => p.AddPolicy<SearchOutputCachePolicy>(), excludeDefaultPolicy: true);
    }

    private static IResult Search(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var skip = p.Skip(catalog, Deepest);
        var request = p.Values.Search() with
        {
            Skip = skip,
            Take = Math.Min(p.Get(SearchParameters.Limit), Deepest - skip),
            Explain = p.Get(Explain),
            AllowMissingShards = p.Get(Partial) == "allow",
            Cancellation = context.RequestAborted,
        };
        var strict = p.Get(Strict);
        if (p.Problem is { } problem) return problem;

        var clauses = catalog.Find(request);
        var found = clauses.WithoutHits;
        context.Charge(found.Work);
        if (found.MissingShards.Count > 0) context.Features.Set(new Passing());
        if (strict && found.Query.Warnings.Count > 0)
            return Problems.Result("query-warnings",
                string.Join(" ", found.Query.Warnings.Select(w => $"{w.Message} (at {w.Start}-{w.End})")), "q");
        var next = p.Next(catalog, skip, clauses.Count, found.More ? Math.Min(found.Total, Deepest) : 0);
        return new SearchResponse(clauses, SearchAnswer.Of(found, clauses.Count, request.Facets.Count > 0, Deepest, next));
    }

    private static IResult Suggest(HttpContext context)
    {
        var p = Parameters.Of(context);
        var prefix = p.Get(Beginning) ?? "";
        var limit = p.Get(Suggested);
        return p.Problem
            ?? Results.Ok(context.Catalog().Suggest(prefix.Length > LongestBeginning ? prefix[..LongestBeginning] : prefix, limit));
    }
}
