using Search.FullText.Impacts;
using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>
/// One immutable file of documents, mapped: dictionaries, postings and columns. Documents are in ascending order of their keys.
/// </summary>
internal sealed unsafe class Segment : IDisposable
{
    private readonly MappedSections _file;
    private readonly SegmentField[] _fields;

    private Segment(MappedSections file, Schema schema)
    {
        _file = file;
        var meta = file[SegmentFormat.Meta].Reader;
        DocumentCount = (int)meta.UInt32();
        if (meta.UInt32() != schema.Fields.Count)
            throw new IndexCorruptException(file.Path, 0, "the segment has other fields than the index");
        Keys = new NumberColumn(file[SegmentFormat.Keys], DocumentCount);
        _fields = new SegmentField[schema.Fields.Count];
        for (var f = 0; f < _fields.Length; f++)
        {
            var words = (long)meta.UInt64();
            var average = BitConverter.UInt64BitsToDouble(meta.UInt64());
            _fields[f] = new SegmentField(file, schema.Fields[f], f, DocumentCount, words, average);
        }
    }

    public string Path => _file.Path;

    public long Length => _file.Length;

    public uint Checksum => _file.FooterChecksum;

    public int DocumentCount { get; }

    public NumberColumn Keys { get; }

    public SegmentField this[int field] => _fields[field];

    /// <summary>Maps a segment; see <see cref="MappedSections.Open"/>.</summary>
    public static Segment Open(string path, Schema schema, bool verify)
    {
        var file = MappedSections.Open(path, SegmentFormat.Magic, SegmentFormat.Version);
        try
        {
            if (verify) file.Verify();
            return new Segment(file, schema);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Verify() => _file.Verify();

    /// <summary>Gives back the memory of what was read.</summary>
    public void Release() => _file.Release();

    public void Dispose() => _file.Dispose();
}

/// <summary>One field of a mapped segment.</summary>
internal sealed unsafe class SegmentField : FieldTerms
{
    private readonly byte* _postings;
    private readonly PostingsBitmaps _bitmaps;

    public SegmentField(MappedSections file, Field field, int ordinal, int documents, long words, double writtenAverage) : base(field)
    {
        Words = words;
        _bitmaps = new PostingsBitmaps(documents);
        if (field.Kind == FieldKind.Number)
        {
            Numbers = new NumberColumn(file[SegmentFormat.Column(ordinal)], documents);
            return;
        }

        _postings = file[SegmentFormat.Postings(ordinal)].Start;
        Terms = new TermDictionary(file[SegmentFormat.Terms(ordinal)]);
        if (field.Kind == FieldKind.Keyword)
        {
            Keywords = new KeywordColumn(file[SegmentFormat.Column(ordinal)], documents);
            return;
        }

        Lengths = file[SegmentFormat.Lengths(ordinal)].Start;
        Documents = documents - new ReadOnlySpan<byte>(Lengths, documents).Count((byte)0);
        WrittenImpacts = new Bm25Cache(Bm25.Default, writtenAverage);
        if (file.TryGet(SegmentFormat.Bigrams(ordinal), out var bigrams)) Bigrams = new BigramDictionary(bigrams);
        if (field.Stemmed) Stems = new TermDictionary(file[SegmentFormat.Stems(ordinal)]);
    }

    public NumberColumn? Numbers { get; }

    public KeywordColumn? Keywords { get; }

    /// <summary>Length codes by document.</summary>
    public byte* Lengths { get; }

    /// <summary>The table that the bounds were written with.</summary>
    public Bm25Cache? WrittenImpacts { get; }

    /// <summary>Pairs of common words; null where there are no common words.</summary>
    public BigramDictionary? Bigrams { get; }

    public byte* PostingsStart => _postings;

    public PostingsCursor Open(in TermEntry entry) => new(_postings, entry, Field.Kind == FieldKind.Text, _bitmaps);

    /// <summary>Opens postings of a stem that has several forms, or of a bigram: these have no positions.</summary>
    public PostingsCursor OpenWithoutPositions(in TermEntry entry) => new(_postings, entry, hasPositions: false, _bitmaps);
}
