namespace Search.FullText.Scoring;

/// <summary>Documents that match all parts; their scores add up. The rarest part leads.</summary>
internal sealed class AndScorer : Scorer
{
    private readonly Scorer[] _parts;
    private readonly Scorer[] _inexact;
    private readonly TermScorer? _leadTerm;
    private int _boundsEnd = -1;
    private double _boundOfOthers;
    private float _boundOfAll;

    public AndScorer(List<Scorer> parts)
    {
        _parts = [.. parts];
        Array.Sort(_parts, (a, b) => a.Cost.CompareTo(b.Cost));
        _inexact = Array.FindAll(_parts, p => !p.IsExact);
        _leadTerm = _parts[0] as TermScorer;
    }

    public override long Cost => _parts[0].Cost;

    public override bool IsExact => _inexact.Length == 0;

    public override bool IsConstant => Array.TrueForAll(_parts, p => p.IsConstant);

    public override int Seek(int target)
    {
        var lead = _parts[0];
        var document = lead.Seek(target);
        while (document != End)
        {
            if (Floor > 0)
            {
                if (document > _boundsEnd) FindBounds(document);
                if (_boundOfAll < Floor)
                {
                    document = _boundsEnd == End ? End : lead.Seek(_boundsEnd + 1);
                    continue;
                }

                if (_leadTerm is not null && (float)((_leadTerm.Score() + _boundOfOthers) * 1.000001) < Floor)
                {
                    document = lead.Seek(document + 1);
                    continue;
                }
            }

            var at = document;
            for (var i = 1; i < _parts.Length; i++)
            {
                at = _parts[i].Seek(document);
                if (at != document) break;
            }

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

    public override float Score()
    {
        var sum = 0.0;
        foreach (var part in _parts) sum += part.Score();
        return (float)sum;
    }

    public override int BoundEnd(int from)
    {
        var end = End;
        foreach (var part in _parts) end = Math.Min(end, part.BoundEnd(from));
        return end;
    }

    public override float Bound(int from, int to)
    {
        var sum = 0.0;
        foreach (var part in _parts) sum += part.Bound(from, to);
        return (float)(sum * 1.000001);
    }

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        var others = 0L;
        for (var i = 1; i < _parts.Length; i++) others += _parts[i].Cost;
        if (!IsExact || others > _parts[0].Cost * 12 * (_parts.Length - 1))
        {
            base.Fill(from, to, bits);
            return;
        }

        // Lists of like length are met faster as bits than document by document.
        var length = bits.Length;
        var rented = System.Buffers.ArrayPool<ulong>.Shared.Rent(length * 2);
        var one = rented.AsSpan(0, length);
        var all = rented.AsSpan(length, length);
        all.Clear();
        _parts[0].Fill(from, to, all);
        for (var i = 1; i < _parts.Length; i++)
        {
            one.Clear();
            _parts[i].Fill(from, to, one);
            for (var w = 0; w < all.Length; w++) all[w] &= one[w];
        }

        for (var w = 0; w < all.Length; w++) bits[w] |= all[w];
        System.Buffers.ArrayPool<ulong>.Shared.Return(rented);
    }

    public override void Dispose()
    {
        foreach (var part in _parts) part.Dispose();
    }

    private void FindBounds(int from)
    {
        var end = End;
        foreach (var part in _parts) end = Math.Min(end, part.BoundEnd(from));
        var others = 0.0;
        for (var i = 1; i < _parts.Length; i++) others += _parts[i].Bound(from, end);
        (_boundsEnd, _boundOfOthers) = (end, others);
        _boundOfAll = (float)((others + _parts[0].Bound(from, end)) * 1.000001);
    }
}
