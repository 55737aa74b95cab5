using System.Collections.Concurrent;
using System.Text.Json;
using Search.Citations;
using Search.Graph;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>What lists show of a clause, by its number: one row, those of its document and of the works it cites, and
/// from the graph what it cites.</summary>
internal sealed class ShownClauses
{
    /// <summary>Names are short, and every page of hits needs twenty: many are kept.</summary>
    private const int BitsOfNames = 16;

    private readonly Database _db;
    private readonly CitationGraph _graph;
    private readonly string _row;
    private readonly Lazy<bool> _hasTranslations;
    private readonly ConcurrentDictionary<int, string> _words = [];
    private readonly RecentRows<ShownDocument> _documents;
    private readonly RecentRows<WorkName> _works;
    private readonly Func<NumberedRow, ShownClause> _read;

    /// <summary>Reads clauses.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="graph">The graph over their edges.</param>
    public ShownClauses(Database db, CitationGraph graph)
    {
        (_db, _graph, _read) = (db, graph, Read);
        _row = db.HasRanges
            ? "SELECT r.number, r.document, r.label, r.slug_end, r.kind, r.text_or_number, r.language,"
                + " (SELECT k.cited_by FROM cited_clauses k WHERE k.number = r.number) FROM clause_rows r WHERE r.number = $1"
            : $"SELECT c.number, c.document, c.label, c.slug, c.kind, c.text, {db.OptionalColumns("clauses", "c", "language")}, c.cited_by FROM clauses c WHERE c.number = $1";
        _hasTranslations = new(() => db.First("SELECT count(*) FROM sqlite_schema WHERE name = 'expressions'", r => r.GetInt32(0)) > 0
            && db.First("SELECT EXISTS (SELECT 1 FROM expressions)", r => r.GetInt32(0)) > 0);
        _documents = new(ReadDocument, BitsOfNames);
        _works = new(ReadWork, BitsOfNames);
    }

    /// <summary>A clause.</summary>
    public ShownClause Clause(long number) => _db.OfNumber(_row, number, _read)!;

    /// <summary>A document.</summary>
    public ShownDocument Document(int number) => _documents.Of(number);

    /// <summary>What a clause of a document cites, and how.</summary>
    public IReadOnlyList<CitedWork> CitedBy(ShownClause clause, ShownDocument document)
    {
        List<CitedWork>? cited = null;
        for (var edge = document.FirstEdge - 1; edge < document.LastEdge; edge++)
        {
            if (_graph.ClauseOf(edge) != clause.Number) continue;
            var known = _graph.Edge(edge);
            var pinpoint = known.HasPinpoint ? _db.OfNumber("SELECT pinpoint FROM edges WHERE number = $1", edge + 1, r => r.Text(0))! : "";
            (cited ??= []).Add(new(_works.Of(known.Target + 1), ((Treatment)known.Treatment).Word(), pinpoint));
        }
        return cited ?? (IReadOnlyList<CitedWork>)[];
    }

    /// <summary>The texts of clauses in further languages; null where no document has one.</summary>
    /// <param name="clauses">Their numbers.</param>
    public ILookup<long, (string Language, string Text)>? Translations(IEnumerable<long> clauses) =>
        !_hasTranslations.Value ? null : _db.Rows(
        "SELECT e.clause, coalesce(e.language, x.language), e.text FROM json_each($1) j CROSS JOIN expression_clauses e ON e.clause = j.value"
        + " JOIN expressions x ON x.number = e.expression WHERE e.label NOT IN ('front', 'back') ORDER BY e.number",
        r => (Number: r.GetInt64(0), Language: r.GetString(1), Text: r.GetString(2)), JsonSerializer.Serialize(clauses))
            .ToLookup(t => t.Number, t => (t.Language, t.Text));

    private ShownClause Read(NumberedRow row)
    {
        var label = row.Text(2)!;
        var end = row.Text(3);
        return new()
        {
            Number = row.Number(0),
            Document = row.Number(1),
            Label = label,
            Slug = LabelSlugs.Whole(label, end),
            Kind = Word(row, 4)!,
            Text = row.IsNumber(5)
                ? _db.OfNumber("SELECT text_or_number FROM clause_rows WHERE number = $1", row.Number(5), r => r.Text(0))!
                : row.Text(5)!,
            Language = Word(row, 6),
            CitedBy = row.Number(7),
        };
    }

    /// <summary>A word that a column holds or, since format 6, the code of.</summary>
    private string? Word(NumberedRow row, int column)
    {
        if (!row.IsNumber(column)) return row.Text(column);
        var code = row.Number(column);
        if (_words.TryGetValue(code, out var known)) return known;
        var word = _db.OfNumber("SELECT word FROM words WHERE code = $1", code, r => r.Text(0))!;
        return _words.TryAdd(code, word) ? word : _words[code];
    }

    private ShownDocument ReadDocument(int number)
    {
        var edges = _db.HasRanges ? "d.first_edge, d.last_edge"
            : "coalesce((SELECT min(e.number) FROM edges e WHERE e.document = d.number), 1), coalesce((SELECT max(e.number) FROM edges e WHERE e.document = d.number), 0)";
        return _db.OfNumber(
            $"SELECT d.slug, w.id, coalesce(d.title, w.title), d.date, d.organ, d.kind, d.language, {edges} FROM documents d JOIN works w ON w.number = d.work WHERE d.number = $1",
            number,
            r => new ShownDocument(new(r.Text(0)!, r.Text(1)!, r.Text(2)!), r.Text(3), r.Text(4), r.Text(5)!, r.Text(6)!, r.Number(7),
                r.Number(8)))!;
    }

    private WorkName ReadWork(int number) => _db.OfNumber(
        "SELECT slug, id, title FROM works WHERE number = $1", number, r => new WorkName(r.Text(0)!, r.Text(1)!, r.Text(2)!))!;
}

/// <summary>What lists show of a clause.</summary>
internal sealed record ShownClause
{
    /// <summary>Its row.</summary>
    public required int Number { get; init; }

    /// <summary>The row of its document.</summary>
    public required int Document { get; init; }

    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>Its label as in URLs.</summary>
    public required string Slug { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The whole text.</summary>
    public required string Text { get; init; }

    /// <summary>Its language, where it has not that of its document.</summary>
    public required string? Language { get; init; }

    /// <summary>How many edges cite it.</summary>
    public required int CitedBy { get; init; }
}

/// <summary>What lists show of a document, and which edges its clauses make: those from the first to the last, by their rows.</summary>
internal sealed record ShownDocument(WorkName Name, string? Date, string? Organ, string Kind, string Language, int FirstEdge, int LastEdge);
