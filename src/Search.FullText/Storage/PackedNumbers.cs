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

    /// <summary>Writes numbers so that they can be read by index.</summary>
    public static void Write(SectionWriter sink, ReadOnlySpan<ulong> values, int width)
    {
        Span<byte> chunk = stackalloc byte[8];
        if (width == 64)
        {
            foreach (var value in values)
            {
                System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(chunk, value);
                sink.Raw(chunk);
            }

            return;
        }

        var bits = 0UL;
        var filled = 0;
        var buffer = new ByteBuffer(1 << 12);
        foreach (var value in values)
        {
            bits |= value << filled;
            filled += width;
            if (filled >= 64)
            {
                buffer.UInt64(bits);
                filled -= 64;
                bits = filled == 0 ? 0 : value >> (width - filled);
                if (buffer.Length >= 1 << 12)
                {
                    sink.Raw(buffer.Bytes);
                    buffer.Clear();
                }
            }
        }

        for (; filled > 0; filled -= 8)
        {
            buffer.Byte((byte)bits);
            bits >>= 8;
        }

        sink.Raw(buffer.Bytes);
    }
}
