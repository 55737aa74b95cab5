using System.Text.Encodings.Web;
using Search.Api.Http;
using Search.Api.Pages;
using Search.Api.Pages.Words;
using Search.Api.Serving;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Embedding;

/// <summary>What other sites embed: the scripts, a page for an iframe, and oEmbed.</summary>
internal static class EmbedEndpoints
{
    private static readonly TextParameter Embedded =
        new("url", "The address of a work's page.") { Required = true, Example = "/works/palermo-protocol" };
    private static readonly NumberParameter Width = new("maxwidth", "The most pixels across.", Least: 200, Most: 4000, Default: 640);
    private static readonly NumberParameter Height = new("maxheight", "The most pixels down.", Least: 200, Most: 4000, Default: 480);
    private static readonly ChoiceParameter Format = new("format", "The form of the answer.", new("OEmbedFormat", ["json"]));

    public static void Map(WebApplication app)
    {
        var embed = app.MapGroup("").ExcludeFromDescription();
        embed.MapGet("/embed/{name:regex(\\.js$)}", EmbedScripts.Get);
        embed.MapGet("/embed/works/{id}", Frame);
        embed.MapGet("/embed/demo", Demo);
        embed.MapGet("/embed/treatments/{language}.json", Treatments);
        embed.MapGet("/oembed", OEmbed);
    }

    // The iframe for sites that allow no script of others.
    private static IResult Frame(HttpContext context, LiveCatalog live, string id)
    {
        using var lease = live.Lease();
        if (lease is null) return Problems.Result("not-ready", "No snapshot is served yet.");
        if (lease.Catalog.Work(id) is not { } work) return Problems.Result("not-found", "There is no such work here.");
        var site = Site.Of(context);
        var title = HtmlEncoder.Default.Encode(work.Summary.Title);
        return EmbedPage.Result(site, site.Words, title, $"""
            <h1><a href="{HtmlEncoder.Default.Encode(site.ToWork(id))}" target="_top"><bdi lang="en">{title}</bdi></a></h1>
            <clause-citations work="{HtmlEncoder.Default.Encode(id)}"></clause-citations>
            """, lease.Catalog.IsSample);
    }

    private static IResult Demo(HttpContext context, LiveCatalog live)
    {
        using var lease = live.Lease();
        return EmbedPage.Result(Site.Of(context), PageWords.In("en"), "Clausegraph in a plain page",
            EmbedPage.Demo(HtmlEncoder.Default.Encode(context.Root())), lease?.Catalog.IsSample == true);
    }

    // What the script calls treatments in other languages than its own.
    private static IResult Treatments(HttpContext context, string language)
    {
        if (!PageWords.Has(language)) return Problems.Result("not-found", "Languages are ar, zh, en, fr, ru and es.");
        context.Response.Headers.CacheControl = "public, max-age=86400";
        var words = PageWords.In(language);
        return Results.Json(ResolutionCatalog.TreatmentWords.ToDictionary(t => t, t => words.Named("treatment", t)));
    }

    private static IResult OEmbed(HttpContext context, LiveCatalog live)
    {
        var p = Parameters.Of(context);
        var (address, width, height) = (p.Get(Embedded) ?? "", p.Get(Width), p.Get(Height));
        p.Get(Format);
        if (p.Problem is { } problem) return problem;
        var path = Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https"
            ? absolute!.AbsolutePath
            : address;
        if (new PathString(path.StartsWith('/')
            ? path
            : "/").StartsWithSegments(context.Request.PathBase, StringComparison.OrdinalIgnoreCase, out var within))
            path = within.Value!;
        using var lease = live.Lease();
        if (!path.StartsWith("/works/", StringComparison.Ordinal)
            || lease?.Catalog.Work(Uri.UnescapeDataString(path["/works/".Length..])) is not { } work)
            return Problems.Result("not-found", "Only pages of works can be embedded: /works/palermo-protocol.", "url");
        var origin = context.Root();
        var html = $"<iframe src=\"{HtmlEncoder.Default.Encode($"{origin}/embed/works/{Uri.EscapeDataString(work.Summary.Id)}")}\" width=\"{width}\" height=\"{height}\" title=\"{HtmlEncoder.Default.Encode(work.Summary.Title)}\" loading=\"lazy\"></iframe>";
        return Results.Ok(new OEmbedAnswer
        {
            Version = "1.0",
            Type = "rich",
            Title = work.Summary.Title,
            ProviderName = "Clausegraph",
            ProviderUrl = origin,
            Html = html,
            Width = width,
            Height = height,
            CacheAge = 3600,
        });
    }

    /// <summary>An oEmbed answer; the names are the format's.</summary>
    private sealed record OEmbedAnswer
    {
        public required string Version { get; init; }

        public required string Type { get; init; }

        public required string Title { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("provider_name")]
        public required string ProviderName { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("provider_url")]
        public required string ProviderUrl { get; init; }

        public required string Html { get; init; }

        public required int Width { get; init; }

        public required int Height { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("cache_age")]
        public required int CacheAge { get; init; }
    }
}
