using System.Buffers;
using System.Numerics;
using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>Documents that match at least that many parts; the scores of those that match add up.</summary>
internal sealed class DisjunctionScorer : PartsScorer
{
    /// <summary>Up to that many required parts are counted in bit planes.</summary>
    private const int MostPlanes = 8;

    private readonly Scorer[] _parts;
    private readonly bool[] _matched;
    private readonly PostingsCursor[] _cursors; // where every part is one list

    /// <summary>Joins parts, owned from now on.</summary>
    /// <param name="parts">More than one.</param>
    /// <param name="required">At least 1 and at most the number of parts.</param>
    public DisjunctionScorer(Scorer[] parts, int required) : base(parts)
    {
        _parts = parts;
        _matched = new bool[_parts.Length];
        _cursors = Array.TrueForAll(_parts, p => p is TermScorer) ? Array.ConvertAll(_parts, p => ((TermScorer)p).Cursor) : [];
        Required = required;
        foreach (var part in _parts) Cost += part.Cost;
    }

    public override long Cost { get; }

    public override bool IsExact => Required == 1 && Array.TrueForAll(_parts, p => p.IsExact);

    public int Required { get; }

    public override int Seek(int target)
    {
        var (least, sought) = (End, 0);
        foreach (var part in _parts)
        {
            if (part.Document < target)
            {
                part.Seek(target);
                sought++;
            }

            least = Math.Min(least, part.Document);
        }

        WorkMeter.Add(_parts.Length + (sought * WorkMeter.Seek));
        return Document = least;
    }

    public override bool Matches()
    {
        var count = 0;
        for (var i = 0; i < _parts.Length; i++)
        {
            _matched[i] = _parts[i].Document == Document && _parts[i].Matches();
            if (_matched[i]) count++;
        }

        return count >= Required;
    }

    public override double Score()
    {
        var sum = 0.0;
        var exact = IsExact;
        for (var i = 0; i < _parts.Length; i++)
        {
            if (exact ? _parts[i].Document == Document : _matched[i]) sum += _parts[i].Score();
        }

        return sum;
    }

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        if (Required == 1)
        {
            if (_cursors.Length > 0) PostingsFill.FillAny(_cursors, from, to, bits);
            else foreach (var part in _parts) part.Fill(from, to, bits);
            return;
        }

        if (Required > MostPlanes)
        {
            FillByCounting(from, to, bits);
            return;
        }

        var one = ArrayPool<ulong>.Shared.Rent(bits.Length);
        FillByPlanes(from, to, bits, one, keep: false);
        ArrayPool<ulong>.Shared.Return(one);
    }

    /// <summary>The same as <see cref="Fill(int, int, Span{ulong})"/>, and the bits of each part after those of the part before.</summary>
    /// <param name="from">What bit 0 stands for.</param>
    /// <param name="to">Before which document to stop.</param>
    /// <param name="bits">Of the matches.</param>
    /// <param name="parts">Room for as many bits for each part.</param>
    public void Fill(int from, int to, Span<ulong> bits, Span<ulong> parts) => FillByPlanes(from, to, bits, parts, keep: true);

    /// <summary>Bit planes count to Required and stop: plane k holds the documents seen in more than k parts,
    /// the last one the matches.</summary>
    private void FillByPlanes(int from, int to, Span<ulong> bits, Span<ulong> parts, bool keep)
    {
        var length = bits.Length;
        var rented = ArrayPool<ulong>.Shared.Rent(length * (Required - 1));
        var planes = rented.AsSpan(0, length * (Required - 1));
        planes.Clear();
        for (var p = 0; p < _parts.Length; p++)
        {
            var one = parts.Slice(keep ? p * length : 0, length);
            one.Clear();
            _parts[p].Fill(from, to, one);
            WorkMeter.Add(length / WorkMeter.WordsOfUnit * Required);
            var above = bits;
            for (var k = Required - 2; k > 0; k--)
            {
                var below = planes.Slice(k * length, length);
                DocumentBitSet.OrShared(above, below, one);
                above = below;
            }

            DocumentBitSet.OrAgain(above, planes[..length], one);
        }

        ArrayPool<ulong>.Shared.Return(rented);
    }

    private void FillByCounting(int from, int to, Span<ulong> bits)
    {
        var counts = new ushort[to - from];
        Span<ulong> one = stackalloc ulong[Window / 64];
        one = one[..bits.Length];
        foreach (var part in _parts)
        {
            one.Clear();
            part.Fill(from, to, one);
            WorkMeter.Add(one.Length);
            for (var w = 0; w < one.Length; w++)
            {
                for (var word = one[w]; word != 0; word &= word - 1) counts[(w << 6) + BitOperations.TrailingZeroCount(word)]++;
            }
        }

        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] >= Required) bits[i >> 6] |= 1UL << (i & 63);
        }
    }
}
