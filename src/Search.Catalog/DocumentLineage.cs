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
/// <param name="Kind">follows: the next in a series, such as the resolution of the next year; draft: a draft and what became of it;
/// revises: a draft and its revision.</param>
/// <param name="Share">Words of the later document that are from the earlier one over all its words, formulas left out; null where the
/// texts were not compared.</param>
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
public sealed record ComparedRow
{
    /// <summary>kept, changed, split, merged, new or dropped.</summary>
    public required string Change { get; init; }

    /// <summary>Whether they are at another place among the others.</summary>
    public required bool Moved { get; init; }

    /// <summary>Whether the label differs.</summary>
    public required bool Renumbered { get; init; }

    /// <summary>Clauses of the first document; none where the clause is new.</summary>
    public required IReadOnlyList<ComparedClause> Source { get; init; }

    /// <summary>Clauses of the second document; none where it was dropped.</summary>
    public required IReadOnlyList<ComparedClause> Target { get; init; }

    /// <summary>Words that both have over the words of the longer one; null where one side is empty.</summary>
    public required double? Overlap { get; init; }

    /// <summary>The first text turned into the second: segments that both have, that were dropped, that were added.</summary>
    public required IReadOnlyList<ChangedText> Changes { get; init; }

    /// <summary>How the verb changed, or null.</summary>
    public required VerbChange? Verb { get; init; }
}

/// <summary>Two documents clause by clause.</summary>
/// <param name="Source">The first document.</param>
/// <param name="Target">The second document.</param>
/// <param name="Counts">Rows by change, and how many of them moved or were renumbered.</param>
/// <param name="Rows">In the order of the second document; what was dropped where it was.</param>
public sealed record DocumentComparison(DocumentSummary Source, DocumentSummary Target, ComparisonCounts Counts,
    IReadOnlyList<ComparedRow> Rows);

/// <summary>How many rows of a comparison are what.</summary>
public sealed record ComparisonCounts
{
    /// <summary>The same words.</summary>
    public required int Kept { get; init; }

    /// <summary>Other words.</summary>
    public required int Changed { get; init; }

    /// <summary>One became several.</summary>
    public required int Split { get; init; }

    /// <summary>Several became one.</summary>
    public required int Merged { get; init; }

    /// <summary>Only the second document has it.</summary>
    public required int New { get; init; }

    /// <summary>Only the first document has it.</summary>
    public required int Dropped { get; init; }

    /// <summary>At another place among the others.</summary>
    public required int Moved { get; init; }

    /// <summary>The verb became stronger.</summary>
    public required int Stronger { get; init; }

    /// <summary>The verb became weaker.</summary>
    public required int Weaker { get; init; }
}

/// <summary>A clause of a pasted text, and where its words come from.</summary>
public sealed record PastedClause
{
    /// <summary>Its label in the text, or its number as a paragraph.</summary>
    public required string Label { get; init; }

    /// <summary>As read.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 offset into the text.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 offset into the text.</summary>
    public required int End { get; init; }

    /// <summary>agreed: the same words are used here; changed: a version of them is; new: neither; short: too short to say.</summary>
    public required string Language { get; init; }

    /// <summary>Of what it repeats: text, formula or list; null where it is new.</summary>
    public required string? Kind { get; init; }

    /// <summary>Words that it shares with the use that is nearest to it; null where it is new.</summary>
    public required double? Overlap { get; init; }

    /// <summary>Documents that use these words or a version of them.</summary>
    public required int Documents { get; init; }

    /// <summary>The use that is nearest to it, of several the latest; null where it is new.</summary>
    public required ClauseUse? Source { get; init; }

    /// <summary>The earliest use; null where it is new.</summary>
    public required ClauseUse? First { get; init; }

    /// <summary>The latest use; null where it is new.</summary>
    public required ClauseUse? Latest { get; init; }

    /// <summary>The nearest use turned into this text.</summary>
    public required IReadOnlyList<ChangedText> Changes { get; init; }
}
