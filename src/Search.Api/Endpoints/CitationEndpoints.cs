using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog.Parameters;

namespace Search.Api.Endpoints;

/// <summary>Citations as people write them, and the citations of a pasted text.</summary>
internal static class CitationEndpoints
{
    private static readonly TextParameter Citation =
        new("citation", "A citation as people write it: a name, a symbol, a number, a Treaty Series reference.")
        {
            Longest = 1000,
            Required = true,
            Example = "resolution 55/25, annex II"
        };

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/resolve", Resolve).WithName("Resolve").WithTags("Citations")
            .WithExample("/v1/resolve?citation=resolution%2055/25,%20annex%20II").WithQuery(Citation)
            .Produces<ResolveAnswer>().Produces<ResolveAnswer>(300).ProducesProblem(400).ProducesProblem(404);
        v1.MapPost("/extract", (Delegate)Extract).WithName("Extract").WithTags("Citations").WithCost(RequestCosts.Long)
            .WithExample("/v1/extract", "Recalling General Assembly resolution 55/25, annex II,")
            .Accepts<ExtractRequest>("application/json", "text/plain").Produces<ExtractAnswer>().ProducesProblem(400).ProducesProblem(413)
            .ProducesProblem(415);
        v1.MapPost("/check", (Delegate)Check).WithName("Check").WithTags("Citations").WithCost(RequestCosts.Long)
            .WithExample("/v1/check",
                "Recalling General Assembly resolution 75/901 of 15 December 2020, Security Council resolution 1325 (2001), and the CRPD,")
            .Accepts<ExtractRequest>("application/json", ["text/plain", .. SentText.FileTypes]).Produces<CheckAnswer>().ProducesProblem(400)
            .ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
    }

    private static IResult Resolve(HttpContext context)
    {
        var p = Parameters.Of(context);
        var citation = p.Get(Citation) ?? "";
        if (p.Problem is { } problem) return problem;
        var found = context.Catalog().Resolve(citation);
        return found.Works.Count switch
        {
            0 => Problems.Result("unknown-citation", "No work is known under this citation.", "citation",
                [.. found.Nearest.Select(w => w.Id)]),
            1 => Results.Ok(new ResolveAnswer(citation, found.Works, found.Pinpoint)),
            _ => Results.Json(new ResolveAnswer(citation, found.Works, found.Pinpoint), statusCode: StatusCodes.Status300MultipleChoices),
        };
    }

    private static async Task<IResult> Extract(HttpContext context)
    {
        using var sent = await SentText.ReadAsync(context, files: false);
        if (sent.Problem is { } problem) return problem;
        var text = sent.Text!;
        var citations = context.Catalog().Extraction.Extract(text);
        int Count(string status) => citations.Count(c => c.Status == status);
        return Results.Ok(new ExtractAnswer(text.Length, new(Count("linked"), Count("ambiguous"), Count("unknown"), Count("collective")),
            citations));
    }

    private static async Task<IResult> Check(HttpContext context, TimeProvider time)
    {
        using var sent = await SentText.ReadAsync(context, files: true);
        if (sent.Problem is { } problem) return problem;
        var (checking, today) = (context.Catalog().Checking, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (sent.Text is { } text) return Results.Ok(Answers.Check(checking.Check(text, today), text: null));
        var (draft, code, message) = checking.CheckUpload(sent.File!, today);
        return draft is null ? Problems.Result("bad-file", $"{message} [{code}]") : Results.Ok(Answers.Check(draft, draft.Text));
    }
}
