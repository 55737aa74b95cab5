using System.Runtime.CompilerServices;
using Search.FullText.Storage;

namespace Search.FullText.Postings;

/// <content>Reading of blocks.</content>
internal sealed unsafe partial class PostingsCursor
{
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
        WorkMeter.Add(_count);
    }

    private void ReadFrequencies()
    {
        var entry = _entries + ((long)_block * PostingsFormat.EntryLength);
        ReadPacked(_freqsAt, entry[14], _count, _freqs);
        BitUnpacking.Add(_freqs, _count, 1, _freqs);
        _freqsRead = true;
        WorkMeter.Add(_count);
    }

    private void ReadPlaces()
    {
        if (!_hasPositions) throw new InvalidOperationException("The field has no positions.");
        if (!_freqsRead) ReadFrequencies();
        var total = (_blockPlaces ??= new BlockPositions(_buffers!)).Begin(_freqs, _count);
        if (_blocks == 0)
        {
            var reader = new ByteReader(_places);
            for (var i = 0; i < total; i++) _buffers!.Positions[i] = (int)reader.Varint();
        }
        else
        {
            var entry = _entries + ((long)_block * PostingsFormat.EntryLength);
            ReadPacked(_places + Unsafe.ReadUnaligned<uint>(entry + 8), entry[15], total, _buffers!.Positions);
        }

        _placesRead = true;
        WorkMeter.Add(total);
    }

    private void StandAtIndex(int index)
    {
        _index = index;
        Document = _docs[index];
    }

    /// <summary>Unpacks numbers with their exceptions and returns the place after them.</summary>
    private static byte* ReadPacked(byte* at, byte width, int count, int* into)
    {
        var bits = width & ~PostingsFormat.HasExceptions;
        BitUnpacking.Unpack(at, bits, count, into);
        at += ByteBuffer.PackedLength(count, bits);
        if ((width & PostingsFormat.HasExceptions) == 0) return at;
        var reader = new ByteReader(at);
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
        var reader = new ByteReader(at);
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
