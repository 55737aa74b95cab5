using System.Globalization;
using Microsoft.OpenApi;
using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog;

namespace Search.Api.Endpoints;

/// <summary>Questions that walk the graph.</summary>
internal static class GraphEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/works/{id}/neighbourhood", Neighbourhood).WithName("Neighbourhood").WithDescription("Works within a number of citations, and all edges among them, ready to be drawn. Where there are more works than `nodes` allows, `truncated` says how many there are, and `truncatedEdges` the same of edges. `direction=cites` gives ancestors, `cited-by` descendants; `to` gives the graph as of a day.").WithExample("/v1/works/palermo-protocol/neighbourhood?nodes=3&edges=1").WithTags("Graph").WithSummary("The works around a work, and the citations among them")
            .WithQuery([
                new QueryParameter("depth", "Steps.", JsonSchemaType.Integer) { Range = (1, 5), Default = "1" },
                new QueryParameter("direction", "To what it cites, to what cites it, or both.") { Words = ["both", "cites", "cited-by"], Default = "both" },
                new QueryParameter("nodes", "The most works shown.", JsonSchemaType.Integer) { Range = (1, 1000), Default = "100" },
                new QueryParameter("edges", "The most edges shown.", JsonSchemaType.Integer) { Range = (1, 5000), Default = "1000" },
                .. EdgeParameters.OfWalks, Query.Parts])
            .Produces<NeighbourhoodAnswer>().ProducesProblem(400).ProducesProblem(404);
        v1.MapGet("/works/{id}/related", Related).WithName("Related").WithDescription("`cocitation`: works that are cited by the same documents; `coupling`: works that cite the same. `strength` sets what two works share against what each has, so that a work cited everywhere is not related to all.").WithExample("/v1/works/palermo-protocol/related?limit=1").WithTags("Graph").WithSummary("Works cited together with a work, or citing the same")
            .WithQuery([
                new QueryParameter("by", "cocitation: the same works cite both; coupling: both cite the same works.") { Words = ["cocitation", "coupling"], Default = "cocitation" },
                .. EdgeParameters.OfWalks, Query.Limit(100, 20)])
            .Produces<RelatedView>().ProducesProblem(400).ProducesProblem(404);
        v1.MapGet("/graph", Export).WithName("Graph").WithDescription("All of it, or the part that the filters leave, streamed. With `work` and `direction` it holds just the edges of that work's lists. docs/formats/exports.md tells what each format can hold; the last line of NDJSON proves that nothing was cut.").WithTags("Graph").WithSummary("The citation graph as a file")
            .WithFileQuery([
                new QueryParameter("format", "The format; without it `Accept` decides.") { Words = [.. ResolutionCatalog.ExportFormats.Select(f => f.Name)], Example = "graphml" },
                .. EdgeParameters.OfLists, new QueryParameter("work", "Only what reaches or leaves this work.") { Example = "palermo-protocol" },
                new QueryParameter("direction", "With `work`: what leaves it, what reaches it, or both.") { Words = ["both", "cites", "cited-by"], Default = "both" }, Query.Parts,
                new QueryParameter("quotes", "Whether every edge carries its clause's text.", JsonSchemaType.Boolean) { Default = "false" }])
            .WithMetadata(Formats).DisableRequestTimeout().ProducesProblem(400).ProducesProblem(404).ProducesProblem(406).ProducesProblem(503);
        v1.MapGet("/paths", Paths).WithName("Paths").WithDescription("The shortest first; each hop has every clause that makes it, quoted. By default dates only stay or go back along a chain, as citations do. An empty list is an answer: nothing leads from one to the other; `complete` is false where the search stopped before it could know.").WithExample("/v1/paths?from=a-res-80-901&to=palermo-protocol&max=1").WithTags("Graph").WithSummary("Chains of citations from one work to another, every hop with the clause that makes it")
            .WithQuery(
                new QueryParameter("from", "The citing end: a work's id.") { Required = true, Example = "a-res-80-901" },
                new QueryParameter("to", "The cited end: a work's id.") { Required = true, Example = "palermo-protocol" },
                new QueryParameter("max", "The most chains.", JsonSchemaType.Integer) { Range = (1, 20), Default = "5" },
                new QueryParameter("hops", "The most citations in a chain.", JsonSchemaType.Integer) { Range = (1, 12), Default = "8" },
                new QueryParameter("timeRespecting", "Whether dates may only stay or go back along a chain.", JsonSchemaType.Boolean) { Default = "true" },
                Query.Treatment, Query.Place, new QueryParameter("asOf", "Only citations made until that day: 2003-12-22, 2003-12 or 2003."))
            .Produces<PathsAnswer>().ProducesProblem(400).ProducesProblem(404);
        v1.MapGet("/graph/time", Time).WithName("GraphTime").WithExample("/v1/graph/time").WithTags("Graph").WithSummary("What in the graph contradicts the order of time")
            .WithDescription("Edges to works that are younger than what cites them, and groups of works that all lead to each other: each a wrong date, a wrong link, or two documents adopted together. A hundred of each are listed, all are counted.")
            .WithQuery().Produces<TimeAnswer>();
    }

    // Every format is a media type of the same answer.
    private static readonly ProducesResponseTypeMetadata Formats = new(
        StatusCodes.Status200OK, typeof(object), [.. ResolutionCatalog.ExportFormats.Select(f => f.MediaType).Distinct()]);

    private static IResult Related(HttpContext context, string id)
    {
        var p = new Parameters(context);
        var query = p.Walk(new RelatedQuery { Coupling = p.OneOf("by", "cocitation", "coupling") == "coupling", Take = p.Number("limit", 1, 100, 20) });
        if (p.Problem is not null) return p.Problem;
        return context.Catalog().Related(id, query) is { } found ? Results.Ok(found) : WorkEndpoints.Missing(context, id);
    }

    private static IResult Time(HttpContext context)
    {
        var found = context.Catalog().CheckTime();
        return Results.Ok(new TimeAnswer(
            Total.Exactly(found.ForwardReferenceCount), [.. found.ForwardReferences.Select(Answers.Edge)], Total.Exactly(found.CycleCount), found.Cycles, found.UndatedWorks));
    }

    private static IResult Export(HttpContext context, StreamingExports exports)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var query = p.List(new ExportQuery
        {
            Work = p.Text("work"),
            Direction = p.OneOf("direction", "both", "cites", "cited-by"),
            Parts = p.Flag("parts") ?? true,
            Quotes = p.Flag("quotes") ?? false,
        });
        if (p.Problem is not null) return p.Problem;
        if (query.Work is not null && catalog.Work(query.Work) is null) return WorkEndpoints.Missing(context, query.Work);
        if (ExportNegotiation.Choose(context.Request) is not { } format)
            return Problems.Result("not-acceptable", $"Offered are {string.Join(", ", ResolutionCatalog.ExportFormats.Select(f => $"{f.Name} ({f.MediaType})"))}; name one in ?format= or in Accept.", "format");
        if (exports.Enter() is not { } place)
        {
            context.Response.Headers.RetryAfter = StreamingExports.RetryAfter.ToString(CultureInfo.InvariantCulture);
            return Problems.Result("too-many-exports", "As many exports are running as this server sends at once. Try again when Retry-After says so.");
        }
        context.Response.RegisterForDispose(place);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"clausegraph-{catalog.Generation}{format.Extension}\"";
        var chunks = catalog.ExportChunks(query, format.Name);
        var media = format.MediaType.StartsWith("text/", StringComparison.Ordinal) ? format.MediaType + "; charset=utf-8" : format.MediaType;
        return Results.Stream(stream => exports.SendAsync(chunks, stream, sent: () => context.Charge(StreamingExports.ChunkWork), context.RequestAborted), media);
    }

    private static IResult Neighbourhood(HttpContext context, string id)
    {
        var p = new Parameters(context);
        var query = p.Walk(new NeighbourhoodQuery
        {
            Depth = p.Number("depth", 1, 5, 1),
            Direction = p.OneOf("direction", "both", "cites", "cited-by"),
            Nodes = p.Number("nodes", 1, 1000, 100),
            Edges = p.Number("edges", 1, 5000, 1000),
            Parts = p.Flag("parts") ?? true,
        });
        if (p.Problem is not null) return p.Problem;
        return context.Catalog().Neighbourhood(id, query) is { } found
            ? Results.Ok(new NeighbourhoodAnswer(id, found.Nodes, [.. found.Edges.Select(Answers.Edge)], found.Truncated, found.TruncatedEdges))
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
            Places = p.AnyOf("place", ResolutionCatalog.PlaceWords),
            To = p.Date("asOf", end: true),
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
