namespace Search.Reuse.Comparison;

/// <summary>Collects segments, and joins them so that they can be read.</summary>
internal sealed class SegmentList
{
    private readonly List<TextSegment> _segments = [];

    public void Add(TextChange change, ReadOnlySpan<string> pieces)
    {
        if (!pieces.IsEmpty) Add(change, string.Concat(pieces));
    }

    public void Replace(ReadOnlySpan<string> dropped, ReadOnlySpan<string> added)
    {
        Add(TextChange.Dropped, dropped);
        Add(TextChange.Added, added);
    }

    /// <summary>
    /// The segments without those that only a space or a sign keeps apart: "the <em>old harbour</em>" instead
    /// of "<em>old</em> <em>harbour</em>".
    /// </summary>
    public IReadOnlyList<TextSegment> Readable()
    {
        var joined = new List<TextSegment>();
        string dropped = "", added = "";
        for (var i = 0; i < _segments.Count; i++)
        {
            var (change, text) = _segments[i];
            var isBetweenChanges = change == TextChange.Same && (dropped.Length > 0 || added.Length > 0) && i + 1 < _segments.Count
                && TextPieces.IsBetweenWords(text);
            if (change == TextChange.Same && !isBetweenChanges)
            {
                Flush();
                joined.Add(new(change, text));
                continue;
            }
            if (change != TextChange.Added) dropped += text;
            if (change != TextChange.Dropped) added += text;
        }
        Flush();
        return joined;

        void Flush()
        {
            if (dropped.Length > 0) joined.Add(new(TextChange.Dropped, dropped));
            if (added.Length > 0) joined.Add(new(TextChange.Added, added));
            (dropped, added) = ("", "");
        }
    }

    private void Add(TextChange change, string text)
    {
        if (_segments is [.., var last] && last.Change == change) _segments[^1] = new(change, last.Text + text);
        else _segments.Add(new(change, text));
    }
}
