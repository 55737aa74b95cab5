using System.Globalization;
using Search.Api.Pages.Layout;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Pages.Corpora;

/// <summary>What the snapshot holds, as its page shows it.</summary>
public sealed record CorpusView
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The parts of the page.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["documents", "cited", "wanted", "leftout", "diagnostics"];

    /// <summary>Which part is shown.</summary>
    public required string Part { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Rows in all.</summary>
    public int Total { get; init; }

    /// <summary>Documents, where they are shown.</summary>
    public IReadOnlyList<DocumentSummary> Documents { get; init; } = [];

    /// <summary>Works, where they are shown.</summary>
    public IReadOnlyList<WorkSummary> Works { get; init; } = [];

    /// <summary>The organs that the works shown can be narrowed to.</summary>
    public IReadOnlyList<string> Organs { get; init; } = [];

    /// <summary>The kinds that they can be narrowed to.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What of the address could not be read.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Documents whose reading left something open, where they are shown.</summary>
    public IReadOnlyList<DocumentDetails> Diagnosed { get; init; } = [];

    internal static CorpusView Of(Site site)
    {
        var catalog = site.Catalog;
        var query = new PageQuery(site.Context.Request, site.Words);
        var part = query.OneOf("view", [.. Parts]);
        var skip = (query.Page - 1) * PageSize;
        var view = new CorpusView { Part = part, Page = query.Page };
        switch (part)
        {
            case "cited" or "wanted":
                var asked = query.Values.Works() with { InCorpus = part == "wanted" ? false : null, Cited = true, Sort = "cited-by", GroupBy = [] };
                var works = catalog.Works(asked with { Skip = skip, Take = PageSize });
                IReadOnlyList<string> Values(WorkQuery of, string field) => [.. catalog.Works(of with { Take = 0, GroupBy = [field] }).Grouped!.Groups.Select(g => g.Value)];
                return view with { Total = works.Total, Works = works.Page, Organs = Values(asked with { Organs = [] }, "organ"), Kinds = Values(asked with { Kinds = [] }, "workKind"), Notices = query.Notices };
            case "leftout":
                return view with { Total = catalog.LeftOut.Count };
            case "diagnostics":
                var (all, some) = catalog.Documents(new() { Skip = skip, Take = PageSize });
                return view with { Total = all, Diagnosed = [.. some.Select(d => catalog.Document(d.Id)).OfType<DocumentDetails>().Where(d => d.Diagnostics.Count > 0)] };
            default:
                var (documents, page) = catalog.Documents(query.Values.Documents() with { Skip = skip, Take = PageSize });
                return view with { Total = documents, Documents = page };
        }
    }

    internal PageFrame Frame(Site site)
    {
        var call = Part switch
        {
            "cited" => Narrowed(site).With("sort", "cited-by").With("cited", "true"),
            "wanted" => Narrowed(site).With("sort", "cited-by").With("inCorpus", "false").With("cited", "true"),
            "leftout" => PageAddress.Of("v1", "index"),
            _ => site.Address.At("/v1/documents").Only([.. DocumentParameters.All.Select(p => p.Name)]).With("limit", PageSize.ToString(CultureInfo.InvariantCulture)),
        };
        return new() { Title = site.Words["nav.corpus"], Section = "corpus", Wide = true, ApiCall = call, Formats = [new("JSON", "application/json", call), .. DataFormat.OfGraph(PageAddress.Of("v1", "graph"))] };
    }

    private static PageAddress Narrowed(Site site) => site.Address.At("/v1/works").Only([.. WorkParameters.All.Select(p => p.Name).Except(["sort", "cited", "inCorpus", "groupBy"])]);
}
