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

    /// <summary>Front matter, in order.</summary>
    public IEnumerable<ClauseView> Front => Clauses.TakeWhile(c => c.Clause.Label == "front");

    /// <summary>Everything after the front matter.</summary>
    public IEnumerable<ClauseView> Text => Clauses.SkipWhile(c => c.Clause.Label == "front");

    /// <summary>Preamble, operative part and annexes, each with the clause that it begins with; empty where there is but one.</summary>
    public IReadOnlyList<(string? Place, ClauseView First)> Parts
    {
        get
        {
            var parts = new List<(string? Place, ClauseView First)>();
            foreach (var clause in Text)
            {
                if (clause.Clause.Kind is "preambular" or "operative" && !parts.Exists(p => p.First.Clause.Kind == clause.Clause.Kind && p.First.Clause.Label.Contains(':', StringComparison.Ordinal) == clause.Clause.Label.Contains(':', StringComparison.Ordinal)))
                    parts.Add((clause.Clause.Kind, clause));
                else if (clause is { Clause.Kind: "annex", IsAnnex: true }) parts.Add((null, clause));
            }
            return parts.Count > 1 ? parts : [];
        }
    }

    /// <summary>Identity and counts.</summary>
    public DocumentSummary Summary => Document.Summary;

    internal static DocumentView? Of(Site site, string id)
    {
        var language = TextLanguages.Asked(site, id, "lang");
        return site.Catalog.Document(id, language) is not { } document ? null
            : new(document, site.Catalog.Work(id), ClauseView.Of(site.Catalog.Clauses(id, language), site.Catalog.Source(id, language) ?? ""))
            {
                Reference = site.Catalog.Cite(id, clause: null, site.Absolute(site.ToDocument(id))),
                Histories = language is null || language == document.Languages[0] ? site.Catalog.Histories(id) : new Dictionary<string, ClauseHistory>(),
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
