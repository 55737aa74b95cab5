using Search.Api.Serving;

namespace Search.Api.Http;

/// <summary>Headers that every answer carries, those for errors among them. Only what lives under /embed/ may be framed.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>The header that names the snapshot an answer was given from: with several servers, a proxy can log it.</summary>
    public const string Generation = "Clausegraph-Generation";

    // Swagger UI puts one style element into its page: this one, and no other.
    private const string SwaggerStyle = " style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w=';";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: an error wipes what was set before it.
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        var embedded = context.Request.Path.StartsWithSegments("/embed", StringComparison.Ordinal);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (context.Features.Get<CatalogLease>() is { } lease) headers[Generation] = lease.Generation;
        // A page that asks its frames for this header can hold ours.
        if (embedded) headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        var styles = context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase) ? SwaggerStyle : "";
        headers.ContentSecurityPolicy =
            $"default-src 'self';{styles} img-src 'self' data:; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors {(embedded ? "*" : "'none'")}";
    }
}
