using Search.Catalog;

namespace Search.Api;

/// <summary>A page of edges with counts over all of them.</summary>
/// <param name="Work">The work's id.</param>
/// <param name="Total">Edges that match.</param>
/// <param name="Groups">Counts over all that match.</param>
/// <param name="Edges">The page.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record EdgesAnswer(string Work, Total Total, EdgeGroups Groups, IReadOnlyList<EdgeAnswer> Edges, string? Next)
    : IGroupedAnswer
{
    /// <summary>Counts over all that match, by the fields of groupBy; null unless asked for.</summary>
    public Grouping? Grouped { get; init; }
}

/// <summary>A page of edges wherever they lead, with counts over all of them.</summary>
/// <param name="Total">Edges that match.</param>
/// <param name="Groups">Counts over all that match.</param>
/// <param name="Edges">The page.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record AllEdgesAnswer(Total Total, EdgeGroups Groups, IReadOnlyList<EdgeAnswer> Edges, string? Next) : IGroupedAnswer
{
    /// <summary>Counts over all that match, by the fields of groupBy; null unless asked for.</summary>
    public Grouping? Grouped { get; init; }
}

/// <summary>How a work came to be cited: by year, and the first and the last.</summary>
/// <param name="Work">The work's id.</param>
/// <param name="Total">Edges: the total of cited-by with the same filters.</param>
/// <param name="Documents">Documents that hold them.</param>
/// <param name="Years">By year of the citing documents, oldest first.</param>
/// <param name="First">The first that is dated, or null.</param>
/// <param name="Latest">The last that is dated, or null.</param>
public sealed record HistoryAnswer(string Work, Total Total, int Documents, IReadOnlyList<CitationYear> Years, EdgeAnswer? First,
    EdgeAnswer? Latest);

/// <summary>What in the graph contradicts the order of time.</summary>
/// <param name="ForwardReferences">How many edges go to a work that is younger than the citing document.</param>
/// <param name="Edges">The first hundred of them.</param>
/// <param name="Cycles">How many groups of works there are that all lead to each other.</param>
/// <param name="Groups">The hundred largest of them.</param>
/// <param name="UndatedWorks">Works without a date: no contradiction can be seen there.</param>
public sealed record TimeAnswer(Total ForwardReferences, IReadOnlyList<EdgeAnswer> Edges, Total Cycles,
    IReadOnlyList<IReadOnlyList<WorkSummary>> Groups, int UndatedWorks);

/// <summary>That a clause cites a work, with the words.</summary>
public sealed record EdgeAnswer
{
    /// <summary>The citing document's id.</summary>
    public required string Document { get; init; }

    /// <summary>Its symbol, or null.</summary>
    public required string? Symbol { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The citing clause: document/label.</summary>
    public required string Clause { get; init; }

    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>The same as clauseKind.</summary>
    [DeprecatedField("clauseKind")]
    public required string Kind { get; init; }

    /// <summary>The clause.</summary>
    public required string Text { get; init; }

    /// <summary>The words that cite.</summary>
    public required MentionAnswer Mention { get; init; }

    /// <summary>Date of the citing document.</summary>
    public required string? Date { get; init; }

    /// <summary>Its organ.</summary>
    public required string? Organ { get; init; }

    /// <summary>resolution, decision, draft ...</summary>
    public required string DocumentKind { get; init; }

    /// <summary>What the clause does to the work.</summary>
    public required string Treatment { get; init; }

    /// <summary>The words that decided it, or null.</summary>
    public required string? Verb { get; init; }

    /// <summary>The part cited, normalised, or empty.</summary>
    public required string Pinpoint { get; init; }

    /// <summary>title, preambular, operative, annex, footnote or other.</summary>
    public required string Place { get; init; }

    /// <summary>The cited work's id.</summary>
    public required string Work { get; init; }

    /// <summary>Its title.</summary>
    public required string WorkTitle { get; init; }

    /// <summary>How the link was made.</summary>
    public required string Evidence { get; init; }

    /// <summary>Why the treatment is what it is, or null in snapshots that do not say.</summary>
    public required string? Why { get; init; }

    /// <summary>Where the clause renews: the day that it names as the end, or null.</summary>
    public required string? Until { get; init; }

    /// <summary>Whether the treatment supports the work: positive, neutral or negative.</summary>
    public required string Polarity { get; init; }

    /// <summary>How much the treatment does: mentions, notes, affirms, urges or decides.</summary>
    public required string Force { get; init; }

    /// <summary>preambular, operative, annex or other.</summary>
    public string ClauseKind => Kind;

    /// <summary>The id of the citing work: the document, or the treaty in whose text the clause is.</summary>
    public required string Source { get; init; }
}

/// <summary>The words that cite.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Start">UTF-16 offset into the clause's text; null where the mention is in a footnote.</param>
/// <param name="End">UTF-16 offset of its end.</param>
public sealed record MentionAnswer(string Text, int? Start, int? End);

/// <summary>Works around a work, and the edges among all of them.</summary>
/// <param name="Work">The work's id.</param>
/// <param name="Nodes">The work, its parts, then the others by distance.</param>
/// <param name="Edges">The edges among them.</param>
/// <param name="Truncated">What was cut of the works, or null where all are there.</param>
/// <param name="TruncatedEdges">What was cut of the edges among the works shown, or null where all are there.</param>
public sealed record NeighbourhoodAnswer(string Work, IReadOnlyList<NeighbourView> Nodes, IReadOnlyList<EdgeAnswer> Edges,
    TruncationView? Truncated, TruncationView? TruncatedEdges);

/// <summary>Chains of citations, the shortest first.</summary>
/// <param name="From">The same as source.</param>
/// <param name="To">The same as target.</param>
/// <param name="Paths">Empty where there is none.</param>
/// <param name="Complete">False where the search stopped at its limit and may have missed some.</param>
public sealed record PathsAnswer(
    [property: DeprecatedField("source")]
    WorkSummary From, [property: DeprecatedField("target")] WorkSummary To, IReadOnlyList<PathAnswer> Paths, bool Complete)
{
    /// <summary>The citing end.</summary>
    public WorkSummary Source => From;

    /// <summary>The cited end.</summary>
    public WorkSummary Target => To;
}

/// <summary>One chain.</summary>
/// <param name="Hops">From the citing end to the cited one.</param>
public sealed record PathAnswer(IReadOnlyList<HopAnswer> Hops);

/// <summary>One step of a chain, with every clause that makes it.</summary>
/// <param name="From">The same as source.</param>
/// <param name="To">The same as target.</param>
/// <param name="Edges">Every edge that makes the step.</param>
public sealed record HopAnswer([property: DeprecatedField("source")]
WorkSummary From, [property: DeprecatedField("target")] WorkSummary To, IReadOnlyList<EdgeAnswer> Edges)
{
    /// <summary>The citing work.</summary>
    public WorkSummary Source => From;

    /// <summary>The cited work.</summary>
    public WorkSummary Target => To;
}
