using System.Collections.Immutable;
using Search.Graph.Storage;

namespace Search.Graph;

/// <summary>What makes two works related.</summary>
public enum Relatedness
{
    /// <summary>The same works cite both.</summary>
    Cocitation,

    /// <summary>Both cite the same works.</summary>
    Coupling,
}

/// <summary>A work related to another.</summary>
/// <param name="Node">The work.</param>
/// <param name="Shared">How many works cite both, or are cited by both.</param>
/// <param name="Strength">Salton's cosine: shared works over the geometric mean of what each has; 0 to 1.</param>
public readonly record struct RelatedWork(int Node, int Shared, double Strength);

/// <summary>The works most related to one.</summary>
/// <param name="Works">Those sharing most first; of equal ones those with fewer citations on that side, then by number.</param>
/// <param name="Cut">Null when <paramref name="Works"/> are all; a total that is not exact when the work ran out,
/// and then numbers are too small.</param>
public sealed record RelatedAnswer(ImmutableArray<RelatedWork> Works, Truncation? Cut);

/// <summary>Finds works that are cited together, or that cite the same.</summary>
public static class RelatedWorks
{
    /// <summary>The works most related to one, by works shared, however often a work is cited in another.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="node">The work.</param>
    /// <param name="by">Cited together, or citing the same.</param>
    /// <param name="limit">How many works at most.</param>
    /// <param name="filter">Which citations count.</param>
    /// <param name="maxWork">Citations looked at at most.</param>
    public static RelatedAnswer Related(
        this CitationGraph graph, int node, Relatedness by, int limit = 20, EdgeFilter? filter = null, int maxWork = 1_000_000)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfNegative(maxWork);
        var (toShared, back) = by == Relatedness.Cocitation
            ? (CitationDirection.CitedBy, CitationDirection.Cites)
            : (CitationDirection.Cites, CitationDirection.CitedBy);
        filter = filter is null || filter.IsAll ? null : filter;

        using var shared = graph.RentTally();
        var work = 0;
        var complete = Ends(graph, node, toShared, filter, shared, ref work, maxWork);
        using var counts = graph.RentTally();
        using var lastSeen = graph.RentTally();
        var sweep = new RowSweep(graph, back, shared.Touched, int.MaxValue, stackalloc int[RowSweep.Room]);
        while (complete && sweep.Next())
        {
            complete = sweep.CutTo(maxWork - work);
            work += sweep.Count;
            filter?.Sift(graph, ref sweep);
            counts.Look(sweep.Far, sweep.Answers);
            lastSeen.Look(sweep.Far, sweep.Answers);
            var sharers = sweep.Near;
            var others = sweep.Far;
            for (var i = 0; i < others.Length; i++)
            {
                var (sharer, other) = (sharers[i], others[i]);
                if (sharer == node || other == node || other == sharer || lastSeen[other] == sharer + 1) continue;
                lastSeen.Set(other, sharer + 1);
                counts.Increment(other);
            }
        }

        var top = new TopNodes(limit);
        var fewest = counts.Threshold(counts.Touched, limit, shift: 0);
        foreach (var other in counts.Touched)
            if (counts[other] is var has && has >= fewest)
                top.Offer(((ulong)has << 32) | ~(uint)graph.Row(other, toShared).Count, other);
        var own = Others(graph, node, by, filter, shared);
        var works = ImmutableArray.CreateBuilder<RelatedWork>();
        foreach (var other in top.Take())
            works.Add(new RelatedWork(other, counts[other],
                counts[other] / Math.Sqrt((double)own * Others(graph, other, by, filter, shared))));
        var cut = works.Count < counts.Count || !complete
            ? new Truncation(complete ? TruncationReason.Nodes : TruncationReason.Work, works.Count, counts.Count, complete)
            : null;
        return new RelatedAnswer(works.DrainToImmutable(), cut);
    }

    /// <summary>How many different works, itself not counted, there are on the side that is shared.</summary>
    private static int Others(CitationGraph graph, int node, Relatedness by, EdgeFilter? filter, NodeTally ends)
    {
        if (filter is null) return by == Relatedness.Cocitation ? graph.CitingWorksCount(node) : graph.CitedWorksCount(node);
        ends.Clear();
        var work = 0;
        Ends(graph, node, by == Relatedness.Cocitation
            ? CitationDirection.CitedBy
            : CitationDirection.Cites, filter, ends, ref work, int.MaxValue);
        return ends[node] == 0 ? ends.Count : ends.Count - 1;
    }

    /// <summary>The different works on one side; false when the work ran out.</summary>
    private static bool Ends(CitationGraph graph, int node, CitationDirection direction, EdgeFilter? filter, NodeTally ends, ref int work,
        int maxWork)
    {
        var sweep = new RowSweep(graph, direction, [node], int.MaxValue, stackalloc int[RowSweep.Room]);
        var complete = true;
        while (complete && sweep.Next())
        {
            complete = sweep.CutTo(maxWork - work);
            work += sweep.Count;
            filter?.Sift(graph, ref sweep);
            foreach (var end in sweep.Far) ends.Set(end, 1);
        }
        return complete;
    }
}
