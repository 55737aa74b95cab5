using System.Buffers;
using System.Numerics;
using Search.FullText.Scoring;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>
/// Runs one search: ranks each segment, passing over what cannot be among the best. Where every match is wanted (exact totals,
/// facets, sorting) and ranking does not see them all, they are found as bits: before ranking where that can use them, else after.
/// </summary>
internal sealed class SearchRun
{
    private readonly IndexStatistics _statistics;
    private readonly SearchOptions _options;
    private readonly QueryPlan _plan;
    private readonly FilterPlan _filters;
    private readonly TopHits _hits;
    private readonly FacetCounter[] _facets;
    private readonly FilterCounter[] _counted;
    private readonly int _sortField;
    private readonly long _begun;
    private long _total;
    private bool _isLowerBound;

    public SearchRun(IndexStatistics statistics, Query query, SearchOptions options)
    {
        if (options.Limit < 0 || options.Offset < 0) throw new ArgumentException("Limit and offset are 0 or more.", nameof(options));
        (_statistics, _options) = (statistics, options);
        _begun = WorkMeter.Begin(options.MaxWork);
        var schema = statistics.Schema;
        _plan = new PlanBuilder(statistics, options.Ranking ?? Bm25.Default).Build(query);
        _filters = new FilterPlan(schema, options.Filters);
        _facets = [.. options.Facets.Select(f => new FacetCounter(f, schema.OrdinalOf(f.Field, FieldKind.Keyword)))];
        _counted = [.. options.Counted.Select(filters => new FilterCounter(new FilterPlan(schema, filters)))];
        _sortField = options.Sort is { } sort ? schema.OrdinalOf(sort.Field, FieldKind.Number) : -1;
        _hits = new TopHits(options, statistics.Documents);
        _hits.CheckWork(); // what was looked up in dictionaries counts
    }

    public SearchHits Run()
    {
        foreach (var segment in _statistics.Segments)
        {
            if (_hits.Stopped) break;
            Run(segment);
        }

        _hits.CheckWork(); // walks end where the work is done, wherever that is
        var page = _hits.Page(_options.Offset);
        var facets = _facets.Length == 0 ? [] : Array.ConvertAll(_facets, f => f.ToFacet());
        var relation = _isLowerBound || _hits.Stopped ? TotalRelation.AtLeast : TotalRelation.Equal;
        return new SearchHits(new HitTotal(Math.Max(_total, page.Length), relation), page, facets, !_hits.Stopped)
        {
            Counts = _counted.Length == 0 ? [] : Array.ConvertAll(_counted, c => c.Found),
            Work = WorkMeter.Units - _begun,
        };
    }

    private void Run(IndexSegment segment)
    {
        if (Open(segment) is not var (root, accepted)) return;
        var everything = _facets.Length + _counted.Length > 0 || _sortField >= 0;
        var known = accepted.IsAll ? root.KnownCount : -1;
        var before = _hits.Seen;
        _hits.Skipped = false;
        _hits.Enter(segment, segment.FollowsAll);
        using (root)
        {
            if (_sortField < 0 && _hits.Capacity > 0)
            {
                if ((everything || _options.ExactTotal) && !root.IsConstant && MatchRanking.Of(root) is { } ranking)
                {
                    using (ranking) _total += WalkAll(segment, ranking);
                    return;
                }

                if (root.IsConstant && _options.After is null) Ranking.RankConstant(root, _hits, accepted, segment.DocumentCount);
                else Ranking.Rank(root, _hits, accepted, segment.DocumentCount);
            }
            else
            {
                _hits.Skipped = true;
            }
        }

        if (_hits.Stopped) AddSeen(before);
        else if (everything || (_options.ExactTotal && known < 0 && _hits.Skipped)) _total += WalkAll(segment);
        else if (known >= 0) _total += known;
        else AddSeen(before);
    }

    private void AddSeen(long before)
    {
        _total += _hits.Seen - before;
        _isLowerBound |= _hits.Skipped;
    }

    private (Scorer Root, AcceptedDocuments Accepted)? Open(IndexSegment segment)
    {
        if (_plan.Open(segment) is not { } root) return null;
        if (_filters.Open(segment) is not var (accepted, leads))
        {
            root.Dispose();
            return null;
        }

        return leads.Count == 0 ? (root, accepted) : (ConjunctionScorer.Of([.. leads, root]), accepted);
    }

    private long WalkAll(IndexSegment segment, MatchRanking? ranking = null)
    {
        if (Open(segment) is not var (root, accepted)) return 0;
        var count = 0L;
        var bits = ArrayPool<ulong>.Shared.Rent(Scorer.Window / 64);
        var column = _sortField >= 0 ? segment.Segment[_sortField].Numbers : null;
        foreach (var facet in _facets) facet.Enter(segment);
        foreach (var counter in _counted) counter.Enter(segment);
        var kept = _counted.Length == 0 ? [] : ArrayPool<ulong>.Shared.Rent(Scorer.Window / 64);
        using (root)
        {
            for (var from = 0; from < segment.DocumentCount && !_hits.Stopped; from += Scorer.Window)
            {
                var to = Math.Min(segment.DocumentCount, from + Scorer.Window);
                var words = bits.AsSpan(0, (to - from + 63) >> 6);
                words.Clear();
                if (ranking is null) root.Fill(from, to, words);
                else ranking.Fill(root, from, to, words);
                if (!accepted.IsAll) accepted.Restrict(from, words);
                var found = DocumentBitSet.Count(words);
                if (found == 0) continue;
                count += found;
                foreach (var facet in _facets) facet.Count(from, words, found);
                foreach (var counter in _counted) counter.Count(from, to, words, kept.AsSpan(0, words.Length));
                if (column is not null) Sort(column, from, words);
                ranking?.Rank(from, to, words, _hits);
                WorkMeter.Add(found * (1L + (2 * _facets.Length) + (column is null ? 0 : 2)));
                _hits.CheckWork();
            }
        }

        ArrayPool<ulong>.Shared.Return(bits);
        if (kept.Length > 0) ArrayPool<ulong>.Shared.Return(kept);
        foreach (var counter in _counted) counter.Leave();
        foreach (var facet in _facets) facet.Leave(segment, _statistics.Segments.Count == 1);
        return count;
    }

    private void Sort(NumberColumn column, int from, ReadOnlySpan<ulong> bits)
    {
        for (var w = 0; w < bits.Length; w++)
        {
            for (var word = bits[w]; word != 0; word &= word - 1)
            {
                var document = from + (w << 6) + BitOperations.TrailingZeroCount(word);
                _hits.OfferSorted(document, _options.Sort!.Value(column[document]));
            }
        }
    }
}
