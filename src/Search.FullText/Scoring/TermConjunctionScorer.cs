using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>Documents that have all of several terms; their scores add up.</summary>
internal sealed unsafe class TermConjunctionScorer : BlockMaxConjunctionScorer
{
    private readonly Part[] _parts;
    private readonly double _mostOfOthers;
    private double _boundOfOthers; // in the stretch

    private TermConjunctionScorer(Part[] byCost) : base(Array.ConvertAll(byCost, p => p.Cursor), mayTestBits: true)
    {
        _parts = byCost;
        for (var i = 1; i < byCost.Length; i++) _mostOfOthers += byCost[i].Bound(byte.MaxValue);
        _boundOfOthers = _mostOfOthers;
    }

    public override bool IsConstant => Array.TrueForAll(_parts, p => p.Term is null);

    /// <summary>Joins walks over single lists of postings, owned from now on; null where some are of another kind.</summary>
    public static TermConjunctionScorer? TryJoin(List<Scorer> scorers)
    {
        var parts = new List<Part>(scorers.Count + 2);
        foreach (var scorer in scorers)
        {
            if (scorer is TermScorer term) parts.Add(new Part(term.Cursor, term, 0));
            else if (scorer is PostingsScorer postings) parts.Add(new Part(postings.Cursor, null, (float)postings.Score()));
            else if (scorer is TermConjunctionScorer all) parts.AddRange(all._parts);
            else return null;
        }

        Part[] byCost = [.. parts];
        Array.Sort(byCost, (a, b) => a.Cursor.Documents.CompareTo(b.Cursor.Documents));
        return new TermConjunctionScorer(byCost);
    }

    public override double Score()
    {
        var sum = 0.0;
        foreach (var part in _parts) sum += part.Score();
        return sum;
    }

    public override float Bound(int from, int to)
    {
        var sum = 0.0;
        foreach (var part in _parts) sum += part.Bound(part.Cursor.Bound(from, to));
        return (float)(sum * RoundingSlack.OfSums);
    }

    protected override float BoundOf(int list, int bound) => _parts[list].Bound(bound);

    protected override float Join(ReadOnlySpan<float> bounds)
    {
        var others = 0.0;
        for (var i = 1; i < bounds.Length; i++) others += bounds[i];
        _boundOfOthers = others;
        return (float)((others + bounds[0]) * RoundingSlack.OfSums);
    }

    protected override bool OthersCanReach(int standing, float floor)
    {
        var sum = 0.0;
        for (var i = 0; i < standing; i++) sum += _parts[i].Score();
        for (var i = standing; i < _parts.Length; i++)
        {
            var cursor = _parts[i].Cursor;
            if (cursor.BlockEnd(Document) == End) return false;
            sum += _parts[i].Bound(cursor.BlockBound);
        }

        return (float)(sum * RoundingSlack.OfSums) >= floor;
    }

    protected override bool LeadCanReach(float floor) => (float)((_parts[0].Score() + _mostOfOthers) * RoundingSlack.OfSums) >= floor;

    protected override int KeepPromising(int* documents, int* chosen, int count, float floor) =>
        _parts[0].Term?.KeepPromising(documents, chosen, count, (float)((floor / RoundingSlack.OfSums) - _boundOfOthers)) ?? count;

    /// <summary>One list: of a scored term, or one that every document has a like score for.</summary>
    private readonly record struct Part(PostingsCursor Cursor, TermScorer? Term, float Constant)
    {
        public double Score() => Term?.Score() ?? Constant;

        public float Bound(int bound) => bound == 0 ? 0 : Term?.BoundOf(bound) ?? Constant;
    }
}
