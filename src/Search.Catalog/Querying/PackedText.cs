using System.IO.Compression;
using System.Numerics;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Search.Catalog.Querying;

/// <summary>A text that researchers do not read in the database, such as the source of a document: UTF-8 under Brotli.</summary>
internal static class PackedText
{
    /// <summary>Higher qualities save a few per cent and take several times as long.</summary>
    private const int Quality = 5;

    /// <summary>Bits of the smallest and the largest window. One as large as the text is enough, and the encoder takes memory by its size.</summary>
    private const int SmallestWindow = 10, LargestWindow = 22;

    /// <summary>The text as stored.</summary>
    public static byte[] Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, SmallestWindow, LargestWindow);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, window)) throw new InvalidOperationException("the largest compressed length was not enough");
        return packed[..length];
    }

    /// <summary>The text of a column; formats up to 3 stored it as it is.</summary>
    public static string Read(SqliteDataReader row, int column)
    {
        if (row.GetFieldType(column) == typeof(string)) return row.GetString(column);
        using var packed = row.GetStream(column);
        using var text = new StreamReader(new BrotliStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
