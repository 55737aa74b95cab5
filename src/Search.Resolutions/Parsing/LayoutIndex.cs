using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Layout marks by kind, for look-up by place.</summary>
internal sealed class LayoutIndex
{
    private static readonly LayoutKind[] Kinds = Enum.GetValues<LayoutKind>();
    private static readonly TextSpan[][] NoSpans = [.. Kinds.Select(_ => Array.Empty<TextSpan>())];

    private readonly TextSpan[][] _spans;

    /// <summary>Sorts the marks of a source by kind.</summary>
    public LayoutIndex(SourceText source)
    {
        if (source.Layout.IsDefaultOrEmpty)
        {
            _spans = NoSpans;
            return;
        }
        _spans = new TextSpan[Kinds.Length][];
        foreach (var kind in Kinds)
        {
            var list = new List<TextSpan>();
            foreach (var mark in source.Layout)
                if (mark.Kind == kind && mark.Span.Start >= 0 && mark.Span.End <= source.Text.Length && !mark.Span.IsEmpty)
                    list.Add(mark.Span);
            list.Sort();
            _spans[(int)kind] = [.. list];
        }
    }

    /// <summary>Whether there is any mark of a kind.</summary>
    public bool Has(LayoutKind kind) => _spans[(int)kind].Length > 0;

    /// <summary>The spans of a kind, ordered by start.</summary>
    public ReadOnlySpan<TextSpan> All(LayoutKind kind) => _spans[(int)kind];

    /// <summary>Index of the last span of a kind that starts at or before an offset and reaches beyond it, or -1.
    /// Nested spans: the last to start.</summary>
    public int Find(LayoutKind kind, int offset)
    {
        var spans = _spans[(int)kind];
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start <= offset) low = middle + 1;
            else high = middle;
        }
        return low > 0 && spans[low - 1].End > offset ? low - 1 : -1;
    }

    /// <summary>Index of the first span of a kind that starts at or after an offset; the number of spans where there is none.</summary>
    public int FirstFrom(LayoutKind kind, int offset)
    {
        var spans = _spans[(int)kind];
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Start < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Whether an offset lies in a span of a kind.</summary>
    public bool Contains(LayoutKind kind, int offset) => _spans[(int)kind].Length > 0 && Find(kind, offset) >= 0;
}
