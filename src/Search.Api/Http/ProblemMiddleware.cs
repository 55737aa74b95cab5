using System.Diagnostics;
using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api.Http;

/// <summary>No error leaves without a problem document, and none with a stack trace.</summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                await WriteAsync(context, context.Response.StatusCode, Problems.CodeOf(context.Response.StatusCode), DetailOf(context));
            }
        }
        catch (BadHttpRequestException e)
        {
            if (!context.Response.HasStarted) context.Response.Clear();
            await WriteAsync(context, e.StatusCode, Problems.CodeOf(e.StatusCode), e.StatusCode == 413
                ? "Send at most 1 MiB."
                : "The request cannot be read.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (MissingShardsException e)
        {
            log.ShardsMissing(e.Message);
            if (!context.Response.HasStarted)
            {
                context.Response.Clear();
                context.Response.Headers.RetryAfter = "1";
            }
            await WriteAsync(context, 503, "shards-missing", e.Message);
        }
#pragma warning disable CA1031 // the last stop before the wire
        catch (Exception e)
        {
            var trace = Activity.Current?.Id ?? context.TraceIdentifier;
            log.Failed(trace, e.GetType().Name, e.TargetSite is { } method
                ? $"{method.DeclaringType}.{method.Name}"
                : null, LastResort.OneLine(e.Message));
            log.FailedHere(trace, e);
            if (!context.Response.HasStarted) context.Response.Clear();
            await WriteAsync(context, 500, "internal", $"The error was logged as {trace}.");
        }
#pragma warning restore CA1031
    }

    private static string DetailOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound =>
            $"There is nothing at this address. {context.Request.PathBase}/openapi/v1.json describes all that there are, {context.Request.PathBase}/docs shows them.",
        StatusCodes.Status405MethodNotAllowed => $"This address takes {context.Response.Headers.Allow}.",
        StatusCodes.Status415UnsupportedMediaType => "Send text/plain, or application/json {\"text\": \"...\"}.",
        _ => $"{context.Request.Method} {context.Request.Path} cannot be answered.",
    };

    private static async Task WriteAsync(HttpContext context, int status, string code, string detail)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = status;
        if (Pages.Problem.ProblemView.IsForPerson(context))
        {
            await Pages.Problem.ProblemView.WriteAsync(context, status);
            return;
        }
        var problem = Problems.Document(code, detail);
        problem.Status = status;
        await Problems.WriteAsync(context, problem);
    }
}
