using Search.Api.Serving;

namespace Search.Api.Http;

/// <summary>Answers only requests for the hosts that are allowed, and keeps <c>/metrics</c> to its own address where it has one.</summary>
internal sealed class AddressGuard(RequestDelegate next, ApiOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        // Probes address a server by whatever leads to it.
        if (!path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) && !context.IsAllowed(options))
            return Problems.Result("unknown-host", "This server answers for other host names: see its setting hosts.")
                .ExecuteAsync(context);
        if (options.MetricsPort is { } port
            && path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase) != (context.Connection.LocalPort == port))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        return next(context);
    }
}
