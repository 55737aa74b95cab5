using System.Collections.Immutable;
using Search.Citations.Graph.Storage;

namespace Search.Citations.Graph;

/// <summary>How far around a work to look.</summary>
public sealed record NeighbourhoodLimits
{
    /// <summary>Steps from the nearest of the works asked about.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Which way the steps go.</summary>
    public CitationDirection Direction { get; init; } = CitationDirection.Both;

    /// <summary>Works in the answer at most, those asked about included.</summary>
    public int MaxNodes { get; init; } = 200;

    /// <summary>Citations in the answer at most.</summary>
    public int MaxEdges { get; init; } = 5_000;

    /// <summary>Citations looked at on the way at most.</summary>
    public int MaxWork { get; init; } = 100_000;

    /// <summary>Which citations are followed and shown.</summary>
    public EdgeFilter Filter { get; init; } = EdgeFilter.All;
}

/// <summary>A work near others.</summary>
/// <param name="Node">The work.</param>
/// <param name="Depth">Steps from the nearest work asked about, which have 0.</param>
/// <param name="Links">Citations that join it to works one step nearer.</param>
public readonly record struct Neighbour(int Node, int Depth, int Links);

/// <summary>The works around some works, and the citations among all of them.</summary>
/// <param name="Nodes">The works asked about, then the others by depth; within a depth those with most links first.</param>
/// <param name="Edges">Edges between works of the answer, by number.</param>
/// <param name="CutNodes">Null when all works within the depth are there.</param>
/// <param name="CutEdges">Null when all citations among the works shown are there.</param>
public sealed record Neighbourhood(ImmutableArray<Neighbour> Nodes, ImmutableArray<int> Edges, Truncation? CutNodes, Truncation? CutEdges);

/// <summary>Finds what lies around works.</summary>
public static class Neighbourhoods
{
    /// <summary>
    /// The works within some steps of the given ones (a work and its parts, say). Where there are more than may be shown,
    /// nearer ones go before farther ones, then those joined by more citations, then the more cited.
    /// With one direction these are the ancestors (<see cref="CitationDirection.Cites"/>) or the descendants.
    /// </summary>
    public static Neighbourhood Around(this CitationGraph graph, ReadOnlySpan<int> works, NeighbourhoodLimits limits)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(limits);
        using var depths = graph.RentTally();
        using var links = graph.RentTally();
        foreach (var work in works) depths.Set(graph.Checked(work), 1);
        var finished = Walk(graph, limits, depths, links);

        var shown = Choose(graph, limits.MaxNodes, depths, links);
        var nodes = ImmutableArray.CreateBuilder<Neighbour>(shown.Count);
        foreach (var node in shown) nodes.Add(new Neighbour(node, depths[node] - 1, links[node]));
        var cutNodes = shown.Count < depths.Count || !finished
            ? new Truncation(shown.Count < depths.Count ? TruncationReason.Nodes : TruncationReason.Work, shown.Count, depths.Count, finished)
            : null;

        links.Clear();
        foreach (var node in shown) links.Set(node, 1);
        var (edges, total, complete) = EdgesAmong(graph, shown, links, limits);
        var cutEdges = edges.Count < total || !complete
            ? new Truncation(edges.Count < total ? TruncationReason.Edges : TruncationReason.Work, edges.Count, total, complete)
            : null;
        edges.Sort();
        return new Neighbourhood(nodes.DrainToImmutable(), [.. edges], cutNodes, cutEdges);
    }

    /// <summary>Breadth first; a node's number in <paramref name="depths"/> is its depth plus one. False when the work ran out.</summary>
    private static bool Walk(CitationGraph graph, NeighbourhoodLimits limits, NodeTally depths, NodeTally links)
    {
        var work = 0;
        var next = 0;
        for (var depth = 1; depth <= limits.Depth && next < depths.Count; depth++)
            for (var end = depths.Count; next < end; next++)
            {
                var node = depths.TouchedAt(next);
                if (limits.Direction.HasFlag(CitationDirection.Cites) && !Step(CitationDirection.Cites, node, depth)) return false;
                if (limits.Direction.HasFlag(CitationDirection.CitedBy) && !Step(CitationDirection.CitedBy, node, depth)) return false;
            }
        return true;

        bool Step(CitationDirection direction, int node, int depth)
        {
            var all = limits.Filter.IsAll;
            foreach (var edge in graph.Row(node, direction))
            {
                if (work++ == limits.MaxWork) return false;
                var far = graph.FarEnd(edge, direction);
                if (depths[far] is not 0 and var known && known <= depth) continue;
                if (!all && !limits.Filter.Passes(graph, edge)) continue;
                depths.Set(far, depth + 1);
                links.Increment(far);
            }
            return true;
        }
    }

    private static List<int> Choose(CitationGraph graph, int maxNodes, NodeTally depths, NodeTally links)
    {
        var chosen = new List<int>(Math.Min(maxNodes, depths.Count));
        for (int from = 0, to; from < depths.Count && chosen.Count < maxNodes; from = to)
        {
            var depth = depths[depths.TouchedAt(from)];
            var top = new TopNodes(maxNodes - chosen.Count);
            for (to = from; to < depths.Count && depths[depths.TouchedAt(to)] == depth; to++)
            {
                var node = depths.TouchedAt(to);
                if (depth == 1 && chosen.Count < maxNodes) chosen.Add(node);
                else if (depth > 1) top.Offer(((ulong)(uint)links[node] << 32) | (uint)graph.CitedByCount(node), node);
            }
            chosen.AddRange(top.Take());
        }
        return chosen;
    }

    private static (List<int> Edges, int Total, bool Complete) EdgesAmong(CitationGraph graph, List<int> nodes, NodeTally chosen, NeighbourhoodLimits limits)
    {
        var edges = new List<int>();
        var (total, work) = (0, 0);
        var all = limits.Filter.IsAll;
        foreach (var node in nodes)
            foreach (var edge in graph.Cites(node))
            {
                if (work++ == limits.MaxWork) return (edges, total, false);
                if (chosen[graph.Target(edge)] == 0 || (!all && !limits.Filter.Passes(graph, edge))) continue;
                total++;
                if (edges.Count < limits.MaxEdges) edges.Add(edge);
            }
        return (edges, total, true);
    }
}
