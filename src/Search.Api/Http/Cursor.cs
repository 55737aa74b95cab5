using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Search.Catalog;

namespace Search.Api.Http;

/// <summary>
/// The offset at which the next page begins, bound to a snapshot, an address and its parameters. Every server
/// of a copy of the snapshot reads it, also after a restart: nothing of it is a secret, since a forged offset reaches nothing that
/// following <c>next</c> would not.
/// </summary>
internal static class Cursor
{
    private const int SnapshotLength = 8;
    private const int PlaceLength = SnapshotLength + sizeof(int);
    private const int Length = PlaceLength + 16;

    /// <summary>A cursor for the page that begins at <paramref name="skip"/>.</summary>
    public static string Write(ResolutionCatalog catalog, int skip, HttpRequest request)
    {
        Span<byte> bytes = stackalloc byte[Length];
        Identity(catalog).CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[SnapshotLength..], skip);
        Check(bytes[..PlaceLength], request).CopyTo(bytes[PlaceLength..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The offset that a cursor names; otherwise the error's code.</summary>
    public static (int Skip, string? Error) Read(string cursor, ResolutionCatalog catalog, HttpRequest request)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (cursor.Length != Base64Url.GetEncodedLength(Length)
            || Base64Url.DecodeFromChars(cursor, bytes, out _, out _) != OperationStatus.Done)
            return (0, "bad-cursor");
        if (Base64Url.EncodeToString(bytes) != cursor) return (0, "bad-cursor"); // the last letter has bits to spare
        if (!Check(bytes[..PlaceLength], request).AsSpan().SequenceEqual(bytes[PlaceLength..])) return (0, "bad-cursor");
        if (!bytes[..SnapshotLength].SequenceEqual(Identity(catalog))) return (0, "gone");
        var skip = BinaryPrimitives.ReadInt32LittleEndian(bytes[SnapshotLength..]);
        return skip > 0 ? (skip, null) : (0, "bad-cursor");
    }

    private static byte[] Identity(ResolutionCatalog catalog) => Convert.FromHexString(catalog.Fingerprint.AsSpan(0, 2 * SnapshotLength));

    private static byte[] Check(ReadOnlySpan<byte> place, HttpRequest request)
    {
        var asked = new ArrayBufferWriter<byte>(256);
        asked.Write(place);
        Question.Write(request, asked, without: "cursor");
        return SHA256.HashData(asked.WrittenSpan)[..(Length - PlaceLength)];
    }
}
