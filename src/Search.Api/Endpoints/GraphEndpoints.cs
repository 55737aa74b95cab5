using Search.Api.Http;
using Search.Catalog;

namespace Search.Api.Endpoints;

/// <summary>Questions that walk the graph.</summary>
internal static class GraphEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/works/{id}/neighbourhood", Neighbourhood).WithName("Neighbourhood").WithTags("Graph").WithSummary("The works around a work, and the citations among them")
            .Produces<NeighbourhoodView>().ProducesProblem(400).ProducesProblem(404);
        v1.MapGet("/paths", Paths).WithName("Paths").WithTags("Graph").WithSummary("Chains of citations from one work to another, every hop with the clause that makes it")
            .Produces<PathsAnswer>().ProducesProblem(400).ProducesProblem(404);
    }

    private static IResult Neighbourhood(HttpContext context, string id)
    {
        var p = new Parameters(context);
        var query = new NeighbourhoodQuery
        {
            Depth = p.Number("depth", 1, 5, 1),
            Direction = p.OneOf("direction", "both", "cites", "cited-by"),
            Nodes = p.Number("nodes", 1, 1000, 100),
            Edges = p.Number("edges", 1, 5000, 1000),
            Treatments = p.AnyOf("treatment", ResolutionCatalog.TreatmentWords),
            From = p.Date("from", end: false),
            To = p.Date("to", end: true),
            Parts = p.Flag("parts") ?? true,
        };
        if (p.Problem is not null) return p.Problem;
        return context.Catalog().Neighbourhood(id, query) is { } found
            ? Results.Ok(new NeighbourhoodAnswer(id, found.Nodes, [.. found.Edges.Select(Answers.Edge)], found.Truncated))
            : WorkEndpoints.Missing(context, id);
    }

    private static IResult Paths(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var from = p.Required("from", "a-res-58-137");
        var to = p.Required("to", "palermo-protocol");
        var query = new PathQuery
        {
            Max = p.Number("max", 1, 20, 5),
            Hops = p.Number("hops", 1, 12, 8),
            TimeRespecting = p.Flag("timeRespecting") ?? true,
            Treatments = p.AnyOf("treatment", ResolutionCatalog.TreatmentWords),
        };
        if (p.Problem is not null) return p.Problem;
        foreach (var end in (ReadOnlySpan<string>)[from, to])
            if (catalog.Work(end) is null) return WorkEndpoints.Missing(context, end);
        var found = catalog.Paths(from, to, query)!;
        return Results.Ok(new PathsAnswer(
            found.From, found.To,
            [.. found.Paths.Select(path => new PathAnswer([.. path.Hops.Select(h => new HopAnswer(h.From, h.To, [.. h.Edges.Select(Answers.Edge)]))]))], found.Complete));
    }
}
