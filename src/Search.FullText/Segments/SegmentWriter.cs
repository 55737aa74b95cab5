using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>Writes one segment file, field after field in the order of the schema.</summary>
internal sealed class SegmentWriter : IDisposable
{
    private readonly SectionWriter _sink;
    private readonly string _path;
    private readonly Schema _schema;
    private readonly int _documents;
    private readonly IndexWriterOptions _options;
    private readonly bool _isDraft;
    private readonly ByteBuffer _meta = new();

    /// <summary>Begins the file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">How it is created.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="keys">Of its documents, ascending.</param>
    /// <param name="isDraft">Whether stems, bigrams and bounds are left out, because the segment is only merged into another.</param>
    public SegmentWriter(string path, IndexWriterOptions options, Schema schema, ReadOnlySpan<long> keys, bool isDraft)
    {
        (_path, _schema, _documents, _options, _isDraft) = (path, schema, keys.Length, options, isDraft);
        _sink = new SectionWriter(options.CreateFile(path), SegmentFormat.Magic, SegmentFormat.Version);
        _meta.UInt32((uint)keys.Length);
        _meta.UInt32((uint)schema.Fields.Count);
        NumberColumn.Write(_sink, SegmentFormat.Keys, keys);
    }

    /// <summary>Begins a text field.</summary>
    /// <param name="field">Its ordinal.</param>
    /// <param name="lengths">Length codes by document.</param>
    /// <param name="words">Words in all documents.</param>
    public TextFieldWriter Text(int field, byte[] lengths, long words)
    {
        var withWords = lengths.Length - lengths.AsSpan().Count((byte)0);
        var average = withWords == 0 ? 0 : (double)words / withWords;
        Describe(words, average);
        return new TextFieldWriter(_sink, _path, _schema.Fields[field], field, lengths, average, _options, _isDraft);
    }

    public KeywordFieldWriter Keyword(int field)
    {
        Describe(0, 0);
        return new KeywordFieldWriter(_sink, field, _documents);
    }

    public void Number(int field, ReadOnlySpan<long> values)
    {
        Describe(0, 0);
        NumberColumn.Write(_sink, SegmentFormat.Column(field), values);
    }

    /// <summary>How many bytes are written.</summary>
    public long Position => _sink.Position;

    public void Finish()
    {
        _sink.Begin(SegmentFormat.Meta);
        _sink.Raw(_meta.Bytes);
        _sink.End();
        _sink.Finish();
    }

    public void Dispose() => _sink.Dispose();

    private void Describe(long words, double average)
    {
        _meta.UInt64((ulong)words);
        _meta.UInt64(BitConverter.DoubleToUInt64Bits(average));
    }
}
