namespace Search.FullText.Queries;

/// <summary>One operand as read.</summary>
internal readonly record struct QueryItem(Query? Query, string? Read, bool Required = false, bool Negated = false, bool Weak = false);

/// <summary>Operands side by side.</summary>
internal sealed class QueryGroup
{
    private readonly List<Query> _must = [];
    private readonly List<Query> _should = [];
    private readonly List<Query> _mustNot = [];
    private readonly List<Query> _weak = [];
    private QueryItem _last;
    private bool _joined;

    public List<string> Read { get; } = [];

    public bool OnlyExcludes => _mustNot.Count > 0 && _must.Count + _should.Count + _weak.Count == 0;

    /// <summary>The operand when it is the only one: its parentheses then mean nothing.</summary>
    public QueryItem? Single => Read.Count == 1 && _must.Count + _should.Count + _mustNot.Count + _weak.Count == 1 ? _last : null;

    public void Add(QueryItem item, bool joinsNext)
    {
        var required = item.Required || joinsNext || _joined;
        _joined = joinsNext;
        if (item.Read is not null) Read.Add(item.Read);
        if (joinsNext && item.Read is not null) Read.Add("AND");
        _last = item;
        if (item.Query is null) return;
        (item.Negated ? _mustNot : required ? _must : item.Weak ? _weak : _should).Add(item.Query);
    }

    public Query? ToQuery()
    {
        if (Read.Count > 0 && Read[^1] == "AND") Read.RemoveAt(Read.Count - 1);
        if (_must.Count + _should.Count == 0)
        {
            _should.AddRange(_weak);
            _weak.Clear();
        }

        if (_must.Count + _should.Count + _mustNot.Count == 0) return null;
        if (_mustNot.Count == 0 && _must.Count == 0 && _should.Count == 1) return _should[0];
        if (_mustNot.Count == 0 && _must.Count == 1 && _should.Count == 0) return _must[0];
        if (OnlyExcludes) return new BooleanQuery { Must = [new AllQuery()], MustNot = _mustNot };
        return new BooleanQuery
        {
            Must = _must,
            Should = _should,
            MustNot = _mustNot,
            MinShouldMatch = QueryLanguage.MostOf(_should.Count)
        };
    }
}
