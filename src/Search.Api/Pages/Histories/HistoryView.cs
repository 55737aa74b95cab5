using Search.Api.Pages.Layout;
using Search.Catalog;
using Search.Catalog.Citing;

namespace Search.Api.Pages.Histories;

/// <summary>The versions of a clause as their page shows them.</summary>
/// <param name="DocumentId">The clause's document.</param>
/// <param name="Document">What it is called.</param>
/// <param name="Label">The clause's label.</param>
/// <param name="Found">The page of versions.</param>
/// <param name="Next">The next page, or null.</param>
public sealed record HistoryView(string DocumentId, string Document, string Label, ClauseVersions Found, PageAddress? Next)
{
    /// <summary>What a citation of the clause is made from, or null.</summary>
    public Reference? Reference { get; init; }

    private const int PageLength = 50;

    internal static HistoryView? Of(Site site, string id, string clause)
    {
        var page = new PageQuery(site.Context.Request, site.Words).Page;
        var skip = (page - 1) * PageLength;
        if (site.Catalog.Document(id) is not { } document || site.Catalog.Clause(id, clause) is not { } found
            || site.Catalog.Versions(id, clause, skip, PageLength) is not { } versions)
            return null;
        var next = skip + versions.Versions.Count < versions.Total
            ? site.Address.With("page", (page + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
            : null;
        return new(id, document.Summary.Symbol
            ?? Naming.Title(document.Summary), found.Label, versions,
            next)
        { Reference = site.Catalog.Cite(id, clause, site.Absolute(site.ToClause(found.Id))) };
    }

    internal PageFrame Frame(Site site) => new()
    {
        Title = $"{site.Words.Filled("history.title", Label)}: {Document}",
        ApiCall = new PageAddress(
            $"/v1/documents/{Uri.EscapeDataString(DocumentId)}/clauses/{Found.History.Clause[(DocumentId.Length + 1)..]}/versions", []),
        Wide = true,
    };
}
