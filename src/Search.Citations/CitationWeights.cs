using Search.Graph;

namespace Search.Citations;

/// <summary>What a citation counts for the influence of the work cited.</summary>
public static class CitationWeights
{
    /// <summary>
    /// By treatment, in the order of <see cref="Treatment"/>: an act 1, a word of support 0.75, a mention 0.5; by place, in the order of
    /// <see cref="CitationPlace"/>. All weights are at most 1, the weight of an operative, pinpointed act.
    /// </summary>
    public static EdgeWeights Default { get; } = new()
    {
        Treatments = [0.5, 0.5, 0.75, 1, 0.5, 0.5, 0.5, 0.75, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 1],
        Places = [1, 0.5, 1, 0.5, 0.25, 0.5],
        WithoutPinpoint = 0.75,
    };
}
