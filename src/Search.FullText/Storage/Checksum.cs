using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Search.FullText.Storage;

/// <summary>CRC-32C over any number of stretches of bytes.</summary>
internal static class Checksum
{
    public const uint Start = 0xFFFFFFFF;

    /// <summary>Carries a checksum begun with <see cref="Start"/> over more bytes. Compiled well at once: an index is verified when the program has just begun.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var b in bytes) crc = BitOperations.Crc32C(crc, b);
        return crc;
    }

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(Start, bytes);
}
