using System.Numerics;

namespace Search.FullText.Scoring;

/// <summary>Documents that match at least so many parts; the scores of those that match add up.</summary>
internal sealed class OrScorer : PartsScorer
{
    private readonly Scorer[] _parts;
    private readonly bool[] _matched;

    /// <summary>Joins parts, owned from now on.</summary>
    /// <param name="parts">More than one.</param>
    /// <param name="required">At least 1 and at most the number of parts.</param>
    public OrScorer(Scorer[] parts, int required) : base(parts)
    {
        _parts = parts;
        _matched = new bool[_parts.Length];
        Required = required;
        foreach (var part in _parts) Cost += part.Cost;
    }

    public override long Cost { get; }

    public override bool IsExact => Required == 1 && Array.TrueForAll(_parts, p => p.IsExact);

    public int Required { get; }

    public override int Seek(int target)
    {
        var least = End;
        foreach (var part in _parts) least = Math.Min(least, part.Document >= target ? part.Document : part.Seek(target));
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

    public override float Score()
    {
        var sum = 0.0;
        var exact = IsExact;
        for (var i = 0; i < _parts.Length; i++)
        {
            if (exact ? _parts[i].Document == Document : _matched[i]) sum += _parts[i].Score();
        }

        return (float)sum;
    }

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        if (Required == 1)
        {
            foreach (var part in _parts) part.Fill(from, to, bits);
            return;
        }

        // Bit planes count to Required and stop: plane k holds the documents seen in more than k parts.
        if (Required <= 8)
        {
            FillByPlanes(from, to, bits);
            return;
        }

        var counts = new ushort[to - from];
        Span<ulong> one = stackalloc ulong[Window / 64];
        one = one[..bits.Length];
        foreach (var part in _parts)
        {
            one.Clear();
            part.Fill(from, to, one);
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

    private void FillByPlanes(int from, int to, Span<ulong> bits)
    {
        var length = bits.Length;
        var planes = System.Buffers.ArrayPool<ulong>.Shared.Rent(length * (Required + 1));
        Array.Clear(planes, 0, length * (Required + 1));
        var one = planes.AsSpan(length * Required, length);
        foreach (var part in _parts)
        {
            one.Clear();
            part.Fill(from, to, one);
            for (var w = 0; w < length; w++)
            {
                var carry = one[w];
                for (var k = 0; k < Required && carry != 0; k++)
                {
                    var before = planes[(k * length) + w];
                    planes[(k * length) + w] |= carry;
                    carry &= before;
                }
            }
        }

        for (var w = 0; w < length; w++) bits[w] |= planes[((Required - 1) * length) + w];
        System.Buffers.ArrayPool<ulong>.Shared.Return(planes);
    }
}
