namespace Search.Api.Http;

/// <summary>Says what an address takes where routing refused a method: HEAD where it takes GET, and OPTIONS, which is no error.</summary>
internal sealed class AllowedMethods(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        if (response.StatusCode != StatusCodes.Status405MethodNotAllowed || response.HasStarted) return;
        var allowed = response.Headers.Allow.SelectMany(a => (a
            ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
        if (allowed.Contains(HttpMethods.Get)) allowed.Add(HttpMethods.Head);
        allowed.Add(HttpMethods.Options);
        response.Headers.Allow = string.Join(", ", allowed.Order(StringComparer.Ordinal));
        if (HttpMethods.IsOptions(context.Request.Method)) response.StatusCode = StatusCodes.Status204NoContent;
    }
}
