using Microsoft.Data.Sqlite;
using Search.Catalog.Querying.Reuse;
using Search.Graph.Exports;

namespace Search.Catalog.Querying;

/// <summary>The graph, or a part of it, as files that other programs read. Rows are streamed: the memory taken
/// does not grow with the graph.</summary>
internal sealed class GraphExport(Database db, WorkQueries works)
{
    // Parts are nodes of their own: each has the counts of itself.
    private readonly Lazy<string> _counts = new(() =>
        string.Join(", ", new[] { "cited_by", "cites" }.Select(c => db.OptionalColumns("works", "w", c + "_itself") is "NULL"
            ? "w." + c
            : $"w.{c}_itself")));

    /// <summary>The documents and repetitions that the query admits; they are read as they are gone through.</summary>
    public ExportGraph OfReuse(ReuseEdges reuse, ReuseQuery query, string generation)
    {
        var (edges, documents) = reuse.Fitting(query);
        return new(
            $"Clausegraph {generation}: reuse",
            db.Stream(NodeColumns
                + " WHERE d.number IN (SELECT value FROM json_each($1)) ORDER BY w.number", Node,
                System.Text.Json.JsonSerializer.Serialize(documents)),
            edges.Select(e => new ExportEdge
            {
                Id = e.Number,
                Source = e.Clause.Document,
                Target = e.Source.Document,
                Treatment = "repeats",
                Place = e.Kind,
                Pinpoint = e.Source.Label,
                Date = e.Clause.Date,
                Clause = e.Clause.Id,
                Overlap = e.Source.Overlap,
                Cited = e.Source.Cited,
            }))
        { Relation = ExportRelation.Repeats };
    }

    /// <summary>The works and edges that the query admits; they are read as they are gone through.</summary>
    public ExportGraph Of(ExportQuery query, string generation)
    {
        var conditions = new EdgeConditions(query, db);
        if (query.Work is { } work)
            conditions.Around(cited: query.Direction == "cites"
                ? []
                : works.Numbers(work, query.Parts), citing: query.Direction == "cited-by" ? [] : works.Numbers(work, query.Parts));
        var (edges, values) = (conditions.Where, conditions.Values);
        var nodes =
            $"WITH chosen AS (SELECT e.source AS s, e.work AS t FROM edges e JOIN documents d ON d.number = e.document{edges})"
            + NodeColumns + " WHERE w.number IN (SELECT s FROM chosen UNION SELECT t FROM chosen) ORDER BY w.number";
        var rows =
            "SELECT e.number, s.slug, w.slug, e.treatment, e.pinpoint, e.place, d.date, d.slug || '/' || c.slug, c.text FROM edges e JOIN documents d ON d.number = e.document"
            + $" JOIN clauses c ON c.number = e.clause JOIN works s ON s.number = e.source JOIN works w ON w.number = e.work{edges} ORDER BY e.number";
        return new(
            $"Clausegraph {generation}",
            Rows(nodes, Node),
            Rows(rows, r => new ExportEdge
            {
                Id = r.GetInt32(0),
                Source = r.GetString(1),
                Target = r.GetString(2),
                Treatment = r.GetString(3),
                Place = r.GetString(5),
                Pinpoint = r.GetString(4) is { Length: > 0 } pinpoint ? pinpoint : null,
                Date = r.Text(6),
                Clause = r.GetString(7),
                Quote = query.Quotes ? r.GetString(8) : null,
            }));

        IEnumerable<T> Rows<T>(string sql, Func<SqliteDataReader, T> read) => db.Stream(sql, read, values);
    }

    private string NodeColumns =>
        " SELECT w.slug, w.id, w.title, w.kind, d.organ, w.adopted, w.document IS NOT NULL, " + _counts.Value
            + " FROM works w LEFT JOIN documents d ON d.work = w.number";

    private static ExportNode Node(SqliteDataReader r) => new()
    {
        Id = r.GetString(0),
        Name = r.GetString(1),
        Title = r.GetString(2),
        Kind = r.GetString(3),
        Organ = r.Text(4),
        Date = r.Text(5),
        InCorpus = r.GetInt32(6) == 1,
        CitedBy = r.GetInt32(7),
        Cites = r.GetInt32(8),
    };
}
