using System.Globalization;
using Search.Catalog.Parameters;

namespace Search.Api.Http;

/// <summary>
/// Refuses a query parameter that the address does not take, since a mistyped filter would be answered as if it were not
/// there, and says which names of the request are deprecated (RFC 9745).
/// </summary>
internal sealed class KnownParameters : IEndpointFilter
{
    /// <summary>The day from which the former names of parameters are deprecated.</summary>
    public static readonly DateTimeOffset DeprecatedSince = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Query.Count > 0)
        {
            var known = http.GetEndpoint()!.Metadata.GetOrderedMetadata<QueryParameters>();
            foreach (var name in http.Request.Query.Keys)
                if (!IsKnown(name, known)) return Unknown(name, [.. known.SelectMany(q => q.All)]);
        }
        var result = await next(context);
        if (Parameters.Of(http).Values.Deprecated.Count > 0)
        {
            http.Response.Headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{DeprecatedSince.ToUnixTimeSeconds()}");
            http.Response.Headers.Append("Link",
                $"<{http.Request.PathBase}/openapi/v1.json>; rel=\"deprecation\"; type=\"application/json\"");
        }
        return result;
    }

    private static bool IsKnown(string name, IReadOnlyList<QueryParameters> known)
    {
        foreach (var parameters in known)
            foreach (var parameter in parameters.All)
                if (string.Equals(name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                    || parameter.OldNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                    return true;
        return false;
    }

    private static IResult Unknown(string name, Parameter[] known)
    {
        string[] names = [.. known.Where(p => p.Replacement is null).Select(p => p.Name)];
        var shown = name.Length > 80 ? name[..80] + "…" : name;
        return Problems.Result(
            "unknown-parameter",
            names.Length == 0
                ? $"'{shown}' is no parameter of this address, which takes none."
                : $"'{shown}' is no parameter of this address. It takes {string.Join(", ", names)}.",
            shown, Spelling.Near(name, names));
    }
}
