using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OutputCaching;
using Search.Api.Serving;

namespace Search.Api.Http;

/// <summary>
/// Keeps answers that are asked for again: a snapshot never changes, so that the same question has the same answer as long as it is served.
/// Their memory is bounded, and given back when another snapshot takes over.
/// </summary>
internal sealed class SearchOutputCachePolicy : IOutputCachePolicy
{
    /// <summary>Bytes of all answers kept.</summary>
    private const long Most = 64 << 20;

    /// <summary>Bytes of one.</summary>
    private const long Largest = 256 << 10;

    public static void Configure(OutputCacheOptions options) => (options.SizeLimit, options.MaximumBodySize) = (Most, Largest);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var catalog = context.HttpContext.Catalog();
        var identity = context.HttpContext.Features.GetRequiredFeature<AnswerIdentity>().Hash;
        context.EnableOutputCaching = context.HttpContext.RequestServices.GetRequiredService<AskedBefore>().Again(identity);
        (context.AllowCacheLookup, context.AllowCacheStorage) = (true, true);
        context.AllowLocking = false; // who gives up must not take others' answers along
        // Of several values of one parameter the last counts, which the framework's own key does not distinguish; and a key of
        // any length would be outside the bound.
        context.CacheVaryByRules.CacheKeyPrefix = identity;
        context.CacheVaryByRules.VaryByHost = false;
        context.ResponseExpirationTimeSpan = TimeSpan.FromHours(1);
        context.Tags.Add(catalog.Fingerprint);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // An answer that was asked for before a swap would outlive its snapshot.
        using var lease = context.HttpContext.RequestServices.GetRequiredService<LiveCatalog>().Lease();
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK
            && lease?.Catalog == context.HttpContext.Catalog() && context.HttpContext.Features.Get<Passing>() is null;
        return ValueTask.CompletedTask;
    }
}
