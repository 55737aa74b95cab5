using Microsoft.AspNetCore.Mvc;

namespace Search.Api.Http;

/// <summary>The errors of the API: one table of code → status → title. Problem documents are RFC 9457.</summary>
internal static class Problems
{
    /// <summary>Where all of them are explained; a problem's type is its place there.</summary>
    public const string Address = "/problems";

    private static readonly Dictionary<string, (int Status, string Title, string Advice)> Table = new()
    {
        ["missing-parameter"] =
            (400, "A required parameter is missing", "Add the parameter that the error names; the detail has an example."),
        ["unknown-parameter"] =
            (400, "Unknown query parameter", "Correct its name or leave it out; the detail lists the parameters of this address."),
        ["bad-parameter"] = (400, "Invalid parameter value", "Correct the value; the detail says what is allowed."),
        ["bad-cursor"] = (400, "The cursor was changed, or belongs to another query",
            "Start from the first page and follow next without changing the other parameters."),
        ["query-warnings"] =
            (400, "The query has warnings, and strict=true",
                "Correct the query as the warnings say, or leave strict out to have it read as far as possible."),
        ["unknown-host"] = (400, "The request is for another host",
            "Use the server's own name. Its operator can add names with the hosts setting."),
        ["not-found"] = (404, "Not found", "Take an id from a list, or look it up by any of its names with /v1/resolve?citation=."),
        ["unknown-citation"] =
            (404, "No work is known by this citation", "Check didYouMean for what was meant, and write the citation as documents do."),
        ["method-not-allowed"] = (405, "Method not allowed", "Use one of the methods in Allow."),
        ["not-acceptable"] =
            (406, "None of the accepted formats is available", "Ask for one of the formats in the detail, with format= or Accept."),
        ["gone"] = (410, "The snapshot of this cursor is no longer served", "Start from the first page of the current snapshot."),
        ["too-large"] = (413, "The body is too large", "Send the text in parts."),
        ["unsupported-media-type"] = (415, "Unsupported media type", "Send text/plain or application/json, in UTF-8."),
        ["bad-file"] = (422, "The file cannot be read", "Correct or convert the file as the detail says, or send its text as text/plain."),
        ["too-many-requests"] = (429, "Too many requests", "Wait for the number of seconds in Retry-After."),
        ["internal"] = (500, "Internal error", "Report the trace in the detail to the operator of the server; the log has the rest."),
        ["not-ready"] = (503, "No snapshot is being served yet",
            "Retry in a moment; /health/ready is 200 as soon as a snapshot is served."),
        ["shards-missing"] =
            (503, "A part of the index cannot be reached",
                "Retry in a moment, or add partial=allow: the answer then says what is missing."),
        ["too-many-exports"] =
            (503, "Too many exports are running",
                "Retry after the time in Retry-After; a part of the graph (work=, from=, treatment=) takes less time."),
        ["too-busy"] = (503, "The request took too long", "Ask for less (fewer words, a smaller depth), or retry later."),
    };

    /// <summary>All codes with their status, title, and what to do.</summary>
    public static IEnumerable<(string Code, int Status, string Title, string Advice)> All =>
        Table.Select(t => (t.Key, t.Value.Status, t.Value.Title, t.Value.Advice));

    /// <summary>A problem as a result.</summary>
    public static IResult Result(string code, string detail, string? parameter = null, IReadOnlyList<string>? didYouMean = null) =>
        new ProblemResult(Document(code, detail, parameter, didYouMean));

    /// <summary>Writes a problem; its type is an address of this site.</summary>
    public static Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        problem.Type = context.Request.PathBase.ToUriComponent() + problem.Type;
        return Results.Json(problem, contentType: "application/problem+json", statusCode: problem.Status).ExecuteAsync(context);
    }

    /// <summary>A problem as a document.</summary>
    public static ProblemDetails Document(string code, string detail, string? parameter = null, IReadOnlyList<string>? didYouMean = null)
    {
        var (status, title, _) = Table[code];
        var problem = new ProblemDetails { Type = $"{Address}#{code}", Title = title, Status = status, Detail = detail };
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
        422 => "bad-file",
        429 => "too-many-requests",
        503 => "not-ready",
        _ => "internal",
    };

    private sealed class ProblemResult(ProblemDetails problem) : IResult, IStatusCodeHttpResult, IContentTypeHttpResult, IValueHttpResult
    {
        public int? StatusCode => problem.Status;

        public string ContentType => "application/problem+json";

        public object Value => problem;

        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, problem);
    }
}
