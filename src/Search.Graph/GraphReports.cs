using System.Collections.Immutable;
using QuikGraph.Algorithms.ConnectedComponents;

namespace Search.Graph;

/// <summary>What contradicts the order of time in a graph.</summary>
/// <param name="ForwardReferences">Edges whose source is certainly older than its target: a wrong date or a
/// wrong link. The first by number.</param>
/// <param name="ForwardReferenceCount">All of them.</param>
/// <param name="Cycles">Groups of two or more works that all lead to each other through citations, largest
/// first. As many as asked for.</param>
/// <param name="CycleCount">All of them.</param>
/// <param name="SelfCitations">Citations of a work by itself.</param>
/// <param name="UndatedNodes">Works without a date: no contradiction can be seen there.</param>
public sealed record TimeReport(
    ImmutableArray<int> ForwardReferences,
    int ForwardReferenceCount,
    ImmutableArray<ImmutableArray<int>> Cycles,
    int CycleCount,
    int SelfCitations,
    int UndatedNodes);

/// <summary>Looks through a whole graph for what should not be.</summary>
public static class GraphReports
{
    /// <summary>Everything that contradicts the order of time, at the cost of a few passes over the graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="limit">How many edges and how many groups to name at most; all are counted.</param>
    public static TimeReport CheckTime(this CitationGraph graph, int limit = 1000)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var forward = ImmutableArray.CreateBuilder<int>();
        var (forwardCount, selfCitations, undated) = (0, 0, 0);
        for (var edge = 0; edge < graph.EdgeCount; edge++)
        {
            var (source, target) = (graph.Source(edge), graph.Target(edge));
            if (source == target) selfCitations++;
            if (!GraphDates.IsCertainlyBefore(graph.Date(source), graph.Date(target))) continue;
            forwardCount++;
            if (forward.Count < limit) forward.Add(edge);
        }
        for (var node = 0; node < graph.NodeCount; node++)
            if (graph.Date(node) == 0) undated++;
        var cycles = Cycles(graph);
        return new TimeReport(
            forward.DrainToImmutable(),
            forwardCount,
            [.. cycles.OrderByDescending(c => c.Length).ThenBy(c => c[0]).Take(limit)],
            cycles.Count,
            selfCitations,
            undated);
    }

    /// <summary>The strongly connected components of two or more works, each in order of number.</summary>
    private static List<ImmutableArray<int>> Cycles(CitationGraph graph)
    {
        var search = new StronglyConnectedComponentsAlgorithm<int, NumberedEdge>(graph.AsQuikGraph());
        search.Compute();
        var sizes = new int[search.ComponentCount];
        for (var node = 0; node < graph.NodeCount; node++) sizes[search.Components[node]]++;
        var groups = new ImmutableArray<int>.Builder?[search.ComponentCount];
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var component = search.Components[node];
            if (sizes[component] > 1) (groups[component] ??= ImmutableArray.CreateBuilder<int>(sizes[component])).Add(node);
        }
        return [.. groups.OfType<ImmutableArray<int>.Builder>().Select(g => g.MoveToImmutable())];
    }
}
