using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Search.Api.Http;

/// <summary>Any site may read; none may send credentials.</summary>
internal static class Cors
{
    public static void Policy(CorsPolicyBuilder policy) => policy
        .AllowAnyOrigin()
        .WithMethods("GET", "HEAD", "OPTIONS", "POST")
        .AllowAnyHeader()
        .SetPreflightMaxAge(TimeSpan.FromHours(1))
        .WithExposedHeaders(SecurityHeaders.Generation, "ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After",
            "Content-Disposition");
}
