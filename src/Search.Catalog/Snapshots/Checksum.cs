using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Search.Catalog.Snapshots;

/// <summary>CRC-32C of files.</summary>
internal static class Checksum
{
    private const int ReadAtOnce = 1 << 18;

    /// <summary>Length and checksum of a whole file.</summary>
    public static (long Length, string Crc32C) OfFile(string path, CancellationToken cancellation = default)
    {
        var crc = ~0u;
        var length = 0L;
        var buffer = GC.AllocateUninitializedArray<byte>(ReadAtOnce);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.SequentialScan);
        while (RandomAccess.Read(file, buffer, length) is var n and > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            crc = Update(crc, buffer.AsSpan(0, n));
            length += n;
        }
        return (length, Format(~crc));
    }

    /// <summary>Checksum of bytes, 8 hex digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Format(~Update(~0u, bytes));

    private static string Format(uint crc) => crc.ToString("x8", CultureInfo.InvariantCulture);

    // Compiled well at once: a snapshot is verified when the program has just begun.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Update(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes) crc = BitOperations.Crc32C(crc, b);
        return crc;
    }
}
