using Search.Catalog;

namespace Search.Api;

/// <summary>How many there are in all.</summary>
/// <param name="Value">The count.</param>
/// <param name="Relation">eq when exact, gte when there are at least so many.</param>
public sealed record Total(long Value, string Relation)
{
    /// <summary>An exact count.</summary>
    public static Total Exactly(long value) => new(value, "eq");
}

/// <summary>Ranked clauses.</summary>
public sealed record SearchAnswer(
    Total Total, IReadOnlyList<HitAnswer> Hits, IReadOnlyDictionary<string, IReadOnlyList<ValueCount>>? Facets, QueryReading Query,
    IReadOnlyList<string> Suggestions, IReadOnlyList<WorkSummary> Works, string? Next);

/// <summary>One clause that matches.</summary>
public sealed record HitAnswer(
    string Id, string Document, string? Symbol, string Title, string Label, string Kind, string? Date, string? Organ, float Score, string Text,
    IReadOnlyList<Highlight> Highlights, IReadOnlyList<CitedWorkAnswer> CitedWorks, int CitedByCount, string? Explanation);

/// <summary>A work that a clause cites.</summary>
public sealed record CitedWorkAnswer(string Id, string Title, string Treatment, string Pinpoint);

/// <summary>A page of documents.</summary>
public sealed record DocumentsAnswer(Total Total, IReadOnlyList<DocumentSummary> Documents, string? Next);

/// <summary>A document.</summary>
public sealed record DocumentAnswer(
    string Id, string? Symbol, string? Title, string? Organ, string Kind, string? Date, string IdentifiedBy, string? Evidence, int Clauses, int Cites, int CitedBy,
    string? Session, string? Meeting, string? AgendaItem, string? Sponsors, string? CommitteeReport, string? Vote, string Language, string File,
    IReadOnlyList<RelationDetails> Relations, IReadOnlyList<ParsedDiagnostic> Diagnostics);

/// <summary>The clauses of a document, in reading order.</summary>
public sealed record ClausesAnswer(string Document, Total Total, IReadOnlyList<ClauseDetails> Clauses);

/// <summary>A page of works.</summary>
public sealed record WorksAnswer(Total Total, IReadOnlyList<WorkSummary> Works, string? Next);

/// <summary>A work.</summary>
public sealed record WorkAnswer(
    string Id, string Canonical, string Title, string Kind, string? Date, bool InCorpus, int CitedBy, int CitedByWithParts, int Cites, double Influence, string? Document,
    IReadOnlyList<string> Names, IReadOnlyList<string> Symbols, IReadOnlyList<string> TreatySeries, int? Articles, IReadOnlyList<RelationDetails> Relations);

/// <summary>A page of edges with counts over all of them.</summary>
public sealed record EdgesAnswer(string Work, Total Total, EdgeGroups Groups, IReadOnlyList<EdgeAnswer> Edges, string? Next);

/// <summary>How a work came to be cited: by year, and the first and the last.</summary>
/// <param name="Work">The work's id.</param>
/// <param name="Total">Edges: the total of cited-by with the same filters.</param>
/// <param name="Documents">Documents that hold them.</param>
/// <param name="Years">By year of the citing documents, oldest first.</param>
/// <param name="First">The first that is dated, or null.</param>
/// <param name="Latest">The last that is dated, or null.</param>
public sealed record HistoryAnswer(string Work, Total Total, int Documents, IReadOnlyList<CitationYear> Years, EdgeAnswer? First, EdgeAnswer? Latest);

/// <summary>What in the graph contradicts the order of time.</summary>
/// <param name="ForwardReferences">How many edges go to a work that is younger than the citing document.</param>
/// <param name="Edges">The first hundred of them.</param>
/// <param name="Cycles">How many groups of works there are that all lead to each other.</param>
/// <param name="Groups">The hundred largest of them.</param>
/// <param name="UndatedWorks">Works without a date: no contradiction can be seen there.</param>
public sealed record TimeAnswer(Total ForwardReferences, IReadOnlyList<EdgeAnswer> Edges, Total Cycles, IReadOnlyList<IReadOnlyList<WorkSummary>> Groups, int UndatedWorks);

/// <summary>That a clause cites a work, with the words.</summary>
public sealed record EdgeAnswer(
    string Document, string? Symbol, string Title, string Clause, string Label, string Kind, string Text, MentionAnswer Mention, string? Date, string? Organ,
    string DocumentKind, string Treatment, string? Verb, string Pinpoint, string Place, string Work, string WorkTitle, string Evidence);

/// <summary>The words that cite.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Start">UTF-16 offset into the clause's text; null where the mention stands in a footnote.</param>
/// <param name="End">UTF-16 offset of its end.</param>
public sealed record MentionAnswer(string Text, int? Start, int? End);

/// <summary>Works around a work, and the edges among all of them.</summary>
public sealed record NeighbourhoodAnswer(string Work, IReadOnlyList<NeighbourView> Nodes, IReadOnlyList<EdgeAnswer> Edges, TruncationView? Truncated);

/// <summary>Chains of citations, the shortest first.</summary>
public sealed record PathsAnswer(WorkSummary From, WorkSummary To, IReadOnlyList<PathAnswer> Paths, bool Complete);

/// <summary>One chain.</summary>
public sealed record PathAnswer(IReadOnlyList<HopAnswer> Hops);

/// <summary>One step of a chain, with every clause that makes it.</summary>
public sealed record HopAnswer(WorkSummary From, WorkSummary To, IReadOnlyList<EdgeAnswer> Edges);

/// <summary>What a citation means: one work, or several.</summary>
public sealed record ResolveAnswer(string Citation, IReadOnlyList<WorkSummary> Works, string Pinpoint);

/// <summary>A text whose citations are asked for.</summary>
public sealed record ExtractRequest(string? Text);

/// <summary>The citations of a text, in its order.</summary>
public sealed record ExtractAnswer(int Length, ExtractCounts Counts, IReadOnlyList<ExtractedCitation> Citations);

/// <summary>How many citations are linked, ambiguous, unknown, collective.</summary>
public sealed record ExtractCounts(int Linked, int Ambiguous, int Unknown, int Collective);

/// <summary>How the process is.</summary>
/// <param name="Status">live or ready.</param>
/// <param name="Generation">The snapshot that is served, where it is ready.</param>
public sealed record HealthAnswer(string Status, string? Generation);

/// <summary>What is served.</summary>
public sealed record IndexAnswer(string Generation, string Built, string Corpus, SnapshotCounts Counts, IReadOnlyList<LeftOutFile> LeftOut);

/// <summary>Turns the catalog's records into answers.</summary>
internal static class Answers
{
    public static HitAnswer Hit(SearchHit h) => new(
        h.Id, h.Document.Id, Symbol(h.Document), h.Document.Title, h.Label, h.Kind, h.Date, h.Organ, h.Score, h.Text, h.Highlights,
        [.. h.CitedWorks.Select(c => new CitedWorkAnswer(c.Work.Id, c.Work.Title, c.Treatment, c.Pinpoint))], h.CitedByCount, h.Explanation);

    // A document without a symbol has its file's name as its canonical id.
    private static string? Symbol(WorkName document) => document.Canonical.Contains('/', StringComparison.Ordinal) ? document.Canonical : null;

    public static DocumentAnswer Document(DocumentDetails d, IReadOnlyList<RelationDetails> relations)
    {
        var s = d.Summary;
        return new(s.Id, s.Symbol, s.Title, s.Organ, s.Kind, s.Date, s.IdentifiedBy, d.Evidence, s.Clauses, s.Cites, s.CitedBy, d.Session, d.Meeting, d.AgendaItem,
            d.Sponsors, d.CommitteeReport, d.Vote, d.Language, d.File, relations, d.Diagnostics);
    }

    public static WorkAnswer Work(WorkDetails w)
    {
        var s = w.Summary;
        return new(s.Id, s.Canonical, s.Title, s.Kind, s.Date, s.InCorpus, s.CitedBy, w.CitedByWithParts, s.Cites, s.Influence, w.Document, w.Names, w.Symbols, w.TreatySeries,
            w.Articles, w.Relations);
    }

    public static HistoryAnswer History(string work, CitationHistory h) => new(
        work, Total.Exactly(h.Total), h.Documents, h.Years, h.First is null ? null : Edge(h.First), h.Latest is null ? null : Edge(h.Latest));

    public static EdgeAnswer Edge(EdgeDetails e) => new(
        e.Source.Id, Symbol(e.Source), e.Source.Title, e.Clause, e.Label, e.ClauseKind, e.Quote, new(e.Mention, e.MentionStart, e.MentionEnd), e.Date, e.Organ,
        e.DocumentKind, e.Treatment, e.Verb, e.Pinpoint, e.Place, e.Work.Id, e.Work.Title, e.Evidence);
}
