using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Search.Catalog.Querying;

/// <summary>The clauses of texts with their notes and mentions: of those that count, or of translations.</summary>
internal sealed class TextQueries(Database db, TextTables tables, bool hasProvisions, bool hasExpressions)
{
    private readonly bool _isPrimary = tables == TextTables.OfDocuments;

    private readonly Lazy<string> _citation = new(() =>
        "SELECT c.text, c.local_start, c.local_end, c.start, c.end, c.form, c.kind, c.status, t.slug, t.id, t.title, i.slug, i.id, i.title,"
        + " c.pinpoint, c.treatment, c.verb, c.evidence, c.candidates, c.reason, c.clause, c.note, "
            + db.OptionalColumns(tables.Prefix + "citations", "c", "why", "until")
        + $" FROM {tables.Prefix}citations c LEFT JOIN works t ON t.number = c.target LEFT JOIN works i ON i.number = c.instrument");

    /// <summary>The clauses of the text of a document ($1) in a language ($2), NULL for the text that counts.</summary>
    private string From => _isPrimary
        ? $" FROM documents d JOIN clauses c ON {db.IsOf("clause", "c", "d")} WHERE d.slug = $1 AND $2 IS NULL "
        : $" FROM documents d JOIN expressions e ON e.document = d.number JOIN expression_clauses c ON {db.IsOf("clause", "c", "e", "expression")} WHERE d.slug = $1 AND e.language = $2 ";

    /// <summary>A page of the clauses of some kinds, and how many there are.</summary>
    /// <param name="slug">The document.</param>
    /// <param name="language">The language, null for the text that counts.</param>
    /// <param name="kinds">A JSON list, or null for all.</param>
    /// <param name="skip">Clauses left out at the start.</param>
    /// <param name="take">The most clauses returned.</param>
    public (int Total, List<ClauseDetails> Page) Page(string slug, string? language, string? kinds, int skip, int take)
    {
        const string where = "AND ($3 IS NULL OR c.kind IN (SELECT value FROM json_each($3)))";
        var total = db.First("SELECT count(*)" + From + where, r => r.GetInt32(0), slug, language, kinds);
        return (total, Clauses(where + " ORDER BY c.number LIMIT $4 OFFSET $5", slug, language, kinds, take, skip));
    }

    /// <summary>Clauses of a text.</summary>
    /// <param name="which">Further conditions, from $3 on, and the order.</param>
    /// <param name="values">The document, the language or null, and the values of the conditions.</param>
    public List<ClauseDetails> Clauses(string which, params ReadOnlySpan<object?> values)
    {
        var rows = db.Rows(
            $"SELECT c.number, d.slug, c.slug, c.label, c.kind, c.printed_number, c.head, c.text, c.start, c.end, c.parent, c.cited_by, {(hasProvisions ? "c.other_slug" : "NULL")}, d.number, "
            + (hasExpressions ? "c.language, " : "NULL, ") + (_isPrimary ? "d.language, d.number" : "e.language, e.number") + From + which,
            r => (Number: r.GetInt32(0), Document: r.GetInt32(13), Text: r.GetInt32(16), Slug: r.GetString(2), Clause: new ClauseDetails
            {
                Id = $"{r.GetString(1)}/{r.GetString(2)}",
                Label = r.GetString(3),
                Kind = r.GetString(4),
                Number = r.Text(5),
                Head = r.Text(6),
                Text = r.GetString(7),
                Start = r.GetInt32(8),
                End = r.GetInt32(9),
                Parent = r.Text(10),
                CitedBy = r.GetInt32(11),
                Marks = [],
                Citations = [],
                OtherAddress = r.Text(12),
                CitedAs = null,
                Language = r.Text(14) ?? r.GetString(15),
            }),
            values);
        if (rows.Count == 0) return [];
        var numbers = JsonSerializer.Serialize(rows.Select(r => r.Number));
        var owners = tables.Owner + "s";
        var within = db.HasRanges
            ? $" AND c.number BETWEEN (SELECT first_citation FROM {owners} WHERE number = $2) AND (SELECT last_citation FROM {owners} WHERE number = $2)"
            : " AND $2 IS NOT NULL";
        var citations = db.Rows(
            _citation.Value + $" WHERE c.clause IN (SELECT value FROM json_each($1)){within} ORDER BY c.start",
            r => (Clause: r.Number(20), Note: r.Number(21), Details: ReadCitation(r)), numbers, rows[0].Text);
        var ofClause = citations.Where(c => c.Note is null).ToLookup(c => c.Clause, c => c.Details);
        var marks = db.Rows(
            $"SELECT m.clause, m.position, m.mark, n.number, n.mark, n.text FROM {tables.Prefix}marks m LEFT JOIN {tables.Prefix}notes n ON n.number = m.note"
            + " WHERE m.clause IN (SELECT value FROM json_each($1)) ORDER BY m.clause, m.position, m.rowid",
            r => (Clause: r.GetInt32(0), Position: r.GetInt32(1), Mark: r.GetString(2), Note: r.Number(3), NoteMark: r.Text(4),
                NoteText: r.Text(5)), numbers);
        var ofNote = db.Rows(
            _citation.Value + $" WHERE c.note IN (SELECT m.note FROM {tables.Prefix}marks m WHERE m.clause IN (SELECT value FROM json_each($1))){within} ORDER BY c.start",
            r => (Note: r.Number(21), Details: ReadCitation(r)), numbers, rows[0].Text).ToLookup(c => c.Note, c => c.Details);
        var marksOfClause = marks.ToLookup(
            m => m.Clause,
            m => new ClauseMark(m.Position, m.Mark, m.Note is { } note
                ? new NoteDetails(m.NoteMark!, m.NoteText!, [.. ofNote[note].DistinctBy(c => (c.SourceStart, c.SourceEnd))])
                : null));
        var languages = Languages([.. rows.Select(r => (r.Document, r.Slug))]);
        var works = rows.Select(r => r.Document).Distinct().ToDictionary(d => d, WorksIn);
        return [.. rows.Select(r => r.Clause with { Marks = [.. marksOfClause[r.Number]], Citations = [.. ofClause[r.Number]],
            Languages = [.. languages[r.Slug]], CitedAs = ProvisionSlugs.CitedAs(works[r.Document], r.Clause) })];
    }

    /// <summary>The languages in which the clauses of a document have a text under their addresses, that of
    /// the text that counts first.</summary>
    private ILookup<string, string> Languages(IReadOnlyList<(int Document, string Slug)> clauses)
    {
        const string named = " AND c.slug IN (SELECT value FROM json_each($2))";
        var primary = $"SELECT 0, c.slug, d.language FROM documents d JOIN clauses c ON {db.IsOf("clause", "c", "d")} WHERE d.number = $1{named}";
        var translations = $"SELECT e.number, c.slug, e.language FROM expressions e JOIN expression_clause_rows c ON {db.IsOf("clause", "c", "e", "expression")} WHERE e.document = $1{named}";
        return db.Rows(
            hasExpressions ? $"{primary} UNION ALL {translations} ORDER BY 1" : primary,
            r => (Slug: r.GetString(1), Language: r.GetString(2)), clauses[0].Document,
            JsonSerializer.Serialize(clauses.Select(c => c.Slug))).ToLookup(l => l.Slug, l => l.Language);
    }

    /// <summary>The works whose text a document holds, with their places, the innermost first.</summary>
    private List<(string Work, string Place)> WorksIn(int document) => hasProvisions
        ? db.Rows("SELECT slug, place FROM works WHERE document = $1 AND place IS NOT NULL ORDER BY length(place) DESC, number", r =>
            (r.GetString(0), r.GetString(1)), document)
        : db.Rows("SELECT w.slug, '' FROM works w JOIN documents d ON d.work = w.number WHERE d.number = $1", r =>
            (r.GetString(0), r.GetString(1)), document);

    private static CitationDetails ReadCitation(SqliteDataReader r) => new()
    {
        Text = r.GetString(0),
        Start = r.GetInt32(1),
        End = r.GetInt32(2),
        SourceStart = r.GetInt32(3),
        SourceEnd = r.GetInt32(4),
        Form = r.GetString(5),
        Kind = r.GetString(6),
        Status = r.GetString(7),
        Target = r.IsDBNull(8) ? null : new(r.GetString(8), r.GetString(9), r.GetString(10)),
        Instrument = r.IsDBNull(11) ? null : new(r.GetString(11), r.GetString(12), r.GetString(13)),
        Pinpoint = r.GetString(14),
        Treatment = r.GetString(15),
        Verb = r.Text(16),
        Evidence = r.GetString(17),
        Candidates = r.Text(18) is { } json ? JsonSerializer.Deserialize<List<string>>(json)! : [],
        Reason = r.Text(19),
        Why = r.Text(22),
        Until = r.Text(23),
    };
}
