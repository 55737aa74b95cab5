using Microsoft.OpenApi;
using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog;

namespace Search.Api.Endpoints;

/// <summary>Works, and what cites what.</summary>
internal static class WorkEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/works", List).WithName("Works").WithTags("Works").WithSummary("Works; cited and not here is 'most wanted'")
            .WithQuery(
                new QueryParameter("sort", "Order of the works.") { Words = ["cited-by", "cites", "date", "title"], Default = "cited-by" },
                new QueryParameter("inCorpus", "Only works whose text is here (true) or not (false).", JsonSchemaType.Boolean) { Example = "false" },
                new QueryParameter("kind", "Only works of this kind: treaty, protocol, resolution ...") { Example = "protocol" }, Query.Limit(100, 20), Query.Cursor)
            .Produces<WorksAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapGet("/works/{id}", Get).WithName("Work").WithTags("Works").WithSummary("A work: names, relations, counts").Produces<WorkAnswer>().ProducesProblem(404);
        v1.MapGet("/works/{id}/cited-by", CitedBy).WithName("CitedBy").WithTags("Works").WithSummary("The clauses that cite a work")
            .WithQuery(
                Query.Treatment, new QueryParameter("pinpoint", "Only this provision of the cited work, as people write it.") { Example = "article 6" },
                new QueryParameter("kind", "Kind of the citing document; any of these.") { Several = true, Example = "resolution" }, Query.Place, Query.Organ, Query.From, Query.To, Query.Parts, Query.Newest,
                Query.Limit(100, 20), Query.Cursor)
            .Produces<EdgesAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        v1.MapGet("/works/{id}/cites", Cites).WithName("Cites").WithTags("Works").WithSummary("What the text of a work cites")
            .WithQuery(
                Query.Treatment, new QueryParameter("pinpoint", "Only this provision of the cited work, as people write it.") { Example = "article 6" },
                new QueryParameter("kind", "Kind of the citing document; any of these.") { Several = true, Example = "resolution" }, Query.Place, Query.Organ, Query.From, Query.To, Query.Parts, Query.Newest,
                Query.Limit(100, 20), Query.Cursor)
            .Produces<EdgesAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
    }

    private static IResult List(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var skip = p.Skip(catalog);
        var sort = p.OneOf("sort", "cited-by", "cites", "date", "title");
        var inCorpus = p.Flag("inCorpus");
        var kind = p.Text("kind")?.ToLowerInvariant();
        var limit = p.Number("limit", 1, 100, 20);
        if (p.Problem is not null) return p.Problem;
        var (total, page) = catalog.Works(sort, inCorpus, kind, skip, limit);
        return Results.Ok(new WorksAnswer(Total.Exactly(total), page, p.Next(catalog, skip, page.Count, total)));
    }

    private static IResult Get(HttpContext context, string id) =>
        context.Catalog().Work(id) is { } work ? Results.Ok(Answers.Work(work)) : Missing(context, id);

    private static IResult CitedBy(HttpContext context, string id) => Edges(context, id, (catalog, query) => catalog.CitedBy(id, query));

    private static IResult Cites(HttpContext context, string id) => Edges(context, id, (catalog, query) => catalog.Cites(id, query));

    private static IResult Edges(HttpContext context, string id, Func<ResolutionCatalog, EdgeQuery, EdgePage?> ask)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var skip = p.Skip(catalog);
        var query = new EdgeQuery
        {
            Treatments = p.AnyOf("treatment", ResolutionCatalog.TreatmentWords),
            Provision = p.Text("pinpoint"),
            Kinds = [.. p.List("kind").Select(k => k.ToLowerInvariant())],
            Places = p.AnyOf("place", ResolutionCatalog.PlaceWords),
            Organs = [.. p.List("organ").Select(o => o.ToUpperInvariant())],
            From = p.Date("from", end: false),
            To = p.Date("to", end: true),
            Parts = p.Flag("parts") ?? true,
            NewestFirst = p.OneOf("sort", "newest", "oldest") == "newest",
            Skip = skip,
            Take = p.Number("limit", 1, 100, 20),
        };
        if (p.Problem is not null) return p.Problem;
        if (ask(catalog, query) is not { } page) return Missing(context, id);
        return Results.Ok(new EdgesAnswer(id, Total.Exactly(page.Total), page.Groups, [.. page.Edges.Select(Answers.Edge)], p.Next(catalog, skip, page.Edges.Count, page.Total)));
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
