using System.Runtime.CompilerServices;
using Search.FullText.Storage;

namespace Search.FullText.Postings;

/// <summary>
/// Walks the postings of one term in one segment in ascending order of documents. Blocks are decoded only when a document in
/// them is asked for; bounds are read from the block entries alone. Not for several threads.
/// </summary>
internal sealed unsafe class PostingsCursor : IDisposable
{
    /// <summary>The document behind the last one.</summary>
    public const int End = int.MaxValue;

    private readonly byte* _entries;
    private readonly byte* _bodies;
    private readonly byte* _places;
    private readonly int _blocks;
    private readonly int _documents;
    private readonly bool _hasPositions;
    private readonly byte _shortBound;
    private CursorBuffers? _buffers;
    private int* _docs;
    private int* _freqs;
    private int _block = -1;
    private int _count;
    private int _index;
    private int _bounded;
    private byte* _freqsAt;
    private bool _freqsRead;
    private bool _placesRead;
    private int _placeIndex;
    private int _placeStart;
    private int _absolute;

    public PostingsCursor(byte* postings, in TermEntry entry, bool hasPositions)
    {
        _hasPositions = hasPositions;
        _documents = entry.Documents;
        _buffers = CursorBuffers.Rent();
        _docs = _buffers.Docs;
        _freqs = _buffers.Freqs;
        var at = postings + entry.Offset;
        if (_documents < PostingsFormat.BlockSize)
        {
            _shortBound = _documents > 1 ? *at++ : (byte)255;
            _places = ReadShort(at);
            _count = _documents;
            _freqsRead = true;
            LastDocument = _count > 0 ? _docs[_count - 1] : -1;
        }
        else
        {
            _blocks = (_documents + PostingsFormat.BlockSize - 1) / PostingsFormat.BlockSize;
            _entries = at + 4;
            _bodies = _entries + ((long)_blocks * PostingsFormat.EntryLength);
            _places = _bodies + Unsafe.ReadUnaligned<uint>(at);
            LastDocument = EntryLast(_blocks - 1);
        }

        _index = -1;
    }

    /// <summary>How many documents there are.</summary>
    public int Documents => _documents;

    /// <summary>The last of them.</summary>
    public int LastDocument { get; }

    /// <summary>The document stood at: -1 before the first, <see cref="End"/> behind the last.</summary>
    public int Document { get; private set; } = -1;

    /// <summary>Blocks decoded so far, for the work budget.</summary>
    public int BlocksRead { get; private set; }

    /// <summary>Occurrences in the document stood at.</summary>
    public int Frequency
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (!_freqsRead) ReadFrequencies();
            return _freqs[_index];
        }
    }

    /// <summary>The first document of a term, without opening it.</summary>
    public static int FirstDocument(byte* postings, in TermEntry entry)
    {
        var at = postings + entry.Offset;
        if (entry.Documents < PostingsFormat.BlockSize)
        {
            var reader = new ByteReader(entry.Documents > 1 ? at + 1 : at, null);
            return (int)(reader.Varint() >> 1);
        }

        var blocks = (entry.Documents + PostingsFormat.BlockSize - 1) / PostingsFormat.BlockSize;
        var body = at + 4 + (blocks * (long)PostingsFormat.EntryLength);
        var width = at[4 + 13] & ~PostingsFormat.HasExceptions;
        var first = (int)BitUnpacking.Get(body, width, 0);
        if (at[4 + 13] == width || first != (1 << width) - 1) return first;
        var exceptions = new ByteReader(body + ByteBuffer.PackedLength(PostingsFormat.BlockSize, width), null);
        _ = exceptions.Varint();
        return exceptions.Varint() == 0 ? first + (int)exceptions.Varint() : first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        if (++_index < _count) return Document = _docs[_index];
        return NextBlock();
    }

    /// <summary>Goes to the first document at or behind <paramref name="target"/>; never back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Seek(int target)
    {
        if (Document >= target) return Document;
        if (_count == 0 || _docs[_count - 1] < target)
        {
            if (!SeekBlock(target)) return Document = End;
        }

        _index = BitUnpacking.FirstAtLeast(_docs, Math.Max(_index, 0), target);
        return Document = _docs[_index];
    }

    /// <summary>The last document of the block that holds <paramref name="from"/>, <see cref="End"/> behind the last block.</summary>
    public int BlockEnd(int from)
    {
        if (_blocks == 0) return from > LastDocument ? End : LastDocument;
        BoundFrom(from);
        return _bounded < _blocks ? EntryLast(_bounded) : End;
    }

    /// <summary>The greatest bound of the blocks that hold documents from <paramref name="from"/> to <paramref name="to"/>: of 255 parts of the term's weight, 0 if there is none.</summary>
    public int Bound(int from, int to)
    {
        if (_blocks == 0) return _documents == 0 || from > LastDocument || to < _docs[0] ? 0 : _shortBound;
        BoundFrom(from);
        if (_bounded >= _blocks) return 0;
        if (to - from > 1 << 16) return 255;
        var most = 0;
        var entry = _entries + ((long)_bounded * PostingsFormat.EntryLength);
        for (var b = _bounded; b < _blocks; b++, entry += PostingsFormat.EntryLength)
        {
            most = Math.Max(most, entry[12]);
            if (Unsafe.ReadUnaligned<int>(entry) >= to) break;
        }

        return most;
    }

    /// <summary>The first document at or behind <paramref name="from"/> from which on a block's bound is at least <paramref name="least"/>, or <see cref="End"/>.</summary>
    public int SkipBelow(int from, int least)
    {
        if (_blocks == 0) return from > LastDocument || _shortBound < least ? End : from;
        BoundFrom(from);
        var block = _bounded;
        var entry = _entries + ((long)block * PostingsFormat.EntryLength) + 12;
        while (block < _blocks && *entry < least)
        {
            block++;
            entry += PostingsFormat.EntryLength;
        }

        if (block >= _blocks) return End;
        if (block == _bounded) return from;
        _bounded = block;
        return EntryLast(block - 1) + 1;
    }

    /// <summary>The places of the document stood at, ascending; valid until the cursor moves.</summary>
    public ReadOnlySpan<int> Positions()
    {
        if (!_placesRead) ReadPlaces();
        var frequency = Frequency;
        for (; _placeIndex < _index; _placeIndex++) _placeStart += _freqs[_placeIndex];
        var places = new Span<int>(_buffers!.Positions + _placeStart, frequency);
        if (_absolute != _index)
        {
            _absolute = _index;
            var before = -1;
            for (var i = 0; i < places.Length; i++) places[i] = before += places[i] + 1;
        }

        return places;
    }

    /// <summary>The documents decoded, from the one stood at on, and moves to the last of them; for bulk reading.</summary>
    /// <param name="limit">Documents from here on stay unread.</param>
    /// <param name="freqs">How often, in the same order; empty when not wanted.</param>
    /// <param name="wantFreqs">Whether to decode them.</param>
    public ReadOnlySpan<int> TakeBelow(int limit, out ReadOnlySpan<int> freqs, bool wantFreqs)
    {
        var from = _index;
        var to = _docs[_count - 1] < limit ? _count : BitUnpacking.FirstAtLeast(_docs, from, limit);
        if (wantFreqs && !_freqsRead) ReadFrequencies();
        freqs = wantFreqs ? new ReadOnlySpan<int>(_freqs + from, to - from) : default;
        var docs = new ReadOnlySpan<int>(_docs + from, to - from);
        _index = to - 1;
        Document = _docs[_index];
        return docs;
    }

    public void Dispose()
    {
        if (_buffers is null) return;
        CursorBuffers.Return(_buffers);
        _buffers = null;
    }

    private int NextBlock()
    {
        if (_block + 1 >= _blocks)
        {
            _index = _count;
            return Document = End;
        }

        ReadBlock(_block + 1);
        _index = 0;
        return Document = _docs[0];
    }

    private bool SeekBlock(int target)
    {
        if (target > LastDocument || _blocks == 0)
        {
            _index = _count;
            return false;
        }

        ReadBlock(FirstBlockAtLeast(Math.Max(_block + 1, 0), target));
        _index = 0;
        return true;
    }

    /// <summary>The first block from <paramref name="block"/> on whose last document reaches <paramref name="target"/>; one does.</summary>
    private int FirstBlockAtLeast(int block, int target)
    {
        var step = 1;
        var low = block;
        while (block < _blocks && EntryLast(block) < target)
        {
            low = block + 1;
            block += step;
            step <<= 1;
        }

        var high = Math.Min(block, _blocks - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (EntryLast(middle) < target) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void BoundFrom(int from)
    {
        if (_bounded < _block) _bounded = _block;
        if (_bounded >= _blocks || EntryLast(_bounded) >= from) return;
        _bounded = from > LastDocument ? _blocks : FirstBlockAtLeast(_bounded, from);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EntryLast(int block) => Unsafe.ReadUnaligned<int>(_entries + ((long)block * PostingsFormat.EntryLength));

    private void ReadBlock(int block)
    {
        var entry = _entries + ((long)block * PostingsFormat.EntryLength);
        _block = block;
        _count = Math.Min(PostingsFormat.BlockSize, _documents - (block * PostingsFormat.BlockSize));
        _freqsAt = ReadPacked(_bodies + Unsafe.ReadUnaligned<uint>(entry + 4), entry[13], _count, _docs);
        BitUnpacking.SumGaps(_docs, _count, block == 0 ? -1 : EntryLast(block - 1));
        if (_count < PostingsFormat.BlockSize) new Span<int>(_docs + _count, PostingsFormat.BlockSize - _count).Fill(int.MaxValue);
        _freqsRead = false;
        _placesRead = false;
        BlocksRead++;
    }

    private void ReadFrequencies()
    {
        var entry = _entries + ((long)_block * PostingsFormat.EntryLength);
        ReadPacked(_freqsAt, entry[14], _count, _freqs);
        for (var i = 0; i < _count; i++) _freqs[i]++;
        _freqsRead = true;
    }

    private void ReadPlaces()
    {
        if (!_hasPositions) throw new InvalidOperationException("The field has no positions.");
        if (!_freqsRead) ReadFrequencies();
        var total = 0;
        for (var i = 0; i < _count; i++) total += _freqs[i];
        _buffers!.NeedPositions(total);
        if (_blocks == 0)
        {
            var reader = new ByteReader(_places, null);
            for (var i = 0; i < total; i++) _buffers.Positions[i] = (int)reader.Varint();
        }
        else
        {
            var entry = _entries + ((long)_block * PostingsFormat.EntryLength);
            ReadPacked(_places + Unsafe.ReadUnaligned<uint>(entry + 8), entry[15], total, _buffers.Positions);
        }

        (_placesRead, _placeIndex, _placeStart, _absolute) = (true, 0, 0, -1);
    }

    /// <summary>Unpacks numbers with their exceptions and returns the place behind them.</summary>
    private static byte* ReadPacked(byte* at, byte width, int count, int* into)
    {
        var bits = width & ~PostingsFormat.HasExceptions;
        BitUnpacking.Unpack(at, bits, count, into);
        at += ByteBuffer.PackedLength(count, bits);
        if ((width & PostingsFormat.HasExceptions) == 0) return at;
        var reader = new ByteReader(at, null);
        var index = -1;
        for (var left = reader.Varint(); left > 0; left--)
        {
            index += (int)reader.Varint() + 1;
            into[index] += (int)reader.Varint();
        }

        return reader.At;
    }

    private byte* ReadShort(byte* at)
    {
        var reader = new ByteReader(at, null);
        var document = -1;
        for (var i = 0; i < _documents; i++)
        {
            var value = reader.Varint();
            document += (int)(value >> 1) + 1;
            _docs[i] = document;
            _freqs[i] = (value & 1) == 1 ? 1 : (int)reader.Varint();
        }

        new Span<int>(_docs + _documents, PostingsFormat.BlockSize - _documents).Fill(int.MaxValue);
        return reader.At;
    }
}
