namespace Search.Catalog.Querying;

/// <summary>The tables that hold the clauses, notes and citations of texts.</summary>
/// <param name="Prefix">What their names begin with.</param>
/// <param name="Owner">The column that says whose text it is.</param>
/// <param name="Own">The column that only these clauses have.</param>
/// <param name="Shown">The same in the view of clauses.</param>
internal sealed record TextTables(string Prefix, string Owner, string Own, string Shown)
{
    /// <summary>Of the texts that count.</summary>
    public static TextTables OfDocuments { get; } =
        new("", "document", "", "coalesce((SELECT k.cited_by FROM cited_clauses k WHERE k.number = c.number), 0) AS cited_by");

    /// <summary>Of translations: <c>clause</c> is the clause that counts for this one.</summary>
    public static TextTables OfExpressions { get; } = new(
        "expression_", "expression", "clause INTEGER,",
        "coalesce((SELECT k.cited_by FROM cited_clauses k JOIN clause_rows p ON p.number = k.number WHERE k.number = c.clause AND p.slug = c.slug), 0) AS cited_by, clause");
}
