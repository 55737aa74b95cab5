using Search.FullText.Segments;

namespace Search.FullText.Scoring;

/// <summary>Keeps the best hits seen: a heap with the worst on top. Ties go to the smaller key.</summary>
internal sealed class TopHits
{
    private readonly Hit[] _heap;
    private readonly PageEnd? _after;
    private readonly bool _bySortValue;
    private readonly HitOrder _order;
    private int _count;
    private readonly CancellationToken _cancellation;
    private NumberColumn? _keys;
    private int _base;
    private bool _tiesLose;

    /// <summary>Makes room for the page and what lies before it.</summary>
    /// <param name="options">Of the search.</param>
    /// <param name="most">Hits there can be at all.</param>
    public TopHits(SearchOptions options, long most)
    {
        var wanted = Math.Min((long)options.Limit + options.Offset, most);
        _heap = new Hit[Math.Max(0, wanted)];
        _after = options.After;
        _bySortValue = options.Sort is not null;
        _order = new HitOrder(options.Sort);
        _cancellation = options.Cancellation;
        CountsAll = options is { ExactTotal: true, Sort: null, Facets.Count: 0, Counted.Count: 0 };
    }

    /// <summary>Scores below this can no longer get in.</summary>
    public float Floor { get; private set; } = float.NegativeInfinity;

    /// <summary>Matching documents seen.</summary>
    public long Seen { get; private set; }

    /// <summary>Whether documents were passed over, so that <see cref="Seen"/> is not all.</summary>
    public bool Skipped { get; set; }

    /// <summary>Whether the work budget is spent or the caller gave up.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Hits of the page and those before it.</summary>
    public int Capacity => _heap.Length;

    /// <summary>Whether every match is to be seen, if that costs less than counting afterwards.</summary>
    public bool CountsAll { get; }

    /// <summary>Begins with another segment.</summary>
    /// <param name="segment">Whose documents come.</param>
    /// <param name="tiesLose">Whether all its keys come after those of the segments before.</param>
    public void Enter(IndexSegment segment, bool tiesLose)
    {
        _keys = segment.Segment.Keys;
        _base = segment.Base;
        _tiesLose = tiesLose && _after is null;
        SetFloor();
    }

    /// <summary>Counts matches that were seen; when some of them may not be accepted, they are not counted
    /// and the count is not all.</summary>
    public void Visited(int documents, AcceptedDocuments accepted)
    {
        if (accepted.IsAll) Visited(documents);
        else Skipped = true;
    }

    /// <summary>Counts accepted matches that were seen.</summary>
    public void Visited(int documents)
    {
        Seen += documents;
        CheckWork();
    }

    /// <summary>Stops the search where its work is done or its caller has given up.</summary>
    public void CheckWork()
    {
        if (WorkMeter.IsSpent || _cancellation.IsCancellationRequested) Stopped = true;
    }

    /// <summary>Takes a hit by score if it is good enough.</summary>
    public void Offer(int document, float score) => Offer(new Hit(_keys![document], _base + document, score));

    /// <summary>Takes a hit by its sort value if it is good enough.</summary>
    public void OfferSorted(int document, long sortValue) => Offer(new Hit(_keys![document], _base + document, 0, sortValue));

    /// <summary>The best first, without those in front of the page.</summary>
    public Hit[] Page(int offset)
    {
        var hits = new Hit[Math.Max(0, _count - offset)];
        while (_count > 0)
        {
            var worst = _heap[0];
            Pop();
            if (_count - offset >= 0) hits[_count - offset] = worst;
        }

        return hits;
    }

    private void Offer(in Hit hit)
    {
        if (_after is { } after && !IsBehind(hit, after)) return;
        if (_count < _heap.Length)
        {
            _heap[_count++] = hit;
            SiftUp(_count - 1);
        }
        else if (_count > 0 && IsBetter(hit, _heap[0]))
        {
            _heap[0] = hit;
            SiftDown();
        }

        SetFloor();
    }

    private void SetFloor()
    {
        if (_bySortValue || _count < _heap.Length)
        {
            Floor = float.NegativeInfinity;
            return;
        }

        if (_heap.Length == 0)
        {
            Floor = float.PositiveInfinity;
            return;
        }

        var worst = _heap[0].Score;
        Floor = _tiesLose ? MathF.BitIncrement(worst) : worst;
    }

    private bool IsBetter(in Hit a, in Hit b) => _order.IsBetter(a, b);

    private bool IsBehind(in Hit hit, in PageEnd end) => IsBetter(new Hit(end.Key, 0, end.Score, end.SortValue), hit);

    private void SiftUp(int at)
    {
        while (at > 0)
        {
            var parent = (at - 1) >> 1;
            if (!IsBetter(_heap[parent], _heap[at])) return;
            (_heap[parent], _heap[at]) = (_heap[at], _heap[parent]);
            at = parent;
        }
    }

    private void SiftDown()
    {
        var at = 0;
        while (true)
        {
            var child = (at * 2) + 1;
            if (child >= _count) return;
            if (child + 1 < _count && IsBetter(_heap[child], _heap[child + 1])) child++;
            if (!IsBetter(_heap[at], _heap[child])) return;
            (_heap[at], _heap[child]) = (_heap[child], _heap[at]);
            at = child;
        }
    }

    private void Pop()
    {
        _heap[0] = _heap[--_count];
        SiftDown();
    }
}
