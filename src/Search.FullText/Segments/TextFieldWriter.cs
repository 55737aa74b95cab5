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
    private readonly int _bigramsAtOnce;
    private readonly bool _isDraft;
    private int _commonDocuments;
    private readonly List<(byte[] Term, TermEntry Entry)> _common = [];

    /// <summary>Begins the field.</summary>
    /// <param name="sink">The file.</param>
    /// <param name="path">Its path, to read back what is written.</param>
    /// <param name="field">The field.</param>
    /// <param name="ordinal">Its ordinal.</param>
    /// <param name="lengths">Length codes by document.</param>
    /// <param name="averageLength">In words, of the documents that have any.</param>
    /// <param name="options">Which words are common, and how many of their bigrams are in memory: see <see cref="BigramWriter"/>.</param>
    /// <param name="isDraft">Whether stems, bigrams and bounds are left out.</param>
    public TextFieldWriter(SectionWriter sink, string path, Field field, int ordinal, byte[] lengths, double averageLength,
        IndexWriterOptions options, bool isDraft)
    {
        _isDraft = isDraft;
        _commonDocuments = Math.Max(options.LeastCommon, lengths.Length / BigramWriter.CommonShare);
        _bigramsAtOnce = options.BigramsAtOnce;
        (_sink, _path, _field, _ordinal, _lengths) = (sink, path, field, ordinal, lengths);
        _impacts = new Bm25Cache(Bm25.Default, averageLength);
        _language = Language.Of(field.Language);
        sink.Begin(SegmentFormat.Postings(ordinal));
        _start = sink.Position;
        Postings = new PostingsWriter(sink, hasPositions: true, lengths, isDraft ? null : _impacts);
    }

    /// <summary>Takes the postings of the term that <see cref="EndTerm"/> names.</summary>
    public PostingsWriter Postings { get; }

    public void EndTerm(ReadOnlySpan<byte> term)
    {
        var entry = Postings.Finish(_terms.Count);
        _terms.Add(term, entry);
        if (_isDraft) return;
        if (entry.Documents >= _commonDocuments) _common.Add((term.ToArray(), entry));
        if (_field.Stemmed && Stem(term) is { } stem) _forms.Add((stem, Encoding.UTF8.GetString(term) == stem, entry));
    }

    public void Finish()
    {
        var (stems, bigrams) = (new TermDictionaryWriter(), new TermDictionaryWriter());
        LimitCommon();
        if (!_isDraft && (_field.Stemmed || _common.Count > 0)) WriteDerived(stems, bigrams);
        _sink.End();
        _terms.Write(_sink, SegmentFormat.Terms(_ordinal));
        if (_field.Stemmed) stems.Write(_sink, SegmentFormat.Stems(_ordinal));
        if (_common.Count > 0)
        {
            _sink.Begin(SegmentFormat.Bigrams(_ordinal));
            _sink.UInt32((uint)_commonDocuments);
            bigrams.WriteTo(_sink);
            _sink.End();
        }

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

    /// <summary>Makes fewer words common where there are too many.</summary>
    private void LimitCommon()
    {
        if (_common.Count <= BigramWriter.MostCommon) return;
        var descending = _common.Select(t => t.Entry.Documents).OrderDescending();
        _commonDocuments = descending.ElementAt(BigramWriter.MostCommon) + 1;
        _common.RemoveAll(t => t.Entry.Documents < _commonDocuments);
    }

    /// <summary>Writes the postings that are made of those of the forms.</summary>
    private void WriteDerived(TermDictionaryWriter stems, TermDictionaryWriter bigrams)
    {
        // The forms are read back from the file; zeros at the end keep vector reads inside it.
        _sink.Raw(stackalloc byte[32]);
        _sink.Flush();
        var length = _sink.Position;
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var file = MemoryMappedFile.CreateFromFile(stream, null, length, MemoryMappedFileAccess.Read, HandleInheritability.None,
            leaveOpen: true);
        using var view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            var writer = new PostingsWriter(_sink, hasPositions: false, _lengths, _impacts);
            if (_field.Stemmed) WriteStems(stems, writer, start, length);
            new BigramWriter(_common, _bigramsAtOnce).Write(start + _start, writer, bigrams);
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    private void WriteStems(TermDictionaryWriter stems, PostingsWriter writer, byte* start, long length)
    {
        var released = _sink.Position;
        _forms.Sort((a, b) => string.CompareOrdinal(a.Stem, b.Stem) is var c && c != 0 ? c : a.Entry.Ordinal.CompareTo(b.Entry.Ordinal));
        for (var from = 0; from < _forms.Count;)
        {
            var to = from + 1;
            while (to < _forms.Count && _forms[to].Stem == _forms[from].Stem) to++;
            WriteStem(stems, writer, from, to, start + _start);
            from = to;
            if (_sink.Position - released < SegmentMerger.ReleasedAtOnce) continue;
            released = _sink.Position;
            MappedMemory.Release(start, length);
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
