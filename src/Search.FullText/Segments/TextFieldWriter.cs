using System.IO.MemoryMappedFiles;
using System.Text;
using Search.FullText.Analysis;
using Search.FullText.Impacts;
using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>Writes one text field of a segment: postings of every form in the order of terms, then of every
/// stem with several forms.</summary>
internal sealed unsafe class TextFieldWriter
{
    private readonly SectionWriter _sink;
    private readonly string _path;
    private readonly Field _field;
    private readonly Language _language;
    private readonly int _ordinal;
    private readonly byte[] _lengths;
    private readonly Bm25Cache _impacts;
    private readonly TermDictionaryWriter _terms = new();
    private readonly List<(string Stem, bool IsStem, TermEntry Entry)> _forms = [];
    private readonly long _start;

    public TextFieldWriter(SectionWriter sink, string path, Field field, int ordinal, byte[] lengths, double averageLength)
    {
        (_sink, _path, _field, _ordinal, _lengths) = (sink, path, field, ordinal, lengths);
        _impacts = new Bm25Cache(Bm25.Default, averageLength);
        _language = Language.Of(field.Language);
        sink.Begin(SegmentFormat.Postings(ordinal));
        _start = sink.Position;
        Postings = new PostingsWriter(sink, hasPositions: true, lengths, _impacts);
    }

    /// <summary>Takes the postings of the term that <see cref="EndTerm"/> names.</summary>
    public PostingsWriter Postings { get; }

    public void EndTerm(ReadOnlySpan<byte> term)
    {
        var entry = Postings.Finish(_terms.Count);
        _terms.Add(term, entry);
        if (_field.Stemmed && Stem(term) is { } stem) _forms.Add((stem, Encoding.UTF8.GetString(term) == stem, entry));
    }

    public void Finish()
    {
        var stems = new TermDictionaryWriter();
        if (_field.Stemmed) WriteStems(stems);
        _sink.End();
        _terms.Write(_sink, SegmentFormat.Terms(_ordinal));
        if (_field.Stemmed) stems.Write(_sink, SegmentFormat.Stems(_ordinal));
        _sink.Begin(SegmentFormat.Lengths(_ordinal));
        _sink.Raw(_lengths);
        _sink.End();
    }

    /// <summary>The stem of a term that is a word of the field's language, or null.</summary>
    private string? Stem(ReadOnlySpan<byte> term)
    {
        Span<char> word = stackalloc char[term.Length];
        word = word[..Encoding.UTF8.GetChars(term, word)];
        return _language.HasStem(word) ? _language.Stem(word).ToString() : null;
    }

    private void WriteStems(TermDictionaryWriter stems)
    {
        // The forms are read back from the file; zeros at the end keep vector reads inside it.
        _sink.Raw(stackalloc byte[32]);
        _sink.Flush();
        var length = _sink.Position;
        _forms.Sort((a, b) => string.CompareOrdinal(a.Stem, b.Stem) is var c && c != 0 ? c : a.Entry.Ordinal.CompareTo(b.Entry.Ordinal));
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var file = MemoryMappedFile.CreateFromFile(stream, null, length, MemoryMappedFileAccess.Read, HandleInheritability.None,
            leaveOpen: true);
        using var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            var writer = new PostingsWriter(_sink, hasPositions: false, _lengths, _impacts);
            for (var from = 0; from < _forms.Count;)
            {
                var to = from + 1;
                while (to < _forms.Count && _forms[to].Stem == _forms[from].Stem) to++;
                WriteStem(stems, writer, from, to, start + _start);
                from = to;
            }
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    private void WriteStem(TermDictionaryWriter stems, PostingsWriter writer, int from, int to, byte* postings)
    {
        var stem = Encoding.UTF8.GetBytes(_forms[from].Stem);
        if (to - from == 1)
        {
            // A stem of one form has that form's postings; none need be named when the form is the stem.
            if (!_forms[from].IsStem) stems.Add(stem, _forms[from].Entry);
            return;
        }

        var cursors = new PostingsCursor[to - from];
        try
        {
            for (var i = 0; i < cursors.Length; i++)
            {
                cursors[i] = new PostingsCursor(postings, _forms[from + i].Entry, hasPositions: true);
                cursors[i].Next();
            }

            while (true)
            {
                var document = PostingsCursor.End;
                foreach (var cursor in cursors) document = Math.Min(document, cursor.Document);
                if (document == PostingsCursor.End) break;
                var frequency = 0;
                foreach (var cursor in cursors)
                {
                    if (cursor.Document != document) continue;
                    frequency += cursor.Frequency;
                    cursor.Next();
                }

                writer.Add(document, frequency, []);
            }
        }
        finally
        {
            foreach (var cursor in cursors) cursor?.Dispose();
        }

        stems.Add(stem, writer.Finish(stems.Count));
    }
}
