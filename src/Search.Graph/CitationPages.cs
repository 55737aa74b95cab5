using System.Collections.Immutable;

namespace Search.Graph;

/// <summary>In which order citing works are listed; undated ones come last either way.</summary>
public enum DateOrder
{
    /// <summary>The latest citing work first.</summary>
    NewestFirst,

    /// <summary>The earliest citing work first.</summary>
    OldestFirst,
}

/// <summary>Some of the citations on one side of a work.</summary>
/// <param name="Edges">Edge numbers.</param>
/// <param name="Next">Where to go on, null at the end.</param>
public sealed record CitationPage(ImmutableArray<int> Edges, int? Next);

/// <summary>Lists, page by page, what cites a work and what it cites.</summary>
public static class CitationPages
{
    /// <summary>
    /// What cites a work. A page costs the edges it passes over: without a filter, those it shows.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="node">The cited work.</param>
    /// <param name="filter">Which citations.</param>
    /// <param name="order">Newest or oldest citing work first.</param>
    /// <param name="start">0, or <see cref="CitationPage.Next"/> of the page before.</param>
    /// <param name="limit">How many at most.</param>
    public static CitationPage CitedByPage(
        this CitationGraph graph, int node, EdgeFilter? filter = null, DateOrder order = DateOrder.NewestFirst, int start = 0, int limit = 20)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var row = graph.CitedBy(node);
        var dated = order == DateOrder.NewestFirst ? DatedCount(graph, row) : 0;
        return Page(graph, row, dated, filter, start, limit);
    }

    /// <summary>What a work cites, in the order of its text.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="node">The citing work.</param>
    /// <param name="filter">Which citations.</param>
    /// <param name="start">0, or <see cref="CitationPage.Next"/> of the page before.</param>
    /// <param name="limit">How many at most.</param>
    public static CitationPage CitesPage(this CitationGraph graph, int node, EdgeFilter? filter = null, int start = 0, int limit = 20)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Page(graph, graph.Cites(node), 0, filter, start, limit);
    }

    /// <summary>How many edges at the front of a cited-by row come from dated works.</summary>
    internal static int DatedCount(CitationGraph graph, in EdgeRow row)
    {
        var (low, high) = (0, row.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (graph.Date(graph.Source(row[middle])) != 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>A page of a row, of which the first <paramref name="reversed"/> edges are taken from back to front.</summary>
    private static CitationPage Page(CitationGraph graph, in EdgeRow row, int reversed, EdgeFilter? filter, int start, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var found = ImmutableArray.CreateBuilder<int>(Math.Min(limit, Math.Max(0, row.Count - start)));
        var all = filter is null || filter.IsAll;
        for (var i = start; i < row.Count; i++)
        {
            var edge = row[i < reversed ? reversed - 1 - i : i];
            if (!all && !filter!.Passes(graph, edge)) continue;
            if (found.Count == limit) return new CitationPage(found.DrainToImmutable(), i);
            found.Add(edge);
        }
        return new CitationPage(found.DrainToImmutable(), null);
    }
}
