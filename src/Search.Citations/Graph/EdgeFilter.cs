namespace Search.Citations.Graph;

/// <summary>Some of the treatments.</summary>
/// <param name="Bits">One bit a treatment, in the order of <see cref="Treatment"/>.</param>
public readonly record struct TreatmentSet(uint Bits)
{
    /// <summary>Every treatment.</summary>
    public static TreatmentSet All { get; } = new(uint.MaxValue);

    /// <summary>The treatments named.</summary>
    public static TreatmentSet Of(params ReadOnlySpan<Treatment> treatments)
    {
        var bits = 0u;
        foreach (var treatment in treatments) bits |= 1u << (int)treatment;
        return new TreatmentSet(bits);
    }

    /// <summary>Whether a treatment is one of them.</summary>
    public bool Contains(Treatment treatment) => (Bits >> (int)treatment & 1) != 0;
}

/// <summary>Some of the places.</summary>
/// <param name="Bits">One bit a place, in the order of <see cref="CitationPlace"/>.</param>
public readonly record struct PlaceSet(uint Bits)
{
    /// <summary>Every place.</summary>
    public static PlaceSet All { get; } = new(uint.MaxValue);

    /// <summary>The places named.</summary>
    public static PlaceSet Of(params ReadOnlySpan<CitationPlace> places)
    {
        var bits = 0u;
        foreach (var place in places) bits |= 1u << (int)place;
        return new PlaceSet(bits);
    }

    /// <summary>Whether a place is one of them.</summary>
    public bool Contains(CitationPlace place) => (Bits >> (int)place & 1) != 0;
}

/// <summary>Which citations a question looks at.</summary>
public sealed record EdgeFilter
{
    /// <summary>Every citation.</summary>
    public static EdgeFilter All { get; } = new();

    /// <summary>Only these treatments.</summary>
    public TreatmentSet Treatments { get; init; } = TreatmentSet.All;

    /// <summary>Only these places.</summary>
    public PlaceSet Places { get; init; } = PlaceSet.All;

    /// <summary>Only citations with a pinpoint (true) or without one (false).</summary>
    public bool? Pinpointed { get; init; }

    /// <summary>Only citing works of this date or later, yyyymmdd; 0 for no limit. Undated works are left out when there is a limit.</summary>
    public int From { get; init; }

    /// <summary>Only citing works of this date or earlier, yyyymmdd: the graph as of that day; 0 for no limit. Undated works are left out when there is a limit.</summary>
    public int Until { get; init; }

    /// <summary>Only citing works for which this holds, null for all. Called once for each citation that passes the rest.</summary>
    public Func<int, bool>? Source { get; init; }

    /// <summary>Only citations for whose edge number this holds, null for all. Called last.</summary>
    public Func<int, bool>? Edge { get; init; }

    /// <summary>Whether nothing is left out.</summary>
    public bool IsAll => this == All;

    /// <summary>The graph as it stood on a day: nothing that was cited later.</summary>
    public static EdgeFilter AsOf(int date) => new() { Until = date };

    internal bool Passes(CitationGraph graph, int edge)
    {
        var marks = graph.Marks(edge);
        if (!Treatments.Contains(marks.Treatment) || !Places.Contains(marks.Place)) return false;
        if (Pinpointed is { } wanted && marks.HasPinpoint != wanted) return false;
        if (From != 0 || Until != 0)
        {
            var date = graph.Date(graph.Source(edge));
            if (date == 0 || date < From || (Until != 0 && date > Until)) return false;
        }
        return (Source is null || Source(graph.Source(edge))) && (Edge is null || Edge(edge));
    }
}
