using Search.Api.Pages.Citing;
using Search.Api.Pages.Layout;
using Search.Catalog;
using Search.Catalog.Citing;

namespace Search.Api.Pages.Documents;

/// <summary>A document as its page shows it.</summary>
public sealed record DocumentView(DocumentDetails Document, WorkDetails? Work, IReadOnlyList<ClauseView> Clauses)
{
    /// <summary>How the document is cited, or null where it is no work.</summary>
    public Reference? Reference { get; init; }

    /// <summary>The history of clauses, by label in URLs.</summary>
    public IReadOnlyDictionary<string, ClauseHistory> Histories { get; init; } = new Dictionary<string, ClauseHistory>();

    /// <summary>Where the document comes from and what became of it, or null.</summary>
    public DocumentLineage? Lineage { get; init; }

    /// <summary>Where the parts begin of which each has a page, the first at 0.</summary>
    public IReadOnlyList<int> Starts { get; init; } = [0];

    /// <summary>The part shown, from 0; null for the whole document.</summary>
    public int? Part { get; init; }

    /// <summary>The clauses shown.</summary>
    public IReadOnlyList<ClauseView> Shown =>
        Part is { } part ? [.. Clauses.Take(part + 1 < Starts.Count ? Starts[part + 1] : Clauses.Count).Skip(Starts[part])] : Clauses;

    /// <summary>Front matter shown, in order.</summary>
    public IEnumerable<ClauseView> Front => Shown.TakeWhile(c => c.Clause.Label == "front");

    /// <summary>What is shown after the front matter.</summary>
    public IEnumerable<ClauseView> Text => Shown.SkipWhile(c => c.Clause.Label == "front");

    /// <summary>Parts and sections; empty where there is but one.</summary>
    public IReadOnlyList<ContentsEntry> Contents { get; init; } = [];

    /// <summary>The link to a clause of the document: within the page where it is shown there.</summary>
    internal string To(Site site, string slug) =>
        Part is not { } part || PartOf(slug) == part ? "#" + slug : site.To(Address(site).With(DocumentParts.Parameter, slug), slug);

    /// <summary>The link to a part.</summary>
    internal string ToPart(Site site, int part) =>
        site.To(part == 0 ? Address(site) : Address(site).With(DocumentParts.Parameter, Clauses[Starts[part]].Slug));

    /// <summary>The link to the whole document on one page.</summary>
    internal string ToWhole(Site site) => site.To(Address(site).With("view", "whole"));

    private static PageAddress Address(Site site) => site.Address.Without(DocumentParts.Parameter).Without("view");

    private int PartOf(string slug) => PartOf(Clauses, Starts, slug);

    private static int PartOf(IReadOnlyList<ClauseView> clauses, IReadOnlyList<int> starts, string slug)
    {
        for (var i = 0; i < clauses.Count; i++)
            if (clauses[i].Slug == slug || clauses[i].Clause.OtherAddress == slug) return starts.Count(s => s <= i) - 1;
        return 0;
    }

    /// <summary>Identity and counts.</summary>
    public DocumentSummary Summary => Document.Summary;

    internal static DocumentView? Of(Site site, string id)
    {
        var language = TextLanguages.Asked(site, id, "lang");
        if (site.Catalog.Document(id, language) is not { } document) return null;
        var clauses = ClauseView.Of(site.Catalog.Clauses(id, language), site.Catalog.Source(id, language) ?? "");
        var starts = DocumentParts.Starts(clauses);
        return new(document, site.Catalog.Work(id), clauses)
        {
            Starts = starts,
            Part = starts.Count == 1 || site.Address["view"] == "whole"
                ? null
                : PartOf(clauses, starts, site.Address[DocumentParts.Parameter] ?? ""),
            Contents = TableOfContents.Of(clauses, site.Words),
            Reference = site.Catalog.Cite(id, clause: null, site.Absolute(site.ToDocument(id))),
            Histories = language is null || language == document.Languages[0]
                ? site.Catalog.Histories(id)
                : new Dictionary<string, ClauseHistory>(),
            Lineage = site.Catalog.Lineage(id),
        };
    }

    // An address without a language means the text that counts.
    private string? Asked => Document.Language == Document.Languages[0] ? null : Document.Language;

    internal PageFrame Frame(Site site) => new()
    {
        Metadata = Reference is null || Work is null ? null : PageMetadata.Of(Reference, site.Originals(Work)),
        Title = Summary.Symbol is { } symbol ? $"{symbol} {Summary.Title}" : Naming.Title(Summary),
        Alternates = TextLanguages.Alternates(Summary.Id, Document.Languages),
        ApiCall = PageAddress.Of("v1", "documents", Summary.Id, "clauses").With("lang", Asked),
        Feed = PageAddress.Of("works", Summary.Id, "cited-by"),
        Formats =
        [
            new("JSON", "application/json", PageAddress.Of("v1", "documents", Summary.Id).With("lang", Asked)),
            new("TXT", "text/plain", PageAddress.Of("v1", "documents", Summary.Id, "source").With("lang", Asked)),
            new("CSV", "text/csv", PageAddress.Of("works", Summary.Id, "cites.csv")),
            .. DataFormat.OfGraph(PageAddress.Of("v1", "graph").With("work", Summary.Id)),
        ],
        Wide = true,
    };
}
