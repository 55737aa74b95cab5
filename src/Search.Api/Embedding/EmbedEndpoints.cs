using System.Text.Encodings.Web;
using Search.Api.Http;
using Search.Api.Serving;

namespace Search.Api.Embedding;

/// <summary>What other sites embed: the scripts, a page for an iframe, and oEmbed.</summary>
internal static class EmbedEndpoints
{
    public static void Map(WebApplication app)
    {
        var embed = app.MapGroup("").ExcludeFromDescription();
        embed.MapGet("/embed/{name:regex(\\.js$)}", EmbedScripts.Get);
        embed.MapGet("/embed/works/{id}", Frame);
        embed.MapGet("/embed/demo", Demo);
        embed.MapGet("/oembed", OEmbed);
    }

    // The iframe for sites that allow no script of others.
    private static IResult Frame(LiveCatalog live, string id)
    {
        using var lease = live.Lease();
        if (lease is null) return Problems.Result("not-ready", "No snapshot is served yet.");
        if (lease.Catalog.Work(id) is not { } work) return Problems.Result("not-found", "There is no such work here.");
        var title = HtmlEncoder.Default.Encode(work.Summary.Title);
        return Page(title, $"""
            <h1><a href="/works/{Uri.EscapeDataString(id)}" target="_top">{title}</a></h1>
            <clause-citations work="{HtmlEncoder.Default.Encode(id)}"></clause-citations>
            """);
    }

    private static IResult Demo() => Page("Clausegraph in a plain page", """
        <h1>Clausegraph in a plain page</h1>
        <h2>A search box</h2>
        <clause-search><form action="/"><label>Search resolutions <input name="q"></label> <button>Search</button></form></clause-search>
        <h2>A search that opens on top</h2>
        <clause-search modal><a href="/">Search resolutions</a></clause-search>
        <h2>What cites the Palermo Protocol</h2>
        <clause-citations work="palermo-protocol"><a href="/works/palermo-protocol">What cites the Palermo Protocol</a></clause-citations>
        """);

    private static IResult OEmbed(HttpContext context, LiveCatalog live)
    {
        var p = new Parameters(context);
        var address = p.Required("url", "/works/palermo-protocol");
        var width = p.Number("maxwidth", 200, 4000, 640);
        var height = p.Number("maxheight", 200, 4000, 480);
        if (p.OneOf("format", "json") != "json" || p.Problem is not null) return p.Problem ?? Results.StatusCode(StatusCodes.Status501NotImplemented);
        var path = Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" ? absolute!.AbsolutePath : address;
        using var lease = live.Lease();
        if (!path.StartsWith("/works/", StringComparison.Ordinal) || lease?.Catalog.Work(Uri.UnescapeDataString(path["/works/".Length..])) is not { } work)
            return Problems.Result("not-found", "Only pages of works can be embedded: /works/palermo-protocol.", "url");
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        var html = $"<iframe src=\"{HtmlEncoder.Default.Encode($"{origin}/embed/works/{Uri.EscapeDataString(work.Summary.Id)}")}\" width=\"{width}\" height=\"{height}\" title=\"{HtmlEncoder.Default.Encode(work.Summary.Title)}\" loading=\"lazy\"></iframe>";
        return Results.Ok(new OEmbedAnswer("1.0", "rich", work.Summary.Title, "Clausegraph", origin, html, width, height, 3600));
    }

    private static IResult Page(string title, string body) => Results.Text($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <script type="module" src="/embed/clause-search.js"></script>
        <script type="module" src="/embed/clause-citations.js"></script>
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>
        """, "text/html; charset=utf-8");

    /// <summary>An oEmbed answer; the names are the format's.</summary>
    private sealed record OEmbedAnswer(
        string Version, string Type, string Title,
        [property: System.Text.Json.Serialization.JsonPropertyName("provider_name")] string ProviderName,
        [property: System.Text.Json.Serialization.JsonPropertyName("provider_url")] string ProviderUrl,
        string Html, int Width, int Height,
        [property: System.Text.Json.Serialization.JsonPropertyName("cache_age")] int CacheAge);
}
