using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog;

namespace Search.Api.Endpoints;

/// <summary>Documents and their clauses.</summary>
internal static class DocumentEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/documents", List).WithName("Documents").WithDescription("The documents whose text is here. `identifiedBy` says where a symbol comes from: printed in the text, stated beside the file, or inferred from what other documents say, with the evidence on the document itself.").WithExample("/v1/documents?organ=GA&limit=1").WithTags("Documents").WithSummary("Documents of the corpus")
            .WithQuery(
                Query.Organ, new QueryParameter("kind", "Kind of document; any of these.") { Several = true, Words = ResolutionCatalog.DocumentKinds, Example = "resolution" },
                Query.From, Query.To, new QueryParameter("sort", "Order by date.") { Words = ["newest", "oldest"], Default = "newest" }, Query.Limit(100, 20), Query.Cursor).WithTable("documents")
            .Produces<DocumentsAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapGet("/documents/{id}", Get).WithName("Document").WithDescription("Its identity, what its front matter says as printed, counts, structural relations, and what the parser left open. `cites` and `citedBy` are the totals of `/v1/works/{id}/cites` and `/v1/works/{id}/cited-by`.").WithExample("/v1/documents/a-res-75-901").WithTags("Documents").WithSummary("A document").WithQuery().Produces<DocumentAnswer>().ProducesProblem(404);
        v1.MapGet("/documents/{id}/clauses", Clauses).WithName("Clauses").WithDescription("All clauses in reading order. A citation is a span of the clause's text (`start`, `end`) and of the source (`sourceStart`, `sourceEnd`), both in UTF-16 code units, with its work, its treatment and how the link was made; footnotes stand at their marks with citations of their own. What is ambiguous has `candidates`, never a guess.").WithExample("/v1/documents/a-dec-62-901/clauses").WithTags("Documents").WithSummary("The clauses of a document, each with its citations as spans").WithQuery().Produces<ClausesAnswer>().ProducesProblem(404);
        v1.MapGet("/documents/{id}/clauses/{**label}", Clause).WithName("Clause").WithDescription("By its label as in addresses: `OP5(b)(ii)` is `op5-b-ii`, article 6 (3) of the treaty in annex II `annex-ii/art-6/3`. Addresses of older snapshots (`annex.436`) redirect.").WithExample("/v1/documents/a-res-61-901/clauses/op1").WithTags("Documents").WithSummary("One clause").WithQuery().Produces<Catalog.ClauseDetails>().Produces(301).ProducesProblem(404);
        v1.MapGet("/documents/{id}/source", Source).WithName("Source").WithDescription("Plain text, as it was read from the file. `start` and `end` of clauses, `sourceStart` and `sourceEnd` of citations count in it.").WithTags("Documents").WithSummary("The text that all spans count in").Produces<string>(200, "text/plain").ProducesProblem(404);
    }

    private static IResult List(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = new Parameters(context);
        var skip = p.Skip(catalog);
        var organ = p.List("organ");
        var kind = p.AnyOf("kind", ResolutionCatalog.DocumentKinds);
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
            ? Results.Ok(Answers.Document(document, catalog.Work(id), context.OriginalsOf))
            : Missing(context, id);
    }

    private static IResult Clauses(HttpContext context, string id)
    {
        var clauses = context.Catalog().Clauses(id);
        return clauses.Count == 0 && context.Catalog().Document(id) is null ? Missing(context, id) : Results.Ok(new ClausesAnswer(id, Total.Exactly(clauses.Count), clauses));
    }

    private static IResult Clause(HttpContext context, string id, string label)
    {
        if (context.Catalog().Clause(id, label.ToLowerInvariant()) is { } clause)
        {
            var at = clause.Id.IndexOf('/', StringComparison.Ordinal) + 1;
            return !label.Equals(clause.OtherAddress, StringComparison.OrdinalIgnoreCase) ? Results.Ok(clause) : Results.LocalRedirect($"/v1/documents/{Uri.EscapeDataString(id)}/clauses/{clause.Id[at..]}", permanent: true);
        }
        return Problems.Result("not-found", $"'{Shown(id)}' has no clause '{Shown(label)}'. Labels are written like pp3 or op5-b-ii; /v1/documents/{Uri.EscapeDataString(Shown(id))}/clauses lists them.");
    }

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
