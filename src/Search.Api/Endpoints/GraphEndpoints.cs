using System.Globalization;
using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Endpoints;

/// <summary>Questions that walk the graph.</summary>
internal static class GraphEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/works/{id}/neighbourhood", Neighbourhood).WithName("Neighbourhood").WithTags("Graph").WithCost(RequestCosts.Walk)
            .WithExample("/v1/works/palermo-protocol/neighbourhood?nodes=3&edges=1").WithQuery(GraphParameters.OfNeighbourhood)
            .Produces<NeighbourhoodAnswer>().ProducesProblem(400).ProducesProblem(404);
        v1.MapGet("/works/{id}/related", Related).WithName("Related").WithTags("Graph").WithCost(RequestCosts.Walk)
            .WithExample("/v1/works/palermo-protocol/related?limit=1").WithQuery(GraphParameters.OfRelated)
            .Produces<RelatedView>().ProducesProblem(400).ProducesProblem(404);
        v1.MapGet("/paths", Paths).WithName("Paths").WithTags("Graph").WithCost(RequestCosts.Long)
            .WithExample("/v1/paths?source=a-res-80-901&target=palermo-protocol&max=1")
            .WithQuery([GraphParameters.Source, GraphParameters.Target, .. GraphParameters.OfPaths])
            .Produces<PathsAnswer>().ProducesProblem(400).ProducesProblem(404);
        v1.MapGet("/graph", Export).WithName("Graph").WithTags("Graph").WithCost(RequestCosts.Export)
            .WithFileQuery([GraphParameters.Format, .. GraphParameters.OfExport])
            .WithMetadata(new ExampleRequest("/v1/graph?format=graphml&work=palermo-protocol", Body: null) { IsShown = false })
            .WithMetadata(Formats).DisableRequestTimeout().ProducesProblem(400).ProducesProblem(404).ProducesProblem(406)
            .ProducesProblem(503);
        v1.MapGet("/graph/time", Time).WithName("GraphTime").WithTags("Graph").WithCost(RequestCosts.Export).WithExample("/v1/graph/time")
            .WithQuery().Produces<TimeAnswer>();
    }

    // Every format is a media type of the same answer.
    public static readonly ProducesResponseTypeMetadata Formats = new(
        StatusCodes.Status200OK, typeof(Stream), [.. ResolutionCatalog.ExportFormats.Select(f => f.MediaType).Distinct()]);

    private static IResult Related(HttpContext context, string id)
    {
        var p = Parameters.Of(context);
        var query = p.Values.Related();
        if (p.Problem is { } problem) return problem;
        return context.Catalog().Related(id, query) is { } found ? Results.Ok(found) : WorkEndpoints.Missing(context, id);
    }

    private static IResult Time(HttpContext context)
    {
        var found = context.Catalog().CheckTime();
        return Results.Ok(new TimeAnswer(
            Total.Exactly(found.ForwardReferenceCount), [.. found.ForwardReferences.Select(Answers.Edge)], Total.Exactly(found.CycleCount),
            found.Cycles, found.UndatedWorks));
    }

    private static IResult Export(HttpContext context, StreamingExports exports)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var query = p.Values.Export();
        p.Values.Check(catalog, query);
        var format = ExportNegotiation.Choose(context.Request, p);
        if (p.Problem is { } problem) return problem;
        if (query.Work is not null && catalog.Work(query.Work) is null) return WorkEndpoints.Missing(context, query.Work);
        return Send(context, exports, format, "", name => catalog.ExportChunks(query, name));
    }

    /// <summary>Sends an export in the format that was chosen.</summary>
    /// <param name="context">The request.</param>
    /// <param name="exports">How many run.</param>
    /// <param name="format">The format, or null where none that is offered is accepted.</param>
    /// <param name="part">What the file's name says of its content, with a hyphen before it.</param>
    /// <param name="chunks">The bytes, by the name of the format.</param>
    public static IResult Send(HttpContext context, StreamingExports exports, ExportFormatName? format, string part,
        Func<string, IEnumerable<ReadOnlyMemory<byte>>> chunks)
    {
        if (format is null)
            return Problems.Result("not-acceptable",
                $"Offered are {string.Join(", ", ResolutionCatalog.ExportFormats.Select(f => $"{f.Name} ({f.MediaType})"))}; name one in ?format= or in Accept.", "format");
        if (exports.Enter() is not { } place)
        {
            context.Response.Headers.RetryAfter = StreamingExports.RetryAfter.ToString(CultureInfo.InvariantCulture);
            return Problems.Result("too-many-exports",
                "As many exports are running as this server sends at once. Try again when Retry-After says so.");
        }
        context.Response.RegisterForDispose(place);
        context.Response.Headers.ContentDisposition =
            $"attachment; filename=\"clausegraph-{context.Catalog().Generation}{part}{format.Extension}\"";
        var media = format.MediaType.StartsWith("text/", StringComparison.Ordinal)
            ? format.MediaType + "; charset=utf-8"
            : format.MediaType;
        return Results.Stream(stream =>
            exports.SendAsync(chunks(format.Name), stream, sent: () => context.Charge(StreamingExports.ChunkWork), context.RequestAborted),
            media);
    }

    private static IResult Neighbourhood(HttpContext context, string id)
    {
        var p = Parameters.Of(context);
        var query = p.Values.Neighbourhood();
        if (p.Problem is { } problem) return problem;
        return context.Catalog().Neighbourhood(id, query) is { } found
            ? Results.Ok(new NeighbourhoodAnswer(id, found.Nodes, [.. found.Edges.Select(Answers.Edge)], found.Truncated,
                found.TruncatedEdges))
            : WorkEndpoints.Missing(context, id);
    }

    private static IResult Paths(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var (source, target) = (p.Get(GraphParameters.Source) ?? "", p.Get(GraphParameters.Target) ?? "");
        var query = p.Values.Paths();
        if (p.Problem is { } problem) return problem;
        foreach (var end in (ReadOnlySpan<string>)[source, target])
            if (catalog.Work(end) is null) return WorkEndpoints.Missing(context, end);
        var found = catalog.Paths(source, target, query)!;
        return Results.Ok(new PathsAnswer(
            found.From, found.To,
            [.. found.Paths.Select(path =>
                new PathAnswer([.. path.Hops.Select(h => new HopAnswer(h.From, h.To, [.. h.Edges.Select(Answers.Edge)]))]))],
            found.Complete));
    }
}
