namespace Search.Reuse.Prints;

/// <summary>The fingerprints of all wordings in ascending order, each with its wording; of one fingerprint the wordings ascend.</summary>
internal sealed class PrintTable
{
    private const int HalfBits = 16;
    private const int Values = 1 << HalfBits;

    /// <summary>Of texts with more words one of <see cref="LeftOutOf"/> fingerprints is not kept for looking texts up.</summary>
    private const int ManyWords = 20;

    private const int LeftOutOf = 3;

    private readonly int[] _firsts;
    private readonly int[] _positions;

    /// <summary>Sorts fingerprints by their halves, the lower one first: two passes of counting each.</summary>
    /// <param name="prints">The fingerprints of all wordings, one wording after another.</param>
    /// <param name="firsts">Where each wording's begin, and the end.</param>
    public PrintTable(ReadOnlySpan<uint> prints, int[] firsts)
    {
        _firsts = firsts;
        _positions = new int[prints.Length];
        Halves = new int[prints.Length];
        Wordings = new int[prints.Length];
        var byLower = new int[prints.Length];
        var next = Starts(prints, p => Split(p).Lower);
        for (var i = 0; i < prints.Length; i++) byLower[next[Split(prints[i]).Lower]++] = i;
        UpperStarts = Starts(prints, p => Split(p).Upper);
        next = [.. UpperStarts];
        foreach (var i in byLower)
        {
            var (upper, lower) = Split(prints[i]);
            var position = next[upper]++;
            Halves[position] = lower;
            _positions[i] = position;
        }
        for (var w = 0; w + 1 < firsts.Length; w++)
            for (var i = firsts[w]; i < firsts[w + 1]; i++)
                Wordings[_positions[i]] = w;
    }

    /// <summary>Where the fingerprints with each upper half begin, and the end.</summary>
    public int[] UpperStarts { get; }

    /// <summary>The lower halves.</summary>
    public int[] Halves { get; }

    /// <summary>The wordings.</summary>
    public int[] Wordings { get; }

    /// <summary>The two halves of a fingerprint.</summary>
    private static (int Upper, int Lower) Split(uint print) => ((int)(print >> HalfBits), (int)(print & (Values - 1)));

    /// <summary>Counts, for every wording before this one that shares fingerprints with it, how many; of each fingerprint the last holders only.</summary>
    public void Count(int wording, int most, SharedPrints counts)
    {
        for (var i = _firsts[wording]; i < _firsts[wording + 1]; i++)
        {
            var position = _positions[i];
            var lower = Halves[position];
            var end = Math.Max(0, position - most);
            // Neighbours with the same lower half have the same upper half, or else lie at the border of two upper halves.
            for (var p = position - 1; p >= end && Halves[p] == lower; p--)
            {
                if (Wordings[p] >= wording) break;
                counts.Add(Wordings[p]);
            }
        }
    }

    /// <summary>The columns for looking texts up: of longer wordings, which have many, a part of their fingerprints.</summary>
    public (int[] Starts, int[] Rests, int[] Wordings) ForLookup(WordingTable wordings)
    {
        var beginnings = new PrintBeginnings(Wordings.Length >= PrintBeginnings.Many);
        var (starts, rests, holders) = (new int[beginnings.Count + 1], new List<int>(), new List<int>());
        for (var upper = 0; upper < Values; upper++)
            for (var i = UpperStarts[upper]; i < UpperStarts[upper + 1]; i++)
            {
                if (Halves[i] % LeftOutOf == 0 && wordings.SortedWords(Wordings[i]).Length > ManyWords) continue;
                var (beginning, rest) = beginnings.Split(((uint)upper << HalfBits) | (uint)Halves[i]);
                rests.Add(rest);
                holders.Add(Wordings[i]);
                starts[beginning + 1] = rests.Count;
            }
        for (var b = 0; b < beginnings.Count; b++) starts[b + 1] = Math.Max(starts[b], starts[b + 1]);
        return (starts, [.. rests], [.. holders]);
    }

    private static int[] Starts(ReadOnlySpan<uint> prints, Func<uint, int> half)
    {
        var starts = new int[Values + 1];
        foreach (var print in prints) starts[half(print) + 1]++;
        for (var h = 0; h < Values; h++) starts[h + 1] += starts[h];
        return starts;
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
