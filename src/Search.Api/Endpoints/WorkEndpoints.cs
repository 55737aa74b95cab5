using Microsoft.OpenApi;
using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog;

namespace Search.Api.Endpoints;

/// <summary>Works, and what cites what.</summary>
internal static class WorkEndpoints
{
    private static readonly string[] Orders = ["cited-by", "influence", "cites", "date", "title"];

    private static readonly QueryParameter AsOf = new("asOf", "The status as of that day: later texts do not count.") { Example = "2025-12-31" };

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/works", List).WithName("Works").WithDescription("Everything that can be cited: instruments, resolutions, documents, whether their text is here or not. `inCorpus=false&cited=true` are the most wanted.").WithExample("/v1/works?inCorpus=false&cited=true&limit=1").WithTags("Works").WithSummary("Works; cited and not here is 'most wanted'")
            .WithQuery(
                new QueryParameter("sort", "Order of the works. influence counts a citation by the influence of what cites, and one in a long list little.") { Words = [.. Orders], Default = "cited-by" },
                new QueryParameter("inCorpus", "Only works whose text is here (true) or not (false).", JsonSchemaType.Boolean) { Example = "false" },
                new QueryParameter("cited", "Only works that something cites (true) or nothing does (false).", JsonSchemaType.Boolean) { Example = "true" },
                new QueryParameter("kind", "Only works of these kinds: treaty, protocol, resolution ...") { Several = true, Example = "protocol" }, Query.Limit(100, 20), Query.Cursor).WithTable("works")
            .Produces<WorksAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapGet("/works/{id}", Get).WithName("Work").WithDescription("Under one id, with all its names. `citedBy` counts citations of the work and of its annexes and lettered parts, `citedByItself` those of the work alone; a resolution is no part of the treaty annexed to it, the treaty is a part of the resolution. `cites` is null where the text is not here. `status` says what later resolutions and decisions here extend, amend, supersede or terminate, each with its clause; it never says that a work is in force. Who terminated what is `/v1/edges?treatment=terminates`.").WithExample("/v1/works/palermo-protocol").WithTags("Works").WithSummary("A work: names, relations, counts, status").WithQuery(AsOf).Produces<WorkAnswer>().ProducesProblem(400).ProducesProblem(404);
        v1.MapGet("/works/{id}/cited-by", CitedBy).WithName("CitedBy").WithExample("/v1/works/palermo-protocol/cited-by?pinpoint=article%206&limit=1").WithTags("Works").WithSummary("The clauses that cite a work")
            .WithDescription("Each edge quotes its clause. `groups` counts all that match, by treatment, place, organ, kind, year, provision, citing document and cited work: every number is the total of this list with that filter added.")
            .WithQuery([.. EdgeParameters.OfLists, Query.Parts, Query.Newest, Query.Limit(100, 20), Query.Cursor]).WithTable("edges")
            .Produces<EdgesAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        v1.MapGet("/works/{id}/cites", Cites).WithName("Cites").WithExample("/v1/works/a-res-61-901/cites?clause=op1&limit=1").WithTags("Works").WithSummary("What the text of a work cites")
            .WithDescription("The edges that leave a document with its annexes, the text of an annexed treaty, or one clause (`clause=op5`).")
            .WithQuery([.. EdgeParameters.OfLists, Query.Parts, Query.Newest, Query.Limit(100, 20), Query.Cursor]).WithTable("edges")
            .Produces<EdgesAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        v1.MapGet("/edges", AllEdges).WithName("Edges").WithExample("/v1/edges?treatment=renews&limit=1").WithTags("Works").WithSummary("Who did what to what: edges by treatment, wherever they lead")
            .WithDescription("What terminates, amends, renews ... which work, each with its clause. At least one `treatment` is required; the other filters and `groups` are those of `cited-by`.")
            .WithQuery([.. EdgeParameters.OfLists, Query.Newest, Query.Limit(100, 20), Query.Cursor]).WithTable("edges")
            .Produces<AllEdgesAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapGet("/works/{id}/history", History).WithName("History").WithDescription("How a work came to be cited: the first dated citation and the last, and per year how many clauses and documents cite it. Takes the filters of `cited-by`; `total` is the same.").WithExample("/v1/works/crc/history?treatment=urges-ratification").WithTags("Works").WithSummary("What cited a work first, and how many did by year")
            .WithQuery([.. EdgeParameters.OfLists, Query.Parts])
            .Produces<HistoryAnswer>().ProducesProblem(400).ProducesProblem(404);
    }

    private static IResult List(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var skip = p.Skip(catalog);
        var sort = p.OneOf("sort", Orders);
        var inCorpus = p.Flag("inCorpus");
        var cited = p.Flag("cited");
        var kind = p.List("kind").Select(k => k.ToLowerInvariant()).ToList();
        var limit = p.Number("limit", 1, 100, 20);
        if (p.Problem is not null) return p.Problem;
        var (total, page) = catalog.Works(sort, inCorpus, cited, kind, skip, limit);
        return Results.Ok(new WorksAnswer(Total.Exactly(total), page, p.Next(catalog, skip, page.Count, total)));
    }

    private static IResult Get(HttpContext context, string id)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var asOf = p.Date("asOf", end: true);
        if (p.Problem is not null) return p.Problem;
        return catalog.Work(id) is { } work && catalog.Status(id, asOf) is { } status ? Results.Ok(Answers.Work(work, status, context.OriginalsOf(work))) : Missing(context, id);
    }

    private static IResult CitedBy(HttpContext context, string id) => Edges(context, id, (catalog, query) => catalog.CitedBy(id, query));

    private static IResult Cites(HttpContext context, string id) => Edges(context, id, (catalog, query) => catalog.Cites(id, query));

    private static IResult Edges(HttpContext context, string id, Func<ResolutionCatalog, EdgeQuery, EdgePage?> ask)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var query = Page(p, catalog);
        if (p.Problem is not null) return p.Problem;
        if (ask(catalog, query) is not { } page) return Missing(context, id);
        return Results.Ok(new EdgesAnswer(id, Total.Exactly(page.Total), page.Groups, [.. page.Edges.Select(Answers.Edge)], p.Next(catalog, query.Skip, page.Edges.Count, page.Total)));
    }

    private static IResult AllEdges(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        p.Required("treatment", "terminates");
        var query = Page(p, catalog);
        if (p.Problem is not null) return p.Problem;
        var page = catalog.Edges(query);
        return Results.Ok(new AllEdgesAnswer(Total.Exactly(page.Total), page.Groups, [.. page.Edges.Select(Answers.Edge)], p.Next(catalog, query.Skip, page.Edges.Count, page.Total)));
    }

    private static EdgeQuery Page(Parameters p, ResolutionCatalog catalog) => p.List(new EdgeQuery
    {
        Parts = p.Flag("parts") ?? true,
        NewestFirst = p.OneOf("sort", "newest", "oldest") == "newest",
        Skip = p.Skip(catalog),
        Take = p.Number("limit", 1, 100, 20),
    });

    private static IResult History(HttpContext context, string id)
    {
        var p = new Parameters(context);
        var query = p.List(new EdgeQuery { Parts = p.Flag("parts") ?? true });
        if (p.Problem is not null) return p.Problem;
        return context.Catalog().History(id, query) is { } found ? Results.Ok(Answers.History(id, found)) : Missing(context, id);
    }

    /// <summary>404 with the nearest ids.</summary>
    public static IResult Missing(HttpContext context, string id)
    {
        var shown = id.Length > 80 ? id[..80] + "…" : id;
        var resolved = context.Catalog().Resolve(id.Replace('-', ' '));
        return Problems.Result("not-found", $"There is no work '{shown}' here. /v1/resolve?citation= finds one by any of its names.",
            didYouMean: [.. resolved.Works.Concat(resolved.Nearest).Select(w => w.Id).Take(5)]);
    }
}
