using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Search.Catalog.Snapshots;

/// <summary>CRC-32C of files.</summary>
internal static class Checksum
{
    /// <summary>Checksum of a whole file, 8 hex digits.</summary>
    public static string OfFile(string path)
    {
        var crc = ~0u;
        var buffer = new byte[1 << 16];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        while (file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is var n and > 0) crc = Update(crc, buffer.AsSpan(0, n));
        return Format(~crc);
    }

    /// <summary>Checksum of bytes, 8 hex digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Format(~Update(~0u, bytes));

    private static string Format(uint crc) => crc.ToString("x8", CultureInfo.InvariantCulture);

    private static uint Update(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes) crc = BitOperations.Crc32C(crc, b);
        return crc;
    }
}
