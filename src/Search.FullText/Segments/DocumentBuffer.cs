using Search.FullText.Analysis;
using Search.FullText.Impacts;

namespace Search.FullText.Segments;

/// <summary>Documents added and not yet written: their words as numbers in the order they came, turned into
/// postings when written out.</summary>
internal sealed class DocumentBuffer(Schema schema)
{
    /// <summary>Positions between two texts of one field: more than any slop.</summary>
    public const int GapBetweenTexts = 128;

    private readonly FieldBuffer[] _fields = [.. schema.Fields.Select(f => new FieldBuffer(f))];
    private readonly TokenList _tokens = new();
    private readonly Dictionary<long, int> _byKey = [];
    private readonly List<long> _keys = [];
    private readonly List<bool> _deleted = [];

    /// <summary>Documents that will be written.</summary>
    public int Count => _byKey.Count;

    /// <summary>Bytes of memory held, with what writing them out will take.</summary>
    public long Memory
    {
        get
        {
            var bytes = _keys.Count * 64L;
            foreach (var buffer in _fields) bytes += buffer.Memory;
            return bytes;
        }
    }

    public void Add(IndexDocument document)
    {
        Delete(document.Key);
        _byKey.Add(document.Key, _keys.Count);
        _keys.Add(document.Key);
        _deleted.Add(false);
        foreach (var (name, text) in document.Texts) _fields[schema.OrdinalOf(name, FieldKind.Text)].AddText(text, _tokens);
        foreach (var (name, value) in document.Keywords) _fields[schema.OrdinalOf(name, FieldKind.Keyword)].AddKeyword(value);
        foreach (var (name, value) in document.Numbers) _fields[schema.OrdinalOf(name, FieldKind.Number)].Number = value;
        foreach (var field in _fields) field.EndDocument();
    }

    /// <summary>Whether there was one.</summary>
    public bool Delete(long key)
    {
        if (!_byKey.Remove(key, out var at)) return false;
        _deleted[at] = true;
        return true;
    }

    /// <summary>Writes a segment of the documents in the order of their keys, and starts over.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">How it is created.</param>
    /// <param name="isDraft">Whether it is a draft, which is merged into another.</param>
    public void Write(string path, IndexWriterOptions options, bool isDraft)
    {
        var order = new int[_byKey.Count];
        var keys = new long[order.Length];
        var next = 0;
        for (var i = 0; i < _keys.Count; i++)
        {
            if (_deleted[i]) continue;
            keys[next] = _keys[i];
            order[next++] = i;
        }

        Array.Sort(keys, order);
        using (var writer = new SegmentWriter(path, options, schema, keys, isDraft))
        {
            for (var f = 0; f < _fields.Length; f++) _fields[f].Write(writer, f, order);
            writer.Finish();
        }

        Clear();
    }

    /// <summary>Gives back the memory that is kept for the next segment.</summary>
    public void Release()
    {
        foreach (var field in _fields) field.Release();
    }

    private void Clear()
    {
        _byKey.Clear();
        _keys.Clear();
        _deleted.Clear();
        foreach (var field in _fields) field.Clear();
    }

    /// <summary>One field of the documents added.</summary>
    private sealed class FieldBuffer(Field field)
    {
        private TermTable _terms = new();
        private readonly List<int> _starts = [0];
        private readonly List<int> _lengths = [];
        private readonly List<long> _numbers = [];
        private int[] _numbersOfTerms = new int[1 << 10];
        private int[] _positions = new int[1 << 10];
        private int[] _sorted = [];
        private int[] _sortedPositions = [];
        private int _count;
        private int _position;
        private int _length;

        // What was added last: clauses one after another have the same title and the same values.
        private string? _last;
        private int _lastNumber;
        private (int From, int To, int Position, int Length) _lastTokens;

        public long Number { get; set; }

        public long Memory => _terms.Memory + (_count * 16L) + (_lengths.Count * 16L);

        public void AddText(string text, TokenList tokens)
        {
            if (_position > 0) _position += GapBetweenTexts;
            var length = text == _last ? AddLast() : AddTokens(text, tokens);
            _position += length;
            _length += length;
        }

        public void AddKeyword(string keyword)
        {
            var number = keyword == _last ? _lastNumber : _terms.NumberOf(keyword);
            (_last, _lastNumber) = (keyword, number);
            for (var i = _starts[^1]; i < _count; i++)
            {
                if (_numbersOfTerms[i] == number) return;
            }

            Need(1);
            _numbersOfTerms[_count++] = number;
        }

        public void EndDocument()
        {
            _starts.Add(_count);
            if (field.Kind == FieldKind.Number) _numbers.Add(Number);
            else _lengths.Add(_length);
            (_position, _length, Number) = (0, 0, 0);
        }

        public void Clear()
        {
            _terms.Clear();
            _starts.Clear();
            _starts.Add(0);
            _lengths.Clear();
            _numbers.Clear();
            _count = 0;
            _last = null;
        }

        /// <summary>Gives back memory; only when cleared.</summary>
        public void Release() =>
            (_terms, _numbersOfTerms, _positions, _sorted, _sortedPositions) = (new(), new int[1 << 10], new int[1 << 10], [], []);

        public void Write(SegmentWriter writer, int ordinal, int[] order)
        {
            if (field.Kind == FieldKind.Number)
            {
                writer.Number(ordinal, Array.ConvertAll(order, i => _numbers[i]));
                return;
            }

            var (starts, documents, positions) = Invert(order);
            var (terms, bytes) = _terms.Sorted();
            if (field.Kind == FieldKind.Keyword)
            {
                var keywords = writer.Keyword(ordinal);
                foreach (var term in terms)
                {
                    if (starts[term] == starts[term + 1]) continue; // only in documents deleted again
                    for (var i = starts[term]; i < starts[term + 1]; i++) keywords.Add(documents[i]);
                    keywords.EndValue(bytes[term]);
                }

                keywords.Finish();
                return;
            }

            var lengths = new byte[order.Length];
            var words = 0L;
            for (var i = 0; i < order.Length; i++)
            {
                lengths[i] = LengthNorm.Encode(_lengths[order[i]]);
                words += _lengths[order[i]];
            }

            var text = writer.Text(ordinal, lengths, words);
            foreach (var term in terms)
            {
                if (starts[term] == starts[term + 1]) continue;
                WritePostings(text, documents, positions, starts[term], starts[term + 1]);
                text.EndTerm(bytes[term]);
            }

            text.Finish();
        }

        private static void WritePostings(TextFieldWriter text, int[] documents, int[] positions, int from, int to)
        {
            while (from < to)
            {
                var end = from + 1;
                var kept = end;
                for (; end < to && documents[end] == documents[from]; end++)
                {
                    // An identifier can be kept whole twice at one place: it is there once.
                    if (positions[end] != positions[kept - 1]) positions[kept++] = positions[end];
                }

                text.Postings.Add(documents[from], kept - from, positions.AsSpan(from, kept - from));
                from = end;
            }
        }

        /// <summary>Sorts occurrences by term, within a term by document in the given order: a counting sort.</summary>
        private (int[] Starts, int[] Documents, int[] Positions) Invert(int[] order)
        {
            var starts = new int[_terms.Count + 1];
            foreach (var document in order)
            {
                for (var i = _starts[document]; i < _starts[document + 1]; i++) starts[_numbersOfTerms[i] + 1]++;
            }

            for (var t = 1; t < starts.Length; t++) starts[t] += starts[t - 1];
            var next = starts.AsSpan(0, starts.Length - 1).ToArray();
            var isText = field.Kind == FieldKind.Text;
            // kept from one segment to the next, so that little is left for the collector
            if (_sorted.Length < starts[^1]) _sorted = new int[_numbersOfTerms.Length];
            if (isText && _sortedPositions.Length < starts[^1]) _sortedPositions = new int[_numbersOfTerms.Length];
            for (var d = 0; d < order.Length; d++)
            {
                for (var i = _starts[order[d]]; i < _starts[order[d] + 1]; i++)
                {
                    var at = next[_numbersOfTerms[i]]++;
                    _sorted[at] = d;
                    if (isText) _sortedPositions[at] = _positions[i];
                }
            }

            return (starts, _sorted, _sortedPositions);
        }

        /// <summary>Adds the words of a text at the current position, and returns how many positions they take.</summary>
        private int AddTokens(string text, TokenList tokens)
        {
            Tokenizer.Tokenize(text, tokens);
            Need(tokens.Count);
            (_last, _lastTokens) = (text, (_count, _count + tokens.Count, _position, tokens.Length));
            for (var i = 0; i < tokens.Count; i++)
            {
                _numbersOfTerms[_count] = _terms.NumberOf(tokens.Term(i));
                _positions[_count++] = _position + tokens[i].Position;
            }

            return tokens.Length;
        }

        /// <summary>Adds the words of the text that was added last again.</summary>
        private int AddLast()
        {
            var (from, to, position, length) = _lastTokens;
            Need(to - from);
            for (var i = from; i < to; i++)
            {
                _numbersOfTerms[_count] = _numbersOfTerms[i];
                _positions[_count++] = _positions[i] - position + _position;
            }

            return length;
        }

        private void Need(int more)
        {
            if (_count + more <= _numbersOfTerms.Length) return;
            var size = Math.Max(_numbersOfTerms.Length * 2, _count + more);
            Array.Resize(ref _numbersOfTerms, size);
            if (field.Kind == FieldKind.Text) Array.Resize(ref _positions, size);
        }
    }
}
