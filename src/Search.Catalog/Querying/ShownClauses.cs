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
    private readonly RecentLabels _labels = new();
    private readonly string _documentRow;
    private readonly MappedClauses? _mapped;

    /// <summary>Reads clauses.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="graph">The graph over their edges.</param>
    public ShownClauses(Database db, CitationGraph graph)
    {
        (_db, _graph) = (db, graph);
        _row = db.HasRanges
            ? "SELECT r.number, r.document, r.label, r.slug_end, r.kind, r.text_or_number, r.language,"
                + " (SELECT k.cited_by FROM cited_clauses k WHERE k.number = r.number) FROM clause_rows r WHERE r.number = $1"
            : $"SELECT c.number, c.document, c.label, c.slug, c.kind, c.text, {db.OptionalColumns("clauses", "c", "language")}, c.cited_by FROM clauses c WHERE c.number = $1";
        var edges = db.HasRanges ? "d.first_edge, d.last_edge"
            : "coalesce((SELECT min(e.number) FROM edges e WHERE e.document = d.number), 1), coalesce((SELECT max(e.number) FROM edges e WHERE e.document = d.number), 0)";
        _documentRow =
            $"SELECT d.slug, w.id, coalesce(d.title, w.title), d.date, d.organ, d.kind, d.language, {edges} FROM documents d JOIN works w ON w.number = d.work WHERE d.number = $1";
        _hasTranslations = new(() => db.First("SELECT count(*) FROM sqlite_schema WHERE name = 'expressions'", r => r.GetInt32(0)) > 0
            && db.First("SELECT EXISTS (SELECT 1 FROM expressions)", r => r.GetInt32(0)) > 0);
        _mapped = db.HasRanges ? new(db) : null;
        _documents = new(ReadDocument, BitsOfNames);
        _works = new(ReadWork, BitsOfNames);
    }

    /// <summary>Whether some document has texts in further languages.</summary>
    public bool HasTranslations => _hasTranslations.Value;

    /// <summary>A clause, held until it is disposed.</summary>
    public ShownClause Clause(long number)
    {
        if (_mapped is not null && _mapped.TryFind(number, out var found, out var words))
        {
            return new(default, default)
            {
                Number = (int)number,
                Document = (int)found.Number(_mapped.Document),
                Label = _labels.Of(found.Utf8(_mapped.Label)),
                SlugEnd = found.Utf8(_mapped.SlugEnd),
                Kind = Word((int)found.Number(_mapped.Kind)),
                Text = words,
                Language = found.IsNull(_mapped.Language) ? null : Word((int)found.Number(_mapped.Language)),
                CitedBy = _mapped.CitedBy(number),
            };
        }

        var row = _db.Hold(_row, number);
        var text = default(Database.HeldRow);
        try
        {
            var columns = row.Columns;
            var isShared = columns.IsNumber(5); // the text of another clause, which is the same
            if (isShared) text = _db.Hold("SELECT text_or_number FROM clause_rows WHERE number = $1", columns.Number(5));
            return new(row, text)
            {
                Number = columns.Number(0),
                Document = columns.Number(1),
                Label = _labels.Of(columns.Utf8(2)),
                SlugEnd = columns.Utf8(3),
                Kind = Word(columns, 4)!,
                Text = isShared ? text.Columns.Utf8(0) : columns.Utf8(5),
                Language = Word(columns, 6),
                CitedBy = columns.Number(7),
            };
        }
        catch
        {
            text.Dispose();
            row.Dispose();
            throw;
        }
    }

    /// <summary>A document.</summary>
    public ShownDocument Document(int number) => _documents.Of(number);

    /// <summary>What a clause of a document cites, and how.</summary>
    public IReadOnlyList<CitedWork> CitedBy(in ShownClause clause, ShownDocument document)
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

    /// <summary>The texts of clauses in further languages.</summary>
    /// <param name="clauses">Their numbers.</param>
    public ILookup<long, (string Language, string Text)> Translations(IEnumerable<long> clauses) => _db.Rows(
        "SELECT e.clause, coalesce(e.language, x.language), e.text FROM json_each($1) j CROSS JOIN expression_clauses e ON e.clause = j.value"
        + " JOIN expressions x ON x.number = e.expression WHERE e.label NOT IN ('front', 'back') ORDER BY e.number",
        r => (Number: r.GetInt64(0), Language: r.GetString(1), Text: r.GetString(2)), JsonSerializer.Serialize(clauses))
            .ToLookup(t => t.Number, t => (t.Language, t.Text));

    /// <summary>A word that a column holds or, since format 6, the code of.</summary>
    private string? Word(NumberedRow row, int column)
    {
        return row.IsNumber(column) ? Word(row.Number(column)) : row.Text(column);
    }

    private string Word(int code)
    {
        if (_words.TryGetValue(code, out var known)) return known;
        var word = _db.OfNumber("SELECT word FROM words WHERE code = $1", code, r => r.Text(0))!;
        return _words.TryAdd(code, word) ? word : _words[code];
    }

    private ShownDocument ReadDocument(int number) => _db.OfNumber(_documentRow, number, r =>
        new ShownDocument(
            new(r.Text(0)!, r.Text(1)!, r.Text(2)!), r.Text(3), r.Text(4), r.Text(5)!, r.Text(6)!, r.Number(7), r.Number(8)))!;

    private WorkName ReadWork(int number) => _db.OfNumber(
        "SELECT slug, id, title FROM works WHERE number = $1", number, r => new WorkName(r.Text(0)!, r.Text(1)!, r.Text(2)!))!;
}

/// <summary>What lists show of a clause, its text where the database has it: valid until it is disposed.</summary>
internal readonly ref struct ShownClause(Database.HeldRow row, Database.HeldRow text)
{
    private readonly Database.HeldRow _row = row;
    private readonly Database.HeldRow _text = text;

    /// <summary>Its row.</summary>
    public required int Number { get; init; }

    /// <summary>The row of its document.</summary>
    public required int Document { get; init; }

    /// <summary>Its label.</summary>
    public required RecentLabels.Label Label { get; init; }

    /// <summary>What is stored beside the label for its slug, UTF-8: see <see cref="LabelSlugs.Whole"/>.</summary>
    public required ReadOnlySpan<byte> SlugEnd { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The whole text, UTF-8.</summary>
    public required ReadOnlySpan<byte> Text { get; init; }

    /// <summary>Its language, where it has not that of its document.</summary>
    public required string? Language { get; init; }

    /// <summary>How many edges cite it.</summary>
    public required int CitedBy { get; init; }

    /// <summary>Lets the rows go.</summary>
    public void Dispose()
    {
        _text.Dispose();
        _row.Dispose();
    }
}

/// <summary>What lists show of a document, and which edges its clauses make: those from the first to the last, by their rows.</summary>
internal sealed record ShownDocument(WorkName Name, string? Date, string? Organ, string Kind, string Language, int FirstEdge, int LastEdge);
