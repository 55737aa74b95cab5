using System.Collections.Immutable;

namespace Search.Reuse.Comparison;

/// <summary>What became of a passage.</summary>
public enum PassageChange
{
    /// <summary>Both have it with the same words.</summary>
    Kept,

    /// <summary>Both have it, with other words.</summary>
    Changed,

    /// <summary>One of the first became several of the second.</summary>
    Split,

    /// <summary>Several of the first became one of the second.</summary>
    Merged,

    /// <summary>Only the second has it.</summary>
    New,

    /// <summary>Only the first has it.</summary>
    Dropped,
}

/// <summary>Passages of two documents that belong together.</summary>
/// <param name="Sources">Positions in the first document, ascending; none for what is new.</param>
/// <param name="Targets">Positions in the second document, ascending; none for what was dropped.</param>
/// <param name="Change">What became of them.</param>
/// <param name="Moved">Whether they are at another place among the others.</param>
public sealed record AlignedPassages(ImmutableArray<int> Sources, ImmutableArray<int> Targets, PassageChange Change, bool Moved);

/// <summary>Finds which passages of two documents belong together.</summary>
/// <remarks>
/// First those with the same words, then those that share most, the more the sooner; what is left over and is
/// nearly contained in a passage of the other document was split off or merged. Linear in the documents' fingerprints, of
/// which each has a bounded number of holders.
/// </remarks>
public static class PassageAlignment
{
    /// <summary>Aligns two documents: every passage of both is in exactly one row; rows are in the order of the second document.</summary>
    public static ImmutableArray<AlignedPassages> Of(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var words = new PassageWords(first, second);
        var pairs = new PassagePairs(words);
        pairs.PairSameWords();
        pairs.PairSimilar();
        pairs.GroupContained();
        return AlignmentRows.Of(pairs);
    }
}
