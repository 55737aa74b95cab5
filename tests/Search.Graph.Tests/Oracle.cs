using QuikGraph;
using QuikGraph.Algorithms.Observers;
using QuikGraph.Algorithms.Ranking;
using QuikGraph.Algorithms.Search;
using QuikGraph.Algorithms.ShortestPath;

namespace Search.Graph.Tests;

/// <summary>What QuikGraph's algorithms answer about some of the edges of a graph, copied into its own structures.</summary>
internal static class Oracle
{
    /// <summary>How far from a work others are, in citations, as far as a depth.</summary>
    public static Dictionary<int, int> Depths(RandomGraph g, int work, NeighbourhoodLimits limits)
    {
        var graph = new BidirectionalGraph<int, SEdge<int>>();
        graph.AddVertexRange(Enumerable.Range(0, g.Nodes));
        foreach (var e in Enumerable.Range(0, g.Edges.Count).Where(e => g.Passes(limits.Filter, e)))
        {
            var (source, target) = (g.Edges[e].Source, g.Edges[e].Target);
            if (limits.Direction.HasFlag(CitationDirection.Cites)) graph.AddEdge(new SEdge<int>(source, target));
            if (limits.Direction.HasFlag(CitationDirection.CitedBy)) graph.AddEdge(new SEdge<int>(target, source));
        }
        var search = new BreadthFirstSearchAlgorithm<int, SEdge<int>>(graph);
        var distances = new VertexDistanceRecorderObserver<int, SEdge<int>>(_ => 1);
        using (distances.Attach(search)) search.Compute(work);
        var depths = distances.Distances.Where(d => d.Value <= limits.Depth).ToDictionary(d => d.Key, d => (int)d.Value);
        depths[work] = 0;
        return depths;
    }

    /// <summary>The shortest chains of works between two, no work twice in one: that many, or all there are.</summary>
    public static List<int[]> Chains(RandomGraph g, int from, int to, int count, ChainLimits limits)
    {
        var graph = new AdjacencyGraph<int, EquatableTaggedEdge<int, double>>(allowParallelEdges: false);
        graph.AddVertexRange(Enumerable.Range(0, g.Nodes));
        foreach (var e in Enumerable.Range(0, g.Edges.Count)
            .Where(e => g.Passes(limits.Filter, e) && (!limits.TimeRespecting || GoesBack(g, g.Edges[e], from, to))))
            if (g.Edges[e].Source != g.Edges[e].Target)
                graph.AddEdge(new EquatableTaggedEdge<int, double>(g.Edges[e].Source, g.Edges[e].Target, 1));
        try
        {
            return [.. new YenShortestPathsAlgorithm<int>(graph, from, to, count).Execute()
                .Select(p => p.Select(e => e.Source).Append(to).ToArray())];
        }
        catch (NoPathFoundException)
        {
            return [];
        }
    }

    /// <summary>PageRank, scaled to a sum of 1.</summary>
    public static double[] PageRank(RandomGraph g, double damping)
    {
        var graph = new BidirectionalGraph<int, SEquatableEdge<int>>(allowParallelEdges: true);
        graph.AddVertexRange(Enumerable.Range(0, g.Nodes));
        foreach (var edge in g.Edges) graph.AddEdge(new SEquatableEdge<int>(edge.Source, edge.Target));
        var ranking = new PageRankAlgorithm<int, SEquatableEdge<int>>(graph)
        {
            Damping = damping,
            Tolerance = 1e-12,
            MaxIterations = 10_000
        };
        ranking.Compute();
        var sum = ranking.Ranks.Values.Sum();
        return [.. Enumerable.Range(0, g.Nodes).Select(n => ranking.Ranks[n] / sum)];
    }

    private static bool GoesBack(RandomGraph g, in GraphEdge edge, int from, int to)
    {
        var (source, target) = (g.Dates[edge.Source], g.Dates[edge.Target]);
        if (source == 0) return edge.Source == from && (target != 0 || edge.Target == to);
        return target == 0 ? edge.Target == to : target <= source;
    }
}
