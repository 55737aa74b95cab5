using Search.Api.Http;
using Search.Api.Pages.Searching;
using Search.Api.Pages.Works;

namespace Search.Api.Pages;

/// <summary>
/// The lists of the pages as files for a spreadsheet: the same filters, order and columns in words, the first 10,000 rows, safe against
/// formulas. The CSV of <c>/v1/graph</c> is different: edges by id, for programs that join them to its nodes.
/// </summary>
internal static class Tables
{
    private const int MostRows = 10_000;
    private const int Step = 500;

    /// <summary>A search costs as much for every part of its hits, so that the parts are larger.</summary>
    private const int SearchStep = 2500;

    /// <summary>The citations that a page of a work lists.</summary>
    public static IResult Edges(HttpContext context, string id, string direction)
    {
        var site = Site.Of(context);
        var query = WorkView.Read(new PageQuery(context.Request, site.Words));
        var table = new CsvText("document", "symbol", "title", "clause", "date", "organ", "kind", "treatment", "verb", "pinpoint", "place",
            "work", "work_title", "mention", "quote", "clause_kind", "document_kind");
        for (var skip = 0; skip < MostRows; skip += Step)
        {
            var part = query with { Skip = skip, Take = Step };
            var page = direction == "cites" ? site.Catalog.Cites(id, part) : site.Catalog.CitedBy(id, part);
            if (page is null) return Results.StatusCode(StatusCodes.Status404NotFound);
            foreach (var e in page.Edges)
                table.Add(e.Document.Id, e.Document.Canonical, e.Document.Title, e.Label, e.Date, e.Organ, e.DocumentKind, e.Treatment,
                    e.Verb, e.Pinpoint, e.Place, e.Work.Id, e.Work.Title, e.Mention, e.Quote, e.ClauseKind, e.DocumentKind);
            if (page.Edges.Count < Step) break;
        }
        return table.Send(context, $"{id}-{direction}");
    }

    /// <summary>The clauses that a search finds.</summary>
    public static IResult Clauses(HttpContext context)
    {
        var site = Site.Of(context);
        var request = SearchView.Read(new PageQuery(context.Request, site.Words));
        var table = new CsvText("document", "symbol", "title", "clause", "kind", "date", "organ", "cites", "text", "clause_kind");
        for (var (skip, left) = (0, request.MaxWork); skip < MostRows; skip += SearchStep)
        {
            var found = site.Catalog.Search(request with
            {
                Skip = skip,
                Take = SearchStep,
                MaxWork = left,
                Cancellation = context.RequestAborted
            });
            context.Charge(found.Work);
            left -= found.Work;
            foreach (var h in found.Hits)
                table.Add(
                    h.Document.Id, h.Document.Canonical, h.Document.Title, h.Label, h.Kind, h.Date, h.Organ,
                    string.Join("; ", h.CitedWorks.Select(c => $"{c.Work.Id} {c.Pinpoint}".TrimEnd())), h.Text, h.Kind);
            if (found.Hits.Count < SearchStep || found.Stopped) break;
        }
        return table.Send(context, "search");
    }
}
