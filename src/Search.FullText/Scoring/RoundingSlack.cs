namespace Search.FullText.Scoring;

/// <summary>Bounds are multiplied with these, so that no rounding puts one below a score it covers.</summary>
internal static class RoundingSlack
{
    /// <summary>For the score of one list, computed another way than its bound.</summary>
    public const float OfScores = 1.00001f;

    /// <summary>For sums, added up in another order than their bounds.</summary>
    public const double OfSums = 1.000001;
}
