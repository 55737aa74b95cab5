using System.Runtime.CompilerServices;
using Search.Graph.Storage;

namespace Search.Graph;

/// <summary>Some of the treatments.</summary>
/// <param name="Bits">One bit a treatment, by its number.</param>
public readonly record struct TreatmentSet(uint Bits)
{
    /// <summary>Every treatment.</summary>
    public static TreatmentSet All { get; } = new(uint.MaxValue);

    /// <summary>The treatments named.</summary>
    public static TreatmentSet Of(params ReadOnlySpan<int> treatments)
    {
        var bits = 0u;
        foreach (var treatment in treatments) bits |= 1u << treatment;
        return new TreatmentSet(bits);
    }

    /// <summary>Whether a treatment is one of them.</summary>
    public bool Contains(int treatment) => (Bits >> treatment & 1) != 0;
}

/// <summary>Some of the places.</summary>
/// <param name="Bits">One bit a place, by its number.</param>
public readonly record struct PlaceSet(uint Bits)
{
    /// <summary>Every place.</summary>
    public static PlaceSet All { get; } = new(uint.MaxValue);

    /// <summary>The places named.</summary>
    public static PlaceSet Of(params ReadOnlySpan<int> places)
    {
        var bits = 0u;
        foreach (var place in places) bits |= 1u << place;
        return new PlaceSet(bits);
    }

    /// <summary>Whether a place is one of them.</summary>
    public bool Contains(int place) => (Bits >> place & 1) != 0;
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

    /// <summary>Only citing works of this date or later, yyyymmdd; 0 for no limit. Undated works are left
    /// out when there is a limit.</summary>
    public int From { get; init; }

    /// <summary>Only citing works of this date or earlier, yyyymmdd: the graph as of that day; 0 for no limit. Undated works are left out
    /// when there is a limit.</summary>
    public int Until { get; init; }

    /// <summary>Only citing works for which this holds, null for all. Called once for each citation that passes the rest.</summary>
    public Func<int, bool>? Source { get; init; }

    /// <summary>Only citations for whose edge number this holds, null for all. Called last.</summary>
    public Func<int, bool>? Edge { get; init; }

    /// <summary>Whether nothing is left out.</summary>
    public bool IsAll => this == All;

    /// <summary>
    /// Leaves the citations of a lot that pass. One condition is checked for all before the next is checked
    /// of those still there, because each answer lies somewhere else in memory.
    /// </summary>
    internal void Sift(CitationGraph graph, ref RowSweep lot)
    {
        if (AsksForMarks)
        {
            graph.Marks(lot.Edges, lot.Answers);
            foreach (ref var answer in lot.Answers) answer = Unsafe.BitCast<bool, byte>(PassesMarks(new EdgeMarks((ushort)answer)));
            lot.KeepAnswers(1, 1);
        }
        if (AsksForDates)
        {
            graph.Dates(lot.Sources, lot.Answers);
            lot.KeepAnswers(Math.Max(From, 1), Until == 0 ? int.MaxValue : Until);
        }
        if (Source is null && Edge is null) return;
        for (var i = 0; i < lot.Count; i++)
            lot.Answers[i] = (Source is null || Source(lot.Sources[i])) && (Edge is null || Edge(lot.Edges[i])) ? 1 : 0;
        lot.KeepAnswers(1, 1);
    }

    internal bool Passes(CitationGraph graph, int edge) =>
        PassesMarksAndDate(graph, edge) && (Source is null || Source(graph.Source(edge))) && (Edge is null || Edge(edge));

    private bool PassesMarksAndDate(CitationGraph graph, int edge) =>
        (!AsksForMarks || PassesMarks(graph.Marks(edge))) && (!AsksForDates || PassesDate(graph.Date(graph.Source(edge))));

    private bool AsksForMarks => Treatments != TreatmentSet.All || Places != PlaceSet.All || Pinpointed is not null;

    private bool AsksForDates => From != 0 || Until != 0;

    private bool PassesMarks(EdgeMarks marks) =>
        Treatments.Contains(marks.Treatment) & Places.Contains(marks.Place) & (Pinpointed is null || marks.HasPinpoint == Pinpointed);

    private bool PassesDate(int date) => date != 0 && date >= From && (Until == 0 || date <= Until);
}
