namespace Search.Catalog;

/// <summary>How far around a work to look.</summary>
public sealed record NeighbourhoodQuery : WalkFilter
{
    /// <summary>Steps.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>cites (ancestors), cited-by (descendants) or both.</summary>
    public string Direction { get; init; } = "both";

    /// <summary>The most works shown.</summary>
    public int Nodes { get; init; } = 100;

    /// <summary>The most edges shown.</summary>
    public int Edges { get; init; } = 1000;

    /// <summary>Whether a work's parts (annexes, lettered parts) are looked around too.</summary>
    public bool Parts { get; init; } = true;
}

/// <summary>Works around a work, and the edges among all of them.</summary>
/// <param name="Nodes">The work itself, its parts, then the others by distance.</param>
/// <param name="Edges">In the order of the citing texts.</param>
/// <param name="Truncated">What was cut of the works, or null where all are there.</param>
/// <param name="TruncatedEdges">What was cut of the edges among the works shown, or null where all are there.</param>
public sealed record NeighbourhoodView(IReadOnlyList<NeighbourView> Nodes, IReadOnlyList<EdgeDetails> Edges, TruncationView? Truncated,
    TruncationView? TruncatedEdges);

/// <summary>A work near another.</summary>
/// <param name="Work">The work.</param>
/// <param name="Depth">Steps from the work asked about.</param>
/// <param name="Links">Edges that join it to works one step nearer.</param>
public sealed record NeighbourView(WorkSummary Work, int Depth, int Links);

/// <summary>What was cut from an answer.</summary>
/// <param name="Reason">nodes, edges, work or depth.</param>
/// <param name="Shown">How many are shown.</param>
/// <param name="Total">How many there are, or at least that many.</param>
/// <param name="Exact">Whether <paramref name="Total"/> is exact.</param>
public sealed record TruncationView(string Reason, int Shown, int Total, bool Exact);

/// <summary>Which chains between two works.</summary>
public sealed record PathQuery : WalkFilter
{
    /// <summary>The most chains.</summary>
    public int Max { get; init; } = 5;

    /// <summary>The most citations in a chain.</summary>
    public int Hops { get; init; } = 8;

    /// <summary>Whether dates may only stay or go back along a chain.</summary>
    public bool TimeRespecting { get; init; } = true;
}

/// <summary>Which related works.</summary>
public sealed record RelatedQuery : WalkFilter
{
    /// <summary>Both cite the same works; otherwise the same works cite both.</summary>
    public bool Coupling { get; init; }

    /// <summary>The most works returned.</summary>
    public int Take { get; init; } = 20;
}

/// <summary>Chains of citations from one work to another, the shortest first.</summary>
/// <param name="From">The citing end.</param>
/// <param name="To">The cited end.</param>
/// <param name="Paths">The chains; empty where there is none.</param>
/// <param name="Complete">False where the search stopped at its limit and may have missed some.</param>
public sealed record PathsView(WorkSummary From, WorkSummary To, IReadOnlyList<PathView> Paths, bool Complete);

/// <summary>One chain.</summary>
public sealed record PathView(IReadOnlyList<HopView> Hops);

/// <summary>One step of a chain, with every clause that makes it.</summary>
public sealed record HopView(WorkSummary From, WorkSummary To, IReadOnlyList<EdgeDetails> Edges);

/// <summary>Works that are cited together with a work, or that cite the same; they may cite each other too.</summary>
/// <param name="Works">The most related first.</param>
/// <param name="Truncated">What was cut, or null.</param>
public sealed record RelatedView(IReadOnlyList<RelatedWorkView> Works, TruncationView? Truncated);

/// <summary>A related work.</summary>
/// <param name="Work">The work.</param>
/// <param name="Shared">How many works cite both, or are cited by both.</param>
/// <param name="Strength">Shared works over the geometric mean of what each has: 0 to 1.</param>
public sealed record RelatedWorkView(WorkSummary Work, int Shared, double Strength);

/// <summary>Which part of the graph is exported.</summary>
public sealed record ExportQuery : EdgeListFilter
{
    /// <summary>Only edges that reach or leave this work (a slug), or null.</summary>
    public string? Work { get; init; }

    /// <summary>Of these edges those that leave it (cites), those that reach it (cited-by), or both.</summary>
    public string Direction { get; init; } = "both";

    /// <summary>Whether what reaches a part of the work (an annex, a lettered part) reaches the work.</summary>
    public bool Parts { get; init; } = true;

    /// <summary>Whether every edge carries its clause's text.</summary>
    public bool Quotes { get; init; }
}

/// <summary>A format that the graph can be exported in.</summary>
/// <param name="Name">json, ndjson, graphml, gexf, dot, csv, csv-nodes, cyjs, jgf or jsonld.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Extension">Of file names, with the dot.</param>
public sealed record ExportFormatName(string Name, string MediaType, string Extension);

/// <summary>What in the graph contradicts the order of time.</summary>
/// <param name="ForwardReferences">Edges whose citing document is older than what it cites: a wrong date or a wrong link.</param>
/// <param name="ForwardReferenceCount">All of them.</param>
/// <param name="Cycles">Groups of works that all lead to each other, largest first.</param>
/// <param name="CycleCount">All of them.</param>
/// <param name="UndatedWorks">Works without a date: no contradiction can be seen there.</param>
public sealed record TimeView(
    IReadOnlyList<EdgeDetails> ForwardReferences, int ForwardReferenceCount, IReadOnlyList<IReadOnlyList<WorkSummary>> Cycles,
    int CycleCount, int UndatedWorks);
