using System.Runtime.InteropServices;

namespace Search.Reuse.Prints;

/// <summary>How many fingerprints a text shares with each of many wordings.</summary>
internal sealed class SharedPrints(int wordings)
{
    /// <summary>Wordings that share more are distinguished by their words, not here.</summary>
    private const int HighestCount = 63;

    private readonly byte[] _counts = new byte[wordings];
    private readonly List<int> _touched = [];
    private readonly List<int> _chosen = [];

    /// <summary>Counts one fingerprint that a wording has.</summary>
    public void Add(int wording)
    {
        ref var count = ref _counts[wording];
        if (count == 0) _touched.Add(wording);
        if (count < HighestCount) count++;
    }

    /// <summary>The wordings that share most, unsorted, of those that share the same number the last counted; all counts are forgotten.</summary>
    public ReadOnlySpan<int> TakeBest(int most)
    {
        _chosen.Clear();
        var least = _touched.Count <= most ? 1 : LeastOfBest(most);
        var equal = most;
        foreach (var w in _touched)
            if (_counts[w] > least) equal--;
        for (var i = _touched.Count - 1; i >= 0; i--)
        {
            var w = _touched[i];
            if (_counts[w] > least || (_counts[w] == least && equal-- > 0)) _chosen.Add(w);
            _counts[w] = 0;
        }
        _touched.Clear();
        return CollectionsMarshal.AsSpan(_chosen);
    }

    /// <summary>The count of the last wording to take.</summary>
    private int LeastOfBest(int most)
    {
        Span<int> histogram = stackalloc int[HighestCount + 1];
        histogram.Clear();
        foreach (var w in _touched) histogram[_counts[w]]++;
        var count = HighestCount;
        for (var taken = histogram[count]; taken < most && count > 1; taken += histogram[count]) count--;
        return count;
    }
}
