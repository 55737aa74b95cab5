using System.IO.Compression;
using System.Numerics;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Search.Catalog.Querying;

/// <summary>What researchers do not read in the database, such as the source of a document, under Brotli.</summary>
internal static class Packed
{
    /// <summary>Higher qualities save a few per cent and take several times as long.</summary>
    private const int Quality = 5;

    /// <summary>Bits of the smallest and the largest window. One as large as the text is enough, and the encoder
    /// takes memory by its size.</summary>
    private const int SmallestWindow = 10, LargestWindow = 22;

    /// <summary>The bytes as stored.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, SmallestWindow, LargestWindow);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, window))
            throw new InvalidOperationException("the largest compressed length was not enough");
        return packed[..length];
    }

    /// <summary>The bytes that were stored.</summary>
    public static byte[] Decompress(byte[] packed)
    {
        using var bytes = new MemoryStream();
        using (var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress)) stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The text of a column, UTF-8 under Brotli; formats up to 3 stored it as it is.</summary>
    public static string ReadText(SqliteDataReader row, int column) =>
        row.GetFieldType(column) == typeof(string)
            ? row.GetString(column)
            : Encoding.UTF8.GetString(Decompress(row.GetFieldValue<byte[]>(column)));
}
