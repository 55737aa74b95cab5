using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Search.FullText.Storage;

/// <summary>Bytes in memory that grow at the end; all numbers are little-endian.</summary>
internal sealed class ByteBuffer(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value) => Take(1)[0] = value;

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void UInt64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Take(8), value);

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Seven bits a byte, the lowest first, the highest bit set where more follow.</summary>
    public void Varint(ulong value)
    {
        if (Length + 10 > _bytes.Length) Array.Resize(ref _bytes, (_bytes.Length * 2) + 10);
        while (value >= 0x80)
        {
            _bytes[Length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _bytes[Length++] = (byte)value;
    }

    /// <summary>A signed number as varint, small whatever its sign.</summary>
    public void Zigzag(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Varint((ulong)length);
        Encoding.UTF8.GetBytes(value, Take(length));
    }

    public void OptionalText(string? value)
    {
        Flag(value is not null);
        if (value is not null) Text(value);
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Single(float value) => BinaryPrimitives.WriteSingleLittleEndian(Take(4), value);

    /// <summary>Packs numbers at <paramref name="width"/> bits each, the first in the lowest bits, up to the next whole byte.</summary>
    public void Packed(ReadOnlySpan<int> values, int width)
    {
        var bits = 0UL;
        var filled = 0;
        var into = Take(PackedLength(values.Length, width));
        var at = 0;
        foreach (var value in values)
        {
            bits |= (ulong)(uint)value << filled;
            filled += width;
            if (filled < 32) continue;
            BinaryPrimitives.WriteUInt32LittleEndian(into[at..], (uint)bits);
            at += sizeof(uint);
            bits >>= 32;
            filled -= 32;
        }

        for (; filled > 0; filled -= 8)
        {
            into[at++] = (byte)bits;
            bits >>= 8;
        }
    }

    public static int PackedLength(int count, int width) => (int)((((long)count * width) + 7) >> 3);

    /// <summary>Bits needed for a number, 0 for 0.</summary>
    public static int WidthOf(ulong value) => 64 - BitOperations.LeadingZeroCount(value);

    /// <summary>Room for that many bytes at the end, counted as written: the caller writes all of them.</summary>
    private Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        var span = _bytes.AsSpan(Length, count);
        Length += count;
        return span;
    }
}
