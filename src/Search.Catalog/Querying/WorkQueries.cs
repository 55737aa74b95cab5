using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Search.Catalog.Building;

namespace Search.Catalog.Querying;

/// <summary>Works, their relations, and the edges between them, out of the tables.</summary>
internal sealed class WorkQueries(Database db)
{
    private const string Summary = "SELECT w.slug, w.id, w.title, w.kind, w.adopted, w.document IS NOT NULL, w.cited_by, w.cites, w.number, w.articles FROM works w";

    // A part counts as its whole along these, from the part to the whole.
    private const string WithParts =
        "WITH RECURSIVE parts(number) AS (SELECT number FROM works WHERE slug = $1"
        + " UNION SELECT r.source FROM relations r JOIN parts p ON r.target = p.number WHERE r.kind IN ('annexed-to', 'part-of', 'same-as')"
        + " UNION SELECT r.target FROM relations r JOIN parts p ON r.source = p.number WHERE r.kind = 'same-as')";

    public bool Exists(string slug) => db.First("SELECT 1 FROM works WHERE slug = $1", r => r.GetInt32(0), slug) == 1;

    public WorkDetails? Details(string slug)
    {
        var found = db.First(Summary + " WHERE w.slug = $1", r => (Summary: ReadSummary(r), Number: r.GetInt32(8), Articles: r.Number(9)), slug);
        if (found.Summary is null) return null;
        var names = db.Rows("SELECT name, kind FROM names WHERE work = $1 ORDER BY rowid", r => (Name: r.GetString(0), Kind: r.GetString(1)), found.Number);
        var relations = db.Rows(
            "SELECT r.kind, 1, w.slug, w.id, w.title FROM relations r JOIN works w ON w.number = r.target WHERE r.source = $1"
            + " UNION ALL SELECT r.kind, 0, w.slug, w.id, w.title FROM relations r JOIN works w ON w.number = r.source WHERE r.target = $1",
            r => new RelationDetails(r.GetString(0), r.GetInt32(1) == 1, new(r.GetString(2), r.GetString(3), r.GetString(4))), found.Number);
        var document = db.First("SELECT d.slug FROM documents d JOIN works w ON w.document = d.number WHERE w.number = $1", r => r.GetString(0), found.Number);
        var withParts = db.First(WithParts + " SELECT count(*) FROM edges WHERE work IN (SELECT number FROM parts)", r => r.GetInt32(0), slug);
        return new(found.Summary, withParts, Named("name"), Named("symbol"), Named("treaty-series"), found.Articles, relations, document);

        List<string> Named(string kind) => [.. names.Where(n => n.Kind == kind).Select(n => n.Name)];
    }

    public (int Total, List<WorkSummary> Page) List(string sort, bool? inCorpus, string? kind, int skip, int take)
    {
        var order = sort switch
        {
            "title" => "w.title COLLATE NOCASE, w.number",
            "date" => "w.adopted DESC, w.number",
            "cites" => "w.cites DESC, w.number",
            _ => "w.cited_by DESC, w.number",
        };
        const string where = " WHERE ($1 IS NULL OR (w.document IS NOT NULL) = $1) AND ($2 IS NULL OR w.kind = $2) AND (w.cited_by > 0 OR w.document IS NOT NULL OR $2 IS NOT NULL OR $1 IS NULL)";
        object? here = inCorpus is { } b ? (b ? 1 : 0) : null;
        var total = db.First("SELECT count(*) FROM works w" + where, r => r.GetInt32(0), here, kind);
        return (total, db.Rows($"{Summary}{where} ORDER BY {order} LIMIT $3 OFFSET $4", ReadSummary, here, kind, take, skip));
    }

    /// <summary>Works by number, in the order asked.</summary>
    public Dictionary<int, WorkSummary> ByNumber(IEnumerable<int> numbers) => db.Rows(
        Summary + " WHERE w.number IN (SELECT value FROM json_each($1))", r => (Number: r.GetInt32(8), Summary: ReadSummary(r)), JsonSerializer.Serialize(numbers))
        .ToDictionary(r => r.Number, r => r.Summary);

    /// <summary>Row number of a work, or null.</summary>
    public int? Number(string slug) => db.First("SELECT number FROM works WHERE slug = $1", r => (int?)r.GetInt32(0), slug);

    /// <summary>Rows of a work and, where asked, of its parts.</summary>
    public List<int> Numbers(string slug, bool parts) => parts
        ? db.Rows(WithParts + " SELECT number FROM parts", r => r.GetInt32(0), slug)
        : db.Rows("SELECT number FROM works WHERE slug = $1", r => r.GetInt32(0), slug);

    public EdgePage CitedBy(string slug, EdgeQuery query) => Edges("e.work", Numbers(slug, query.Parts), query);

    public EdgePage Cites(string slug, EdgeQuery query) => Edges("e.source", Numbers(slug, parts: false), query);

    /// <summary>Edges by number, with their quotes, in number order.</summary>
    public Dictionary<int, EdgeDetails> EdgesByNumber(IEnumerable<int> numbers) =>
        db.Rows(EdgeColumns + " WHERE e.number IN (SELECT value FROM json_each($1))", ReadEdge, JsonSerializer.Serialize(numbers)).ToDictionary(e => e.Number);

    private const string EdgeTables = " FROM edges e JOIN documents d ON d.number = e.document";

    private const string EdgeColumns =
        "SELECT e.number, s.slug, s.id, coalesce(d.title, s.title), d.slug || '/' || c.slug, c.label, c.kind, c.text, m.text, m.note, m.local_start, m.local_end,"
        + " w.slug, w.id, w.title, e.pinpoint, e.treatment, m.verb, e.place, d.date, d.organ, d.kind, m.evidence"
        + EdgeTables + " JOIN clauses c ON c.number = e.clause JOIN works s ON s.number = e.source JOIN works w ON w.number = e.work JOIN citations m ON m.number = e.citation";

    private EdgePage Edges(string end, List<int> works, EdgeQuery query)
    {
        var where = new StringBuilder($" WHERE {end} IN (SELECT value FROM json_each($1))");
        var values = new List<object?> { JsonSerializer.Serialize(works) };
        AnyOf("e.treatment", query.Treatments);
        AnyOf("e.place", query.Places);
        AnyOf("d.organ", query.Organs);
        AnyOf("d.kind", query.Kinds);
        Compare("d.date >= ", query.From);
        Compare("d.date <= ", query.To);
        if (query.Provision is { } provision)
        {
            values.Add(Provisions.Normal(provision));
            where.Append(CultureInfo.InvariantCulture, $" AND e.number IN (SELECT p.edge FROM provisions p WHERE p.provision = ${values.Count} AND p.edge = e.number)");
        }
        var filter = where.ToString();
        object?[] asked = [.. values];
        var total = db.First("SELECT count(*)" + EdgeTables + filter, r => r.GetInt32(0), asked);
        var order = query.NewestFirst ? " ORDER BY d.date DESC, e.number" : " ORDER BY d.date IS NULL, d.date, e.number";
        var page = query.Take == 0 ? [] : db.Rows($"{EdgeColumns}{filter}{order} LIMIT ${asked.Length + 1} OFFSET ${asked.Length + 2}", ReadEdge, [.. asked, query.Take, query.Skip]);
        return new(total, new(Count("e.treatment"), Count("e.place"), Count("d.organ"), Count("d.kind"), Count("substr(d.date, 1, 4)", byValue: true), ProvisionCounts()), page);

        void AnyOf(string column, IReadOnlyList<string> any)
        {
            if (any.Count == 0) return;
            values.Add(JsonSerializer.Serialize(any));
            where.Append(CultureInfo.InvariantCulture, $" AND {column} IN (SELECT value FROM json_each(${values.Count}))");
        }

        void Compare(string condition, string? value)
        {
            if (value is null) return;
            values.Add(value);
            where.Append(CultureInfo.InvariantCulture, $" AND {condition}${values.Count}");
        }

        List<ValueCount> Count(string column, bool byValue = false) => db.Rows(
            $"SELECT {column}, count(*){EdgeTables}{filter} AND {column} IS NOT NULL GROUP BY 1 ORDER BY {(byValue ? "1" : "2 DESC, 1")}",
            r => new ValueCount(r.GetString(0), r.GetInt32(1)), asked);

        List<ValueCount> ProvisionCounts() => db.Rows(
            $"SELECT q.provision, count(DISTINCT q.edge) FROM provisions q WHERE q.edge IN (SELECT e.number{EdgeTables}{filter}) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100",
            r => new ValueCount(r.GetString(0), r.GetInt32(1)), asked);
    }

    private static WorkSummary ReadSummary(SqliteDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Text(4), r.GetInt32(5) == 1, r.GetInt32(6), r.GetInt32(7));

    private static EdgeDetails ReadEdge(SqliteDataReader r)
    {
        var inNote = !r.IsDBNull(9);
        return new(
            r.GetInt32(0), new(r.GetString(1), r.GetString(2), r.GetString(3)), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8),
            inNote ? null : r.GetInt32(10), inNote ? null : r.GetInt32(11), new(r.GetString(12), r.GetString(13), r.GetString(14)), r.GetString(15), r.GetString(16),
            r.Text(17), r.GetString(18), r.Text(19), r.Text(20), r.GetString(21), r.GetString(22));
    }
}
