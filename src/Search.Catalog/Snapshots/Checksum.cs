using System.Globalization;
using System.IO.Hashing;

namespace Search.Catalog.Snapshots;

/// <summary>CRC-32C of files.</summary>
internal static class Checksum
{
    private const int ReadAtOnce = 1 << 18;

    /// <summary>Length and checksum of a whole file.</summary>
    public static (long Length, string Crc32C) OfFile(string path, CancellationToken cancellation = default)
    {
        var crc = new Crc32(Crc32ParameterSet.Crc32C);
        var length = 0L;
        var buffer = GC.AllocateUninitializedArray<byte>(ReadAtOnce);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read
            | FileShare.Delete, FileOptions.SequentialScan);
        while (RandomAccess.Read(file, buffer, length) is var n and > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            crc.Append(buffer.AsSpan(0, n));
            length += n;
        }
        return (length, Format(crc.GetCurrentHashAsUInt32()));
    }

    /// <summary>Checksum of bytes, 8 hex digits.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Format(Crc32.HashToUInt32(Crc32ParameterSet.Crc32C, bytes));

    private static string Format(uint crc) => crc.ToString("x8", CultureInfo.InvariantCulture);
}
