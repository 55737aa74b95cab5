using Search.Api.Pages.Documents;
using Search.Api.Pages.Words;
using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api.Pages;

/// <summary>What every page needs to know of its request: words, addresses, and the snapshot it is made from.</summary>
public sealed class Site
{
    private Site(HttpContext context, PageWords words, string? chosen)
    {
        Context = context;
        Words = words;
        Chosen = chosen;
        Address = PageAddress.Of(context.Request);
    }

    /// <summary>The words of the reader's language.</summary>
    public PageWords Words { get; }

    /// <summary>The address that was asked for.</summary>
    public PageAddress Address { get; }

    /// <summary>The language that the address itself asks for, or null; links of the page keep it.</summary>
    public string? Chosen { get; }

    internal HttpContext Context { get; }

    internal DateOnly Today => DateOnly.FromDateTime(Context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    internal ResolutionCatalog Catalog => Http.SnapshotOfRequest.Catalog(Context);

    /// <summary>Whether the page shows the sample, whose documents are invented.</summary>
    public bool IsSample => Context.Features.Get<Serving.CatalogLease>()?.Catalog.IsSample == true;

    /// <summary>Reads the language of a request: <c>?lang=</c>, else what the browser likes.</summary>
    public static Site Of(HttpContext context)
    {
        var asked = context.Request.Query["lang"].ToString().ToLowerInvariant();
        var chosen = PageWords.Has(asked) ? asked : null;
        return new(context, PageWords.In(chosen ?? PageWords.Preferred(context.Request)), chosen);
    }

    /// <summary>An address of this site as a link to it is written: below the path that the site is served at.</summary>
    public string Link(PageAddress address) => Context.Request.PathBase.ToUriComponent() + address;

    /// <summary>A link to an address of this site in the language that was chosen.</summary>
    public string To(PageAddress address, string? fragment = null)
    {
        var text = Link(Chosen is null ? address : address.With("lang", Chosen));
        return fragment is null ? text : $"{text}#{fragment}";
    }

    /// <summary>The page of a work.</summary>
    public string ToWork(string id) => To(PageAddress.Of("works", id));

    /// <summary>The page of a document.</summary>
    public string ToDocument(string id, string? fragment = null) => To(PageAddress.Of("documents", id), fragment);

    /// <summary>The clause that an id such as <c>a-res-58-137/op5-b</c> names, on its document's page; of a long document the page of the
    /// part that it is in.</summary>
    public string ToClause(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return ToDocument(id);
        var (document, clause) = (id[..slash], id[(slash + 1)..]);
        var isLong = Context.Features.Get<Serving.CatalogLease>()?.Catalog is { } catalog && DocumentParts.IsLong(catalog, document);
        return To(isLong
            ? PageAddress.Of("documents", document).With(DocumentParts.Parameter, clause)
            : PageAddress.Of("documents", document), clause);
    }

    /// <summary>Where the originals of a work are.</summary>
    internal IReadOnlyList<OriginalAnswer> Originals(WorkDetails work) => Http.OriginalsOfRequest.OriginalsOf(Context, work);

    /// <summary>A link of this site as a program elsewhere has to write it.</summary>
    public string Absolute(string link) => Context.Origin() + link;

    /// <summary>Where a style, script or icon is.</summary>
    public string Asset(string name) => Context.Request.PathBase.ToUriComponent() + EmbeddedAssets.Address(name);
}
