using System.Collections.Immutable;

namespace Search.Graph;

/// <summary>Which chains are wanted, and how hard to look.</summary>
public sealed record ChainLimits
{
    /// <summary>Chains at most.</summary>
    public int MaxChains { get; init; } = 5;

    /// <summary>Citations in a chain at most; no more than 256.</summary>
    public int MaxHops { get; init; } = 12;

    /// <summary>
    /// Whether dates may only stay or go back along a chain. Then no citation is used whose source is older than its target,
    /// and an undated work may be at an end but not between.
    /// </summary>
    public bool TimeRespecting { get; init; } = true;

    /// <summary>Citations looked at on the way at most.</summary>
    public int MaxWork { get; init; } = 2_000_000;

    /// <summary>Which citations are followed.</summary>
    public EdgeFilter Filter { get; init; } = EdgeFilter.All;
}

/// <summary>One step of a chain.</summary>
/// <param name="Source">The citing work.</param>
/// <param name="Target">The cited work.</param>
/// <param name="Edges">Every citation that makes the step, in the order of the citing text.</param>
public sealed record Hop(int Source, int Target, ImmutableArray<int> Edges);

/// <summary>Works of which each cites the next.</summary>
/// <param name="Hops">The steps.</param>
public sealed record Chain(ImmutableArray<Hop> Hops);

/// <summary>Chains between two works.</summary>
/// <param name="Chains">Shortest first; of equal length by the numbers of their works.</param>
/// <param name="WorkRanOut">Whether more chains, or the only ones, may have been missed because
/// <see cref="ChainLimits.MaxWork"/> was reached.</param>
public sealed record ChainAnswer(ImmutableArray<Chain> Chains, bool WorkRanOut);

/// <summary>Finds how one work leads to another through citations.</summary>
public static class Chains
{
    /// <summary>
    /// The shortest chains from a work to one that it cites, directly or through others; no work twice in a chain.
    /// The search goes from both ends, the cheaper side first.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="from">The citing end.</param>
    /// <param name="to">The cited end.</param>
    /// <param name="limits">Which chains.</param>
    public static ChainAnswer ShortestChains(this CitationGraph graph, int from, int to, ChainLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.Checked(from);
        graph.Checked(to);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limits?.MaxHops ?? 0, 256, nameof(limits));
        if (from == to) return new ChainAnswer([], WorkRanOut: false);
        using var search = new ChainSearch(graph, from, to, limits ?? new ChainLimits());
        return search.Run();
    }
}
