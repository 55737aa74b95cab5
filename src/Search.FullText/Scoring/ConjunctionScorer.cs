using System.Buffers;

namespace Search.FullText.Scoring;

/// <summary>Documents that match all parts, whatever these are. The rarest part leads.</summary>
internal sealed class ConjunctionScorer : PartsScorer
{
    /// <summary>Lists this many times as long as the rarest are looked up document by document, shorter ones met as bits.</summary>
    private const int LongList = 12;

    private readonly Scorer[] _parts;
    private readonly Scorer[] _inexact;
    private int _boundsEnd = -1;
    private float _boundOfAll;

    private ConjunctionScorer(Scorer[] parts) : base(parts)
    {
        _parts = parts;
        _inexact = Array.FindAll(parts, p => !p.IsExact);
    }

    public override long Cost => _parts[0].Cost;

    public override bool IsExact => _inexact.Length == 0;

    public override bool IsConstant => Array.TrueForAll(_parts, p => p.IsConstant);

    /// <summary>Joins walks, owned from now on, in the way that suits them.</summary>
    /// <param name="parts">At least one.</param>
    public static Scorer Of(List<Scorer> parts)
    {
        if (parts.Count == 1) return parts[0];
        if (TermConjunctionScorer.TryJoin(parts) is { } terms) return terms;
        Scorer[] byCost = [.. parts];
        Array.Sort(byCost, (a, b) => a.Cost.CompareTo(b.Cost));
        return new ConjunctionScorer(byCost);
    }

    public override int Seek(int target)
    {
        var lead = _parts[0];
        var document = lead.Seek(target);
        while (document != End)
        {
            if (Floor > 0)
            {
                if (document > _boundsEnd) (_boundsEnd, _boundOfAll) = (BoundEnd(document), Bound(document, BoundEnd(document)));
                if (_boundOfAll < Floor)
                {
                    document = _boundsEnd == End ? End : lead.Seek(_boundsEnd + 1);
                    continue;
                }
            }

            var (at, sought) = (document, 1);
            for (; sought < _parts.Length && at == document; sought++) at = _parts[sought].Seek(document);
            WorkMeter.Add(sought * WorkMeter.Seek);
            if (WorkMeter.IsSpent) break;
            if (at == document) return Document = document;
            document = at == End ? End : lead.Seek(at);
        }

        return Document = End;
    }

    public override bool Matches()
    {
        foreach (var part in _inexact)
        {
            if (!part.Matches()) return false;
        }

        return true;
    }

    public override double Score()
    {
        var sum = 0.0;
        foreach (var part in _parts) sum += part.Score();
        return sum;
    }

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        var others = 0L;
        for (var i = 1; i < _parts.Length; i++) others += _parts[i].Cost;
        if (!IsExact || others > _parts[0].Cost * LongList * (_parts.Length - 1))
        {
            base.Fill(from, to, bits);
            return;
        }

        // Lists of like length are met faster as bits than document by document.
        var length = bits.Length;
        var rented = ArrayPool<ulong>.Shared.Rent(length * 2);
        var one = rented.AsSpan(0, length);
        var all = rented.AsSpan(length, length);
        all.Clear();
        _parts[0].Fill(from, to, all);
        for (var i = 1; i < _parts.Length; i++)
        {
            one.Clear();
            _parts[i].Fill(from, to, one);
            DocumentBitSet.And(all, one);
        }

        DocumentBitSet.Or(bits, all);
        ArrayPool<ulong>.Shared.Return(rented);
    }
}
