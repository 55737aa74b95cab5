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
    private readonly IReadOnlyList<IndexSegment> _segments;
    private readonly SearchOptions _options;
    private readonly QueryPlan _plan;
    private readonly FilterPlan _filters;
    private readonly TopHits _hits;
    private readonly FacetCounter[] _facets;
    private readonly FilterCounter[] _counted;
    private readonly int _sortField;
    private readonly bool _isPart;
    private long _total;
    private bool _isLowerBound;

    private SearchRun(QueryPlan plan, Schema schema, IReadOnlyList<IndexSegment> segments, SearchOptions options, bool isPart)
    {
        (_plan, _segments, _options, _isPart) = (plan, segments, options, isPart);
        _filters = new FilterPlan(schema, options.Filters);
        _facets = options.Facets.Count == 0
            ? []
            : [.. options.Facets.Select(f => new FacetCounter(f, schema.OrdinalOf(f.Field, FieldKind.Keyword)))];
        _counted = options.Counted.Count == 0
            ? []
            : [.. options.Counted.Select(filters => new FilterCounter(new FilterPlan(schema, filters)))];
        _sortField = options.Sort is { } sort ? schema.OrdinalOf(sort.Field, FieldKind.Number) : -1;
        _hits = new TopHits(options, segments.Sum(s => (long)s.DocumentCount));
        _hits.CheckWork(); // what was looked up in dictionaries counts
    }

    /// <summary>Searches an index of one shard, on this thread.</summary>
    public static SearchHits Whole(IndexStatistics statistics, Query query, SearchOptions options)
    {
        var begun = WorkMeter.Begin(options.MaxWork);
        var run = new SearchRun(Plan(statistics, query, options), statistics.Schema, statistics.Segments, options, isPart: false);
        run.Run();
        return run.ToHits(begun);
    }

    /// <summary>Searches a shard for its part of an answer, on this thread.</summary>
    public static PartialHits Part(IndexStatistics statistics, Query query, SearchOptions options)
    {
        var begun = WorkMeter.Begin(options.MaxWork);
        var run = new SearchRun(Plan(statistics, query, options), statistics.Schema, statistics.Segments, options, isPart: true);
        run.Run();
        return run.ToPart(begun);
    }

    /// <summary>
    /// Searches shards on all cores and merges their parts. The query is planned once; each shard may do the work that is left then.
    /// </summary>
    public static SearchHits Parallel(IndexStatistics statistics, IReadOnlyList<IReadOnlyList<IndexSegment>> shards, Query query,
        SearchOptions options)
    {
        var begun = WorkMeter.Begin(options.MaxWork);
        var plan = Plan(statistics, query, options);
        var planned = WorkMeter.Units - begun;
        SearchRun[] runs = [.. shards.Select(s => new SearchRun(plan, statistics.Schema, s, options, isPart: true))];
        var parts = new PartialHits[runs.Length];
        System.Threading.Tasks.Parallel.For(0, runs.Length, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var from = WorkMeter.Begin(options.MaxWork - planned);
            runs[i].Run();
            parts[i] = runs[i].ToPart(from);
        });
        var merged = PartialHits.Merge(parts, options);
        return merged with { Work = merged.Work + planned };
    }

    private static QueryPlan Plan(IndexStatistics statistics, Query query, SearchOptions options)
    {
        if (options.Limit < 0 || options.Offset < 0) throw new ArgumentException("Limit and offset are 0 or more.", nameof(options));
        return new PlanBuilder(statistics, options.Ranking ?? Bm25.Default).Build(query);
    }

    private void Run()
    {
        foreach (var segment in _segments)
        {
            if (_hits.Stopped) break;
            Run(segment);
        }

        _hits.CheckWork(); // walks end where the work is done, wherever that is
    }

    private SearchHits ToHits(long begun)
    {
        var page = _hits.Page(_options.Offset);
        return new SearchHits(new(Math.Max(_total, page.Length), Relation), page, Array.ConvertAll(_facets, f => f.ToFacet()),
            !_hits.Stopped)
        {
            Counts = Counts,
            Work = WorkMeter.Units - begun,
        };
    }

    private PartialHits ToPart(long begun) => new()
    {
        Total = new(_total, Relation),
        Hits = _hits.Page(0),
        Facets = Array.ConvertAll(_facets, f => f.ToPart()),
        Counts = Counts,
        Complete = !_hits.Stopped,
        Work = WorkMeter.Units - begun,
    };

    private TotalRelation Relation => _isLowerBound || _hits.Stopped ? TotalRelation.AtLeast : TotalRelation.Equal;

    private long[] Counts => Array.ConvertAll(_counted, c => c.Found);

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
                if (accepted.FirstFrom(from) >= to) continue;
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
        foreach (var facet in _facets) facet.Leave(segment, !_isPart && _segments.Count == 1);
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
