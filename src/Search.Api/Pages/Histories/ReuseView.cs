using Search.Api.Pages.Layout;
using Search.Catalog;

namespace Search.Api.Pages.Histories;

/// <summary>Words that documents take over, as their page shows them: the documents, or the clauses of one.</summary>
/// <param name="Document">The document whose clauses are shown, or null where documents are.</param>
/// <param name="IsSilent">Whether only what is not cited is shown.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Total">How many documents or clauses there are.</param>
public sealed record ReuseView(DocumentSummary? Document, bool IsSilent, int Page, int Total)
{
    /// <summary>How many a page has.</summary>
    public const int PageLength = 50;

    /// <summary>The documents of the page.</summary>
    public IReadOnlyList<RepeatingDocument> Documents { get; init; } = [];

    /// <summary>The clauses of the page.</summary>
    public IReadOnlyList<ReuseEdge> Clauses { get; init; } = [];

    internal static ReuseView? Of(Site site)
    {
        var query = new PageQuery(site.Context.Request, site.Words);
        var silent = query.OneOf("view", "silent", "all") == "silent";
        var asked = new ReuseQuery { Silent = silent ? true : null, Skip = (query.Page - 1) * PageLength, Take = PageLength };
        if (query.Text("document", 500) is not { Length: > 0 } id)
        {
            var (documents, list) = site.Catalog.RepeatingDocuments(asked);
            return new(null, silent, query.Page, documents) { Documents = list };
        }
        if (site.Catalog.Document(id) is not { } document) return null;
        var (clauses, page) = site.Catalog.Reuse(asked with { Document = id });
        return new(document.Summary, silent, query.Page, clauses) { Clauses = page };
    }

    internal PageFrame Frame(Site site)
    {
        PageAddress Call(string path) =>
            (IsSilent ? new PageAddress(path, []).With("silent", "true") : new PageAddress(path, [])) is var call
                && Document is { } document ? call.With("document", document.Id) : call;
        var list = Document is null ? "/v1/reuse/documents" : "/v1/reuse";
        return new()
        {
            Title = site.Words[IsSilent ? "reuse.silent" : "reuse.all"],
            ApiCall = Call(list),
            Formats = [new("CSV", "text/csv", Call(list + ".csv")), .. DataFormat.OfGraph(Call("/v1/reuse/graph"))],
            Wide = true,
        };
    }
}
