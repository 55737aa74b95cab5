using System.Runtime.InteropServices;
using Search.Reuse.Storage;

namespace Search.Reuse.Prints;

/// <summary>The fingerprints of all wordings in ascending order, each with its wording; of one fingerprint the wordings ascend.</summary>
internal sealed class PrintTable : IDisposable
{
    private const int HalfBits = 16;
    private const int Values = 1 << HalfBits;

    /// <summary>Of texts with more words one of <see cref="LeftOutOf"/> fingerprints is not kept for looking texts up.</summary>
    private const int ManyWords = 20;

    private const int LeftOutOf = 3;

    /// <summary>A part of the memory is taken while fingerprints are sorted.</summary>
    private const int ShareOfSorting = 4;

    private readonly SpilledLists<uint> _positions;
    private readonly int[] _upperStarts = new int[Values + 1];
    private readonly SpilledArray<ushort> _lowers;
    private readonly SpilledArray<int> _wordings;
    private readonly long _mostSorted;

    /// <summary>Sorts fingerprints, a range of them at a time: by their upper halves, then those that share one.</summary>
    /// <param name="prints">The fingerprints of all wordings, of each ascending. The table takes the list over: it
    /// holds their positions afterwards.</param>
    /// <param name="memory">Bytes of memory that the table may take; the rest of it is on the disk.</param>
    public PrintTable(SpilledLists<uint> prints, long memory)
    {
        const int Bytes = sizeof(ushort) + sizeof(int);
        _positions = prints;
        (_lowers, _wordings) = (new(memory * sizeof(ushort) / Bytes), new(memory * sizeof(int) / Bytes));
        for (var wording = 0; wording < prints.Lists; wording++)
            foreach (var print in prints[wording]) _upperStarts[(print >> HalfBits) + 1]++;
        for (var upper = 0; upper < Values; upper++) _upperStarts[upper + 1] = checked(_upperStarts[upper] + _upperStarts[upper + 1]);
        var sorted = new int[prints.Lists];
        _mostSorted = memory / ShareOfSorting / sizeof(ulong);
        foreach (var (from, to) in Ranges()) Sort(from, to, sorted);
    }

    /// <summary>How many fingerprints there are.</summary>
    private int Prints => _upperStarts[Values];

    /// <summary>Ranges of upper halves of which the fingerprints are in memory together: the first of each, and the one after its
    /// last.</summary>
    private IEnumerable<(int From, int To)> Ranges()
    {
        for (int from = 0, to; from < Values; from = to)
        {
            to = from + 1;
            while (to < Values && _upperStarts[to + 1] - _upperStarts[from] <= _mostSorted) to++;
            yield return (from, to);
        }
    }

    /// <summary>Sorts the fingerprints whose upper halves are in a range.</summary>
    /// <param name="from">The first upper half.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="done">Of each wording how many fingerprints are before the range.</param>
    private void Sort(int from, int to, int[] done)
    {
        var first = _upperStarts[from];
        var keys = new ulong[_upperStarts[to] - first];
        if (keys.Length == 0) return;
        var next = _upperStarts.AsSpan(from, to - from).ToArray();
        for (var wording = 0; wording < done.Length; wording++)
            foreach (var print in Within(wording, done[wording], to))
                keys[next[(print >> HalfBits) - from]++ - first] = Key(print, wording);
        for (var upper = from; upper < to; upper++) Range(keys, first, upper).Sort();
        foreach (var key in keys)
        {
            _lowers.Add((ushort)(key >> 32));
            _wordings.Add((int)(uint)key);
        }
        var positions = new List<uint>();
        for (var wording = 0; wording < done.Length; wording++)
        {
            positions.Clear();
            foreach (var print in Within(wording, done[wording], to))
            {
                var upper = (int)(print >> HalfBits);
                positions.Add((uint)(_upperStarts[upper] + Range(keys, first, upper).BinarySearch(Key(print, wording))));
            }
            _positions.Set(wording, done[wording], CollectionsMarshal.AsSpan(positions));
            done[wording] += positions.Count;
        }
    }

    private static ulong Key(uint print, int wording) => ((ulong)(ushort)print << 32) | (uint)wording;

    private Span<ulong> Range(ulong[] keys, int first, int upper) =>
        keys.AsSpan((_upperStarts[upper] - first)..(_upperStarts[upper + 1] - first));

    /// <summary>The fingerprints of a wording from a place on whose upper halves are less than one.</summary>
    private ReadOnlySpan<uint> Within(int wording, int start, int to)
    {
        var rest = _positions[wording][start..];
        var length = 0;
        while (length < rest.Length && rest[length] >> HalfBits < to) length++;
        return rest[..length];
    }

    /// <summary>Counts, for every wording before this one that shares fingerprints with it, how many; of each
    /// fingerprint the last holders only.</summary>
    public void Count(int wording, int most, SharedPrints counts)
    {
        foreach (var position in _positions[wording]) Count(wording, (int)position, Math.Max(0, (int)position - most), counts);
    }

    private void Count(int wording, int position, int end, SharedPrints counts)
    {
        var lower = _lowers[position];
        for (var last = position - 1; last >= end;)
        {
            var lowers = _lowers.ChunkUpTo(last);
            var holders = _wordings.ChunkUpTo(last);
            var stop = Math.Max(0, lowers.Length - 1 - (last - end));
            // Neighbours with the same lower half have the same upper half, or else are at the border of two upper halves.
            for (var i = lowers.Length - 1; i >= stop; i--)
            {
                if (lowers[i] != lower || holders[i] >= wording) return;
                counts.Add(holders[i]);
            }
            last -= lowers.Length - stop;
        }
    }

    /// <summary>Puts the fingerprints back into the lists that the table took over; it counts nothing afterwards.</summary>
    public void Restore()
    {
        var done = new int[_positions.Lists];
        var restored = new List<uint>();
        foreach (var (from, to) in Ranges())
        {
            var (first, end) = (_upperStarts[from], _upperStarts[to]);
            if (first == end) continue;
            var prints = new uint[end - first];
            for (var upper = from; upper < to; upper++)
                for (var i = _upperStarts[upper]; i < _upperStarts[upper + 1]; i++)
                    prints[i - first] = ((uint)upper << HalfBits) | _lowers[i];
            for (var wording = 0; wording < done.Length; wording++)
            {
                restored.Clear();
                foreach (var position in _positions[wording][done[wording]..])
                {
                    if (position >= end) break;
                    restored.Add(prints[position - first]);
                }
                _positions.Set(wording, done[wording], CollectionsMarshal.AsSpan(restored));
                done[wording] += restored.Count;
            }
        }
    }

    /// <summary>How the fingerprints for looking texts up are found.</summary>
    public PrintBeginnings Beginnings => new(Prints >= PrintBeginnings.Many);

    /// <summary>The fingerprints for looking texts up, in order, each with its wording; of longer wordings, which have many, a
    /// part, and none of those that no passage has any more.</summary>
    /// <param name="wordings">The wordings.</param>
    /// <param name="passages">Where the passages of each wording begin, and the end.</param>
    public IEnumerable<(uint Print, int Wording)> ForLookup(WordingTable wordings, int[] passages)
    {
        var (isLeftOut, isLong) = (new bool[wordings.Count], new bool[wordings.Count]); // asked of every fingerprint
        for (var wording = 0; wording < wordings.Count; wording++)
            (isLeftOut[wording], isLong[wording]) = (passages[wording] == passages[wording + 1], wordings.Length(wording) > ManyWords);
        for (var upper = 0; upper < Values; upper++)
            for (var i = _upperStarts[upper]; i < _upperStarts[upper + 1]; i++)
            {
                var (lower, wording) = (_lowers[i], _wordings[i]);
                if (isLeftOut[wording] || (lower % LeftOutOf == 0 && isLong[wording])) continue;
                yield return (((uint)upper << HalfBits) | lower, wording);
            }
    }

    public void Dispose()
    {
        _lowers.Dispose();
        _wordings.Dispose();
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
