using System.Collections.Immutable;
using Search.Citations.Graph.Storage;

namespace Search.Citations.Graph;

/// <summary>How far around a work to look.</summary>
public sealed record NeighbourhoodLimits
{
    /// <summary>Steps from the nearest of the works asked about; no more than 250.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Which way the steps go.</summary>
    public CitationDirection Direction { get; init; } = CitationDirection.Both;

    /// <summary>Works in the answer at most, those asked about included.</summary>
    public int MaxNodes { get; init; } = 200;

    /// <summary>Citations in the answer at most.</summary>
    public int MaxEdges { get; init; } = 5_000;

    /// <summary>Citations looked at on the way at most; no more than eight million.</summary>
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
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limits.Depth, 250, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limits.MaxWork, 8_000_000, nameof(limits));
        using var reached = graph.RentTally();
        foreach (var work in works) reached.Set(graph.Checked(work), Reached(0));
        var finished = Walk(graph, limits, reached);

        var shown = Choose(graph, limits.MaxNodes, reached);
        var nodes = ImmutableArray.CreateBuilder<Neighbour>(shown.Count);
        foreach (var node in shown) nodes.Add(new Neighbour(node, Depth(reached[node]), Links(reached[node])));
        var cutNodes = shown.Count < reached.Count || !finished
            ? new Truncation(shown.Count < reached.Count ? TruncationReason.Nodes : TruncationReason.Work, shown.Count, reached.Count, finished)
            : null;

        reached.Clear();
        foreach (var node in shown) reached.Set(node, 1);
        var (edges, total, complete) = EdgesAmong(graph, shown, reached, limits);
        var cutEdges = edges.Count < total || !complete
            ? new Truncation(edges.Count < total ? TruncationReason.Edges : TruncationReason.Work, edges.Count, total, complete)
            : null;
        edges.Sort();
        return new Neighbourhood(nodes.DrainToImmutable(), [.. edges], cutNodes, cutEdges);
    }

    // What is known of a work on the way is one number, one visit to memory: links × 256 + depth + 1.
    private static int Reached(int depth) => depth + 1;

    private static int Depth(int reached) => (reached & 255) - 1;

    private static int Links(int reached) => reached >>> 8;

    /// <summary>Breadth first; false when the work ran out.</summary>
    private static bool Walk(CitationGraph graph, NeighbourhoodLimits limits, NodeTally reached)
    {
        var work = 0;
        var next = 0;
        for (var depth = 1; depth <= limits.Depth && next < reached.Count; depth++)
            for (var end = reached.Count; next < end; next++)
            {
                var node = reached.TouchedAt(next);
                if (limits.Direction.HasFlag(CitationDirection.Cites) && !Step(graph, limits, reached, CitationDirection.Cites, node, depth, ref work)) return false;
                if (limits.Direction.HasFlag(CitationDirection.CitedBy) && !Step(graph, limits, reached, CitationDirection.CitedBy, node, depth, ref work)) return false;
            }
        return true;
    }

    /// <summary>Goes along one row. The far ends of several edges are asked for together, because each is somewhere else in memory.</summary>
    private static bool Step(CitationGraph graph, NeighbourhoodLimits limits, NodeTally reached, CitationDirection direction, int node, int depth, ref int work)
    {
        const int Together = 32;
        Span<int> edges = stackalloc int[Together];
        Span<int> ends = stackalloc int[Together];
        var all = limits.Filter.IsAll;
        var row = graph.Row(node, direction);
        for (var from = 0; from < row.Count; from += Together)
        {
            var count = Math.Min(Math.Min(Together, row.Count - from), limits.MaxWork - work);
            for (var i = 0; i < count; i++) edges[i] = row[from + i];
            for (var i = 0; i < count; i++) ends[i] = graph.FarEnd(edges[i], direction);
            for (var i = 0; i < count; i++)
            {
                var known = reached[ends[i]];
                if (known != 0 && Depth(known) < depth) continue;
                if (!all && !limits.Filter.Passes(graph, edges[i])) continue;
                reached.Set(ends[i], (known == 0 ? Reached(depth) : known) + 256);
            }
            work += count;
            if (work == limits.MaxWork && from + count < row.Count) return false;
        }
        return true;
    }

    private static List<int> Choose(CitationGraph graph, int maxNodes, NodeTally reached)
    {
        var chosen = new List<int>(Math.Min(maxNodes, reached.Count));
        for (int from = 0, to; from < reached.Count && chosen.Count < maxNodes; from = to)
        {
            var depth = Depth(reached[reached.TouchedAt(from)]);
            var top = new TopNodes(maxNodes - chosen.Count);
            for (to = from; to < reached.Count && Depth(reached[reached.TouchedAt(to)]) == depth; to++)
            {
                var node = reached.TouchedAt(to);
                if (depth == 0 && chosen.Count < maxNodes) chosen.Add(node);
                else if (depth > 0) top.Offer(((ulong)(uint)Links(reached[node]) << 32) | (uint)graph.CitedByCount(node), node);
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
