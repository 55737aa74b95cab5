using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>Writes one keyword field of a segment: postings of every value in ascending order, and the
/// column of values by document.</summary>
internal sealed class KeywordFieldWriter
{
    private const int ChunkLength = 1 << 14;

    private readonly SectionWriter _sink;
    private readonly int _ordinal;
    private readonly PostingsWriter _postings;
    private readonly TermDictionaryWriter _terms = new();
    private readonly List<int[]> _documents = []; // of all values one after another, in chunks: nothing is copied when it grows
    private readonly List<int> _ends = []; // where the documents of each value end
    private readonly int[] _starts;
    private int _pairs;

    public KeywordFieldWriter(SectionWriter sink, int ordinal, int documents)
    {
        (_sink, _ordinal) = (sink, ordinal);
        _starts = new int[documents + 1];
        sink.Begin(SegmentFormat.Postings(ordinal));
        _postings = new PostingsWriter(sink, hasPositions: false, norms: null, impacts: null);
    }

    public void Add(int document)
    {
        _postings.Add(document, 1, []);
        var at = _pairs++ % ChunkLength;
        if (at == 0) _documents.Add(new int[ChunkLength]);
        _documents[^1][at] = document;
        _starts[document + 1]++;
    }

    public void EndValue(ReadOnlySpan<byte> value)
    {
        _terms.Add(value, _postings.Finish(_terms.Count));
        _ends.Add(_pairs);
    }

    public void Finish()
    {
        _sink.End();
        _terms.Write(_sink, SegmentFormat.Terms(_ordinal));
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        var ordinals = new int[_pairs];
        var pair = 0;
        for (var value = 0; value < _ends.Count; value++)
            for (; pair < _ends[value]; pair++)
                ordinals[_starts[_documents[pair / ChunkLength][pair % ChunkLength]]++] = value;
        // Each document's start is where it ends now, which is where the next one starts.
        _starts.AsSpan(0, _starts.Length - 1).CopyTo(_starts.AsSpan(1));
        _starts[0] = 0;
        KeywordColumn.Write(_sink, SegmentFormat.Column(_ordinal), _starts, ordinals);
    }
}
