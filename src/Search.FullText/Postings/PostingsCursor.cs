using System.Runtime.CompilerServices;
using Search.FullText.Storage;

namespace Search.FullText.Postings;

/// <summary>
/// Walks the postings of one term in one segment in ascending order of documents. Blocks are decoded only when a document in
/// them is asked for; bounds are read from the block entries alone. Not for several threads.
/// </summary>
internal sealed unsafe partial class PostingsCursor : IDisposable
{
    /// <summary>The document after the last one.</summary>
    public const int End = int.MaxValue;

    /// <summary>Where in a block entry its bound lies.</summary>
    private const int BoundAt = 12;

    private readonly byte* _postings;
    private readonly TermEntry _entry;
    private readonly PostingsBitmaps? _bitmaps;
    private readonly byte* _entries;
    private readonly byte* _bodies;
    private readonly byte* _places;
    private readonly int _blocks;
    private readonly int _documents;
    private readonly bool _hasPositions;
    private readonly byte _shortBound;
    private CursorBuffers? _buffers;
    private BlockPositions? _blockPlaces;
    private int* _docs;
    private int* _freqs;
    private int _block = -1;
    private int _count;
    private int _index;
    private int _bounded;
    private byte* _freqsAt;
    private bool _freqsRead;
    private bool _placesRead;

    /// <summary>Opens the postings of a term.</summary>
    /// <param name="postings">Where the section of postings is mapped.</param>
    /// <param name="entry">The term.</param>
    /// <param name="hasPositions">Whether its occurrences have positions.</param>
    /// <param name="bitmaps">The documents of common terms as bits, or null.</param>
    public PostingsCursor(byte* postings, in TermEntry entry, bool hasPositions, PostingsBitmaps? bitmaps = null)
    {
        _hasPositions = hasPositions;
        _postings = postings;
        _entry = entry;
        _bitmaps = bitmaps?.Has(entry) == true ? bitmaps : null;
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

        WorkMeter.Add(WorkMeter.List + _count);

        _index = -1;
    }

    /// <summary>Whether <see cref="Bits"/> are kept.</summary>
    public bool HasBits => _bitmaps is not null;

    /// <summary>All documents as bits, wherever the cursor is: see <see cref="PostingsBitmaps.Of"/>.</summary>
    public ReadOnlySpan<ulong> Bits => _bitmaps is null ? default : _bitmaps.Of(_postings, _entry);

    /// <summary>How many documents there are.</summary>
    public int Documents => _documents;

    /// <summary>The last of them.</summary>
    public int LastDocument { get; }

    /// <summary>The current document: -1 before the first, <see cref="End"/> after the last.</summary>
    public int Document { get; private set; } = -1;

    /// <summary>Blocks decoded so far, for the work budget.</summary>
    public int BlocksRead { get; private set; }

    /// <summary>Occurrences in the current document.</summary>
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
            var reader = new ByteReader(entry.Documents > 1 ? at + 1 : at);
            return (int)(reader.Varint() >> 1);
        }

        var blocks = (entry.Documents + PostingsFormat.BlockSize - 1) / PostingsFormat.BlockSize;
        var body = at + 4 + (blocks * (long)PostingsFormat.EntryLength);
        var width = at[4 + 13] & ~PostingsFormat.HasExceptions;
        var first = (int)BitUnpacking.Get(body, width, 0);
        if (at[4 + 13] == width || first != (1 << width) - 1) return first;
        var exceptions = new ByteReader(body + ByteBuffer.PackedLength(PostingsFormat.BlockSize, width));
        _ = exceptions.Varint();
        return exceptions.Varint() == 0 ? first + (int)exceptions.Varint() : first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        if (++_index < _count) return Document = _docs[_index];
        return NextBlock();
    }

    /// <summary>Goes to the first document at or after <paramref name="target"/>; never back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Seek(int target)
    {
        if (Document >= target) return Document;
        if (_count == 0 || _docs[_count - 1] < target)
        {
            if (!SeekBlock(target)) return Document = End;
        }

        _index = BlockSearch.FirstAtLeast(_docs, Math.Max(_index, 0), target);
        return Document = _docs[_index];
    }

    /// <summary>Goes to the first document at or after <paramref name="target"/> if it lies in the block read last, else stays and returns
    /// <paramref name="target"/>.</summary>
    public int SeekInBlock(int target)
    {
        if (Document >= target) return Document;
        if (_count == 0 || _docs[_count - 1] < target) return target;
        _index = BlockSearch.FirstAtLeast(_docs, Math.Max(_index, 0), target);
        return Document = _docs[_index];
    }

    /// <summary>The last document of the block that holds <paramref name="from"/>, <see cref="End"/> after the last block.</summary>
    public int BlockEnd(int from)
    {
        if (_blocks == 0) return from > LastDocument ? End : LastDocument;
        BoundFrom(from);
        return _bounded < _blocks ? EntryLast(_bounded) : End;
    }

    /// <summary>The bound of the block that <see cref="BlockEnd"/> found last.</summary>
    public int BlockBound =>
        _blocks == 0 ? _shortBound : _bounded < _blocks ? _entries[((long)_bounded * PostingsFormat.EntryLength) + BoundAt] : 0;

    /// <summary>The greatest bound of the blocks that hold documents from <paramref name="from"/> to <paramref name="to"/>: of 255 parts of
    /// the term's weight, 0 if there is none.</summary>
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
            most = Math.Max(most, entry[BoundAt]);
            if (Unsafe.ReadUnaligned<int>(entry) >= to) break;
        }

        return most;
    }

    /// <summary>The first document at or after <paramref name="from"/> from which on a block's bound is at least <paramref name="least"/>,
    /// or <see cref="End"/>.</summary>
    public int SkipBelow(int from, int least)
    {
        if (_blocks == 0) return from > LastDocument || _shortBound < least ? End : from;
        BoundFrom(from);
        var block = _bounded;
        var entry = _entries + ((long)block * PostingsFormat.EntryLength) + BoundAt;
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

    /// <summary>Looks ahead in the current block, without moving: how many documents there are from the current one up to
    /// <paramref name="last"/>, and which.</summary>
    public int Ahead(int last, out int* documents)
    {
        documents = _docs + _index;
        return (_docs[_count - 1] <= last ? _count : BlockSearch.FirstAtLeast(_docs, _index, last + 1)) - _index;
    }

    /// <summary>How often, of the documents that <see cref="Ahead"/> found in this block, wherever in it the cursor is now.</summary>
    public int* FrequenciesAhead(int* documents)
    {
        if (!_freqsRead) ReadFrequencies();
        return _freqs + (documents - _docs);
    }

    /// <summary>Keeps of documents those that the list has, and returns how many; <see cref="StandAtFound"/> goes to them.</summary>
    /// <param name="documents">Ascending.</param>
    /// <param name="chosen">Which of them are wanted: after all that were asked for before, and in one block by <see cref="BlockEnd"/>.
    /// Those kept are moved to the front.</param>
    /// <param name="count">Of those wanted, at least 1.</param>
    public int Keep(int* documents, int* chosen, int count)
    {
        if (_count == 0 || _docs[_count - 1] < documents[chosen[0]])
        {
            if (!SeekBlock(documents[chosen[0]])) return 0;
            Document = _docs[0];
        }

        return BlockSearch.Keep(documents, chosen, count, _docs, _buffers!.Slots);
    }

    /// <summary>Stands at the document that <see cref="Keep"/> found for the index among its documents.</summary>
    public void StandAtFound(int index) => StandAtIndex(_buffers!.Slots[index]);

    /// <summary>Stands at the document that many documents ahead in the block: see <see cref="Ahead"/>.</summary>
    public void StandAhead(int* documents, int index) => StandAtIndex((int)(documents - _docs) + index);

    /// <summary>Finds the documents that <see cref="Ahead"/> found as <see cref="Keep"/> finds those of another list.</summary>
    public void FindAhead(int* documents, int* chosen, int count)
    {
        var first = (int)(documents - _docs);
        for (var i = 0; i < count; i++) _buffers!.Slots[chosen[i]] = first + chosen[i];
    }

    /// <summary>For documents that were found: see <see cref="BlockPositions.KeepStarts"/>.</summary>
    public void KeepStarts(int* chosen, int count, int distance, ulong* starts, bool* isLong)
    {
        if (!_placesRead) ReadPlaces();
        _blockPlaces!.KeepStarts(_buffers!.Slots, chosen, count, _freqs, distance, starts, isLong);
    }

    /// <summary>The places of the current document, ascending; valid until the cursor moves.</summary>
    public ReadOnlySpan<int> Positions()
    {
        if (!_placesRead) ReadPlaces();
        return _blockPlaces!.Of(_index, _freqs[_index]);
    }

    /// <summary>The places of the current document as they are written: each less the one before, less 1 (from -1); valid until the cursor
    /// moves.</summary>
    public ReadOnlySpan<int> PositionGaps()
    {
        if (!_placesRead) ReadPlaces();
        return _blockPlaces!.Gaps(_index, _freqs[_index]);
    }

    /// <summary>The places of the current document as bits: see <see cref="BlockPositions.TryBits"/>.</summary>
    public bool TryPlaceBits(out ulong bits)
    {
        if (!_placesRead) ReadPlaces();
        return _blockPlaces!.TryBits(_index, _freqs[_index], out bits);
    }

    /// <summary>The documents decoded, from the current one on, and moves to the last of them; for bulk reading.</summary>
    /// <param name="limit">Documents from here on stay unread.</param>
    /// <param name="freqs">How often, in the same order; empty when not wanted.</param>
    /// <param name="wantFreqs">Whether to decode them.</param>
    public ReadOnlySpan<int> TakeBelow(int limit, out ReadOnlySpan<int> freqs, bool wantFreqs)
    {
        var from = _index;
        var to = _docs[_count - 1] < limit ? _count : BlockSearch.FirstAtLeast(_docs, from, limit);
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
}
