namespace Search.Api.Http;

/// <summary>Headers that every answer carries. Only what lives under /embed/ may be framed.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        var frames = context.Request.Path.StartsWithSegments("/embed", StringComparison.Ordinal) ? "*" : "'none'";
        headers.ContentSecurityPolicy =
            $"default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors {frames}";
        return next(context);
    }
}
