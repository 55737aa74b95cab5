using Search.Citations;
using Search.Graph;

namespace Search.Catalog.Building;

/// <summary>The edges of the documents whose rows a build keeps: what is counted over all documents is counted from them again.</summary>
internal static class KeptRows
{
    private const string Edges =
        "SELECT document, source, clause, work, pinpoint <> '', treatment_code, place_code FROM edges ORDER BY number";

    /// <summary>Gives each document with its edges, in the order of the documents; those without edges are left out.</summary>
    /// <param name="db">The rows.</param>
    /// <param name="give">Takes the number of a document and its edges.</param>
    public static void EachDocument(DatabaseWriter db, Action<int, IReadOnlyList<KeptEdge>> give)
    {
        var (number, edges) = (0, new List<KeptEdge>());
        db.Read(Edges, r =>
        {
            if (r.GetInt32(0) is var document && document != number)
            {
                if (edges.Count > 0) give(number, edges);
                edges.Clear();
                number = document;
            }
            edges.Add(new(r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4) != 0, (Treatment)r.GetInt32(5), r.GetInt32(6)));
        });
        if (edges.Count > 0) give(number, edges);
    }

    /// <summary>Adds the edges of a document to the graph.</summary>
    public static void AddTo(CitationGraphBuilder graph, IReadOnlyList<KeptEdge> edges)
    {
        var cited = edges.Select(e => (e.Clause, e.Work)).Distinct().CountBy(e => e.Clause).ToDictionary();
        foreach (var edge in edges)
            graph.AddEdge(new(edge.Source
                - 1, edge.Work - 1, (int)edge.Treatment, edge.Place, edge.Clause, edge.HasPinpoint, cited[edge.Clause]));
    }

    /// <summary>How often each provision of a work is cited, as rows were written.</summary>
    public static IReadOnlyList<(int Work, string Provision, int Count)> Provisions(DatabaseWriter db)
    {
        var provisions = new List<(int, string, int)>();
        db.Read(
            "SELECT work, provision, count(*) FROM provisions GROUP BY 1, 2",
            r => provisions.Add((r.GetInt32(0), r.GetString(1), r.GetInt32(2))));
        return provisions;
    }
}

/// <summary>An edge as it was written; works and clauses by their numbers.</summary>
internal readonly record struct KeptEdge(int Source, int Clause, int Work, bool HasPinpoint, Treatment Treatment, int Place);
