using System.Runtime.InteropServices;

namespace Search.Reuse.Prints;

/// <summary>The fingerprints of all wordings in ascending order, each with its wording; of one fingerprint the wordings ascend.</summary>
internal sealed class PrintTable
{
    private const int HalfBits = 16;
    private const int Values = 1 << HalfBits;

    /// <summary>Of texts with more words one of <see cref="LeftOutOf"/> fingerprints is not kept for looking texts up.</summary>
    private const int ManyWords = 20;

    private const int LeftOutOf = 3;

    private readonly ChunkedLists<uint> _positions;
    private readonly int[] _upperStarts = new int[Values + 1];
    private readonly ushort[] _lowers;
    private readonly int[] _wordings;

    /// <summary>Sorts fingerprints: by their upper halves into ranges, then each range by itself.</summary>
    /// <param name="prints">The fingerprints of all wordings, of each ascending. The table takes the list over: it
    /// holds their positions afterwards.</param>
    public PrintTable(ChunkedLists<uint> prints)
    {
        _positions = prints;
        (_lowers, _wordings) = (new ushort[prints.Count], new int[prints.Count]);
        for (var wording = 0; wording < prints.Lists; wording++)
            foreach (var print in prints[wording]) _upperStarts[(print >> HalfBits) + 1]++;
        for (var upper = 0; upper < Values; upper++) _upperStarts[upper + 1] += _upperStarts[upper];
        Fill(prints);
        Sort();
        // Of each wording the fingerprints ascend, and so do their positions.
        var next = new int[prints.Lists];
        for (var position = 0; position < _wordings.Length; position++)
        {
            var wording = _wordings[position];
            prints[wording][next[wording]++] = (uint)position;
        }
    }

    private void Fill(ChunkedLists<uint> prints)
    {
        var next = _upperStarts.AsSpan(0, Values).ToArray();
        for (var wording = 0; wording < prints.Lists; wording++)
            foreach (var print in prints[wording])
            {
                var position = next[print >> HalfBits]++;
                (_lowers[position], _wordings[position]) = ((ushort)print, wording);
            }
    }

    private void Sort()
    {
        var keys = new List<ulong>();
        for (var upper = 0; upper < Values; upper++)
        {
            var (start, end) = (_upperStarts[upper], _upperStarts[upper + 1]);
            if (end - start < 2) continue;
            CollectionsMarshal.SetCount(keys, end - start);
            var sorted = CollectionsMarshal.AsSpan(keys);
            for (var i = 0; i < sorted.Length; i++) sorted[i] = ((ulong)_lowers[start + i] << 32) | (uint)_wordings[start + i];
            sorted.Sort();
            for (var i = 0; i < sorted.Length; i++)
                (_lowers[start + i], _wordings[start + i]) = ((ushort)(sorted[i] >> 32), (int)(uint)sorted[i]);
        }
    }

    /// <summary>Counts, for every wording before this one that shares fingerprints with it, how many; of each
    /// fingerprint the last holders only.</summary>
    public void Count(int wording, int most, SharedPrints counts)
    {
        foreach (var at in _positions[wording])
        {
            var position = (int)at;
            var lower = _lowers[position];
            var end = Math.Max(0, position - most);
            // Neighbours with the same lower half have the same upper half, or else lie at the border of two upper halves.
            for (var p = position - 1; p >= end && _lowers[p] == lower; p--)
            {
                if (_wordings[p] >= wording) break;
                counts.Add(_wordings[p]);
            }
        }
    }

    /// <summary>The columns for looking texts up: of longer wordings, which have many, a part of their fingerprints. The
    /// table is of no use afterwards.</summary>
    public (int[] Starts, int[] Rests, ReadOnlyMemory<int> Wordings) ForLookup(WordingTable wordings)
    {
        var beginnings = new PrintBeginnings(_wordings.Length >= PrintBeginnings.Many);
        var (starts, rests, kept) = (new int[beginnings.Count + 1], new int[_wordings.Length], 0);
        for (var upper = 0; upper < Values; upper++)
            for (var i = _upperStarts[upper]; i < _upperStarts[upper + 1]; i++)
            {
                if (_lowers[i] % LeftOutOf == 0 && wordings.Length(_wordings[i]) > ManyWords) continue;
                var (beginning, rest) = beginnings.Split(((uint)upper << HalfBits) | _lowers[i]);
                rests[kept] = rest;
                _wordings[kept++] = _wordings[i];
                starts[beginning + 1] = kept;
            }
        for (var b = 0; b < beginnings.Count; b++) starts[b + 1] = Math.Max(starts[b], starts[b + 1]);
        Array.Resize(ref rests, kept);
        return (starts, rests, _wordings.AsMemory(0, kept));
    }
}

/// <summary>How fingerprints are found: by their first bits, of which there are fewer in a small index.</summary>
internal readonly struct PrintBeginnings(bool many)
{
    /// <summary>From that many fingerprints on the beginnings are longer.</summary>
    public const int Many = 1 << 16;

    private const int FewBits = 8;
    private const int ManyBits = 16;

    private readonly int _bits = many ? ManyBits : FewBits;

    /// <summary>How many beginnings there are.</summary>
    public int Count => 1 << _bits;

    /// <summary>Whether an index can have that many beginnings.</summary>
    public static bool IsCount(int count) => count is 1 << FewBits or 1 << ManyBits;

    /// <summary>The beginnings of an index that has that many of them.</summary>
    public static PrintBeginnings Of(int count) => new(count == 1 << ManyBits);

    /// <summary>A fingerprint's beginning and the rest of it.</summary>
    public (int Beginning, int Remainder) Split(uint print) => ((int)(print >> (32 - _bits)), (int)(print & ((1u << (32 - _bits)) - 1)));
}
