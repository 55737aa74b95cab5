namespace Search.Reuse.Prints;

/// <summary>Of each wording its versions, the most similar first.</summary>
/// <param name="Starts">Where each wording's begin, and the end.</param>
/// <param name="Wordings">The versions.</param>
/// <param name="Percents">Their overlaps in hundredths.</param>
internal readonly record struct SimilarLists(int[] Starts, int[] Wordings, int[] Percents)
{
    /// <summary>No lists.</summary>
    public static SimilarLists None { get; } = new([0], [], []);

    private int Count => Starts.Length - 1;

    /// <summary>Lists pairs both ways.</summary>
    /// <param name="pairs">All pairs, each once, but those of the earlier lists.</param>
    /// <param name="earlier">The lists of the wordings that were there before the others.</param>
    /// <param name="count">How many wordings there are.</param>
    /// <param name="most">The longest list.</param>
    public static SimilarLists Of(List<SimilarPair> pairs, SimilarLists earlier, int count, int most)
    {
        var starts = new int[count + 1];
        for (var w = 0; w < earlier.Count; w++) starts[w + 1] = earlier.Starts[w + 1] - earlier.Starts[w];
        foreach (var (one, other, _) in pairs)
        {
            starts[one + 1]++;
            starts[other + 1]++;
        }
        for (var w = 0; w < count; w++) starts[w + 1] += starts[w];
        var next = starts.AsSpan(0, count).ToArray();
        // the overlap's complement and the other wording: ascending is best first
        var keys = new ulong[earlier.Wordings.Length + (pairs.Count * 2)];
        for (var w = 0; w < earlier.Count; w++)
            for (var i = earlier.Starts[w]; i < earlier.Starts[w + 1]; i++)
                keys[next[w]++] = Key((byte)earlier.Percents[i], earlier.Wordings[i]);
        foreach (var (one, other, percent) in pairs)
        {
            keys[next[one]++] = Key(percent, other);
            keys[next[other]++] = Key(percent, one);
        }
        var (wordings, percents) = (new List<int>(keys.Length), new List<int>(keys.Length));
        var kept = new int[count + 1];
        for (var w = 0; w < count; w++)
        {
            var list = keys.AsSpan(starts[w]..starts[w + 1]);
            list.Sort();
            foreach (var key in list[..Math.Min(most, list.Length)])
            {
                wordings.Add((int)(uint)key);
                percents.Add(byte.MaxValue - (int)(key >> 32));
            }
            kept[w + 1] = wordings.Count;
        }
        return new(kept, [.. wordings], [.. percents]);
    }

    private static ulong Key(byte percent, int wording) => ((ulong)(byte.MaxValue - percent) << 32) | (uint)wording;
}
