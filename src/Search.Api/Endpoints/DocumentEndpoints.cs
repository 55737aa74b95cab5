using System.Diagnostics.CodeAnalysis;
using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog.Parameters;

namespace Search.Api.Endpoints;

/// <summary>Documents and their clauses.</summary>
internal static class DocumentEndpoints
{
    private static readonly NumberParameter ClausesLimit =
        Filters.Limit with { Description = "How many the page holds; without it all.", Most = 1000, Default = int.MaxValue };

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapList("/documents", List, new("Documents", "Documents", "documents", "/v1/documents?organ=GA&limit=1"),
            [.. DocumentParameters.All, Filters.Limit, AnswerParameters.Cursor])
            .Produces<DocumentsAnswer>().ProducesProblem(400).ProducesProblem(410);
        v1.MapGet("/documents/{id}", Get).WithName("Document").WithTags("Documents").WithExample("/v1/documents/a-res-75-901")
            .WithQuery(DocumentParameters.Lang)
            .Produces<DocumentAnswer>().ProducesProblem(400).ProducesProblem(404);
        v1.MapList("/documents/{id}/clauses", Clauses, new("Clauses", "Documents", "clauses", "/v1/documents/a-dec-62-901/clauses"),
            DocumentParameters.Lang, SearchParameters.ClauseKind, ClausesLimit, AnswerParameters.Cursor)
            .Produces<ClausesAnswer>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(410);
        v1.MapGet("/documents/{id}/clauses/{**label}", Clause).WithName("Clause").WithTags("Documents")
            .WithExample("/v1/documents/a-res-61-901/clauses/op1").WithQuery(DocumentParameters.Lang)
            .Produces<Catalog.ClauseDetails>().Produces(301).ProducesProblem(400).ProducesProblem(404);
        v1.MapGet("/documents/{id}/source", Source).WithName("Source").WithTags("Documents")
            .WithMetadata(new ExampleRequest("/v1/documents/a-res-75-901/source", Body: null) { IsShown = false })
            .WithFileQuery(DocumentParameters.Lang)
            .Produces<string>(200, "text/plain").ProducesProblem(400).ProducesProblem(404);
        v1.MapList("/documents/{id}/parallel", Parallel,
            new("Parallel", "Documents", "rows", "/v1/documents/a-res-s-27-901/parallel?with=fr"),
                DocumentParameters.Lang, DocumentParameters.With).Produces<Catalog.ParallelText>().ProducesProblem(400)
            .ProducesProblem(404);
    }

    private static IResult List(HttpContext context)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var query = p.Values.Documents() with { Skip = p.Skip(catalog), Take = p.Get(Filters.Limit) };
        if (p.Problem is { } problem) return problem;
        var (total, page) = catalog.Documents(query);
        return Results.Ok(new DocumentsAnswer(Total.Exactly(total), page, p.Next(catalog, query.Skip, page.Count, total)));
    }

    private static IResult Get(HttpContext context, string id)
    {
        var catalog = context.Catalog();
        if (!TryLanguage(context, id, DocumentParameters.Lang, out var language, out var problem)) return problem;
        return Results.Ok(Answers.Document(catalog.Document(id, language)!, catalog.Work(id), context.OriginalsOf));
    }

    private static IResult Clauses(HttpContext context, string id)
    {
        var catalog = context.Catalog();
        var p = Parameters.Of(context);
        var (kinds, skip, limit) = (p.Get(SearchParameters.ClauseKind), p.Skip(catalog), p.Get(ClausesLimit));
        if (!TryLanguage(context, id, DocumentParameters.Lang, out var language, out var problem)) return problem;
        var (total, page) = catalog.Clauses(id, language, kinds, skip, limit);
        return Results.Ok(new ClausesAnswer(id, Total.Exactly(total), page, p.Next(catalog, skip, page.Count, total))
        {
            Language = language,
            Languages = catalog.Languages(id)
        });
    }

    private static IResult Clause(HttpContext context, string id, string label)
    {
        var catalog = context.Catalog();
        if (!TryLanguage(context, id, DocumentParameters.Lang, out var language, out var problem)) return problem;
        if (catalog.Clause(id, label.ToLowerInvariant(), language) is { } clause)
        {
            var at = clause.Id.IndexOf('/', StringComparison.Ordinal) + 1;
            return !label.Equals(clause.OtherAddress, StringComparison.OrdinalIgnoreCase) ? Results.Ok(clause)
                : Results.LocalRedirect(
                    $"{context.Request.PathBase}/v1/documents/{Uri.EscapeDataString(id)}/clauses/{clause.Id[at..]}{context.Request.QueryString}", permanent: true);
        }
        return Problems.Result("not-found",
            $"'{Shown(id)}' has no clause '{Shown(label)}'. Labels are written like pp3 or op5-b-ii; /v1/documents/{Uri.EscapeDataString(Shown(id))}/clauses lists them.");
    }

    private static IResult Source(HttpContext context, string id) =>
        TryLanguage(context, id, DocumentParameters.Lang, out var language, out var problem)
            ? Results.Text(context.Catalog().Source(id, language), "text/plain; charset=utf-8")
            : problem;

    private static IResult Parallel(HttpContext context, string id) =>
        !TryLanguage(context, id, DocumentParameters.Lang, out var language, out var problem)
            || !TryLanguage(context, id, DocumentParameters.With, out var with, out problem) ? problem
        : Results.Ok(context.Catalog().Parallel(id, language, with));

    /// <summary>The language of the text that a request asks for, which the answer states; else the problem.</summary>
    private static bool TryLanguage(HttpContext context, string id, ChoiceParameter parameter, [NotNullWhen(true)]
    out string? language, [NotNullWhen(false)] out IResult? problem)
    {
        var p = Parameters.Of(context);
        language = p.Get(parameter);
        var held = context.Catalog().Languages(id);
        problem = p.Problem ?? (held.Count == 0 ? Missing(context, id)
            : language is not null && !held.Contains(language)
                ? Problems.Result("not-found", $"'{Shown(id)}' has no text in '{language}'; it is here in {string.Join(", ", held)}.",
                    parameter.Name, held) : null);
        if (problem is not null) return false;
        language ??= held[0];
        if (Vocabulary.Languages.Find(language) is not null) context.Response.Headers.Append("Content-Language", language);
        return true;
    }

    /// <summary>404 with the nearest ids.</summary>
    public static IResult Missing(HttpContext context, string id)
    {
        var resolved = context.Catalog().Resolve(id.Replace('-', ' '));
        return Problems.Result("not-found",
            $"There is no document '{Shown(id)}' here. /v1/documents lists them; /v1/resolve?citation= finds one by its symbol.",
            didYouMean: [.. resolved.Works.Concat(resolved.Nearest).Where(w => w.InCorpus).Select(w => w.Id).Take(5)]);
    }

    /// <summary>What a visitor asked for, cut to what a message has room for.</summary>
    public static string Shown(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
