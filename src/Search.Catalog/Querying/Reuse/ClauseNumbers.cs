namespace Search.Catalog.Querying.Reuse;

/// <summary>Finds clauses by what addresses call them.</summary>
internal static class ClauseNumbers
{
    /// <summary>The row of a clause by its document and label, or null.</summary>
    public static int? Of(Database db, string document, string label)
    {
        if (!db.HasRanges)
            return db.First(
                "SELECT c.number FROM documents d JOIN clauses c ON c.document = d.number WHERE d.slug = $1 AND (c.slug = $2 OR c.other_slug = $2) ORDER BY c.slug <> $2 LIMIT 1",
                r => (int?)r.GetInt32(0), document, label);

        // The slug is made here and not by SQLite, which takes a hundred times as long to make it of each clause.
        int? other = null;
        foreach (var clause in db.Rows(
            "SELECT r.number, r.label, r.slug_end, r.other_slug FROM documents d JOIN clause_rows r ON r.number BETWEEN d.first_clause AND d.last_clause WHERE d.slug = $1",
            r => (Number: r.GetInt32(0), Slug: LabelSlugs.Whole(r.GetString(1), r.Text(2)), Other: r.Text(3)), document))
        {
            if (clause.Slug == label) return clause.Number;
            if (clause.Other == label) other ??= clause.Number;
        }
        return other;
    }
}
