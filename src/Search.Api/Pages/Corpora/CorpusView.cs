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
    public static IReadOnlyList<string> Parts { get; } = ["documents", "cited", "wanted", "unidentified", "leftout", "diagnostics"];

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

    /// <summary>The parameter that narrows the list to kinds.</summary>
    public string KindParameter { get; init; } = "workKind";

    /// <summary>The organs that the works or documents shown can be narrowed to.</summary>
    public IReadOnlyList<string> Organs { get; init; } = [];

    /// <summary>The kinds that they can be narrowed to.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What of the address could not be read.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>The kinds of open questions, where they are shown.</summary>
    public IReadOnlyList<ValueCount> QuestionKinds { get; init; } = [];

    /// <summary>The kind of open questions that is listed, or null.</summary>
    public string? QuestionKind { get; init; }

    /// <summary>The open questions of that kind.</summary>
    public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];

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
                var asked = query.Values.Works() with
                {
                    InCorpus = part == "wanted" ? false : null,
                    Cited = true,
                    Sort = "cited-by",
                    GroupBy = []
                };
                var works = catalog.Works(asked with { Skip = skip, Take = PageSize });
                IReadOnlyList<string> Values(WorkQuery of, string field) =>
                    [.. catalog.Works(of with { Take = 0, GroupBy = [field] }).Grouped!.Groups.Select(g => g.Value)];
                return view with
                {
                    Total = works.Total,
                    Works = works.Page,
                    Organs = Values(asked with { Organs = [] }, "organ"),
                    Kinds = Values(asked with { Kinds = [] }, "workKind"),
                    Notices = query.Notices
                };
            case "leftout":
                return view with { Total = catalog.LeftOut.Count };
            case "diagnostics":
                var kinds = catalog.OpenQuestions();
                var kind = kinds.FirstOrDefault(k => k.Value == query.Text("kind")) ?? (kinds.Count > 0 ? kinds[0] : null);
                return kind is null ? view
                    : view with
                    {
                        Total = kind.Count,
                        QuestionKinds = kinds,
                        QuestionKind = kind.Value,
                        Questions = catalog.OpenQuestions(kind.Value, skip, PageSize)
                    };
            default:
                var listed = query.Values.Documents();
                if (part == "unidentified") listed = listed with { Identified = false };
                var (documents, page) = catalog.Documents(listed with { Skip = skip, Take = PageSize });
                IReadOnlyList<string> Counted(DocumentField field, DocumentQuery of) =>
                    [.. catalog.CountDocuments(field, of).Select(c => c.Value)];
                return view with
                {
                    Total = documents,
                    Documents = page,
                    KindParameter = "documentKind",
                    Organs = Counted(DocumentField.Organ, listed with { Organs = [] }),
                    Kinds = Counted(DocumentField.Kind, listed with { Kinds = [] }),
                    Notices = query.Notices,
                };
        }
    }

    internal PageFrame Frame(Site site)
    {
        var call = Part switch
        {
            "cited" => Narrowed(site).With("sort", "cited-by").With("cited", "true"),
            "wanted" => Narrowed(site).With("sort", "cited-by").With("inCorpus", "false").With("cited", "true"),
            "leftout" => PageAddress.Of("v1", "index"),
            "diagnostics" => PageAddress.Of("v1", "documents"),
            "unidentified" => OfDocuments(site).With("identified", "false"),
            _ => OfDocuments(site),
        };
        return new()
        {
            Title = site.Words["nav.corpus"],
            Section = "corpus",
            Wide = true,
            ApiCall = call,
            Formats = [new("JSON", "application/json", call), .. DataFormat.OfGraph(PageAddress.Of("v1", "graph"))]
        };
    }

    private static PageAddress OfDocuments(Site site) =>
        site.Address.At("/v1/documents").Only([.. DocumentParameters.All.Select(p => p.Name)])
            .With("limit", PageSize.ToString(CultureInfo.InvariantCulture));

    private static PageAddress Narrowed(Site site) =>
        site.Address.At("/v1/works").Only([.. WorkParameters.All.Select(p => p.Name).Except(["sort", "cited", "inCorpus", "groupBy"])]);
}
