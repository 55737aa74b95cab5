namespace Search.Resolutions.Text;

/// <summary>
/// Cleaned text in which every character knows its place in the source.
/// The map is a list of runs: within a run, source offsets advance with the text; a character without a source of
/// its own (a space put in place of a line break) belongs to the place of the run that it ends.
/// </summary>
public sealed class MappedText
{
    private readonly int[]? _at;     // text offset at which run i begins, ascending; null for one run
    private readonly int[]? _source; // source offset of that first character
    private readonly int _start;     // source offset of the first character of all

    private MappedText(string text, int start, int[]? at, int[]? source, int end)
    {
        Text = text;
        _start = start;
        _at = at;
        _source = source;
        SourceEnd = end;
    }

    /// <summary>The cleaned text.</summary>
    public string Text { get; }

    /// <summary>Length of the cleaned text in UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>Offset just after the last source character; 0 for the empty text.</summary>
    public int SourceEnd { get; }

    /// <summary>Text without any source characters.</summary>
    public static MappedText Empty { get; } = new("", 0, null, null, 0);

    /// <summary>Source text as it is: offset i is source offset <paramref name="start"/> + i.</summary>
    public static MappedText Identity(string text, int start = 0) =>
        text.Length == 0 ? Empty : new(text, start, null, null, start + text.Length);

    /// <summary>Source offset of the character at <paramref name="index"/>; <see cref="SourceEnd"/> for the end.</summary>
    public int ToSource(int index)
    {
        if (index < 0 || index > Text.Length) throw new ArgumentOutOfRangeException(nameof(index));
        if (index == Text.Length) return SourceEnd;
        if (_at is null) return _start + index;
        var i = Array.BinarySearch(_at, index);
        if (i < 0) i = ~i - 1;
        return _source![i] + (index - _at[i]);
    }

    /// <summary>The source span from the first to just after the last character of <paramref name="span"/>.</summary>
    public TextSpan ToSource(TextSpan span)
    {
        if (span.IsEmpty)
        {
            var at = ToSource(span.Start);
            return new(at, at);
        }
        return new(ToSource(span.Start), ToSource(span.End - 1) + 1);
    }

    /// <summary>The stretches of the text whose source offsets advance with it, in text order: text
    /// offset, source offset, length.</summary>
    public IEnumerable<(int Text, int Source, int Length)> Runs()
    {
        if (_at is null)
        {
            if (Text.Length > 0) yield return (0, _start, Text.Length);
            yield break;
        }
        for (var i = 0; i < _at.Length; i++) yield return (_at[i], _source![i], (i + 1 < _at.Length ? _at[i + 1] : Text.Length) - _at[i]);
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

    /// <summary>Collects characters with their source offsets, in reading order. <see cref="Clear"/> makes
    /// it fit for the next text.</summary>
    public sealed class Builder(int capacity = 256)
    {
        private char[] _text = new char[Math.Max(capacity, 16)];
        private int _length;
        private int[] _at = new int[8];
        private int[] _source = new int[8];
        private int _runs;
        private int _next = -1;

        /// <summary>Characters so far.</summary>
        public int Length => _length;

        /// <summary>The character at <paramref name="index"/>.</summary>
        public char this[int index] => _text.AsSpan(0, _length)[index];

        /// <summary>Forgets all characters.</summary>
        public void Clear() => (_length, _runs, _next) = (0, 0, -1);

        /// <summary>Appends one character that is at <paramref name="source"/>.</summary>
        public void Append(char c, int source)
        {
            if (source != _next) Run(source);
            if (_length == _text.Length) Array.Resize(ref _text, _length * 2);
            _text[_length++] = c;
            _next = source + 1;
        }

        /// <summary>Appends a stretch of the source, unchanged.</summary>
        public void Append(ReadOnlySpan<char> text, int source)
        {
            if (text.IsEmpty) return;
            if (source != _next) Run(source);
            if (_length + text.Length > _text.Length) Array.Resize(ref _text, Math.Max(_length + text.Length, _text.Length * 2));
            text.CopyTo(_text.AsSpan(_length));
            _length += text.Length;
            _next = source + text.Length;
        }

        /// <summary>Appends a part of another mapped text with its map.</summary>
        public void Append(MappedText other, TextSpan span)
        {
            if (other._at is null)
            {
                Append(other.Text.AsSpan(span.Start, span.End - span.Start), other._start + span.Start);
                return;
            }
            for (var i = span.Start; i < span.End;)
            {
                var run = Array.BinarySearch(other._at, i);
                if (run < 0) run = ~run - 1;
                var end = Math.Min(span.End, run + 1 < other._at.Length ? other._at[run + 1] : other.Text.Length);
                Append(other.Text.AsSpan(i, end - i), other._source![run] + (i - other._at[run]));
                i = end;
            }
        }

        /// <summary>Removes trailing characters down to <paramref name="length"/>.</summary>
        public void Truncate(int length)
        {
            if (length >= _length) return;
            _length = length;
            while (_runs > 0 && _at[_runs - 1] >= length) _runs--;
            _next = _runs == 0 ? -1 : _source[_runs - 1] + (length - _at[_runs - 1]);
        }

        /// <summary>The finished text.</summary>
        public MappedText Build()
        {
            if (_length == 0) return Empty;
            var text = new string(_text, 0, _length);
            return _runs == 1 ? new(text, _source[0], null, null, _next) : new(text, _source[0], _at[.._runs], _source[.._runs], _next);
        }

        private void Run(int source)
        {
            if (_runs == _at.Length)
            {
                Array.Resize(ref _at, _runs * 2);
                Array.Resize(ref _source, _runs * 2);
            }
            _at[_runs] = _length;
            _source[_runs++] = source;
        }
    }
}
