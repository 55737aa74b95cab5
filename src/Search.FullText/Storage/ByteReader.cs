using System.Runtime.CompilerServices;
using System.Text;

namespace Search.FullText.Storage;

/// <summary>Reads mapped bytes from front to back. The bytes have been checked against their checksum before.</summary>
internal unsafe struct ByteReader(byte* at)
{
    public byte* At = at;

    public byte Byte() => *At++;

    public uint UInt32()
    {
        var value = Unsafe.ReadUnaligned<uint>(At);
        At += 4;
        return value;
    }

    public ulong UInt64()
    {
        var value = Unsafe.ReadUnaligned<ulong>(At);
        At += 8;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Varint()
    {
        ulong value = *At++;
        if (value < 0x80) return value;
        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            var b = *At++;
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }

    public long Zigzag()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public string Text()
    {
        var length = (int)Varint();
        var text = Encoding.UTF8.GetString(At, length);
        At += length;
        return text;
    }
}
