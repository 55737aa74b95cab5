using Search.Reuse.Storage;

namespace Search.Reuse.Prints;

/// <summary>
/// Of each wording its versions, the most similar first. What is added waits, range of wordings by range of wordings, until all is there;
/// then each range is sorted by itself.
/// </summary>
/// <param name="count">How many wordings there are.</param>
/// <param name="most">The longest list.</param>
/// <param name="memory">Bytes of memory that the lists may take, beside a few megabytes; the rest of them is on the disk.</param>
internal sealed class SimilarLists(int count, int most, long memory) : IDisposable
{
    private const int FewestOfRange = 1 << 12;
    private const int MostRanges = 256;
    private const int BlockLength = 1 << 12;
    private const int Percent100 = byte.MaxValue;

    // The wording, of its range, then the overlap's complement and the other wording: ascending is best first.
    private const int PercentShift = 32, WordingShift = 40;

    private readonly int _range = Math.Max(FewestOfRange, (count / MostRanges) + 1);
    private readonly Dictionary<int, Waiting> _waiting = [];
    private readonly SpilledArray<ulong> _blocks = new(memory / 2);

    /// <summary>Where each wording's versions begin, and the end.</summary>
    public int[] Starts { get; } = new int[count + 1];

    /// <summary>The versions.</summary>
    public SpilledArray<int> Wordings { get; } = new(memory / 4);

    /// <summary>Their overlaps in hundredths.</summary>
    public SpilledArray<byte> Percents { get; } = new(memory / 4);

    /// <summary>Adds that two wordings are versions of each other.</summary>
    public void AddBoth(int one, int other, int percent)
    {
        Add(one, other, percent);
        Add(other, one, percent);
    }

    /// <summary>Adds a version of a wording.</summary>
    public void Add(int wording, int version, int percent)
    {
        var (range, within) = Math.DivRem(wording, _range);
        if (!_waiting.TryGetValue(range, out var waiting)) _waiting.Add(range, waiting = new());
        if (waiting.Filled == BlockLength)
        {
            waiting.Blocks.Add(_blocks.Count);
            _blocks.Add(waiting.Block);
            waiting.Filled = 0;
        }
        waiting.Block[waiting.Filled++] =
            ((ulong)within << WordingShift) | ((ulong)(Percent100 - percent) << PercentShift) | (uint)version;
    }

    /// <summary>The versions of a wording, once the lists are made.</summary>
    public IEnumerable<SimilarWording> Of(int wording)
    {
        for (var i = Starts[wording]; i < Starts[wording + 1]; i++) yield return new(Wordings[i], Percents[i]);
    }

    /// <summary>Makes the lists of what was added.</summary>
    public void Complete()
    {
        var (blocks, length) = (new ulong[BlockLength], 0);
        for (var range = 0; range * _range < count; range++)
        {
            if (_waiting.Remove(range, out var waiting)) Complete(range, Sorted(waiting, ref blocks));
            var end = Math.Min(count, (range + 1) * _range);
            for (var wording = range * _range; wording < end; wording++) Starts[wording + 1] = length += Starts[wording + 1];
        }
        _blocks.Dispose();
    }

    public void Dispose()
    {
        _blocks.Dispose();
        Wordings.Dispose();
        Percents.Dispose();
    }

    private ulong[] Sorted(Waiting waiting, ref ulong[] copy)
    {
        var keys = new ulong[(waiting.Blocks.Count * BlockLength) + waiting.Filled];
        foreach (var (n, start) in waiting.Blocks.Index())
            _blocks.Read(start, BlockLength, ref copy).CopyTo(keys.AsSpan(n * BlockLength));
        waiting.Block.AsSpan(0, waiting.Filled).CopyTo(keys.AsSpan(waiting.Blocks.Count * BlockLength));
        Array.Sort(keys);
        return keys;
    }

    private void Complete(int range, ulong[] keys)
    {
        foreach (var key in keys)
        {
            var wording = (range * _range) + (int)(key >> WordingShift);
            if (Starts[wording + 1] == most) continue;
            Starts[wording + 1]++;
            Wordings.Add((int)(uint)key);
            Percents.Add((byte)(Percent100 - (byte)(key >> PercentShift)));
        }
    }

    /// <summary>What was added of a range of wordings.</summary>
    private sealed class Waiting
    {
        /// <summary>Where the blocks that are full begin.</summary>
        public List<long> Blocks { get; } = [];

        /// <summary>The block that is not full.</summary>
        public ulong[] Block { get; } = new ulong[BlockLength];

        /// <summary>How much of it is filled.</summary>
        public int Filled { get; set; }
    }
}
