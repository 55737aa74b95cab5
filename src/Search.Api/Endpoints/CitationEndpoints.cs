using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog.Parameters;

namespace Search.Api.Endpoints;

/// <summary>Citations as people write them, and the citations of a pasted text.</summary>
internal static class CitationEndpoints
{
    private const int LongestText = 500_000;

    private static readonly TextParameter Citation =
        new("citation", "A citation as people write it: a name, a symbol, a number, a Treaty Series reference.") { Longest = 1000, Required = true, Example = "resolution 55/25, annex II" };

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/resolve", Resolve).WithName("Resolve").WithTags("Citations").WithExample("/v1/resolve?citation=resolution%2055/25,%20annex%20II").WithQuery(Citation)
            .Produces<ResolveAnswer>().Produces<ResolveAnswer>(300).ProducesProblem(400).ProducesProblem(404);
        v1.MapPost("/extract", (Delegate)Extract).WithName("Extract").WithTags("Citations").WithCost(RequestCosts.Long).WithExample("/v1/extract", "Recalling General Assembly resolution 55/25, annex II,")
            .Accepts<ExtractRequest>("application/json", "text/plain").Produces<ExtractAnswer>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
    }

    private static IResult Resolve(HttpContext context)
    {
        var p = Parameters.Of(context);
        var citation = p.Get(Citation) ?? "";
        if (p.Problem is { } problem) return problem;
        var found = context.Catalog().Resolve(citation);
        return found.Works.Count switch
        {
            0 => Problems.Result("unknown-citation", "No work is known under this citation.", "citation", [.. found.Nearest.Select(w => w.Id)]),
            1 => Results.Ok(new ResolveAnswer(citation, found.Works, found.Pinpoint)),
            _ => Results.Json(new ResolveAnswer(citation, found.Works, found.Pinpoint), statusCode: StatusCodes.Status300MultipleChoices),
        };
    }

    private static async Task<IResult> Extract(HttpContext context)
    {
        string? text;
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || (!Is(type, "text/plain") && !Is(type, "application/json")))
            return Problems.Result("unsupported-media-type", "Send text/plain, or application/json {\"text\": \"...\"}.");
        if (EncodingOf(type) is not { } encoding) return Problems.Result("unsupported-media-type", $"The character set '{type.Charset}' is not known here: send utf-8.");
        try
        {
            using var reader = new StreamReader(context.Request.Body, encoding);
            text = await reader.ReadToEndAsync(context.RequestAborted);
            if (Is(type, "application/json")) text = JsonSerializer.Deserialize<ExtractRequest>(text, JsonSerializerOptions.Web)?.Text;
        }
        catch (JsonException)
        {
            return Problems.Result("bad-parameter", "The body is not JSON of the form {\"text\": \"...\"}.", "text");
        }
        if (string.IsNullOrWhiteSpace(text)) return Problems.Result("missing-parameter", "Send {\"text\": \"...\"}, or the text itself as text/plain.", "text");
        if (text.Length > LongestText) return Problems.Result("too-large", $"The text may have at most {LongestText} characters.", "text");
        var citations = context.Catalog().Extraction.Extract(text);
        int Count(string status) => citations.Count(c => c.Status == status);
        return Results.Ok(new ExtractAnswer(text.Length, new(Count("linked"), Count("ambiguous"), Count("unknown"), Count("collective")), citations));
    }

    private static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The encoding that a media type names, UTF-8 where it names none, null where it is not known.</summary>
    private static Encoding? EncodingOf(MediaTypeHeaderValue type)
    {
        if (!type.Charset.HasValue) return Encoding.UTF8;
        try
        {
            return Encoding.GetEncoding(type.Charset.Value.Trim('"'));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
