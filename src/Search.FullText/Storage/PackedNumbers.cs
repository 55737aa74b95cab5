using System.Runtime.CompilerServices;

namespace Search.FullText.Storage;

/// <summary>Non-negative numbers of a fixed number of bits in mapped memory, each read by its index.</summary>
internal readonly unsafe struct PackedNumbers(byte* start, int width)
{
    /// <summary>Numbers that need more bits than this are stored as 64.</summary>
    private const int WidestPacked = 57;

    private readonly byte* _start = start;

    public int Width { get; } = width;

    public ulong this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Width <= WidestPacked ? BitUnpacking.Get(_start, Width, index) : Unsafe.ReadUnaligned<ulong>(_start + (index * 8));
    }

    public static int WidthFor(ulong largest)
    {
        var width = ByteBuffer.WidthOf(largest);
        return width <= WidestPacked ? width : 64;
    }

    public static long ByteLength(long count, int width) => ((count * width) + 7) >> 3;
}

/// <summary>Writes numbers one after another as <see cref="PackedNumbers"/> reads them.</summary>
/// <param name="sink">Where to.</param>
/// <param name="width">As <see cref="PackedNumbers.WidthFor"/> gives it for the largest.</param>
internal sealed class PackedNumbersWriter(SectionWriter sink, int width)
{
    private const int WordBits = 64;
    private const int BufferBytes = 1 << 12;

    private readonly ByteBuffer _buffer = new(BufferBytes);
    private ulong _bits;
    private int _filled;

    /// <summary>Adds a number.</summary>
    public void Add(ulong value)
    {
        if (width == WordBits)
        {
            Word(value);
            return;
        }

        _bits |= value << _filled;
        _filled += width;
        if (_filled < WordBits) return;
        Word(_bits);
        _filled -= WordBits;
        _bits = _filled == 0 ? 0 : value >> (width - _filled);
    }

    /// <summary>Writes what is left.</summary>
    public void Finish()
    {
        for (; _filled > 0; _filled -= 8)
        {
            _buffer.Byte((byte)_bits);
            _bits >>= 8;
        }

        sink.Raw(_buffer.Bytes);
        _buffer.Clear();
    }

    private void Word(ulong word)
    {
        _buffer.UInt64(word);
        if (_buffer.Length < BufferBytes) return;
        sink.Raw(_buffer.Bytes);
        _buffer.Clear();
    }
}
