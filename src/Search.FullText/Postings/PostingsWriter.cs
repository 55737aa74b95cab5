using Search.FullText.Impacts;
using Search.FullText.Storage;

namespace Search.FullText.Postings;

/// <summary>Encodes the postings of one term after another: documents, how often, and where.</summary>
/// <param name="sink">The open postings section.</param>
/// <param name="hasPositions">Whether occurrences have places.</param>
/// <param name="norms">Length codes of the field by document, for the bounds; null where postings are not scored.</param>
/// <param name="impacts">The share of a term's weight by occurrences and length code.</param>
internal sealed class PostingsWriter(SectionWriter sink, bool hasPositions, byte[]? norms, Bm25Cache? impacts)
{
    private readonly int[] _docs = new int[PostingsFormat.BlockSize];
    private readonly int[] _freqs = new int[PostingsFormat.BlockSize];
    private readonly ByteBuffer _entries = new();
    private readonly ByteBuffer _bodies = new();
    private readonly ByteBuffer _places = new();
    private readonly ByteBuffer _exceptions = new();
    private readonly ByteBuffer _short = new();
    private readonly ByteBuffer _header = new();
    private int[] _gaps = new int[1024];
    private int _gapCount;
    private int _count;
    private int _documents;
    private int _before = -1;
    private long _occurrences;

    /// <summary>Adds a document, all in ascending order.</summary>
    /// <param name="document">Its number.</param>
    /// <param name="frequency">Occurrences, at least 1.</param>
    /// <param name="positions">Ascending; empty where the field has none.</param>
    public void Add(int document, int frequency, ReadOnlySpan<int> positions)
    {
        Add(document, frequency);
        if (!hasPositions) return;
        NeedGaps(positions.Length);
        var before = -1;
        foreach (var p in positions)
        {
            _gaps[_gapCount++] = p - before - 1;
            before = p;
        }
    }

    /// <summary>Adds a document with its positions as another list has them: see <see cref="PostingsCursor.PositionGaps"/>.</summary>
    public void AddGaps(int document, ReadOnlySpan<int> gaps)
    {
        Add(document, gaps.Length);
        NeedGaps(gaps.Length);
        gaps.CopyTo(_gaps.AsSpan(_gapCount));
        _gapCount += gaps.Length;
    }

    /// <summary>Writes the term out, and begins another.</summary>
    public TermEntry Finish(int ordinal)
    {
        var entry = new TermEntry(_documents, _occurrences, sink.SectionOffset, ordinal);
        if (_documents < PostingsFormat.BlockSize)
        {
            WriteShort();
        }
        else
        {
            if (_count > 0) EndBlock();
            _header.Clear();
            _header.UInt32((uint)_bodies.Length);
            sink.Raw(_header.Bytes);
            sink.Raw(_entries.Bytes);
            sink.Raw(_bodies.Bytes);
            sink.Raw(_places.Bytes);
        }

        _entries.Clear();
        _bodies.Clear();
        _places.Clear();
        (_count, _documents, _before, _occurrences, _gapCount) = (0, 0, -1, 0, 0);
        return entry;
    }

    private void Add(int document, int frequency)
    {
        if (_count == PostingsFormat.BlockSize) EndBlock();
        _docs[_count] = document;
        _freqs[_count++] = frequency;
        _documents++;
        _occurrences += frequency;
    }

    private void NeedGaps(int more)
    {
        if (_gapCount + more > _gaps.Length) Array.Resize(ref _gaps, Math.Max(_gaps.Length * 2, _gapCount + more));
    }

    private void WriteShort()
    {
        _short.Clear();
        if (_documents > 1) _short.Byte(Bound());
        var before = -1;
        for (var i = 0; i < _count; i++)
        {
            var once = _freqs[i] == 1;
            _short.Varint(((ulong)(_docs[i] - before - 1) << 1) | (once ? 1UL : 0));
            if (!once) _short.Varint((ulong)_freqs[i]);
            before = _docs[i];
        }

        for (var i = 0; i < _gapCount; i++) _short.Varint((ulong)_gaps[i]);
        sink.Raw(_short.Bytes);
    }

    private void EndBlock()
    {
        _entries.UInt32((uint)_docs[_count - 1]);
        _entries.UInt32((uint)_bodies.Length);
        _entries.UInt32((uint)_places.Length);
        _entries.Byte(Bound());

        var before = _before;
        _before = _docs[_count - 1];
        for (var i = 0; i < _count; i++)
        {
            var document = _docs[i];
            _docs[i] = document - before - 1;
            before = document;
            _freqs[i]--;
        }

        _entries.Byte(Pack(_bodies, _docs.AsSpan(0, _count), exceptionCost: 22));
        _entries.Byte(Pack(_bodies, _freqs.AsSpan(0, _count), exceptionCost: 18));
        _entries.Byte(hasPositions ? Pack(_places, _gaps.AsSpan(0, _gapCount), exceptionCost: 24) : (byte)0);
        _count = 0;
        _gapCount = 0;
    }

    private byte Pack(ByteBuffer into, Span<int> values, int exceptionCost)
    {
        var (width, exceptions) = PostingsFormat.BestWidth(values, exceptionCost);
        if (!exceptions)
        {
            into.Packed(values, width);
            return (byte)width;
        }

        var mark = (1 << width) - 1;
        var before = -1;
        var count = 0;
        _exceptions.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < mark) continue;
            _exceptions.Varint((ulong)(i - before - 1));
            _exceptions.Varint((ulong)(values[i] - mark));
            before = i;
            values[i] = mark;
            count++;
        }

        into.Packed(values, width);
        into.Varint((ulong)count);
        into.Raw(_exceptions.Bytes);
        return (byte)(width | PostingsFormat.HasExceptions);
    }

    private byte Bound()
    {
        if (impacts is null) return 255;
        var most = 0f;
        for (var i = 0; i < _count; i++) most = Math.Max(most, impacts.Share(_freqs[i], norms![_docs[i]]));
        return Bm25Cache.Encode(most);
    }
}
