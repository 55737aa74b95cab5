using Microsoft.AspNetCore.Mvc;

namespace Search.Api.Http;

/// <summary>The errors of the API: one table of code → status → title. Problem documents are RFC 9457.</summary>
internal static class Problems
{
    private static readonly Dictionary<string, (int Status, string Title)> Table = new()
    {
        ["missing-parameter"] = (400, "A required parameter is missing"),
        ["unknown-parameter"] = (400, "The address does not take this parameter"),
        ["bad-parameter"] = (400, "A parameter cannot be read"),
        ["bad-cursor"] = (400, "The cursor was not made by this server, or for another query"),
        ["query-warnings"] = (400, "The query was not taken at its word, and strict=true"),
        ["not-found"] = (404, "There is no such thing here"),
        ["unknown-citation"] = (404, "Nothing is known by this citation"),
        ["method-not-allowed"] = (405, "This address does not take that method"),
        ["not-acceptable"] = (406, "None of the accepted formats is offered"),
        ["gone"] = (410, "The snapshot that the cursor belongs to is no longer served"),
        ["too-large"] = (413, "The body is too large"),
        ["unsupported-media-type"] = (415, "The body's media type is not understood"),
        ["too-many-requests"] = (429, "Too many requests"),
        ["internal"] = (500, "Something went wrong here"),
        ["not-ready"] = (503, "No snapshot is being served yet"),
        ["too-busy"] = (503, "The question took too long"),
    };

    /// <summary>All codes with their status and title.</summary>
    public static IEnumerable<(string Code, int Status, string Title)> All => Table.Select(t => (t.Key, t.Value.Status, t.Value.Title));

    /// <summary>A problem as a result.</summary>
    public static IResult Result(string code, string detail, string? parameter = null, IReadOnlyList<string>? didYouMean = null) =>
        Results.Json(Document(code, detail, parameter, didYouMean), contentType: "application/problem+json", statusCode: Table[code].Status);

    /// <summary>A problem as a document.</summary>
    public static ProblemDetails Document(string code, string detail, string? parameter = null, IReadOnlyList<string>? didYouMean = null)
    {
        var (status, title) = Table[code];
        var problem = new ProblemDetails { Type = $"about:blank#{code}", Title = title, Status = status, Detail = detail };
        problem.Extensions["code"] = code;
        if (parameter is not null) problem.Extensions["parameter"] = parameter;
        if (didYouMean is { Count: > 0 }) problem.Extensions["didYouMean"] = didYouMean;
        return problem;
    }

    /// <summary>The code that stands for a bare status.</summary>
    public static string CodeOf(int status) => status switch
    {
        400 => "bad-parameter",
        404 => "not-found",
        405 => "method-not-allowed",
        406 => "not-acceptable",
        413 => "too-large",
        415 => "unsupported-media-type",
        429 => "too-many-requests",
        503 => "not-ready",
        _ => "internal",
    };
}
