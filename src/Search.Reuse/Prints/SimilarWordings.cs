namespace Search.Reuse.Prints;

/// <summary>Finds the pairs of similar wordings: candidates by shared fingerprints, verified by their words. Linear
/// in the number of fingerprints.</summary>
internal static class SimilarWordings
{
    /// <summary>Of each fingerprint that many of its latest holders are candidates.</summary>
    public const int MostHolders = 400;

    /// <summary>The candidates of a wording whose words are compared.</summary>
    public const int MostCompared = 250;

    /// <summary>
    /// Two wordings that are compared share at least one of that many fingerprints of the one that has more. Of pairs found without this
    /// limit 0.5 % share fewer, and they cost more than half of all comparisons.
    /// </summary>
    private const int PrintsPerShared = 16;

    /// <summary>Adds the pairs whose later wording is at least a given one.</summary>
    public static void Find(WordingTable wordings, PrintTable prints, int first, SimilarLists to)
    {
        var counts = new SharedPrints(wordings.Lengths());
        for (var w = first; w < wordings.Count; w++)
        {
            prints.Count(w, MostHolders, counts);
            wordings.CompareWith(w);
            foreach (var (candidate, shared) in counts.TakeBest(MostCompared, Least(w), wordings.Length(w)))
            {
                if (shared < Least(candidate)) continue; // whichever of the two was added first
                var overlap = wordings.Compare(candidate);
                if (overlap.IsVersion) to.AddBoth(candidate, w, overlap.Percent);
            }
        }

        int Least(int wording) => Math.Min(SharedPrints.HighestCount, 1 + (wordings.Prints.Length(wording) / PrintsPerShared));
    }
}
