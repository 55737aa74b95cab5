namespace Search.Catalog;

/// <summary>A document in a lineage.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Symbol">Its symbol, or null.</param>
/// <param name="Title">Its title, or its id where it has none.</param>
/// <param name="DocumentKind">resolution, draft ...</param>
/// <param name="Date">Date, or null.</param>
public sealed record LineageDocument(string Id, string? Symbol, string Title, string DocumentKind, string? Date);

/// <summary>That a document came out of another one.</summary>
/// <param name="Source">Id of the earlier document.</param>
/// <param name="Target">Id of the later one.</param>
/// <param name="Kind">follows: the next in a series, such as the resolution of the next year; draft: a draft and what became of it; revises: a draft and its revision.</param>
/// <param name="Share">Words of the later document that are from the earlier one over all its words, formulas left out; null where the texts were not compared.</param>
public sealed record LineageEdge(string Source, string Target, string Kind, double? Share);

/// <summary>Where a document comes from and what became of it.</summary>
/// <param name="Document">Its id.</param>
/// <param name="Predecessor">The document before it in its series, or null.</param>
/// <param name="Successors">The documents that follow it.</param>
/// <param name="Drafts">Its drafts, by date.</param>
/// <param name="Documents">All documents of the lineage, by date: predecessors and successors as far as they go, and the drafts.</param>
/// <param name="Edges">What came out of what among them.</param>
/// <param name="Truncated">Whether there are more.</param>
public sealed record DocumentLineage(
    string Document, LineageDocument? Predecessor, IReadOnlyList<LineageDocument> Successors, IReadOnlyList<LineageDocument> Drafts,
    IReadOnlyList<LineageDocument> Documents, IReadOnlyList<LineageEdge> Edges, bool Truncated);

/// <summary>A clause in a comparison.</summary>
/// <param name="Id">document/label.</param>
/// <param name="Label">Its label.</param>
/// <param name="Text">Its text.</param>
public sealed record ComparedClause(string Id, string Label, string Text);

/// <summary>Clauses of two documents that belong together.</summary>
/// <param name="Change">kept, changed, split, merged, new or dropped.</param>
/// <param name="Moved">Whether they are at another place among the others.</param>
/// <param name="Renumbered">Whether the label differs.</param>
/// <param name="Source">Clauses of the first document; none where the clause is new.</param>
/// <param name="Target">Clauses of the second document; none where it was dropped.</param>
/// <param name="Overlap">Words that both have over the words of the longer one; null where one side is empty.</param>
/// <param name="Changes">The first text turned into the second: segments that both have, that were dropped, that were added.</param>
/// <param name="Verb">How the verb changed, or null.</param>
public sealed record ComparedRow(
    string Change, bool Moved, bool Renumbered, IReadOnlyList<ComparedClause> Source, IReadOnlyList<ComparedClause> Target, double? Overlap,
    IReadOnlyList<ChangedText> Changes, VerbChange? Verb);

/// <summary>Two documents clause by clause.</summary>
/// <param name="Source">The first document.</param>
/// <param name="Target">The second document.</param>
/// <param name="Counts">Rows by change, and how many of them moved or were renumbered.</param>
/// <param name="Rows">In the order of the second document; what was dropped where it was.</param>
public sealed record DocumentComparison(DocumentSummary Source, DocumentSummary Target, ComparisonCounts Counts, IReadOnlyList<ComparedRow> Rows);

/// <summary>How many rows of a comparison are what.</summary>
/// <param name="Kept">The same words.</param>
/// <param name="Changed">Other words.</param>
/// <param name="Split">One became several.</param>
/// <param name="Merged">Several became one.</param>
/// <param name="New">Only the second document has it.</param>
/// <param name="Dropped">Only the first document has it.</param>
/// <param name="Moved">At another place among the others.</param>
/// <param name="Stronger">The verb became stronger.</param>
/// <param name="Weaker">The verb became weaker.</param>
public sealed record ComparisonCounts(int Kept, int Changed, int Split, int Merged, int New, int Dropped, int Moved, int Stronger, int Weaker);

/// <summary>A clause of a pasted text, and where its words come from.</summary>
/// <param name="Label">Its label in the text, or its number as a paragraph.</param>
/// <param name="Text">As read.</param>
/// <param name="Start">UTF-16 offset into the text.</param>
/// <param name="End">UTF-16 offset into the text.</param>
/// <param name="Language">agreed: the same words are used here; changed: a version of them is; new: neither; short: too short to say.</param>
/// <param name="Kind">Of what it repeats: text, formula or list; null where it is new.</param>
/// <param name="Overlap">Words that it shares with the use that is nearest to it; null where it is new.</param>
/// <param name="Documents">Documents that use these words or a version of them.</param>
/// <param name="Source">The use that is nearest to it, of several the latest; null where it is new.</param>
/// <param name="First">The earliest use; null where it is new.</param>
/// <param name="Latest">The latest use; null where it is new.</param>
/// <param name="Changes">The nearest use turned into this text.</param>
public sealed record PastedClause(
    string Label, string Text, int Start, int End, string Language, string? Kind, double? Overlap, int Documents, ClauseUse? Source, ClauseUse? First, ClauseUse? Latest,
    IReadOnlyList<ChangedText> Changes);
