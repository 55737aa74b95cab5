using System.Text.Json;
using Microsoft.Data.Sqlite;
using Search.Resolutions;

namespace Search.Catalog.Querying;

/// <summary>Documents, clauses, notes and mentions out of the tables.</summary>
internal sealed class DocumentQueries(Database db, WorkSummaries works, bool hasProvisions, bool hasTopics, bool hasExpressions)
{
    private readonly TextQueries _primary = new(db, TextTables.OfDocuments, hasProvisions, hasExpressions);
    private readonly TextQueries? _translations = hasExpressions ? new(db, TextTables.OfExpressions, hasProvisions, hasExpressions) : null;

    private string Summary =>
        $"SELECT d.slug, d.symbol, d.title, d.organ, d.kind, d.date, d.identified_by, (SELECT count(*) FROM clauses c WHERE {db.IsOf("clause", "c", "d")}), w.cites, w.cited_by"
        + ", d.number, d.evidence, d.session, d.meeting, d.agenda_item, d.sponsors, d.committee_report, d.vote, d.language, d.file, d.work"
        + " FROM documents d JOIN works w ON w.number = d.work";

    private readonly Lazy<string> _source =
        new(() => $"SELECT d.number, {db.OptionalColumns("documents", "d", "source", "source_edits")} FROM documents d WHERE d.slug = $1");

    /// <summary>A document with the fields of its text in a language; null where there is no such document, or
    /// none of its texts is in it.</summary>
    public DocumentDetails? Details(string slug, string? language = null)
    {
        if (db.First(Summary + " WHERE d.slug = $1", ReadDetails, slug) is not { } found) return null;
        found = found with
        {
            Languages = Languages(slug, found.Language),
            Topics = !hasTopics ? [] : db.Rows(
                "SELECT t.name, t.value FROM topics t JOIN documents d ON d.number = t.document WHERE d.slug = $1 ORDER BY t.rowid",
                r => new TopicValue(r.GetString(0), r.GetString(1)), slug),
        };
        return language is null || language == found.Language
            ? found with { Diagnostics = Diagnostics("diagnostics g JOIN documents d ON d.number = g.document WHERE d.slug = $1", slug) }
            : InLanguage(found, slug, language);
    }

    /// <summary>The characters and clauses of a document's text; none where there is no such document.</summary>
    public (int Characters, int Clauses) Size(string slug) => db.First(
        $"SELECT coalesce(max(c.end), 0), count(*) FROM documents d JOIN clauses c ON {db.IsOf("clause", "c", "d")} WHERE d.slug = $1",
        r => (r.GetInt32(0), r.GetInt32(1)), slug);

    /// <summary>The languages in which a document is here, that of the text that counts first; empty where
    /// there is no such document.</summary>
    public IReadOnlyList<string> Languages(string slug) =>
        db.First("SELECT language FROM documents WHERE slug = $1", r => r.GetString(0), slug) is { } primary
            ? Languages(slug, primary)
            : [];

    private List<string> Languages(string slug, string primary) => _translations is null
        ? [primary]
        : [primary, .. db.Rows(
            "SELECT e.language FROM expressions e JOIN documents d ON d.number = e.document WHERE d.slug = $1 ORDER BY e.number",
            r => r.GetString(0), slug)];

    private DocumentDetails? InLanguage(DocumentDetails document, string slug, string language)
    {
        if (_translations is null) return null;
        var found = db.First(
            "SELECT e.title, e.identified_by, e.evidence, e.session, e.meeting, e.agenda_item, e.sponsors, e.committee_report, e.vote, e.file,"
            + $" (SELECT count(*) FROM expression_clause_rows c WHERE {db.IsOf("clause", "c", "e", "expression")})"
            + " FROM expressions e JOIN documents d ON d.number = e.document WHERE d.slug = $1 AND e.language = $2",
            r => document with
            {
                Summary = document.Summary with
                {
                    Title = r.Text(0) ?? document.Summary.Title,
                    IdentifiedBy = r.GetString(1),
                    Clauses = r.GetInt32(10)
                },
                Evidence = r.Text(2),
                Session = r.Text(3),
                Meeting = r.Text(4),
                AgendaItem = r.Text(5),
                Sponsors = r.Text(6),
                CommitteeReport = r.Text(7),
                Vote = r.Text(8),
                Language = language,
                File = r.GetString(9),
            },
            slug, language);
        return found is null ? null : found with
        {
            Diagnostics = Diagnostics(
                "expression_diagnostics g JOIN expressions e ON e.number = g.expression JOIN documents d ON d.number = e.document WHERE d.slug = $1 AND e.language = $2", slug, language),
        };
    }

    private List<ParsedDiagnostic> Diagnostics(string from, params ReadOnlySpan<object?> values) => db.Rows(
        $"SELECT g.code, g.message, g.start, g.end FROM {from} ORDER BY g.start",
        r => new ParsedDiagnostic(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3)), values);

    public (int Total, List<DocumentSummary> Page) List(DocumentQuery query)
    {
        var asked = Asked(query);
        var total = db.First("SELECT count(*) FROM documents d" + Where, r => r.GetInt32(0), asked);
        var order = query.NewestFirst ? " ORDER BY d.date DESC, d.slug" : " ORDER BY d.date IS NULL, d.date, d.slug";
        return (total, db.Rows(Summary + Where + order + " LIMIT $7 OFFSET $8", ReadSummary, [.. asked, query.Take, query.Skip]));
    }

    private const string Where =
        " WHERE ($1 IS NULL OR d.organ IN (SELECT value FROM json_each($1))) AND ($2 IS NULL OR d.kind IN (SELECT value FROM json_each($2))) AND ($3 IS NULL OR d.date >= $3)"
        + " AND ($4 IS NULL OR d.date <= $4) AND ($5 IS NULL OR " + SqlFunctions.SessionOf
            + "(d.symbol) IN (SELECT value FROM json_each($5))) AND ($6 IS NULL OR (d.identified_by <> 'none') = $6)";

    private static object?[] Asked(DocumentQuery query) =>
        [AnyOf(query.Organs), AnyOf(query.Kinds), query.From, query.To, AnyOf(query.Sessions), query.Identified];

    /// <summary>The values of a field and how many documents have each, the most frequent first.</summary>
    public List<ValueCount> Count(DocumentField field, DocumentQuery query) => db.Rows(
        $"SELECT d.{(field == DocumentField.Organ ? "organ" : "kind")} value, count(*) FROM documents d{Where} AND value IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
        r => new ValueCount(r.GetString(0), r.GetInt32(1)), Asked(query));

    /// <summary>The kinds of open questions and how many there are of each, the most frequent first.</summary>
    public List<ValueCount> OpenQuestions() =>
        db.Rows("SELECT code, count(*) FROM diagnostics GROUP BY code ORDER BY 2 DESC, 1", r =>
            new ValueCount(r.GetString(0), r.GetInt32(1)));

    /// <summary>The open questions of a kind, by document.</summary>
    public List<OpenQuestion> OpenQuestions(string kind, int skip, int take) => db.Rows(
        "SELECT d.slug, coalesce(d.symbol, d.slug), coalesce(d.title, d.symbol, d.slug), g.message FROM diagnostics g JOIN documents d ON d.number = g.document"
        + " WHERE g.code = $1 ORDER BY d.date DESC, d.slug, g.start LIMIT $2 OFFSET $3",
        r => new OpenQuestion(new(r.GetString(0), r.GetString(1), r.GetString(2)), r.GetString(3)), kind, take, skip);

    private static string? AnyOf(IReadOnlyList<string> values) => values.Count == 0 ? null : JsonSerializer.Serialize(values);

    /// <summary>The text of the file that a document was read from, in a language; null where there is none.</summary>
    public string? Source(string slug, string? language)
    {
        if (TextIn(slug, language).Language is not { } other) return PrimarySource(slug);
        if (_translations is null) return null;
        string Read(SqliteDataReader r) => r.GetString(0);
        return db.First("SELECT e.number, e.source_edits FROM expressions e JOIN documents d ON d.number = e.document WHERE d.slug = $1 AND e.language = $2",
            r => SourceEdits.Apply(r.GetFieldValue<byte[]>(1), [
                .. db.Rows($"SELECT c.text FROM expressions e JOIN expression_clauses c ON {db.IsOf("clause", "c", "e", "expression")} WHERE e.number = $1 ORDER BY c.number", Read, r.GetInt32(0)),
                .. db.Rows("SELECT text FROM expression_notes WHERE expression = $1 ORDER BY number", Read, r.GetInt32(0))]), slug, other);
    }

    private string? PrimarySource(string slug)
    {
        var packed = db.First(
            _source.Value,
            r => (Document: r.GetInt32(0), Text: r.IsDBNull(1)
                ? null
                : Packed.ReadText(r, 1), Edits: r.IsDBNull(2) ? null : r.GetFieldValue<byte[]>(2)), slug);
        if (packed.Edits is null) return packed.Text;
        string Read(SqliteDataReader r) => r.GetString(0);
        return SourceEdits.Apply(packed.Edits, [
            .. db.Rows($"SELECT c.text FROM documents d JOIN clauses c ON {db.IsOf("clause", "c", "d")} WHERE d.number = $1 ORDER BY c.number", Read, packed.Document),
            .. db.Rows("SELECT text FROM notes WHERE document = $1 ORDER BY number", Read, packed.Document)]);
    }

    public List<ClauseDetails> Clauses(string slug, string? language = null)
    {
        var (text, asked) = TextIn(slug, language);
        return text?.Clauses("ORDER BY c.number", slug, asked) ?? [];
    }

    public (int Total, List<ClauseDetails> Page) Clauses(string slug, string? language, IReadOnlyList<string> kinds, int skip, int take)
    {
        var (text, asked) = TextIn(slug, language);
        return text?.Page(slug, asked, AnyOf(kinds), skip, take) ?? (0, []);
    }

    /// <summary>The clause with an address, also one that older snapshots gave it.</summary>
    public ClauseDetails? Clause(string document, string label, string? language = null)
    {
        var (text, asked) = TextIn(document, language);
        return text is null ? null
            : text.Clauses("AND c.slug = $3", document, asked, label).FirstOrDefault()
                ?? (hasProvisions ? text.Clauses("AND c.other_slug = $3", document, asked, label).FirstOrDefault() : null);
    }

    /// <summary>Where the texts of a language are: those that count, or translations; null where the document has no text in it.</summary>
    private (TextQueries? Text, string? Language) TextIn(string slug, string? language) =>
        language is null || db.First("SELECT language FROM documents WHERE slug = $1", r => r.GetString(0), slug) == language
            ? (_primary, null)
            : (_translations, language);

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
        return (Below(document, place, address.Slug)
            ?? (address.Steps is [{ Unit: "para." } only] ? Below(document, place, only.Number.ToLowerInvariant()) : null)) is { } below
            ? Provision(document, below)
            : null;
    }

    /// <summary>The paragraphs at an address and below, where there are any.</summary>
    private ProvisionText? Provision(string document, string slug)
    {
        var clauses = _primary.Clauses(
            "AND (c.slug = $3 OR substr(c.slug, 1, length($3) + 1) IN ($3 || '/', $3 || '~', $3 || '-') OR c.other_slug = $3) ORDER BY c.number LIMIT 80", document, null, slug);
        return clauses.Count > 0 ? new(clauses[0].Label, clauses) : null;
    }

    /// <summary>"paragraph 24" where the annex has sections or objectives: the one address in a text that ends so, or
    /// null where there are several.</summary>
    private string? Below(string document, string place, string slug)
    {
        var found = db.Rows(
            $"SELECT DISTINCT c.slug FROM documents d JOIN clauses c ON {db.IsOf("clause", "c", "d")} WHERE d.slug = $1 AND c.kind = 'annex'"
            + " AND substr(c.slug, -length($2) - 1) = '/' || $2 AND ($3 = '' OR substr(c.slug, 1, length($3) + 1) = $3 || '/') LIMIT 2",
            r => r.GetString(0), document, slug, place);
        return found is [var only] ? only : null;
    }

    /// <summary>The documents whose symbol or title begins with a text, the most cited first.</summary>
    public List<DocumentSummary> Beginning(string text, int most) => db.Rows(
        Summary + " WHERE d.title LIKE $1 ESCAPE '\\' OR d.symbol LIKE $1 ESCAPE '\\' ORDER BY w.cited_by DESC, d.date DESC LIMIT $2",
        ReadSummary, LikePrefix(text), most);

    private static string LikePrefix(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private DocumentSummary ReadSummary(SqliteDataReader r)
    {
        var (citedBy, cites) = works.Counts(r.GetInt32(20), r.GetInt32(9), r.GetInt32(8));
        return new()
        {
            Id = r.GetString(0),
            Symbol = r.Text(1),
            Title = r.Text(2),
            Organ = r.Text(3),
            Kind = r.GetString(4),
            Date = r.Text(5),
            IdentifiedBy = r.GetString(6),
            Clauses = r.GetInt32(7),
            Cites = cites,
            CitedBy = citedBy,
        };
    }

    private DocumentDetails ReadDetails(SqliteDataReader r) => new()
    {
        Summary = ReadSummary(r),
        Evidence = r.Text(11),
        Session = r.Text(12),
        Meeting = r.Text(13),
        AgendaItem = r.Text(14),
        Sponsors = r.Text(15),
        CommitteeReport = r.Text(16),
        Vote = r.Text(17),
        Language = r.GetString(18),
        File = r.GetString(19),
        Diagnostics = [],
    };
}
