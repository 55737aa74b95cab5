using System.Collections.Immutable;
using Search.Citations.Graph.Storage;

namespace Search.Citations.Graph;

/// <summary>
/// What a citation is worth to the work cited: treatment × place × pinpoint, divided by the number of works that the clause cites.
/// A clause so gives away no more than one citation's worth, however long its list. All weights are at most 1, which an operative,
/// pinpointed citation with a governing verb of action has, alone in its clause.
/// </summary>
public sealed record EdgeWeights
{
    /// <summary>The weights that are used unless others are given.</summary>
    public static EdgeWeights Default { get; } = new();

    /// <summary>By treatment, in the order of <see cref="Treatment"/>: an act 1, a word of support 0.75, a mention 0.5.</summary>
    public ImmutableArray<double> Treatments { get; init; } =
        [0.5, 0.5, 0.75, 1, 0.5, 0.5, 0.5, 0.75, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 1];

    /// <summary>By place, in the order of <see cref="CitationPlace"/>.</summary>
    public ImmutableArray<double> Places { get; init; } = [1, 0.5, 1, 0.5, 0.25, 0.5];

    /// <summary>For a citation that names no part of the work.</summary>
    public double WithoutPinpoint { get; init; } = 0.75;

    /// <summary>The weight of a citation.</summary>
    public double Of(in GraphEdge edge) => Of(EdgeMarks.Of(edge));

    internal double Of(EdgeMarks marks) =>
        At(Treatments, (int)marks.Treatment) * At(Places, (int)marks.Place) * (marks.HasPinpoint ? 1 : WithoutPinpoint) / marks.ListSize;

    /// <summary>The weights of all values that the marks of an edge can have.</summary>
    internal double[] Table()
    {
        var table = new double[1 << 16];
        for (var bits = 0; bits < table.Length; bits++) table[bits] = Of(new EdgeMarks((ushort)bits));
        return table;
    }

    private static double At(ImmutableArray<double> weights, int i) => i < weights.Length ? weights[i] : 0;
}
