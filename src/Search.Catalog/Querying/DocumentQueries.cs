using System.Text.Json;
using Microsoft.Data.Sqlite;
using Search.Resolutions;

namespace Search.Catalog.Querying;

/// <summary>Documents, clauses, notes and mentions out of the tables.</summary>
internal sealed class DocumentQueries(Database db, WorkSummaries works, bool hasProvisions, bool hasTopics)
{
    private const string Summary =
        "SELECT d.slug, d.symbol, d.title, d.organ, d.kind, d.date, d.identified_by, (SELECT count(*) FROM clauses c WHERE c.document = d.number), w.cites, w.cited_by"
        + ", d.number, d.evidence, d.session, d.meeting, d.agenda_item, d.sponsors, d.committee_report, d.vote, d.language, d.file, d.work"
        + " FROM documents d JOIN works w ON w.number = d.work";

    private readonly Lazy<string> _citation = new(() =>
        "SELECT c.text, c.local_start, c.local_end, c.start, c.end, c.form, c.kind, c.status, t.slug, t.id, t.title, i.slug, i.id, i.title,"
        + " c.pinpoint, c.treatment, c.verb, c.evidence, c.candidates, c.reason, c.clause, c.note, " + db.OptionalColumns("citations", "c", "why", "until")
        + " FROM citations c LEFT JOIN works t ON t.number = c.target LEFT JOIN works i ON i.number = c.instrument");

    private readonly Lazy<string> _source = new(() => $"SELECT d.number, {db.OptionalColumns("documents", "d", "source", "source_edits")} FROM documents d WHERE d.slug = $1");

    public DocumentDetails? Details(string slug) => db.First(Summary + " WHERE d.slug = $1", ReadDetails, slug) is not { } found
        ? null
        : found with
        {
            Topics = !hasTopics ? [] : db.Rows(
                "SELECT t.name, t.value FROM topics t JOIN documents d ON d.number = t.document WHERE d.slug = $1 ORDER BY t.rowid", r => new TopicValue(r.GetString(0), r.GetString(1)), slug),
            Diagnostics = db.Rows(
                "SELECT g.code, g.message, g.start, g.end FROM diagnostics g JOIN documents d ON d.number = g.document WHERE d.slug = $1 ORDER BY g.start",
                r => new ParsedDiagnostic(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3)), slug),
        };

    public (int Total, List<DocumentSummary> Page) List(DocumentQuery query)
    {
        const string where = " WHERE ($1 IS NULL OR d.organ IN (SELECT value FROM json_each($1))) AND ($2 IS NULL OR d.kind IN (SELECT value FROM json_each($2))) AND ($3 IS NULL OR d.date >= $3) AND ($4 IS NULL OR d.date <= $4)";
        var (organ, kind) = (AnyOf(query.Organs), AnyOf(query.Kinds));
        var total = db.First("SELECT count(*) FROM documents d" + where, r => r.GetInt32(0), organ, kind, query.From, query.To);
        var order = query.NewestFirst ? " ORDER BY d.date DESC, d.slug" : " ORDER BY d.date IS NULL, d.date, d.slug";
        return (total, db.Rows(Summary + where + order + " LIMIT $5 OFFSET $6", ReadSummary, organ, kind, query.From, query.To, query.Take, query.Skip));
    }

    private static string? AnyOf(IReadOnlyList<string> values) => values.Count == 0 ? null : JsonSerializer.Serialize(values);

    /// <summary>The text of the file that a document was read from; null where there is no such document.</summary>
    public string? Source(string slug)
    {
        var packed = db.First(
            _source.Value,
            r => (Document: r.GetInt32(0), Text: r.IsDBNull(1) ? null : Packed.ReadText(r, 1), Edits: r.IsDBNull(2) ? null : r.GetFieldValue<byte[]>(2)), slug);
        if (packed.Edits is null) return packed.Text;
        string Read(SqliteDataReader r) => r.GetString(0);
        return SourceEdits.Apply(packed.Edits, [
            .. db.Rows("SELECT text FROM clauses WHERE document = $1 ORDER BY number", Read, packed.Document),
            .. db.Rows("SELECT text FROM notes WHERE document = $1 ORDER BY number", Read, packed.Document)]);
    }

    public List<ClauseDetails> Clauses(string slug) => Clauses("d.slug = $1 ORDER BY c.number", slug);

    public (int Total, List<ClauseDetails> Page) Clauses(string slug, IReadOnlyList<string> kinds, int skip, int take)
    {
        const string where = "d.slug = $1 AND ($2 IS NULL OR c.kind IN (SELECT value FROM json_each($2)))";
        var kind = AnyOf(kinds);
        var total = db.First("SELECT count(*) FROM clauses c JOIN documents d ON d.number = c.document WHERE " + where, r => r.GetInt32(0), slug, kind);
        return (total, Clauses(where + " ORDER BY c.ordinal LIMIT $3 OFFSET $4", slug, kind, take, skip));
    }

    /// <summary>The clause with an address, also one that older snapshots gave it.</summary>
    public ClauseDetails? Clause(string document, string label) =>
        Clauses("d.slug = $1 AND c.slug = $2", document, label).FirstOrDefault()
        ?? (hasProvisions ? Clauses("d.slug = $1 AND c.other_slug = $2", document, label).FirstOrDefault() : null);

    /// <summary>The paragraphs of a provision: those at its address and below; null where the document has none.</summary>
    public ProvisionText? Provision(string document, string place, string asked)
    {
        var address = ProvisionAddress.Of(Pinpoint.Asked(asked));
        if (place.Length > 0 && address.Slug == place) return Provision(document, place); // where the work itself is
        foreach (var slug in ProvisionSlugs.Of(place, Pinpoint.Asked(asked)))
        {
            if (Provision(document, slug) is { } found) return found;
        }
        if (!hasProvisions || address.Steps.IsEmpty) return null;
        return (Below(document, place, address.Slug) ?? (address.Steps is [{ Unit: "para." } only] ? Below(document, place, only.Number.ToLowerInvariant()) : null)) is { } below ? Provision(document, below) : null;
    }

    /// <summary>The paragraphs at an address and below, where there are any.</summary>
    private ProvisionText? Provision(string document, string slug)
    {
        var clauses = Clauses(
            "d.slug = $1 AND (c.slug = $2 OR substr(c.slug, 1, length($2) + 1) IN ($2 || '/', $2 || '~', $2 || '-') OR c.other_slug = $2) ORDER BY c.number LIMIT 80", document, slug);
        return clauses.Count > 0 ? new(clauses[0].Label, clauses) : null;
    }

    /// <summary>"paragraph 24" where the annex has sections or objectives: the one address in a text that ends so, or null where there are several.</summary>
    private string? Below(string document, string place, string slug)
    {
        var found = db.Rows(
            "SELECT DISTINCT c.slug FROM clauses c JOIN documents d ON d.number = c.document WHERE d.slug = $1 AND c.kind = 'annex'"
            + " AND substr(c.slug, -length($2) - 1) = '/' || $2 AND ($3 = '' OR substr(c.slug, 1, length($3) + 1) = $3 || '/') LIMIT 2", r => r.GetString(0), document, slug, place);
        return found is [var only] ? only : null;
    }

    private List<ClauseDetails> Clauses(string where, params ReadOnlySpan<object?> values)
    {
        var rows = db.Rows(
            $"SELECT c.number, d.slug, c.slug, c.label, c.kind, c.printed_number, c.head, c.text, c.start, c.end, c.parent, c.cited_by, {(hasProvisions ? "c.other_slug" : "NULL")}, c.document"
            + " FROM clauses c JOIN documents d ON d.number = c.document WHERE " + where,
            r => (Number: r.GetInt32(0), Document: r.GetInt32(13), Clause: new ClauseDetails(
                $"{r.GetString(1)}/{r.GetString(2)}", r.GetString(3), r.GetString(4), r.Text(5), r.Text(6), r.GetString(7), r.GetInt32(8), r.GetInt32(9), r.Text(10), r.GetInt32(11), [], [], r.Text(12), null)),
            values);
        if (rows.Count == 0) return [];
        var numbers = JsonSerializer.Serialize(rows.Select(r => r.Number));
        var citations = db.Rows(
            _citation.Value + " WHERE c.clause IN (SELECT value FROM json_each($1)) ORDER BY c.start",
            r => (Clause: r.Number(20), Note: r.Number(21), Details: ReadCitation(r)), numbers);
        var ofClause = citations.Where(c => c.Note is null).ToLookup(c => c.Clause, c => c.Details);
        var marks = db.Rows(
            "SELECT m.clause, m.position, m.mark, n.number, n.mark, n.text FROM marks m LEFT JOIN notes n ON n.number = m.note"
            + " WHERE m.clause IN (SELECT value FROM json_each($1)) ORDER BY m.clause, m.position, m.rowid",
            r => (Clause: r.GetInt32(0), Position: r.GetInt32(1), Mark: r.GetString(2), Note: r.Number(3), NoteMark: r.Text(4), NoteText: r.Text(5)), numbers);
        var ofNote = db.Rows(
            _citation.Value + " WHERE c.note IN (SELECT m.note FROM marks m WHERE m.clause IN (SELECT value FROM json_each($1))) ORDER BY c.start",
            r => (Note: r.Number(21), Details: ReadCitation(r)), numbers).ToLookup(c => c.Note, c => c.Details);
        var marksOfClause = marks.ToLookup(
            m => m.Clause,
            m => new ClauseMark(m.Position, m.Mark, m.Note is { } note ? new NoteDetails(m.NoteMark!, m.NoteText!, [.. ofNote[note].DistinctBy(c => (c.SourceStart, c.SourceEnd))]) : null));
        var within = rows.Select(r => r.Document).Distinct().ToDictionary(d => d, WorksIn);
        return [.. rows.Select(r => r.Clause with { Marks = [.. marksOfClause[r.Number]], Citations = [.. ofClause[r.Number]], CitedAs = ProvisionSlugs.CitedAs(within[r.Document], r.Clause) })];
    }

    /// <summary>The works whose text a document holds, with their places, the innermost first.</summary>
    private List<(string Work, string Place)> WorksIn(int document) => hasProvisions
        ? db.Rows("SELECT slug, place FROM works WHERE document = $1 AND place IS NOT NULL ORDER BY length(place) DESC, number", r => (r.GetString(0), r.GetString(1)), document)
        : db.Rows("SELECT w.slug, '' FROM works w JOIN documents d ON d.work = w.number WHERE d.number = $1", r => (r.GetString(0), r.GetString(1)), document);

    private DocumentSummary ReadSummary(SqliteDataReader r)
    {
        var (citedBy, cites) = works.Counts(r.GetInt32(20), r.GetInt32(9), r.GetInt32(8));
        return new(r.GetString(0), r.Text(1), r.Text(2), r.Text(3), r.GetString(4), r.Text(5), r.GetString(6), r.GetInt32(7), cites, citedBy);
    }

    private DocumentDetails ReadDetails(SqliteDataReader r) => new(
        ReadSummary(r), r.Text(11), r.Text(12), r.Text(13), r.Text(14), r.Text(15), r.Text(16), r.Text(17), r.GetString(18), r.GetString(19), []);

    private static CitationDetails ReadCitation(SqliteDataReader r) => new(
        r.GetString(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetString(5), r.GetString(6), r.GetString(7),
        r.IsDBNull(8) ? null : new(r.GetString(8), r.GetString(9), r.GetString(10)),
        r.IsDBNull(11) ? null : new(r.GetString(11), r.GetString(12), r.GetString(13)),
        r.GetString(14), r.GetString(15), r.Text(16), r.GetString(17),
        r.Text(18) is { } json ? JsonSerializer.Deserialize<List<string>>(json)! : [], r.Text(19))
    {
        Why = r.Text(22),
        Until = r.Text(23),
    };
}
