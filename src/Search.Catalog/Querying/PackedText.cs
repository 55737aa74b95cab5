using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Search.Catalog.Querying;

/// <summary>A text that researchers do not read in the database, such as the source of a document: UTF-8 under Brotli.</summary>
internal static class PackedText
{
    /// <summary>A quality that takes as long as the rest of writing a document, and a window of 4 MB.</summary>
    private const int Quality = 9, Window = 22;

    /// <summary>The text as stored.</summary>
    public static byte[] Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        if (!BrotliEncoder.TryCompress(bytes, packed, out var length, Quality, Window)) throw new InvalidOperationException("the largest compressed length was not enough");
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
