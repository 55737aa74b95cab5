using System.Collections.Immutable;
using System.Globalization;
using Search.Catalog.Querying;

namespace Search.Catalog.Building;

/// <summary>
/// Removes documents from the tables. Numbers of documents, clauses, notes and citations are not given again while others follow them;
/// edges and works, which the graph numbers too, move together.
/// </summary>
internal static class RowRemoval
{
    /// <summary>Columns that hold numbers of works, in tables of which rows are kept.</summary>
    private static readonly (string Table, string Column)[] WorkNumbers =
    [
        ("documents", "work"), ("citation_rows", "target"), ("citation_rows", "instrument"), ("expression_citation_rows", "target"),
        ("expression_citation_rows", "instrument"), ("edges", "source"), ("edges", "work"), ("provisions", "work"), ("names", "work"),
    ];

    /// <summary>Removes the rows of documents, and gives works other numbers.</summary>
    /// <param name="db">The database.</param>
    /// <param name="documents">Numbers of the documents.</param>
    /// <param name="works">The number that a work has and the one that it gets, which no row names afterwards but for it.</param>
    public static void Remove(DatabaseWriter db, ImmutableArray<int> documents, ImmutableArray<(int From, int To)> works)
    {
        if (documents.Length > 0)
        {
            db.Execute($"""
                CREATE TEMP TABLE gone AS SELECT * FROM documents WHERE number IN ({string.Join(',', documents.Select(Text))}) ORDER BY number;
                CREATE TEMP TABLE gone_expressions AS SELECT * FROM expressions WHERE document IN (SELECT number FROM gone);
                """);
            RemoveTexts(db, TextTables.OfExpressions, "gone_expressions");
            db.Execute("DELETE FROM expressions WHERE document IN (SELECT number FROM gone)");
            RemoveTexts(db, TextTables.OfDocuments, "gone");
            RemoveEdges(db);
            db.Execute("""
                DELETE FROM topics WHERE document IN (SELECT number FROM gone);
                DELETE FROM names WHERE kind = 'iri' AND work IN (SELECT work FROM gone);
                DELETE FROM documents WHERE number IN (SELECT number FROM gone);
                DROP TABLE gone_expressions;
                DROP TABLE gone;
                """);
        }
        if (works.Length > 0) Renumber(db, works);
    }

    private static void RemoveTexts(DatabaseWriter db, TextTables of, string gone)
    {
        db.Execute($"""
            CREATE TEMP TABLE gone_clauses(number INTEGER PRIMARY KEY);
            INSERT INTO gone_clauses SELECT r.number FROM {gone} g CROSS JOIN {of.Prefix}clause_rows r ON r.number BETWEEN g.first_clause AND g.last_clause;
            CREATE TEMP TABLE gone_citations(number INTEGER PRIMARY KEY);
            INSERT INTO gone_citations SELECT r.number FROM {gone} g CROSS JOIN {of.Prefix}citation_rows r ON r.number BETWEEN g.first_citation AND g.last_citation;
            """);
        Bequeath(db, of.Prefix + "clause_rows");
        db.Execute($"""
            DELETE FROM {of.Prefix}marks WHERE clause IN (SELECT number FROM gone_clauses);
            DELETE FROM {of.Prefix}clause_rows WHERE number IN (SELECT number FROM gone_clauses);
            DELETE FROM {of.Prefix}notes WHERE {of.Owner} IN (SELECT number FROM {gone});
            DELETE FROM {of.Prefix}diagnostics WHERE {of.Owner} IN (SELECT number FROM {gone});
            DELETE FROM {of.Prefix}citation_extras WHERE number IN (SELECT number FROM gone_citations);
            DELETE FROM {of.Prefix}citation_rows WHERE number IN (SELECT number FROM gone_citations);
            DROP TABLE gone_clauses;
            DROP TABLE gone_citations;
            """);
    }

    /// <summary>A text that clauses which stay have by the number of one that goes becomes that of the first of them.</summary>
    private static void Bequeath(DatabaseWriter db, string clauses) => db.Execute($"""
        CREATE TEMP TABLE sharing AS SELECT number, text_or_number AS owner FROM {clauses}
          WHERE typeof(text_or_number) = 'integer' AND text_or_number IN (SELECT number FROM gone_clauses) AND number NOT IN (SELECT number FROM gone_clauses);
        CREATE TEMP TABLE heirs(owner INTEGER PRIMARY KEY, heir INTEGER);
        INSERT INTO heirs SELECT owner, min(number) FROM sharing GROUP BY owner;
        UPDATE {clauses} SET text_or_number = (SELECT h.heir FROM sharing s JOIN heirs h ON h.owner = s.owner WHERE s.number = {clauses}.number)
          WHERE number IN (SELECT number FROM sharing EXCEPT SELECT heir FROM heirs);
        UPDATE {clauses} SET text_or_number = (SELECT o.text_or_number FROM heirs h JOIN {clauses} o ON o.number = h.owner WHERE h.heir = {clauses}.number)
          WHERE number IN (SELECT heir FROM heirs);
        DROP TABLE sharing;
        DROP TABLE heirs;
        """);

    /// <summary>Removes edges; those that follow get the numbers that are free.</summary>
    private static void RemoveEdges(DatabaseWriter db)
    {
        db.Execute("""
            DELETE FROM provisions WHERE edge IN (SELECT e.number FROM gone g CROSS JOIN edges e ON e.number BETWEEN g.first_edge AND g.last_edge);
            DELETE FROM edges WHERE number IN (SELECT e.number FROM gone g CROSS JOIN edges e ON e.number BETWEEN g.first_edge AND g.last_edge);
            """);
        var gone = new List<(int Document, int First, int Last)>();
        db.Read("SELECT number, first_edge, last_edge FROM gone ORDER BY number", r => gone.Add((r.GetInt32(0), r.GetInt32(1), r.GetInt32(2))));
        var free = 0;
        foreach (var (i, (document, first, last)) in gone.Index())
        {
            free += last - first + 1;
            var (nextDocument, nextEdge) = i + 1 < gone.Count ? (gone[i + 1].Document, gone[i + 1].First) : (int.MaxValue, int.MaxValue);
            if (free == 0) continue;
            db.Execute($"""
                UPDATE edges SET number = number - {Text(free)} WHERE number > {Text(last)} AND number < {Text(nextEdge)};
                UPDATE provisions SET edge = edge - {Text(free)} WHERE edge > {Text(last)} AND edge < {Text(nextEdge)};
                UPDATE documents SET first_edge = first_edge - {Text(free)}, last_edge = last_edge - {Text(free)}
                  WHERE number > {Text(document)} AND number < {Text(nextDocument)};
                """);
        }
    }

    private static void Renumber(DatabaseWriter db, ImmutableArray<(int From, int To)> works)
    {
        db.Execute($"""
            CREATE TEMP TABLE moved(old INTEGER PRIMARY KEY, new INTEGER);
            INSERT INTO moved VALUES {string.Join(',', works.Select(w => $"({Text(w.From)}, {Text(w.To)})"))};
            """);
        foreach (var (table, column) in WorkNumbers)
            db.Execute($"UPDATE {table} SET {column} = (SELECT new FROM moved WHERE old = {column}) WHERE {column} IN (SELECT old FROM moved)");
        db.Execute("DROP TABLE moved");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
