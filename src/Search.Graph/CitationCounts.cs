using System.Collections.Immutable;

namespace Search.Graph;

/// <summary>How many citations a year brought.</summary>
/// <param name="Year">The citing works' year; 0 for undated ones.</param>
/// <param name="Citations">Citations.</param>
/// <param name="Works">Works that hold them.</param>
public readonly record struct YearCount(int Year, int Citations, int Works);

/// <summary>The citations on one side of a work, counted: every number is the length of the list with the same filter.</summary>
public sealed record CitationCounts
{
    /// <summary>Citations.</summary>
    public required int Citations { get; init; }

    /// <summary>Different works at the far end.</summary>
    public required int Works { get; init; }

    /// <summary>Citations with a pinpoint.</summary>
    public required int Pinpointed { get; init; }

    /// <summary>Citations by treatment, by its number.</summary>
    public required ImmutableArray<int> ByTreatment { get; init; }

    /// <summary>Citations by place, by its number.</summary>
    public required ImmutableArray<int> ByPlace { get; init; }

    /// <summary>Citations by year of the citing work, oldest first, undated last; years without any are left out.</summary>
    public required ImmutableArray<YearCount> ByYear { get; init; }

    /// <summary>The first citation by date, -1 when there is none that is dated.</summary>
    public required int First { get; init; }

    /// <summary>The last citation by date, -1 when there is none that is dated.</summary>
    public required int Last { get; init; }
}

/// <summary>Counts the citations on one side of a work.</summary>
public static class CitationCounting
{
    /// <summary>Counts what cites a work (or what it cites), at the cost of its row.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="node">The work.</param>
    /// <param name="direction">One of the two sides.</param>
    /// <param name="filter">Which citations.</param>
    public static CitationCounts Count(this CitationGraph graph, int node, CitationDirection direction, EdgeFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (direction is not (CitationDirection.Cites or CitationDirection.CitedBy)) throw new ArgumentOutOfRangeException(nameof(direction), direction, "one side at a time");
        Span<int> treatments = stackalloc int[Storage.EdgeMarks.Treatments];
        Span<int> places = stackalloc int[Storage.EdgeMarks.Places];
        // A cited-by row is in order of date, and a cites row has one date: years come in order, and a citing work's edges together.
        var years = ImmutableArray.CreateBuilder<YearCount>();
        using var far = direction == CitationDirection.Cites ? graph.RentTally() : null;
        var (works, previous) = (0, -1);
        var (citations, pinpointed, first, last) = (0, 0, -1, -1);
        var all = filter is null || filter.IsAll;
        foreach (var edge in graph.Row(node, direction))
        {
            if (!all && !filter!.Passes(graph, edge)) continue;
            var marks = graph.Marks(edge);
            citations++;
            treatments[marks.Treatment]++;
            places[marks.Place]++;
            if (marks.HasPinpoint) pinpointed++;
            var other = graph.FarEnd(edge, direction);
            var date = graph.Date(graph.Source(edge));
            var isNew = far is null ? other != previous : far[other] == 0;
            far?.Set(other, 1);
            previous = other;
            if (isNew) works++;
            if (years.Count == 0 || years[^1].Year != GraphDates.Year(date)) years.Add(new YearCount(GraphDates.Year(date), 0, 0));
            years[^1] = new YearCount(years[^1].Year, years[^1].Citations + 1, years[^1].Works + (isNew ? 1 : 0));
            if (date == 0) continue;
            if (first < 0) first = edge;
            last = edge;
        }
        return new CitationCounts
        {
            Citations = citations,
            Works = works,
            Pinpointed = pinpointed,
            ByTreatment = [.. treatments],
            ByPlace = [.. places],
            ByYear = years.DrainToImmutable(),
            First = first,
            Last = last,
        };
    }

    /// <summary>What cited a work first: the edge from the oldest dated work other than itself, -1 when there is none.</summary>
    public static int FirstCiter(this CitationGraph graph, int node, EdgeFilter? filter = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        foreach (var edge in graph.CitedBy(node))
        {
            var source = graph.Source(edge);
            if (graph.Date(source) == 0) return -1;
            if (source != node && (filter is null || filter.Passes(graph, edge))) return edge;
        }
        return -1;
    }
}
