using System.Collections.Immutable;

namespace Search.Graph;

/// <summary>What contradicts the order of time in a graph.</summary>
/// <param name="ForwardReferences">Edges whose source is certainly older than its target: a wrong date or a wrong link. The first by number.</param>
/// <param name="ForwardReferenceCount">All of them.</param>
/// <param name="Cycles">Groups of two or more works that all lead to each other through citations, largest first. As many as asked for.</param>
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
    /// <summary>Everything that contradicts the order of time, at the cost of a pass over the graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="filter">Which citations.</param>
    /// <param name="limit">How many edges and how many groups to name at most; all are counted.</param>
    public static TimeReport CheckTime(this CitationGraph graph, EdgeFilter? filter = null, int limit = 1000)
    {
        ArgumentNullException.ThrowIfNull(graph);
        filter ??= EdgeFilter.All;
        var forward = ImmutableArray.CreateBuilder<int>();
        var (forwardCount, selfCitations, undated) = (0, 0, 0);
        for (var edge = 0; edge < graph.EdgeCount; edge++)
        {
            var (source, target) = (graph.Source(edge), graph.Target(edge));
            var isForward = GraphDates.IsCertainlyBefore(graph.Date(source), graph.Date(target));
            if ((!isForward && source != target) || !filter.Passes(graph, edge)) continue;
            if (source == target) selfCitations++;
            if (!isForward) continue;
            forwardCount++;
            if (forward.Count < limit) forward.Add(edge);
        }
        for (var node = 0; node < graph.NodeCount; node++)
            if (graph.Date(node) == 0) undated++;
        var cycles = new CycleSearch(graph, filter).Run();
        return new TimeReport(
            forward.DrainToImmutable(),
            forwardCount,
            [.. cycles.OrderByDescending(c => c.Length).ThenBy(c => c[0]).Take(limit)],
            cycles.Count,
            selfCitations,
            undated);
    }
}

/// <summary>Tarjan's strongly connected components, with a stack of its own: a chain of a million works is no deeper than one of two.</summary>
internal sealed class CycleSearch(CitationGraph graph, EdgeFilter filter)
{
    private readonly int[] index = new int[graph.NodeCount];
    private readonly int[] low = new int[graph.NodeCount];
    private readonly Stack<int> open = new();
    private readonly Stack<(int Node, int At)> calls = new();
    private readonly List<ImmutableArray<int>> found = [];
    private readonly bool all = filter.IsAll;
    private int next = 1;

    /// <summary>The components of two or more works, each sorted.</summary>
    public List<ImmutableArray<int>> Run()
    {
        for (var node = 0; node < graph.NodeCount; node++)
        {
            if (index[node] != 0) continue;
            Enter(node);
            while (calls.TryPop(out var call)) Continue(call.Node, call.At);
        }
        return found;
    }

    private void Enter(int node)
    {
        index[node] = low[node] = next++;
        open.Push(node);
        calls.Push((node, 0));
    }

    private void Continue(int node, int at)
    {
        var row = graph.Cites(node);
        for (; at < row.Count; at++)
        {
            var target = graph.Target(row[at]);
            if (!all && !filter.Passes(graph, row[at])) continue;
            if (index[target] == 0)
            {
                // The same edge is looked at again on return, when the target has its final number.
                calls.Push((node, at));
                Enter(target);
                return;
            }
            low[node] = Math.Min(low[node], low[target]);
        }
        if (low[node] == index[node]) Close(node);
    }

    private void Close(int node)
    {
        var component = ImmutableArray.CreateBuilder<int>();
        int member;
        do
        {
            member = open.Pop();
            low[member] = int.MaxValue;
            component.Add(member);
        }
        while (member != node);
        if (component.Count < 2) return;
        component.Sort();
        found.Add(component.DrainToImmutable());
    }
}
