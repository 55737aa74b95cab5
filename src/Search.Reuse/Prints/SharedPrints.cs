using System.Runtime.InteropServices;

namespace Search.Reuse.Prints;

/// <summary>How many fingerprints a text shares with each of many wordings.</summary>
/// <param name="lengths">How many words each wording has.</param>
internal sealed class SharedPrints(int[] lengths)
{
    /// <summary>Wordings that share more are distinguished by their words, not here.</summary>
    public const int HighestCount = 63;

    private readonly byte[] _counts = new byte[lengths.Length];
    private readonly List<int> _touched = [];
    private readonly List<(int Wording, byte Count)> _fitting = [];
    private readonly List<(int Wording, byte Count)> _chosen = [];

    /// <summary>Counts one fingerprint that a wording has.</summary>
    public void Add(int wording)
    {
        ref var count = ref _counts[wording];
        if (count == 0) _touched.Add(wording);
        if (count < HighestCount) count++;
    }

    /// <summary>The wordings that share most, unsorted, each with how many it shares; of those that share the same number the last counted;
    /// all counts are forgotten.</summary>
    public ReadOnlySpan<(int Wording, byte Count)> TakeBest(int most) => TakeBest(most, 1, 0, int.MaxValue);

    /// <summary>The same of wordings that can be versions of a text.</summary>
    /// <param name="most">The most wordings taken.</param>
    /// <param name="least">The fewest fingerprints that are shared.</param>
    /// <param name="length">The words of the text.</param>
    public ReadOnlySpan<(int Wording, byte Count)> TakeBest(int most, int least, int length) =>
        TakeBest(most, least, Overlap.Needed(length), Overlap.Longest(length));

    private ReadOnlySpan<(int Wording, byte Count)> TakeBest(int most, int least, int shortest, int longest)
    {
        _fitting.Clear();
        _chosen.Clear();
        foreach (var wording in _touched)
        {
            var count = _counts[wording];
            _counts[wording] = 0;
            if (count >= least && lengths[wording] >= shortest && lengths[wording] <= longest) _fitting.Add((wording, count));
        }
        _touched.Clear();
        var fitting = CollectionsMarshal.AsSpan(_fitting);
        var last = fitting.Length <= most ? 0 : LeastOfBest(fitting, most);
        var equal = most;
        foreach (var (_, count) in fitting)
            if (count > last) equal--;
        for (var i = fitting.Length - 1; i >= 0; i--)
            if (fitting[i].Count > last || (fitting[i].Count == last && equal-- > 0)) _chosen.Add(fitting[i]);
        return CollectionsMarshal.AsSpan(_chosen);
    }

    /// <summary>The count of the last wording to take.</summary>
    private static int LeastOfBest(ReadOnlySpan<(int Wording, byte Count)> fitting, int most)
    {
        Span<int> histogram = stackalloc int[HighestCount + 1];
        histogram.Clear();
        foreach (var (_, shared) in fitting) histogram[shared]++;
        var count = HighestCount;
        for (var taken = histogram[count]; taken < most && count > 1; taken += histogram[count]) count--;
        return count;
    }
}
