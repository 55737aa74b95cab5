namespace Search.Reuse.Prints;

/// <summary>Two wordings of which one is a version of the other.</summary>
/// <param name="Earlier">The one numbered first.</param>
/// <param name="Later">The other.</param>
/// <param name="Percent">Their overlap in hundredths, rounded down.</param>
internal readonly record struct SimilarPair(int Earlier, int Later, byte Percent);

/// <summary>Finds the pairs of similar wordings: candidates by shared fingerprints, verified by their words. Linear
/// in the number of fingerprints.</summary>
internal static class SimilarWordings
{
    /// <summary>Of each fingerprint that many of its latest holders are candidates.</summary>
    public const int MostHolders = 400;

    /// <summary>The candidates of a wording whose words are compared.</summary>
    public const int MostCompared = 250;

    /// <summary>
    /// A candidate shares at least one of that many fingerprints of the text. Of pairs found without this limit 0.5 %
    /// share fewer, and they cost more than half of all comparisons.
    /// </summary>
    private const int PrintsPerShared = 16;

    /// <summary>The pairs whose later wording is at least a given one.</summary>
    public static List<SimilarPair> Find(WordingTable wordings, PrintTable prints, int first = 0)
    {
        var pairs = new List<SimilarPair>();
        var counts = new SharedPrints(wordings.Lengths());
        for (var w = first; w < wordings.Count; w++)
        {
            var least = 1 + (wordings.Prints.Length(w) / PrintsPerShared);
            prints.Count(w, MostHolders, counts);
            foreach (var (candidate, _) in counts.TakeBest(MostCompared, least, wordings.Length(w)))
            {
                var overlap = wordings.Compare(candidate, w);
                if (overlap.IsVersion) pairs.Add(new(candidate, w, (byte)overlap.Percent));
            }
        }
        return pairs;
    }
}
