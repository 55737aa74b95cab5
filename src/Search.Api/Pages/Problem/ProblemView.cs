using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Pages.Layout;
using Search.Catalog;

namespace Search.Api.Pages.Problem;

/// <summary>A page that could not be made: what, why, and what to do.</summary>
/// <param name="Status">Of the answer.</param>
/// <param name="Key">Under which the words are found.</param>
/// <param name="Subject">What was asked for, shortened, or empty.</param>
/// <param name="Nearest">Works that may have been meant.</param>
public sealed record ProblemView(int Status, string Key, string Subject, IReadOnlyList<WorkSummary> Nearest)
{
    /// <summary>No snapshot is served yet.</summary>
    public static ProblemView NotReady { get; } = new(StatusCodes.Status503ServiceUnavailable, "notready", "", []);

    /// <summary>A form that is none.</summary>
    public static ProblemView Unreadable { get; } = new(StatusCodes.Status400BadRequest, "request", "", []);

    /// <summary>More text than is taken.</summary>
    public static ProblemView TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "toolarge", "", []);

    internal static ProblemView NotFound(Site site, string what, string id)
    {
        var shown = Naming.Short(id, 80);
        var found = site.Catalog.Resolve(shown.Replace('-', ' '));
        return new(StatusCodes.Status404NotFound, what, shown, [.. found.Works.Concat(found.Nearest).Take(5)]);
    }

    /// <summary>Whether an error of this request is shown to a person: it is no call of the API, and the browser asks for a page.</summary>
    internal static bool IsForPerson(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase)
            && !context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Answers with the page for a status.</summary>
    internal static Task WriteAsync(HttpContext context, int status)
    {
        var key = status switch
        {
            404 => "address",
            413 => "toolarge",
            429 => "toomany",
            >= 400 and < 500 => "request",
            503 => "notready",
            _ => "internal",
        };
        var view = new ProblemView(status, key, "", []);
        return new RazorComponentResult<ProblemPage>(new Dictionary<string, object?>
        {
            ["Site"] = Site.Of(context),
            ["View"] = view
        })
        { StatusCode = status }.ExecuteAsync(context);
    }

    internal PageFrame Frame(Site site) => new() { Title = site.Words["problem." + Key] };
}
