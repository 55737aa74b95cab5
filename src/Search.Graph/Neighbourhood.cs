using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Search.Graph.Storage;

namespace Search.Graph;

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

    /// <summary>
    /// What the whole question may look at, from the first step to the last citation among the works shown: rows opened (a work has two)
    /// and citations in them; no more than eight million. At least half of it is kept for the citations among the works shown.
    /// </summary>
    public int MaxWork { get; init; } = 200_000;

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
    private const int LinksShift = 8;

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
        ArgumentOutOfRangeException.ThrowIfNegative(limits.MaxWork, nameof(limits));
        using var reached = graph.RentTally();
        foreach (var work in works) reached.Set(graph.Checked(work), Reached(0));
        var (finished, spent) = Walk(graph, limits, reached);

        var shown = Choose(graph, limits.MaxNodes, reached);
        var nodes = ImmutableArray.CreateBuilder<Neighbour>(shown.Count);
        foreach (var node in shown) nodes.Add(new Neighbour(node, Depth(reached[node]), Links(reached[node])));
        var cutNodes = shown.Count < reached.Count || !finished
            ? new Truncation(shown.Count < reached.Count
                ? TruncationReason.Nodes
                : TruncationReason.Work, shown.Count, reached.Count, finished)
            : null;

        reached.Clear();
        foreach (var node in shown) reached.Set(node, 1);
        var (edges, total, complete) = EdgesAmong(graph, CollectionsMarshal.AsSpan(shown), reached, limits, limits.MaxWork - spent);
        var cutEdges = edges.Count < total || !complete
            ? new Truncation(edges.Count < total ? TruncationReason.Edges : TruncationReason.Work, edges.Count, total, complete)
            : null;
        edges.Sort();
        return new Neighbourhood(nodes.DrainToImmutable(), [.. edges], cutNodes, cutEdges);
    }

    // What is known of a work on the way is one number, one visit to memory: links × 256 + depth + 1.
    private static int Reached(int depth) => depth + 1;

    // 255, more than any depth, where nothing was reached.
    private static int Depth(int reached) => (reached - 1) & 255;

    private static int Links(int reached) => reached >>> LinksShift;

    /// <summary>
    /// Breadth first. Before each depth its cost is known: one that cannot be afforded as a whole is the last, with its longest rows cut,
    /// or is left alone where there are works enough to show without it.
    /// </summary>
    /// <returns>Whether nothing was left out, and what was spent: no more than half of what is allowed.</returns>
    private static (bool Finished, int Spent) Walk(CitationGraph graph, NeighbourhoodLimits limits, NodeTally reached)
    {
        Span<int> room = stackalloc int[RowSweep.Room];
        var allowance = limits.MaxWork / 2;
        var spent = 0;
        for (int depth = 1, from = 0; depth <= limits.Depth && from < reached.Count; depth++)
        {
            var frontier = reached.Touched[from..];
            from = reached.Count;
            var share = WorkBudget.Of(graph, limits.Direction, frontier, allowance - spent);
            if (!share.IsWhole && reached.Count >= limits.MaxNodes) return (false, spent);
            spent += share.Cost;
            foreach (var direction in (ReadOnlySpan<CitationDirection>)[CitationDirection.Cites, CitationDirection.CitedBy])
                if (limits.Direction.HasFlag(direction))
                    Step(graph, limits.Filter, reached, new RowSweep(graph, direction, frontier[..share.Rows], share.MostOfRow, room),
                        depth);
            if (!share.IsWhole) return (false, spent);
        }
        return (true, spent);
    }

    private static void Step(CitationGraph graph, EdgeFilter filter, NodeTally reached, RowSweep sweep, int depth)
    {
        var all = filter.IsAll;
        while (sweep.Next())
        {
            reached.Look(sweep.Far, sweep.Answers);
            foreach (ref var answer in sweep.Answers) answer = Depth(answer);
            sweep.KeepAnswers(depth, int.MaxValue);
            if (!all) filter.Sift(graph, ref sweep);
            foreach (var node in sweep.Far) reached.Set(node, Math.Max(reached[node], Reached(depth)) + (1 << LinksShift));
        }
    }

    private static List<int> Choose(CitationGraph graph, int maxNodes, NodeTally reached)
    {
        var chosen = new List<int>(Math.Min(maxNodes, reached.Count));
        for (int from = 0, to; from < reached.Count && chosen.Count < maxNodes; from = to)
        {
            var depth = Depth(reached[reached.TouchedAt(from)]);
            for (to = from + 1; to < reached.Count && Depth(reached[reached.TouchedAt(to)]) == depth;) to++;
            var level = reached.Touched[from..to];
            if (depth == 0)
            {
                chosen.AddRange(level[..Math.Min(level.Length, maxNodes)]);
                continue;
            }
            var top = new TopNodes(maxNodes - chosen.Count);
            var fewest = reached.Threshold(level, maxNodes - chosen.Count, LinksShift);
            foreach (var node in level)
                if (Links(reached[node]) is var links && links >= fewest)
                    top.Offer(((ulong)(uint)links << 32) | (uint)graph.CitedByCount(node), node);
            chosen.AddRange(top.Take());
        }
        return chosen;
    }

    private static (List<int> Edges, int Total, bool Complete) EdgesAmong(
        CitationGraph graph, ReadOnlySpan<int> works, NodeTally chosen, NeighbourhoodLimits limits, int allowance)
    {
        var found = new List<int>();
        var total = 0;
        var all = limits.Filter.IsAll;
        var share = WorkBudget.Of(graph, CitationDirection.Cites, works, allowance);
        var sweep = new RowSweep(graph, CitationDirection.Cites, works[..share.Rows], share.MostOfRow, stackalloc int[RowSweep.Room]);
        while (sweep.Next())
        {
            chosen.Look(sweep.Far, sweep.Answers);
            sweep.KeepAnswers(1, 1);
            if (!all) limits.Filter.Sift(graph, ref sweep);
            total += sweep.Count;
            found.AddRange(sweep.Edges[..Math.Min(sweep.Count, limits.MaxEdges - found.Count)]);
        }
        return (found, total, share.IsWhole);
    }
}
