using Search.Catalog;

namespace Search.Api;

/// <summary>The versions of a clause through time.</summary>
/// <param name="History">In a line: how often its words are used, where first, and from where it has them.</param>
/// <param name="Total">Versions in all, the clause itself among them.</param>
/// <param name="Versions">The page: one a document, by date; those without a date last.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record VersionsAnswer(ClauseHistory History, Total Total, IReadOnlyList<ClauseVersion> Versions, string? Next);

/// <summary>Clauses that repeat an earlier one.</summary>
/// <param name="Total">How many in all.</param>
/// <param name="Edges">The page, the newest first.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record ReuseAnswer(Total Total, IReadOnlyList<ReuseEdge> Edges, string? Next);

/// <summary>Documents with clauses that repeat earlier ones.</summary>
/// <param name="Total">How many in all.</param>
/// <param name="Documents">The page, those with most silent ones first.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record RepeatingDocumentsAnswer(Total Total, IReadOnlyList<RepeatingDocument> Documents, string? Next);

/// <summary>Where the words of a text come from.</summary>
/// <param name="Counts">Clauses by what they are.</param>
/// <param name="Clauses">In the order of the text; the paragraphs of a text that is no resolution.</param>
public sealed record PastedReuseAnswer(PastedCounts Counts, IReadOnlyList<PastedClause> Clauses);

/// <summary>How many clauses of a text are what.</summary>
/// <param name="Agreed">The same words are used here.</param>
/// <param name="Changed">A version of them is used here.</param>
/// <param name="New">Neither is.</param>
/// <param name="Short">Too short to say.</param>
public sealed record PastedCounts(int Agreed, int Changed, int New, int Short);
