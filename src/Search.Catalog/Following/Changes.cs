namespace Search.Catalog.Following;

/// <summary>What first appeared in a snapshot after an earlier generation: one page of one of the lists.</summary>
/// <param name="Since">The earlier generation.</param>
/// <param name="Until">The generation that answers.</param>
/// <param name="Counts">How much is new.</param>
public sealed record Changes(GenerationStamp Since, GenerationStamp Until, ChangeCounts Counts)
{
    /// <summary>New edges of the page.</summary>
    public IReadOnlyList<EdgeDetails> Edges { get; init; } = [];

    /// <summary>New clauses of the page.</summary>
    public IReadOnlyList<NewClause> Clauses { get; init; } = [];

    /// <summary>New works of the page.</summary>
    public IReadOnlyList<WorkSummary> Works { get; init; } = [];
}

/// <summary>How much is new: the lengths of the lists.</summary>
/// <param name="Edges">Edges.</param>
/// <param name="Clauses">Clauses.</param>
/// <param name="Works">Works, held or cited.</param>
public sealed record ChangeCounts(int Edges, int Clauses, int Works);

/// <summary>A clause that is new.</summary>
/// <param name="Id">document/label, both as in URLs.</param>
/// <param name="Document">Its document.</param>
/// <param name="Label">Its label.</param>
/// <param name="ClauseKind">preambular, operative, annex or other.</param>
/// <param name="Text">Its text.</param>
/// <param name="Date">Date of the document.</param>
public sealed record NewClause(string Id, WorkName Document, string Label, string ClauseKind, string Text, string? Date);

/// <summary>An edge with when it first appeared.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Id">An id that never changes.</param>
/// <param name="FirstSeen">The generation.</param>
public sealed record SeenEdge(EdgeDetails Edge, string Id, GenerationStamp FirstSeen);

/// <summary>A clause that a search finds, with when it first appeared.</summary>
/// <param name="Hit">The clause.</param>
/// <param name="Id">An id that never changes.</param>
/// <param name="FirstSeen">The generation.</param>
public sealed record SeenHit(SearchHit Hit, string Id, GenerationStamp FirstSeen);
