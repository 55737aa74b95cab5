namespace Search.Catalog;

/// <summary>How much a snapshot holds. Every number is the length of a list that can be asked for.</summary>
/// <param name="Documents">Documents.</param>
/// <param name="Clauses">Clauses.</param>
/// <param name="Works">Works: held or cited.</param>
/// <param name="Citations">Mentions.</param>
/// <param name="Edges">Edges: clause, work, pinpoint and treatment.</param>
public sealed record SnapshotCounts(int Documents, int Clauses, int Works, int Citations, int Edges)
{
    /// <summary>Texts of documents in further languages, which count nowhere else.</summary>
    public int Translations { get; init; }
}

/// <summary>A file that was not indexed.</summary>
/// <param name="File">Path relative to the folder that was given.</param>
/// <param name="Code">A stable word such as <c>empty-file</c>.</param>
/// <param name="Message">What, why, and what to do.</param>
public sealed record LeftOutFile(string File, string Code, string Message);
