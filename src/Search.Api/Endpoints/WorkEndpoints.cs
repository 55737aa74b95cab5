using Search.Api.Description;
using Search.Api.Http;
using Search.Api.Serving;
using Search.Catalog;
using Search.Catalog.Citing;
using Search.Catalog.Parameters;

namespace Search.Api.Endpoints;

/// <summary>Works, and what cites what.</summary>
internal static class WorkEndpoints
{
    private static readonly WordsParameter TreatmentOfAll = Filters.Treatment with { Required = true, Example = "terminates" };

    private static readonly TextParameter CitedClause =
        new("clause", "Cite this clause of the work's text: its label as in addresses.") { Longest = 120 };

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapList("/works", List, new("Works", "Works", "works", "/v1/works?inCorpus=false&cited=true&limit=1"),
                [.. WorkParameters.All, Filters.Limit, AnswerParameters.Cursor])
            .Produces<WorksAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapGet("/works/{id}", Get).WithName("Work").WithTags("Works").WithExample("/v1/works/palermo-protocol")
            .WithQuery(WorkParameters.AsOf)
            .Produces<WorkAnswer>().ProducesProblem(400).ProducesProblem(404);
        v1.MapList("/works/{id}/cited-by", CitedBy,
            new("CitedBy", "Works", "edges", "/v1/works/palermo-protocol/cited-by?pinpoint=article%206&limit=1"),
                [.. EdgeParameters.OfLists, Filters.Limit, AnswerParameters.Cursor])
            .Produces<EdgesAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        v1.MapList("/works/{id}/cites", Cites, new("Cites", "Works", "edges", "/v1/works/a-res-61-901/cites?clause=op1&limit=1"),
                [.. EdgeParameters.OfLists, Filters.Limit, AnswerParameters.Cursor])
            .Produces<EdgesAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        v1.MapGet("/works/{id}/citation", Citation).WithName("Citation").WithTags("Works")
            .WithExample("/v1/works/a-res-75-901/citation?clause=op5").WithQuery(CitedClause)
            .Produces<CitationAnswer>().ProducesProblem(400).ProducesProblem(404);
        v1.MapList("/edges", AllEdges, new("Edges", "Works", "edges", "/v1/edges?treatment=renews&limit=1"),
                [TreatmentOfAll, .. EdgeParameters.OfEdges.Where(p => p != Filters.Treatment), Filters.DateOrder, GroupByParameter.OfEdges,
                    Filters.Limit, AnswerParameters.Cursor])
            .Produces<AllEdgesAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapGet("/works/{id}/history", History).WithName("History").WithTags("Works")
            .WithExample("/v1/works/crc/history?treatment=urges-ratification")
            .WithQuery([.. EdgeParameters.OfEdges, Filters.Parts])
            .Produces<HistoryAnswer>().ProducesProblem(400).ProducesProblem(404);
    }

    private static IResult List(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var query = p.Values.Works() with { Skip = p.Skip(catalog), Take = p.Get(Filters.Limit) };
        p.Values.Check(catalog, query);
        if (p.Problem is { } problem) return problem;
        var found = catalog.Works(query);
        return Results.Ok(new WorksAnswer(Total.Exactly(found.Total), found.Page,
            p.Next(catalog, query.Skip, found.Page.Count, found.Total))
        { Grouped = found.Grouped });
    }

    private static IResult Get(HttpContext context, string id)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var asOf = p.Get(WorkParameters.AsOf);
        if (p.Problem is { } problem) return problem;
        return catalog.Work(id) is { } work && catalog.Status(id, asOf) is { } status
            ? Results.Ok(Answers.Work(work, status, context.OriginalsOf(work)))
            : Missing(context, id);
    }

    private static IResult CitedBy(HttpContext context, string id) => Edges(context, id, (catalog, query) => catalog.CitedBy(id, query));

    private static IResult Cites(HttpContext context, string id) => Edges(context, id, (catalog, query) => catalog.Cites(id, query));

    private static IResult Edges(HttpContext context, string id, Func<ResolutionCatalog, EdgeQuery, EdgePage?> ask)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var query = p.Values.List() with { Skip = p.Skip(catalog), Take = p.Get(Filters.Limit) };
        p.Values.Check(catalog, query);
        if (p.Problem is { } problem) return problem;
        if (ask(catalog, query) is not { } page) return Missing(context, id);
        return Results.Ok(new EdgesAnswer(id, Total.Exactly(page.Total), page.Groups, [.. page.Edges.Select(Answers.Edge)],
            p.Next(catalog, query.Skip, page.Edges.Count, page.Total))
        { Grouped = page.Grouped });
    }

    private static IResult Citation(HttpContext context, string id)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var clause = p.Get(CitedClause)?.ToLowerInvariant();
        if (p.Problem is { } problem) return problem;
        if (catalog.Work(id) is not { } work) return Missing(context, id);
        var page = clause is null
            ? $"/works/{Uri.EscapeDataString(id)}"
            : $"/documents/{Uri.EscapeDataString(work.Document ?? id)}#{clause}";
        return catalog.Cite(id, clause, context.Root() + page) is { } reference
            ? Results.Ok(new CitationAnswer(id, reference.Clause, ReferenceForms.Of(reference)))
            : Problems.Result("not-found", $"The text of this work has no clause '{clause}' here. /v1/documents/{{id}}/clauses lists them.",
                CitedClause.Name);
    }

    private static IResult AllEdges(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        p.Get(TreatmentOfAll);
        var query = p.Values.Edges(new EdgeQuery
        {
            NewestFirst = p.Get(Filters.DateOrder) == "newest",
            GroupBy = p.Get(GroupByParameter.OfEdges),
            Skip = p.Skip(catalog),
            Take = p.Get(Filters.Limit)
        });
        p.Values.Check(catalog, query);
        if (p.Problem is { } problem) return problem;
        var page = catalog.Edges(query);
        return Results.Ok(new AllEdgesAnswer(Total.Exactly(page.Total), page.Groups, [.. page.Edges.Select(Answers.Edge)],
            p.Next(catalog, query.Skip, page.Edges.Count, page.Total))
        { Grouped = page.Grouped });
    }

    private static IResult History(HttpContext context, string id)
    {
        var p = Parameters.Of(context);
        var catalog = context.Catalog();
        var query = p.Values.Edges(new EdgeQuery { Parts = p.Get(Filters.Parts) });
        p.Values.Check(catalog, query);
        if (p.Problem is { } problem) return problem;
        return catalog.History(id, query) is { } found ? Results.Ok(Answers.History(id, found)) : Missing(context, id);
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
