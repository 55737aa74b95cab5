using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api.Http;

/// <summary>Gives each request one snapshot from beginning to end, and answers what the caller already has with
/// 304 before any work is done.</summary>
internal sealed class SnapshotMiddleware(RequestDelegate next, LiveCatalog live, ApiOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }
        using var lease = live.Lease();
        if (lease is null)
        {
            context.Response.Headers.RetryAfter = "1";
            await Problems.Result("not-ready", "The first snapshot is being built or opened. Try again in a moment.").ExecuteAsync(context);
            return;
        }
        context.Features.Set(lease);
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            var identity = new AnswerIdentity(HashOf(lease.Catalog, context.Request));
            context.Features.Set(identity);
            var tag = $"W/\"{lease.Catalog.Generation}-{identity.Hash[..16]}\"";
            if (Has(context.Request.Headers.IfNoneMatch, tag))
            {
                Cacheable(context.Response, tag);
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            context.Response.OnStarting(() =>
            {
                if (context.Features.Get<Passing>() is not null) context.Response.Headers.CacheControl = "no-store";
                else if (context.Response.StatusCode is 200 or 300) Cacheable(context.Response, tag);
                return Task.CompletedTask;
            });
        }
        await next(context);
    }

    private static void Cacheable(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.Remove("Age"); // a kept answer is as true as on its first day
        response.Headers.CacheControl = "public, max-age=60, stale-while-revalidate=86400";
        response.Headers.Vary = "Accept, Accept-Encoding";
    }

    // A snapshot never changes: its identity, the program, the question, what the client accepts and where
    // links lead are the answer's identity.
    private string HashOf(ResolutionCatalog catalog, HttpRequest request)
    {
        var asked = new ArrayBufferWriter<byte>(512);
        Encoding.UTF8.GetBytes($"{catalog.Fingerprint}\n{CommandLine.Edition}\n{request.Headers.Accept}\n{options.Originals}\n", asked);
        Question.Write(request, asked);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(asked.WrittenSpan, hash);
        return Convert.ToHexStringLower(hash);
    }

    // "*" asks whether there is anything at all, which only the answer knows: it is answered.
    private static bool Has(StringValues ifNoneMatch, string tag)
    {
        foreach (var value in ifNoneMatch)
            if (value is not null && value.Split(',').Any(v => v.Trim() == tag || v.Trim() == tag[2..])) return true;
        return false;
    }
}

/// <summary>What settles the answer to a request that only asks.</summary>
/// <param name="Hash">SHA-256 of the snapshot, the program, the question, and what the client accepts, hex.</param>
internal sealed record AnswerIdentity(string Hash);

/// <summary>Marks an answer that the same question may soon have better: nobody keeps it.</summary>
internal sealed class Passing;

/// <summary>The snapshot of a request.</summary>
internal static class SnapshotOfRequest
{
    public static ResolutionCatalog Catalog(this HttpContext context) =>
        context.Features.Get<CatalogLease>()?.Catalog ?? throw new InvalidOperationException("the address is outside the snapshot's");
}
