namespace Search.Resolutions.Text;

/// <summary>A growing list of spans that holds the first one in place, for most lists have no second.</summary>
internal struct SpanList
{
    private TextSpan _first;
    private TextSpan[]? _others;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The span at <paramref name="index"/>.</summary>
    public readonly TextSpan this[int index] => index == 0 && Count > 0 ? _first : _others.AsSpan(0, Count - 1)[index - 1];

    /// <summary>Adds a span at the end.</summary>
    public void Add(TextSpan span)
    {
        if (Count == 0) _first = span;
        else
        {
            if (_others is null) _others = new TextSpan[3];
            else if (_others.Length == Count - 1) Array.Resize(ref _others, 2 * _others.Length);
            _others[Count - 1] = span;
        }
        Count++;
    }
}
