using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Endpoints;

/// <summary>Where the words of clauses come from: versions, lineages, comparisons, and the clauses of a pasted text.</summary>
internal static class ReuseEndpoints
{
    /// <summary>Segments that the label of a clause in an annex can have: <c>annex-ii/art-6/3</c>.</summary>
    private const int MostSegments = 6;

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/documents/{id}/clauses/{label}/versions", Versions).WithName("Versions").WithTags("Reuse")
            .WithExample("/v1/documents/a-res-75-901/clauses/op1/versions?limit=2").WithQuery(Filters.Limit, AnswerParameters.Cursor)
            .Produces<VersionsAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        for (var n = 2; n <= MostSegments; n++)
        {
            var label = string.Join('/', Enumerable.Range(1, n).Select(i => $"{{label{i}}}"));
            v1.MapGet($"/documents/{{id}}/clauses/{label}/versions", (HttpContext context, string id) =>
                Versions(context, id, LabelOf(context))).ExcludeFromDescription().WithQuery(Filters.Limit, AnswerParameters.Cursor);
        }
        v1.MapGet("/documents/{id}/lineage", Lineage).WithName("Lineage").WithTags("Reuse")
            .WithExample("/v1/documents/a-res-75-901/lineage").WithQuery()
            .Produces<DocumentLineage>().ProducesProblem(404);
        v1.MapList("/compare", Compare, new("Compare", "Reuse", "rows", "/v1/compare?source=a-res-61-901&target=a-res-75-901")
        {
            Cost =
            RequestCosts.Long
        },
                ReuseParameters.Source, ReuseParameters.Target).Produces<DocumentComparison>().ProducesProblem(400).ProducesProblem(404);
        v1.MapList("/reuse", List, new("ReuseList", "Reuse", "edges", "/v1/reuse?limit=1"),
            [.. ReuseParameters.OfReuse, Filters.Limit, AnswerParameters.Cursor])
            .Produces<ReuseAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapList("/reuse/documents", Documents, new("ReuseDocuments", "Reuse", "documents", "/v1/reuse/documents?silent=true&limit=1"),
            [.. ReuseParameters.OfReuse, Filters.Limit, AnswerParameters.Cursor])
            .Produces<RepeatingDocumentsAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapGet("/reuse/graph", Export).WithName("ReuseGraph").WithTags("Reuse").WithCost(RequestCosts.Export)
            .WithFileQuery([GraphParameters.Format, .. ReuseParameters.OfReuse])
            .WithMetadata(new ExampleRequest("/v1/reuse/graph?format=graphml&silent=true", Body: null) { IsShown = false })
            .WithMetadata(GraphEndpoints.Formats).DisableRequestTimeout().ProducesProblem(400).ProducesProblem(404).ProducesProblem(406)
            .ProducesProblem(503);
        v1.MapPost("/reuse", (Delegate)Pasted).WithName("Reuse").WithTags("Reuse").WithCost(RequestCosts.Long)
            .WithExample("/v1/reuse", "Encourages Member States to consider ratifying the Palermo Protocol;")
            .Accepts<ExtractRequest>("application/json", "text/plain").Produces<PastedReuseAnswer>().ProducesProblem(400)
            .ProducesProblem(413).ProducesProblem(415);
    }

    private static IResult Versions(HttpContext context, string id, string label)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var (skip, take) = (p.Skip(catalog), p.Get(Filters.Limit));
        if (p.Problem is { } problem) return problem;
        if (!catalog.HasReuse) return NoReuse();
        return catalog.Versions(id, label.ToLowerInvariant(), skip, take) is { } found
            ? Results.Ok(new VersionsAnswer(found.History, Total.Exactly(found.Total), found.Versions,
                p.Next(catalog, skip, found.Versions.Count, found.Total)))
            : Problems.Result("not-found",
                $"'{DocumentEndpoints.Shown(id)}' has no clause '{DocumentEndpoints.Shown(label)}'. Labels are written like pp3 or op5-b-ii.");
    }

    private static IResult Lineage(HttpContext context, string id)
    {
        var catalog = context.Catalog();
        if (!catalog.HasReuse) return NoReuse();
        return catalog.Lineage(id) is { } lineage ? Results.Ok(lineage) : DocumentEndpoints.Missing(context, id);
    }

    private static IResult Compare(HttpContext context)
    {
        var p = Parameters.Of(context);
        var (source, target) = (p.Get(ReuseParameters.Source) ?? "", p.Get(ReuseParameters.Target) ?? "");
        if (p.Problem is { } problem) return problem;
        var catalog = context.Catalog();
        if (catalog.Document(source) is null) return DocumentEndpoints.Missing(context, source);
        return catalog.Compare(source, target) is { } found ? Results.Ok(found) : DocumentEndpoints.Missing(context, target);
    }

    private static IResult List(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var query = p.Values.Reuse() with { Skip = p.Skip(catalog), Take = p.Get(Filters.Limit) };
        if (p.Problem is { } problem) return problem;
        if (!catalog.HasReuse) return NoReuse();
        var (total, page) = catalog.Reuse(query);
        return Results.Ok(new ReuseAnswer(Total.Exactly(total), page, p.Next(catalog, query.Skip, page.Count, total)));
    }

    private static IResult Documents(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var query = p.Values.Reuse() with { Skip = p.Skip(catalog), Take = p.Get(Filters.Limit) };
        if (p.Problem is { } problem) return problem;
        if (!catalog.HasReuse) return NoReuse();
        var (total, page) = catalog.RepeatingDocuments(query);
        return Results.Ok(new RepeatingDocumentsAnswer(Total.Exactly(total), page, p.Next(catalog, query.Skip, page.Count, total)));
    }

    private static IResult Export(HttpContext context, StreamingExports exports)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var query = p.Values.Reuse();
        var format = ExportNegotiation.Choose(context.Request, p);
        if (p.Problem is { } problem) return problem;
        return catalog.HasReuse
            ? GraphEndpoints.Send(context, exports, format, "-reuse", name => catalog.ExportReuseChunks(query, name))
            : NoReuse();
    }

    private static async Task<IResult> Pasted(HttpContext context)
    {
        using var sent = await SentText.ReadAsync(context, files: false);
        if (sent.Problem is { } problem) return problem;
        var catalog = context.Catalog();
        if (!catalog.HasReuse) return NoReuse();
        var clauses = catalog.ReuseIn(sent.Text!);
        int Count(string language) => clauses.Count(c => c.Language == language);
        return Results.Ok(new PastedReuseAnswer(new(Count("agreed"), Count("changed"), Count("new"), Count("short")), clauses));
    }

    private static string LabelOf(HttpContext context) =>
        string.Join('/', Enumerable.Range(1, MostSegments).Select(i => context.GetRouteValue($"label{i}")).TakeWhile(v => v is not null));

    private static IResult NoReuse() =>
        Problems.Result("not-found",
            "This snapshot was built before the words of clauses were compared. Build it again with this version of the program.");
}
