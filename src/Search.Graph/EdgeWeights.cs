using System.Collections.Immutable;
using Search.Graph.Storage;

namespace Search.Graph;

/// <summary>
/// What a citation is worth to the work cited: treatment × place × pinpoint, divided by the number of works that the clause cites.
/// A clause so gives away no more than one citation's worth, however long its list.
/// </summary>
public sealed record EdgeWeights
{
    /// <summary>Weights that differ only by the length of lists.</summary>
    public static EdgeWeights Equal { get; } = new();

    /// <summary>By treatment, by its number; 1 for those that are not listed.</summary>
    public ImmutableArray<double> Treatments { get; init; } = [];

    /// <summary>By place, by its number; 1 for those that are not listed.</summary>
    public ImmutableArray<double> Places { get; init; } = [];

    /// <summary>For a citation that names no part of the work.</summary>
    public double WithoutPinpoint { get; init; } = 1;

    /// <summary>The weight of a citation.</summary>
    public double Of(in GraphEdge edge) => Of(EdgeMarks.Of(edge));

    internal double Of(EdgeMarks marks) =>
        At(Treatments, marks.Treatment) * At(Places, marks.Place) * (marks.HasPinpoint ? 1 : WithoutPinpoint) / marks.ListSize;

    /// <summary>The weights of all values that the marks of an edge can have.</summary>
    internal double[] Table()
    {
        var table = new double[1 << 16];
        for (var bits = 0; bits < table.Length; bits++) table[bits] = Of(new EdgeMarks((ushort)bits));
        return table;
    }

    private static double At(ImmutableArray<double> weights, int number) => number < weights.Length ? weights[number] : 1;
}
