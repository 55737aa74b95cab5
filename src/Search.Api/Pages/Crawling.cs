using System.Globalization;
using System.Xml.Linq;
using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api.Pages;

/// <summary>What browsers and search engines ask a site for: its icon, what to crawl, and how to search it.</summary>
internal static class Crawling
{
    private const int AddressesInFile = 10_000;

    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    // Each of these answers any question that an address can put, so that there is no end of them. Documents and works are in the site map.
    private static readonly string[] NotForCrawlers =
        ["/?", "/v1/", "/mcp", "/search.", "/explore", "/paste", "/compare", "/reuse", "/history/", "/documents/*?", "/works/*?",
            "/works/*.csv", "/works/*.atom", "/works/*.json"];

    /// <summary>Maps the addresses.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").ExcludeFromDescription();
        files.MapGet("/favicon.ico", (HttpContext context) => EmbeddedAssets.Named(context, "favicon.ico"));
        files.MapGet("/robots.txt", (HttpContext context) => Results.Text(Robots(context), "text/plain; charset=utf-8"));
        files.MapGet("/opensearch.xml", (HttpContext context) => Xml(Description(context), "application/opensearchdescription+xml"));
        files.MapGet("/sitemap.xml", (HttpContext context, LiveCatalog live) => WithCatalog(live, catalog => Index(context, catalog)));
        files.MapGet("/sitemap/documents-{number:int:min(1)}.xml", (HttpContext context, LiveCatalog live, int number) =>
            WithCatalog(live, catalog => Documents(context, catalog, number)));
        files.MapGet("/sitemap/works-{number:int:min(1)}.xml", (HttpContext context, LiveCatalog live, int number) =>
            WithCatalog(live, catalog => Works(context, catalog, number)));
    }

    private static string Robots(HttpContext context) =>
        $"User-agent: *\n{string.Concat(NotForCrawlers.Select(path => $"Disallow: {context.Request.PathBase}{path}\n"))}\nSitemap: {context.Root()}/sitemap.xml\n";

    private static XElement Description(HttpContext context) => new(OpenSearch + "OpenSearchDescription",
        new XElement(OpenSearch + "ShortName", "Clausegraph"),
        new XElement(OpenSearch + "Description", "Clauses of United Nations resolutions, and what cites what"),
        new XElement(OpenSearch + "InputEncoding", "UTF-8"),
        new XElement(OpenSearch
            + "Image", new XAttribute("type", "image/x-icon"), new XAttribute("width", 32), new XAttribute("height", 32),
            $"{context.Root()}/favicon.ico"),
        new XElement(OpenSearch
            + "Url", new XAttribute("type", "text/html"), new XAttribute("template", $"{context.Root()}/?q={{searchTerms}}")),
        new XElement(OpenSearch
            + "Url", new XAttribute("type", "application/atom+xml"),
            new XAttribute("template", $"{context.Root()}/search.atom?q={{searchTerms}}")));

    private static XElement Index(HttpContext context, ResolutionCatalog catalog)
    {
        var works = catalog.Works(CitedWorks with { Take = 0 }).Total;
        return new(Sitemaps + "sitemapindex", Files("documents", catalog.Counts.Documents).Concat(Files("works", works)).Select(file =>
            new XElement(Sitemaps + "sitemap", new XElement(Sitemaps + "loc", $"{context.Root()}/sitemap/{file}"))));
    }

    private static IEnumerable<string> Files(string list, int count) =>
        Enumerable.Range(1, (count + AddressesInFile - 1) / AddressesInFile)
            .Select(n => string.Create(CultureInfo.InvariantCulture, $"{list}-{n}.xml"));

    private static XElement? Documents(HttpContext context, ResolutionCatalog catalog, int number) =>
        Addresses(context, "documents", catalog.Documents(new() { NewestFirst = false, Skip = Before(number), Take = AddressesInFile }).Page
            .Select(d => d.Id));

    private static XElement? Works(HttpContext context, ResolutionCatalog catalog, int number) =>
        Addresses(context, "works", catalog.Works(CitedWorks with { Skip = Before(number), Take = AddressesInFile }).Page
            .Select(w => w.Id));

    private static WorkQuery CitedWorks { get; } = new() { Cited = true };

    private static int Before(int number) => (int)Math.Min(int.MaxValue, (number - 1L) * AddressesInFile);

    private static XElement? Addresses(HttpContext context, string list, IEnumerable<string> ids)
    {
        var addresses = ids.Select(id =>
            new XElement(Sitemaps + "url", new XElement(Sitemaps + "loc", context.Root() + PageAddress.Of(list, id)))).ToList();
        return addresses.Count == 0 ? null : new(Sitemaps + "urlset", addresses);
    }

    private static IResult WithCatalog(LiveCatalog live, Func<ResolutionCatalog, XElement?> ask)
    {
        using var lease = live.Lease();
        if (lease is null) return Http.Problems.Result("not-ready", "No snapshot is served yet.");
        return ask(lease.Catalog) is { } found ? Xml(found, "application/xml") : Results.StatusCode(StatusCodes.Status404NotFound);
    }

    private static IResult Xml(XElement root, string type) =>
        Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n", type + "; charset=utf-8");
}
