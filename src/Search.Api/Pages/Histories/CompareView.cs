using Search.Api.Pages.Layout;
using Search.Catalog;

namespace Search.Api.Pages.Histories;

/// <summary>Two documents beside each other as their page shows them.</summary>
/// <param name="Source">As asked for; empty before anything was.</param>
/// <param name="Target">As asked for.</param>
/// <param name="Missing">What was asked for and is not here, or null.</param>
/// <param name="Found">The comparison, or null.</param>
/// <param name="IsColumn">Whether both texts are shown in one column.</param>
public sealed record CompareView(string Source, string Target, string? Missing, DocumentComparison? Found, bool IsColumn)
{
    /// <summary>How many rows are what, by the words of the page.</summary>
    public IEnumerable<(string Name, int Count)> Counts => Found is not { Counts: var c } ? [] :
        [("kept", c.Kept), ("changed", c.Changed), ("split", c.Split), ("merged", c.Merged), ("new", c.New), ("dropped", c.Dropped),
            ("moved", c.Moved)];

    internal static CompareView Of(Site site)
    {
        var query = new PageQuery(site.Context.Request, site.Words);
        var (source, target) = (query.Text("source", 500), query.Text("target", 500));
        var isColumn = query.OneOf("view", "side", "column") == "column";
        if (source.Length == 0 || target.Length == 0) return new(source, target, null, null, isColumn);
        if (Id(site, source) is not { } first) return new(source, target, source, null, isColumn);
        return Id(site, target) is { } second
            ? new(source, target, null, site.Catalog.Compare(first, second), isColumn)
            : new(source, target, target, null, isColumn);
    }

    internal PageFrame Frame(Site site) => new()
    {
        Title = site.Words["compare.title"],
        ApiCall = Found is null ? null : PageAddress.Of("v1", "compare").With("source", Found.Source.Id).With("target", Found.Target.Id),
        Formats = Found is null
            ? []
            : [new("CSV", "text/csv", PageAddress.Of("v1", "compare").With("source", Found.Source.Id).With("target", Found.Target.Id)
                .With("format", "csv"))],
        Wide = true,
    };

    /// <summary>The document that an id or a citation as people write it means.</summary>
    private static string? Id(Site site, string asked) =>
        site.Catalog.Document(asked) is not null ? asked
            : site.Catalog.Resolve(asked).Works is [{ InCorpus: true } only] && site.Catalog.Document(only.Id) is not null ? only.Id
            : null;
}
