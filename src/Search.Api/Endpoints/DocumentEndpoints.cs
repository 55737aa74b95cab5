using Search.Api.Description;
using Search.Api.Http;

namespace Search.Api.Endpoints;

/// <summary>Documents and their clauses.</summary>
internal static class DocumentEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/documents", List).WithName("Documents").WithTags("Documents").WithSummary("Documents of the corpus")
            .WithQuery(
                new QueryParameter("organ", "Acronym of the adopting organ.") { Example = "GA" }, new QueryParameter("kind", "resolution, decision, draft, statement, report or document.") { Example = "resolution" },
                Query.From, Query.To, new QueryParameter("sort", "Order by date.") { Words = ["newest", "oldest"], Default = "newest" }, Query.Limit(100, 20), Query.Cursor).WithTable("documents")
            .Produces<DocumentsAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapGet("/documents/{id}", Get).WithName("Document").WithTags("Documents").WithSummary("A document").WithQuery().Produces<DocumentAnswer>().ProducesProblem(404);
        v1.MapGet("/documents/{id}/clauses", Clauses).WithName("Clauses").WithTags("Documents").WithSummary("The clauses of a document, each with its citations as spans").WithQuery().Produces<ClausesAnswer>().ProducesProblem(404);
        v1.MapGet("/documents/{id}/clauses/{label}", Clause).WithName("Clause").WithTags("Documents").WithSummary("One clause").WithQuery().Produces<Catalog.ClauseDetails>().ProducesProblem(404);
        v1.MapGet("/documents/{id}/source", Source).WithName("Source").WithTags("Documents").WithSummary("The text that all spans count in").Produces<string>(200, "text/plain").ProducesProblem(404);
    }

    private static IResult List(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var skip = p.Skip(catalog);
        var organ = p.Text("organ")?.ToUpperInvariant();
        var kind = p.Text("kind")?.ToLowerInvariant();
        var from = p.Date("from", end: false);
        var to = p.Date("to", end: true);
        var sort = p.OneOf("sort", "newest", "oldest");
        var limit = p.Number("limit", 1, 100, 20);
        if (p.Problem is not null) return p.Problem;
        var (total, page) = catalog.Documents(organ, kind, from, to, sort == "newest", skip, limit);
        return Results.Ok(new DocumentsAnswer(Total.Exactly(total), page, p.Next(catalog, skip, page.Count, total)));
    }

    private static IResult Get(HttpContext context, string id)
    {
        var catalog = context.Catalog();
        return catalog.Document(id) is { } document
            ? Results.Ok(Answers.Document(document, catalog.Work(id)?.Relations ?? []))
            : Missing(context, id);
    }

    private static IResult Clauses(HttpContext context, string id)
    {
        var clauses = context.Catalog().Clauses(id);
        return clauses.Count == 0 && context.Catalog().Document(id) is null ? Missing(context, id) : Results.Ok(new ClausesAnswer(id, Total.Exactly(clauses.Count), clauses));
    }

    private static IResult Clause(HttpContext context, string id, string label) =>
        context.Catalog().Clause(id, label.ToLowerInvariant()) is { } clause
            ? Results.Ok(clause)
            : Problems.Result("not-found", $"'{Shown(id)}' has no clause '{Shown(label)}'. Labels are written like pp3 or op5-b-ii; /v1/documents/{Uri.EscapeDataString(Shown(id))}/clauses lists them.");

    private static IResult Source(HttpContext context, string id) =>
        context.Catalog().Source(id) is { } text ? Results.Text(text, "text/plain; charset=utf-8") : Missing(context, id);

    private static IResult Missing(HttpContext context, string id)
    {
        var resolved = context.Catalog().Resolve(id.Replace('-', ' '));
        return Problems.Result("not-found", $"There is no document '{Shown(id)}' here. /v1/documents lists them; /v1/resolve?citation= finds one by its symbol.",
            didYouMean: [.. resolved.Works.Concat(resolved.Nearest).Where(w => w.InCorpus).Select(w => w.Id).Take(5)]);
    }

    private static string Shown(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
