using System.Text;

namespace Search.Resolutions.Text;

/// <summary>
/// Cleaned text in which every character knows its place in the source.
/// The map is a list of runs: within a run, source offsets advance with the text; a character without a source of
/// its own (a space put in place of a line break) belongs to the place of the run that it ends.
/// </summary>
public sealed class MappedText
{
    private readonly int[] _at;     // text offset at which run i begins, ascending
    private readonly int[] _source; // source offset of that first character

    private MappedText(string text, int[] at, int[] source, int end)
    {
        Text = text;
        _at = at;
        _source = source;
        SourceEnd = end;
    }

    /// <summary>The cleaned text.</summary>
    public string Text { get; }

    /// <summary>Length of the cleaned text in UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>Offset just behind the last source character; 0 for the empty text.</summary>
    public int SourceEnd { get; }

    /// <summary>Text without any source characters.</summary>
    public static MappedText Empty { get; } = new("", [], [], 0);

    /// <summary>Source text as it is: offset i is source offset <paramref name="start"/> + i.</summary>
    public static MappedText Identity(string text, int start = 0) =>
        text.Length == 0 ? Empty : new(text, [0], [start], start + text.Length);

    /// <summary>Source offset of the character at <paramref name="index"/>; <see cref="SourceEnd"/> for the end.</summary>
    public int ToSource(int index)
    {
        if (index < 0 || index > Text.Length) throw new ArgumentOutOfRangeException(nameof(index));
        if (index == Text.Length) return SourceEnd;
        var i = Array.BinarySearch(_at, index);
        if (i < 0) i = ~i - 1;
        return _source[i] + (index - _at[i]);
    }

    /// <summary>The source span from the first to just behind the last character of <paramref name="span"/>.</summary>
    public TextSpan ToSource(TextSpan span)
    {
        if (span.IsEmpty)
        {
            var at = ToSource(span.Start);
            return new(at, at);
        }
        return new(ToSource(span.Start), ToSource(span.End - 1) + 1);
    }

    /// <summary>A part of this text with its own map.</summary>
    public MappedText Slice(TextSpan span)
    {
        var builder = new Builder(span.Length);
        builder.Append(this, span);
        return builder.Build();
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    /// <summary>Collects characters with their source offsets, in reading order.</summary>
    public sealed class Builder(int capacity = 256)
    {
        private readonly StringBuilder _text = new(capacity);
        private readonly List<int> _at = [];
        private readonly List<int> _source = [];
        private int _next = -1;

        /// <summary>Characters so far.</summary>
        public int Length => _text.Length;

        /// <summary>The character at <paramref name="index"/>.</summary>
        public char this[int index] => _text[index];

        /// <summary>Appends one character that stands at <paramref name="source"/>.</summary>
        public void Append(char c, int source)
        {
            if (source != _next)
            {
                _at.Add(_text.Length);
                _source.Add(source);
            }
            _text.Append(c);
            _next = source + 1;
        }

        /// <summary>Appends a stretch of the source, unchanged.</summary>
        public void Append(ReadOnlySpan<char> text, int source)
        {
            if (text.IsEmpty) return;
            if (source != _next)
            {
                _at.Add(_text.Length);
                _source.Add(source);
            }
            _text.Append(text);
            _next = source + text.Length;
        }

        /// <summary>Appends a part of another mapped text with its map.</summary>
        public void Append(MappedText other, TextSpan span)
        {
            for (var i = span.Start; i < span.End;)
            {
                var run = Array.BinarySearch(other._at, i);
                if (run < 0) run = ~run - 1;
                var end = Math.Min(span.End, run + 1 < other._at.Length ? other._at[run + 1] : other.Text.Length);
                Append(other.Text.AsSpan(i, end - i), other._source[run] + (i - other._at[run]));
                i = end;
            }
        }

        /// <summary>Removes trailing characters down to <paramref name="length"/>.</summary>
        public void Truncate(int length)
        {
            if (length >= _text.Length) return;
            _text.Length = length;
            while (_at.Count > 0 && _at[^1] >= length)
            {
                _at.RemoveAt(_at.Count - 1);
                _source.RemoveAt(_source.Count - 1);
            }
            _next = _at.Count == 0 ? -1 : _source[^1] + (length - _at[^1]);
        }

        /// <summary>The finished text.</summary>
        public MappedText Build() => _text.Length == 0 ? Empty : new(_text.ToString(), [.. _at], [.. _source], _next);
    }
}
