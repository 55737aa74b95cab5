using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Search.Api.Http;

/// <summary>The place where the next page begins, opaque to its holder: bound to a generation, an address and its parameters.</summary>
internal static class Cursor
{
    // Signing keeps a forged offset from passing as one of ours; a new key a process only ends open cursors.
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    /// <summary>A cursor for the page that begins at <paramref name="skip"/>.</summary>
    public static string Write(string generation, int skip, HttpRequest request)
    {
        Span<byte> bytes = stackalloc byte[12 + 16];
        Encoding.ASCII.GetBytes(generation, bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], skip);
        Sign(bytes[..12], request).CopyTo(bytes[12..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The offset that a cursor names; otherwise the error's code.</summary>
    public static (int Skip, string? Error) Read(string cursor, string generation, HttpRequest request)
    {
        Span<byte> bytes = stackalloc byte[64];
        if (cursor.Length != 38 || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done || length != 28) return (0, "bad-cursor");
        bytes = bytes[..28];
        if (Base64Url.EncodeToString(bytes) != cursor) return (0, "bad-cursor"); // the last letter has bits to spare
        if (!CryptographicOperations.FixedTimeEquals(Sign(bytes[..12], request), bytes[12..])) return (0, "bad-cursor");
        if (Encoding.ASCII.GetString(bytes[..8]) != generation) return (0, "gone");
        var skip = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        return skip > 0 ? (skip, null) : (0, "bad-cursor");
    }

    private static byte[] Sign(ReadOnlySpan<byte> place, HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key);
        hash.AppendData(place);
        hash.AppendData(Question.Of(request, without: "cursor"));
        return hash.GetHashAndReset()[..16];
    }
}
