namespace Search.Catalog;

/// <summary>Two texts of one document, clause by clause.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Language">The language of the first text.</param>
/// <param name="With">The language of the second.</param>
/// <param name="Languages">All languages in which the document is here.</param>
/// <param name="Counts">How many rows have both texts, and how many one of them.</param>
/// <param name="Rows">The rows, in reading order.</param>
public sealed record ParallelText(string Document, string Language, string With, IReadOnlyList<string> Languages, ParallelCounts Counts,
    IReadOnlyList<ParallelRow> Rows);

/// <summary>How the rows of two texts are.</summary>
/// <param name="Both">Rows with a clause of each text.</param>
/// <param name="First">Rows with a clause of the first text alone.</param>
/// <param name="Second">Rows with a clause of the second text alone.</param>
public sealed record ParallelCounts(int Both, int First, int Second);

/// <summary>A clause in two languages.</summary>
/// <param name="Label">Its label in the first text, else in the second.</param>
/// <param name="First">The clause of the first text; null where that has none with this address.</param>
/// <param name="Second">The clause of the second text; null where that has none with this address.</param>
public sealed record ParallelRow(string Label, ClauseDetails? First, ClauseDetails? Second);
