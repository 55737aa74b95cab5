using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Search.Api.Http;
using Search.Api.Pages;
using Search.Api.Pages.Searching;
using Search.Api.Pages.Works;
using Search.Api.Serving;
using Search.Catalog.Following;

namespace Search.Api.Feeds;

/// <summary>Feeds: what newly cites a work, and which clauses are new for a search.</summary>
internal static class FeedEndpoints
{
    /// <summary>Entries of a feed.</summary>
    private const int Most = 50;

    /// <summary>Hits of a search, the newest by date, among which those that appeared last are taken.</summary>
    private const int Searched = 500;

    private const int TitleLength = 160;

    private static readonly string[] Read = ["GET", "HEAD"];

    public static void Map(WebApplication app)
    {
        var feeds = app.MapGroup("").ExcludeFromDescription().AddEndpointFilter(WithSnapshot);
        feeds.MapMethods("/works/{id}/cited-by.{format:regex(^(atom|json)$)}", Read, CitedBy);
        feeds.MapMethods("/search.{format:regex(^(atom|json)$)}", Read, Search);
    }

    private static IResult CitedBy(HttpContext context, string id, string format)
    {
        var site = Site.Of(context);
        if (site.Catalog.Work(id) is not { } work) return Results.StatusCode(StatusCodes.Status404NotFound);
        var edges = site.Catalog.NewestCitedBy(id, WorkView.Read(new PageQuery(context.Request, site.Words)), Most) ?? [];
        return Send(context, format, new(
            $"What cites {work.Summary.Title}", site.Absolute(site.ToWork(id)), Self(site),
            [.. edges.Select(e => new FeedEntry(
                e.Id, Shown($"{e.Edge.Document.Canonical} {e.Edge.Label}: {e.Edge.Treatment} {e.Edge.Work.Title}{(e.Edge.Pinpoint.Length > 0 ? ", " + e.Edge.Pinpoint : "")}"),
                e.Edge.Quote, site.Absolute(site.ToClause(e.Edge.Clause)), e.Edge.Treatment, Time(e.FirstSeen)))]));
    }

    private static IResult Search(HttpContext context, string format)
    {
        var site = Site.Of(context);
        var request = SearchView.Read(new PageQuery(context.Request, site.Words)) with
        {
            Sort = "newest",
            Skip = 0,
            Take = Searched,
            Cancellation = context.RequestAborted
        };
        var found = site.Catalog.Search(request);
        context.Charge(found.Work);
        return Send(context, format, new(
            request.Query.Length == 0 ? "New clauses" : $"New clauses for {Shown(request.Query)}",
            site.Absolute(site.To(site.Address.At("/"))), Self(site),
            [.. site.Catalog.NewestOf(found.Hits, Most).Select(h => new FeedEntry(
                h.Id, Shown($"{h.Hit.Document.Canonical} {h.Hit.Label}: {h.Hit.Document.Title}"), h.Hit.Text,
                site.Absolute(site.ToClause(h.Hit.Id)), h.Hit.Kind, Time(h.FirstSeen)))]));
    }

    private static string Self(Site site) => site.Absolute(site.Link(site.Address));

    /// <summary>The feed under validators of its own: a snapshot that adds nothing leaves it as it was to the byte.</summary>
    private static IResult Send(HttpContext context, string format, Feed feed)
    {
        var (bytes, type) = format == "atom"
            ? (feed.ToAtom(), "application/atom+xml; charset=utf-8")
            : (feed.ToJson(), "application/feed+json; charset=utf-8");
        context.Response.Headers.CacheControl = "public, max-age=300";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
        return Results.Bytes(bytes, type, lastModified: feed.Updated, entityTag: tag);
    }

    private static string Shown(string text) => text.Length > TitleLength ? text[..(TitleLength - 1)] + "…" : text;

    private static DateTimeOffset Time(GenerationStamp stamp) =>
        DateTimeOffset.Parse(stamp.Built, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static async ValueTask<object?> WithSnapshot(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.RequestServices.GetRequiredService<LiveCatalog>().Lease() is not { } lease)
        {
            context.Response.Headers.RetryAfter = "1";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        context.Features.Set(lease);
        context.Response.RegisterForDispose(lease);
        return await next(invocation);
    }
}
