using System.Numerics;
using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>
/// Ranks the documents of an <see cref="DisjunctionScorer"/> by MaxScore over windows: in each window the parts that together cannot
/// reach the floor are only looked up for documents that the other parts, the leads, have found.
/// </summary>
internal sealed class OrRanking
{
    private const int Inner = 4096;
    private const int ShortestWindow = 1024;
    private const int LongestWindow = 1 << 17;

    [ThreadStatic]
    private static OrRanking? t_free;

    private readonly double[] _scores = new double[Inner];
    private readonly ushort[] _counts = new ushort[Inner];
    private readonly ulong[] _bits = new ulong[Inner / 64];
    private Scorer[] _parts = [];
    private double[] _bounds = [];
    private double[] _sums = [];
    private int _required;
    private int _active;
    private int _leads;

    /// <summary>Offers every document of the segment that can reach the floor.</summary>
    public static void Rank(DisjunctionScorer or, TopHits hits, AcceptedDocuments accepted, int documents)
    {
        var ranking = t_free ?? new OrRanking();
        t_free = null;
        ranking.Run(or, hits, accepted, documents);
        t_free = ranking;
    }

    private void Run(DisjunctionScorer or, TopHits hits, AcceptedDocuments accepted, int documents)
    {
        var count = or.Parts.Count;
        _required = or.Required;
        if (_parts.Length != count) (_parts, _bounds, _sums) = (new Scorer[count], new double[count], new double[count]);
        for (var i = 0; i < count; i++) _parts[i] = or.Parts[i];
        (_active, _leads) = (count, 0);
        for (var from = accepted.FirstFrom(0); from < documents && !hits.Stopped;)
        {
            var to = WindowEnd(from, documents);
            if (Partition(from, to, hits.Floor)) RankWindow(from, to, hits, accepted);
            else hits.Skipped = true;
            from = accepted.FirstFrom(to);
        }

        Array.Clear(_parts);
    }

    /// <summary>Where the bounds of the leads of the window before change next.</summary>
    private int WindowEnd(int from, int documents)
    {
        var end = Scorer.End;
        for (var i = _leads; i < _active; i++)
        {
            end = Math.Min(end, _parts[i].BoundEnd(from));
            if (end < from + ShortestWindow) break;
        }

        var length = Math.Clamp((long)end + 1 - from, ShortestWindow, LongestWindow);
        return (int)Math.Min(documents, from + length);
    }

    /// <summary>Puts the parts in the order of their bounds in the window and finds those that lead; false
    /// if nothing can be found.</summary>
    private bool Partition(int from, int to, float floor)
    {
        WorkMeter.Add(WorkMeter.Part * _parts.Length);
        for (var i = 0; i < _parts.Length; i++) _bounds[i] = BoundOf(_parts[i], from, to - 1);
        SortByBound();
        var first = 0;
        while (first < _parts.Length && _bounds[first] < 0) first++;
        _active = _parts.Length;
        if (_active - first < _required)
        {
            _leads = first;
            return false;
        }

        var sum = 0.0;
        var leads = _active;
        for (var i = 0; i < _active; i++)
        {
            sum += Math.Max(0, _bounds[i]);
            _sums[i] = sum;
            if (leads == _active && sum * RoundingSlack.OfSums >= floor) leads = i;
        }

        _leads = Math.Max(leads, first);
        if (leads == _active) return false;
        if (_required > 1) PreferRareLeads(first);
        return true;
    }

    private void SortByBound()
    {
        if (_parts.Length > 8)
        {
            Array.Sort(_bounds, _parts);
            return;
        }

        for (var i = 1; i < _parts.Length; i++)
        {
            var (bound, part) = (_bounds[i], _parts[i]);
            var at = i;
            for (; at > 0 && _bounds[at - 1] > bound; at--) (_bounds[at], _parts[at]) = (_bounds[at - 1], _parts[at - 1]);
            (_bounds[at], _parts[at]) = (bound, part);
        }
    }

    /// <summary>A match needs one of any parts but the required less one: those may be the cheaper leads.</summary>
    private void PreferRareLeads(int first)
    {
        var spare = Math.Min(_required - 1, _active - first - 1);
        if (_leads - first >= spare) return;
        var costNow = 0L;
        for (var i = _leads; i < _active; i++) costNow += _parts[i].Cost;
        Array.Sort(_parts, _bounds, first, _active - first, s_byCost);
        var costThen = 0L;
        for (var i = first + spare; i < _active; i++) costThen += _parts[i].Cost;
        if (costThen >= costNow) Array.Sort(_bounds, _parts, first, _active - first);
        else _leads = first + spare;
        var sum = 0.0;
        for (var i = 0; i < _active; i++) _sums[i] = sum += Math.Max(0, _bounds[i]);
    }

    /// <summary>Below zero for a part that has nothing in the window.</summary>
    private static double BoundOf(Scorer part, int from, int to)
    {
        double bound = part.Bound(from, to);
        return bound > 0 || part.MayMatch(from, to) ? bound : -1;
    }

    private static readonly IComparer<Scorer> s_byCost = Comparer<Scorer>.Create((a, b) => b.Cost.CompareTo(a.Cost));

    private void RankWindow(int from, int to, TopHits hits, AcceptedDocuments accepted)
    {
        if (_active - _leads == 1)
        {
            if (_parts[_leads] is TermScorer term) RankOneTerm(term, from, to, hits, accepted);
            else RankOneLead(_parts[_leads], from, to, hits, accepted);
            return;
        }

        ushort[] counts = _required > 1 ? _counts : [];
        for (var inner = from; inner < to; inner += Inner)
        {
            var end = Math.Min(to, inner + Inner);
            for (var i = _leads; i < _active; i++)
            {
                if (_parts[i].Document < end) _parts[i].Accumulate(inner, end, _scores, counts, _bits);
            }

            Collect(inner, end, hits, accepted);
        }
    }

    private void Collect(int from, int to, TopHits hits, AcceptedDocuments accepted)
    {
        var others = _leads > 0 ? _sums[_leads - 1] : 0.0;
        var seen = 0;
        var words = (to - from + 63) >> 6;
        for (var w = 0; w < words; w++)
        {
            for (var word = _bits[w]; word != 0; word &= word - 1)
            {
                var at = (w << 6) + BitOperations.TrailingZeroCount(word);
                var (score, count) = (_scores[at], 1);
                _scores[at] = 0;
                if (_required > 1) (count, _counts[at]) = (_counts[at], 0);
                seen++;
                if (count + _leads < _required) continue;
                if ((score + others) * RoundingSlack.OfSums < hits.Floor) continue;
                Complete(from + at, score, count, hits, accepted);
            }

            _bits[w] = 0;
        }

        if (_leads > 0 || _required > 1) hits.Skipped = true;
        hits.Visited(_required > 1 ? 0 : seen, accepted);
        WorkMeter.Add(seen);
        hits.CheckWork();
    }

    private void RankOneLead(Scorer lead, int from, int to, TopHits hits, AcceptedDocuments accepted)
    {
        var others = _leads > 0 ? _sums[_leads - 1] : 0.0;
        var seen = 0;
        for (var d = lead.Seek(from); d < to; d = lead.Seek(d + 1))
        {
            if (!lead.Matches()) continue;
            seen++;
            if (others * RoundingSlack.OfSums + _bounds[_leads] < hits.Floor) break;
            var score = lead.Score();
            if ((score + others) * RoundingSlack.OfSums >= hits.Floor) Complete(d, score, 1, hits, accepted);
        }

        hits.Skipped = true;
        hits.Visited(_required > 1 ? 0 : seen, accepted);
        WorkMeter.Add(seen);
        hits.CheckWork();
    }

    /// <summary>The same block by block, for a lead that is one list of postings.</summary>
    private unsafe void RankOneTerm(TermScorer lead, int from, int to, TopHits hits, AcceptedDocuments accepted)
    {
        var others = (_leads > 0 ? _sums[_leads - 1] : 0.0) * RoundingSlack.OfSums;
        var chosen = stackalloc int[PostingsFormat.BlockSize];
        var seen = 0;
        for (var d = lead.Seek(from); d < to && others + _bounds[_leads] >= hits.Floor;)
        {
            var count = lead.Cursor.Ahead(to - 1, out var documents);
            seen += count;
            for (var i = 0; i < count; i++) chosen[i] = i;
            var kept = accepted.Keep(documents, chosen,
                lead.KeepPromising(documents, chosen, count, (float)((hits.Floor / RoundingSlack.OfSums) - others)));
            for (var i = 0; i < kept; i++)
            {
                double score = lead.ScoreAhead(documents, chosen[i]);
                if (((score * RoundingSlack.OfSums) + others) >= hits.Floor) Complete(documents[chosen[i]], score, 1, hits, accepted);
            }

            d = lead.Seek(documents[count - 1] + 1);
        }

        hits.Skipped = true;
        hits.Visited(_required > 1 ? 0 : seen, accepted);
        WorkMeter.Add(seen);
        hits.CheckWork();
    }

    /// <summary>Looks the document up in the other parts, the strongest first, as long as it can still reach the floor.</summary>
    private void Complete(int document, double score, int count, TopHits hits, AcceptedDocuments accepted)
    {
        for (var i = _leads - 1; i >= 0; i--)
        {
            if ((score + _sums[i]) * RoundingSlack.OfSums < hits.Floor || count + i + 1 < _required) return;
            var part = _parts[i];
            WorkMeter.Add(WorkMeter.Part);

            // The bound of the document's own block is nearer than that of the window, and cheaper than reading the block.
            var own = part.Document > document ? 0 : part.Bound(document, document);
            if ((score + own + (i > 0 ? _sums[i - 1] : 0)) * RoundingSlack.OfSums < hits.Floor) return;
            if (part.Seek(document) != document || !part.Matches()) continue;
            score += part.Score();
            count++;
        }

        if (count >= _required && (float)score >= hits.Floor && accepted.Contains(document)) hits.Offer(document, (float)score);
    }
}
