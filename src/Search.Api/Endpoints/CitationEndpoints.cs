using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Search.Api.Description;
using Search.Api.Http;

namespace Search.Api.Endpoints;

/// <summary>Citations as people write them, and the citations of a pasted text.</summary>
internal static class CitationEndpoints
{
    private const int LongestText = 500_000;

    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGet("/resolve", Resolve).WithName("Resolve").WithDescription("Names, symbols, numbers, Treaty Series references, with or without a provision. 200 is one work, 300 several that it can mean, 404 none, with the nearest in `didYouMean`.").WithExample("/v1/resolve?citation=resolution%2055/25,%20annex%20II").WithTags("Citations").WithSummary("The work or works that a citation means")
            .WithQuery(new QueryParameter("citation", "A citation as people write it: a name, a symbol, a number, a Treaty Series reference.") { Required = true, Example = "resolution 55/25, annex II" })
            .Produces<ResolveAnswer>().Produces<ResolveAnswer>(300).ProducesProblem(400).ProducesProblem(404);
        v1.MapPost("/extract", (Delegate)Extract).WithName("Extract").WithDescription("Send the text itself as text/plain, or JSON. Each citation comes with its span in UTF-16 code units and a status: `linked` to one work, `ambiguous` with its candidates, `unknown` with the reason, or `collective` where it names no single work.").WithExample("/v1/extract", """Recalling General Assembly resolution 55/25, annex II,""").WithTags("Citations").WithSummary("The citations in a text")
            .Accepts<ExtractRequest>("application/json", "text/plain").Produces<ExtractAnswer>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
    }

    private static IResult Resolve(HttpContext context)
    {
        var p = new Parameters(context);
        var citation = p.Required("citation", "Palermo Protocol");
        if (p.Problem is not null) return p.Problem;
        if (citation.Length > 1000) return Problems.Result("bad-parameter", "citation may have at most 1,000 characters.", "citation");
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
