using Search.Citations;
using Search.Graph;

namespace Search.Catalog.Building;

/// <summary>The edges of documents whose rows are written: what is counted over all documents is counted from them again.</summary>
internal sealed class KeptRows
{
    private const string EdgeRows =
        "SELECT document, source, clause, work, pinpoint <> '', treatment_code, place_code FROM edges ORDER BY number";

    private readonly List<(int Document, KeptEdge[] Edges)> _edges = [];
    private readonly Dictionary<(int Work, string Provision), int> _provisions = [];

    /// <summary>The edges of each document by its number, in the order of the documents; those without edges are left out.</summary>
    public IReadOnlyList<(int Document, KeptEdge[] Edges)> Edges => _edges;

    /// <summary>How often each provision of a work is cited.</summary>
    public IReadOnlyDictionary<(int Work, string Provision), int> Provisions => _provisions;

    /// <summary>Reads the rows.</summary>
    public static KeptRows Read(DatabaseWriter db)
    {
        var rows = new KeptRows();
        var (number, edges) = (0, new List<KeptEdge>());
        db.Read(EdgeRows, r =>
        {
            if (r.GetInt32(0) is var document && document != number)
            {
                rows.Add(number, edges);
                edges.Clear();
                number = document;
            }
            edges.Add(new(r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4) != 0, (Treatment)r.GetInt32(5), r.GetInt32(6)));
        });
        rows.Add(number, edges);
        db.Read(
            "SELECT work, provision, count(*) FROM provisions GROUP BY 1, 2",
            r => rows._provisions.Add((r.GetInt32(0), r.GetString(1)), r.GetInt32(2)));
        return rows;
    }

    /// <summary>Adds a document.</summary>
    public void Add(int document, IReadOnlyCollection<KeptEdge> edges)
    {
        if (edges.Count > 0) _edges.Add((document, [.. edges]));
    }

    /// <summary>Adds a citation of a provision.</summary>
    public void AddProvision(int work, string provision) =>
        _provisions[(work, provision)] = _provisions.GetValueOrDefault((work, provision)) + 1;

    /// <summary>Adds the edges of a document to the graph.</summary>
    public static void AddTo(CitationGraphBuilder graph, IReadOnlyList<KeptEdge> edges)
    {
        var cited = edges.Select(e => (e.Clause, e.Work)).Distinct().CountBy(e => e.Clause).ToDictionary();
        foreach (var edge in edges)
            graph.AddEdge(new(edge.Source
                - 1, edge.Work - 1, (int)edge.Treatment, edge.Place, edge.Clause, edge.HasPinpoint, cited[edge.Clause]));
    }
}

/// <summary>An edge as it was written; works and clauses by their numbers.</summary>
internal readonly record struct KeptEdge(int Source, int Clause, int Work, bool HasPinpoint, Treatment Treatment, int Place);
