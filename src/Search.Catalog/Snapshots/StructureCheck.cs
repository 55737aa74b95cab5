using Search.FullText;
using Search.FullText.Queries;
using Search.Resolutions;
using Search.Reuse;

namespace Search.Catalog.Snapshots;

/// <summary>Holds the parts of a generation against each other: checksums say that bytes are as written, this says
/// that they were written well.</summary>
internal sealed class StructureCheck(SnapshotParts parts)
{
    private const string RowsFile = SnapshotParts.RowsFile;
    private const string GraphFile = "graph.bin";

    /// <summary>References between the tables: each value must be the number of a row.</summary>
    private static readonly (string Table, string Column, string To)[] References =
    [
        ("documents", "work", "works"), ("clauses", "document", "documents"), ("notes", "document", "documents"),
        ("marks", "clause", "clauses"), ("marks", "note", "notes"),
        ("works", "document", "documents"), ("names", "work", "works"), ("facts", "work", "works"), ("relations", "source", "works"),
        ("relations", "target", "works"),
        ("citations", "document", "documents"), ("citations", "clause", "clauses"), ("citations", "note", "notes"),
        ("citations", "target", "works"), ("citations", "instrument", "works"),
        ("edges", "source", "works"), ("edges", "document", "documents"), ("edges", "clause", "clauses"), ("edges", "work", "works"),
        ("edges", "citation", "citations"),
        ("provisions", "edge", "edges"), ("provisions", "work", "works"), ("diagnostics", "document", "documents"),
        ("topics", "document", "documents"),
    ];

    /// <summary>The same of translations.</summary>
    private static readonly (string Table, string Column, string To)[] ReferencesOfTranslations =
    [
        ("expressions", "document", "documents"), ("expression_clauses", "expression", "expressions"),
        ("expression_clauses", "clause", "clauses"),
        ("expression_notes", "expression", "expressions"), ("expression_marks", "clause", "expression_clauses"),
        ("expression_marks", "note", "expression_notes"),
        ("expression_citations", "expression", "expressions"), ("expression_citations", "clause", "expression_clauses"),
        ("expression_citations", "note", "expression_notes"),
        ("expression_citations", "target", "works"), ("expression_citations", "instrument", "works"),
        ("expression_diagnostics", "expression", "expressions"),
    ];

    /// <summary>Checks counts and, with <paramref name="everyRow"/>, every page of the database, every reference, every
    /// edge and every indexed clause.</summary>
    /// <exception cref="PartDamagedException">The first contradiction found.</exception>
    public void Run(SnapshotCounts counts, bool everyRow)
    {
        foreach (var (table, count) in SnapshotParts.Tables(counts))
            SnapshotParts.Expect(RowsFile, $"rows of {table}", count, Count($"SELECT count(*) FROM {table}"));
        var searchable = Count("SELECT count(*) FROM clauses WHERE label NOT IN ($1, $2)", ClauseLabel.Front.ToString(),
            ClauseLabel.Back.ToString());
        SnapshotParts.Expect(parts.TextFile, "indexed clauses", searchable, parts.AskText(text => text.DocumentCount));
        if (!everyRow) return;

        var integrity = parts.AskRows(db => db.First("PRAGMA integrity_check(1)", row => row.GetString(0)));
        if (integrity != "ok") throw new PartDamagedException(RowsFile, $"fails SQLite's integrity check ({integrity})");
        var references = References.Where(r => (r.Table != "facts" || parts.HasFacts) && (r.Table != "topics" || parts.HasTopics))
            .Concat(parts.HasExpressions ? ReferencesOfTranslations : []);
        foreach (var (table, column, to) in references)
            SnapshotParts.Expect(RowsFile, $"rows of {table} whose {column} is not in {to}", 0,
                Count($"SELECT count(*) FROM {table} t WHERE t.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {to} WHERE number = t.{column})"));
        if (parts.HasWords) Shared("");
        if (parts.Rows.HasRanges) Ranges();
        if (parts.HasExpressions) Translations(counts);
        Edges();
        Text(searchable);
        if (parts.Reuse is { } reuse) Wordings(reuse);
    }

    /// <summary>What rows share is there: the words of codes, and the texts that clauses and citations show.</summary>
    private void Shared(string prefix)
    {
        string[] codes = ["form", "kind", "status", "treatment", "verb", "evidence", "why"];
        var reasons = prefix + (parts.Rows.HasRanges ? "citation_extras" : "citation_rows");
        (string Rows, string Column)[] coded =
            [(prefix + "clause_rows", "kind"), (prefix
                + "clause_rows", "head"), (reasons, "reason"), .. codes.Select(c => (prefix + "citation_rows", c))];
        foreach (var (rows, column) in coded)
            SnapshotParts.Expect(RowsFile, $"rows of {rows} whose {column} is not in words", 0,
                Count($"SELECT count(*) FROM {rows} t WHERE t.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM words WHERE code = t.{column})"));
        foreach (var shown in (string[])[prefix + "clauses", prefix + "citations"])
            SnapshotParts.Expect(RowsFile, $"rows of {shown} without a text", 0, Count($"SELECT count(*) FROM {shown} WHERE text IS NULL"));
    }

    /// <summary>The rows that a text says are its own are those that name it.</summary>
    private void Ranges()
    {
        (string What, string Rows, string Owner)[] ranges =
        [
            ("clause", "clause_rows", "document"), ("citation", "citation_rows", "document"), ("edge", "edges", "document"),
            ("clause", "expression_clause_rows", "expression"), ("citation", "expression_citation_rows", "expression"),
        ];
        foreach (var (what, rows, owner) in ranges)
        {
            SnapshotParts.Expect(RowsFile, $"rows of {rows} outside the range of their {owner}", 0,
                Count($"SELECT count(*) FROM {rows} r JOIN {owner}s o ON o.number = r.{owner} WHERE r.number NOT BETWEEN o.first_{what} AND o.last_{what}"));
            SnapshotParts.Expect(RowsFile, $"rows of {rows} in the ranges of {owner}s", Count($"SELECT count(*) FROM {rows}"),
                Count($"SELECT coalesce(sum(last_{what} - first_{what} + 1), 0) FROM {owner}s"));
        }
    }

    /// <summary>A translation is in another language than its document, and its clauses are read with clauses of that document.</summary>
    private void Translations(SnapshotCounts counts)
    {
        SnapshotParts.Expect(RowsFile, "rows of expressions", counts.Translations, Count("SELECT count(*) FROM expressions"));
        Shared("expression_");
        SnapshotParts.Expect(RowsFile, "translations into the language of their document", 0,
            Count("SELECT count(*) FROM expressions e JOIN documents d ON d.number = e.document WHERE e.language = d.language"));
        SnapshotParts.Expect(RowsFile, "clauses of translations that belong to another document's clause", 0, Count(
            "SELECT count(*) FROM expression_clauses c JOIN expressions e ON e.number = c.expression JOIN clauses p ON p.number = c.clause WHERE p.document <> e.document"));
    }

    private void Edges()
    {
        parts.AskGraph(graph =>
        {
            graph.Verify();
            return 0;
        });
        var edge = 0;
        foreach (var row in parts.Rows.Stream("SELECT source, work, clause FROM edges ORDER BY number", r =>
            (Source: r.GetInt32(0), Target: r.GetInt32(1), Clause: r.GetInt32(2))))
        {
            var stored = parts.AskGraph(graph => graph.Edge(edge));
            edge++;
            if ((stored.Source + 1, stored.Target + 1, stored.Clause) != row)
                throw new PartDamagedException(GraphFile, $"has another edge {edge} than catalog.db");
        }
    }

    private void Text(long searchable)
    {
        parts.AskText(text =>
        {
            text.Verify();
            return 0;
        });
        if (searchable == 0) return;
        var hits = parts.AskText(text => text.Search(new AllQuery(), new SearchOptions { Limit = checked((int)searchable) })).Hits;
        var indexed = hits.Select(h => h.Key).ToHashSet();
        foreach (var clause in parts.Rows.Stream("SELECT number FROM clauses WHERE label NOT IN ($1, $2)", r =>
            r.GetInt64(0), ClauseLabel.Front.ToString(), ClauseLabel.Back.ToString()))
            if (!indexed.Remove(clause)) throw new PartDamagedException(parts.TextFile, $"does not index clause {clause}");
        if (indexed.Count > 0)
            throw new PartDamagedException(parts.TextFile, $"indexes clause {indexed.First()}, which catalog.db does not have");
    }

    /// <summary>Every clause belongs to its document there too, and its wording has as many words as its text.</summary>
    private void Wordings(ReuseIndex reuse)
    {
        foreach (var (clause, document, label, text) in parts.Rows.Stream(
            "SELECT number, document, label, text FROM clauses ORDER BY number",
            r => (r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.GetString(3))))
        {
            var words = ComparedClauses.Include(label) ? ReuseIndex.CountWords(text) : 0;
            var stored = SnapshotParts.Part(SnapshotParts.ReuseFile, () =>
                (Document: reuse.Document(clause - 1), Words: reuse.Length(reuse.Wording(clause - 1))));
            if (stored != (document - 1, words))
                throw new PartDamagedException(SnapshotParts.ReuseFile, $"has another clause {clause} than catalog.db");
        }
        SnapshotParts.Expect(RowsFile, "rows of lineage whose document or source is not in documents", 0, Count(
            "SELECT count(*) FROM lineage l WHERE NOT EXISTS (SELECT 1 FROM documents WHERE number = l.document) OR NOT EXISTS (SELECT 1 FROM documents WHERE number = l.source)"));
    }

    private long Count(string sql, params object?[] values) => parts.AskRows(db => db.First(sql, row => row.GetInt64(0), values));
}
