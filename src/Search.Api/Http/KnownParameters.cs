using Search.Api.Description;

namespace Search.Api.Http;

/// <summary>Refuses a query parameter that the address does not take: a filter that is mistyped would be answered as if it were not there.</summary>
internal sealed class KnownParameters : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.Query.Count > 0)
        {
            string[] known = [.. context.HttpContext.GetEndpoint()!.Metadata.GetOrderedMetadata<QueryParameters>().SelectMany(q => q.All).Select(p => p.Name)];
            foreach (var name in request.Query.Keys)
                if (!known.Contains(name, StringComparer.OrdinalIgnoreCase)) return Unknown(name, known);
        }
        return await next(context);
    }

    private static IResult Unknown(string name, string[] known)
    {
        var shown = name.Length > 80 ? name[..80] + "…" : name;
        return Problems.Result(
            "unknown-parameter",
            known.Length == 0 ? $"'{shown}' is no parameter of this address, which takes none." : $"'{shown}' is no parameter of this address. It takes {string.Join(", ", known)}.",
            shown, Parameters.Near(name, known));
    }
}
