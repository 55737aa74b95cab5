namespace Search.Graph;

/// <summary>How influence is computed.</summary>
public sealed record InfluenceModel
{
    /// <summary>The part of a work's influence that comes from citations; the rest every work has alike.</summary>
    public double Damping { get; init; } = 0.85;

    /// <summary>The computation ends when one more round would change the scores by no more than this in sum.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Rounds at most.</summary>
    public int MaxRounds { get; init; } = 500;

    /// <summary>What a citation is worth.</summary>
    public EdgeWeights Weights { get; init; } = EdgeWeights.Equal;

    /// <summary>Which citations count.</summary>
    public EdgeFilter Filter { get; init; } = EdgeFilter.All;
}

/// <summary>Every work's influence, with the report of its computation.</summary>
/// <param name="Scores">By node; they add up to 1.</param>
/// <param name="Rounds">Passes over all citations.</param>
/// <param name="Residual">By how much one more round would change the scores, in sum: measured, not estimated.</param>
/// <param name="Converged">Whether the residual is within the tolerance.</param>
public sealed record Influence(double[] Scores, int Rounds, double Residual, bool Converged);

/// <summary>Computes influence.</summary>
public static class InfluenceRanking
{
    /// <summary>
    /// PageRank in which a work passes on its score by the weights of its citations, and no more of it than they weigh: a work
    /// whose citations weigh 0.25 in all gives away a quarter, and what it keeps back goes to all works alike, as does everything of a
    /// work that cites nothing. So a list of 25 gives each of its works little even where the citing work cites nothing else.
    /// </summary>
    /// <remarks>
    /// Works are taken from new to old and their scores used at once. Citations go back in time, so that a graph without
    /// forward references is done in one round, and others in a few.
    /// </remarks>
    public static Influence Influence(this CitationGraph graph, InfluenceModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        model ??= new InfluenceModel();
        return new InfluenceSolver(graph, model).Solve();
    }
}
