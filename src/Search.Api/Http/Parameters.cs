using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Http;

/// <summary>The parameters of one request; the first that cannot be read becomes the answer.</summary>
internal sealed class Parameters
{
    private readonly HttpContext _context;

    private Parameters(HttpContext context)
    {
        _context = context;
        Values = new(name => context.Request.Query.TryGetValue(name, out var values) ? [.. values.Select(v => v ?? "")] : []);
    }

    /// <summary>The values that the request gives.</summary>
    public ParameterValues Values { get; }

    /// <summary>The problem to answer with, or null where all could be read.</summary>
    public IResult? Problem => Values.Refused is [var refused, ..] ? ProblemOf(refused) : null;

    /// <summary>The parameters of a request: the same throughout it.</summary>
    public static Parameters Of(HttpContext context)
    {
        if (context.Features.Get<Parameters>() is { } known) return known;
        var read = new Parameters(context);
        context.Features.Set(read);
        return read;
    }

    /// <summary>What a parameter means here.</summary>
    public T Get<T>(Parameter<T> parameter) => Values.Get(parameter);

    /// <summary>The offset that the cursor names, 0 without one.</summary>
    /// <param name="catalog">The snapshot that answers.</param>
    /// <param name="most">No page begins at or after it.</param>
    public int Skip(ResolutionCatalog catalog, int most = int.MaxValue)
    {
        if (Get(AnswerParameters.Cursor) is not { } cursor) return 0;
        var (skip, error) = Cursor.Read(cursor, catalog, _context.Request);
        if (skip >= most) (skip, error) = (0, "bad-cursor");
        if (error is not null) Values.Refuse(AnswerParameters.Cursor, error, "", []);
        return skip;
    }

    /// <summary>A cursor for the page after this one, or null where this is the last; also sent as a Link header.</summary>
    public string? Next(ResolutionCatalog catalog, int skip, int shown, long total)
    {
        var next = skip + shown;
        if (shown == 0 || next >= total) return null;
        var request = _context.Request;
        var cursor = Cursor.Write(catalog, next, request);
        var query = QueryString.Create(request.Query.Where(q => q.Key != "cursor")
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))).Add("cursor", cursor);
        _context.Response.Headers.Append("Link", $"<{request.PathBase}{request.Path}{query}>; rel=\"next\"");
        return cursor;
    }

    private static IResult ProblemOf(RefusedValue refused) => refused switch
    {
        { Of: var of } when of == AnswerParameters.Cursor => Problems.Result(
            refused.Value,
            refused.Value == "gone"
                ? "This server serves another snapshot. Ask again without the cursor."
                : "Use the cursor of 'next' unchanged, with the same parameters.", refused.Name),
        { IsMissing: true, Of: var of } =>
            Problems.Result("missing-parameter", $"Add ?{of.Name}=, for example ?{of.Name}={Uri.EscapeDataString(of.Example ?? "")}.",
                of.Name),
        { Of.Name: "format" } => Problems.Result("not-acceptable", $"format {refused.Message}", refused.Name, refused.Near),
        _ => Problems.Result("bad-parameter", $"{refused.Name} {refused.Message}", refused.Name, refused.Near),
    };
}
