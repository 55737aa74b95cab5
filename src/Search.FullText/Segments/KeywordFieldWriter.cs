using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>Writes one keyword field of a segment: postings of every value in ascending order, and the
/// column of values by document.</summary>
internal sealed class KeywordFieldWriter
{
    private readonly SectionWriter _sink;
    private readonly int _ordinal;
    private readonly PostingsWriter _postings;
    private readonly TermDictionaryWriter _terms = new();
    private readonly List<(int Document, int Value)> _pairs = [];
    private readonly int[] _starts;

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
        _pairs.Add((document, _terms.Count));
        _starts[document + 1]++;
    }

    public void EndValue(ReadOnlySpan<byte> value) => _terms.Add(value, _postings.Finish(_terms.Count));

    public void Finish()
    {
        _sink.End();
        _terms.Write(_sink, SegmentFormat.Terms(_ordinal));
        for (var i = 1; i < _starts.Length; i++) _starts[i] += _starts[i - 1];
        var next = _starts.AsSpan(0, _starts.Length - 1).ToArray();
        var ordinals = new int[_pairs.Count];
        foreach (var (document, value) in _pairs) ordinals[next[document]++] = value;
        KeywordColumn.Write(_sink, SegmentFormat.Column(_ordinal), _starts, ordinals);
    }
}
