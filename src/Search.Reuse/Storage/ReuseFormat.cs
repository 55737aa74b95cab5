using System.Buffers.Binary;
using System.IO.Hashing;

namespace Search.Reuse.Storage;

/// <summary>The columns of a file of reuse, in the order in which they are in it.</summary>
internal enum ReuseColumn
{
    /// <summary>Of each document its place in time; 0 where it is not known.</summary>
    DocumentOrders,

    /// <summary>Where each document's passages begin, and the end.</summary>
    DocumentStarts,

    /// <summary>The wording of each passage.</summary>
    PassageWordings,

    /// <summary>Where each wording's passages begin, and the end.</summary>
    WordingStarts,

    /// <summary>The passages of each wording, in order of time.</summary>
    WordingPassages,

    /// <summary>How many words each wording has.</summary>
    WordingLengths,

    /// <summary>What each wording is: <see cref="WordingKind"/>.</summary>
    WordingKinds,

    /// <summary>Where each wording's versions begin, and the end.</summary>
    SimilarStarts,

    /// <summary>The versions of each wording, the most similar first.</summary>
    SimilarWordings,

    /// <summary>The overlap with each version in hundredths.</summary>
    SimilarPercents,

    /// <summary>Where the fingerprints with each beginning begin, and the end.</summary>
    PrintStarts,

    /// <summary>The rests of the fingerprints, ascending for each beginning.</summary>
    PrintRests,

    /// <summary>The wording that has each fingerprint.</summary>
    PrintWordings,
}

/// <summary>Sizes and places of the fixed part; described for readers in docs/formats/reuse.md.</summary>
internal static class ReuseFormat
{
    public const int Version = 1;
    public const int Columns = (int)ReuseColumn.PrintWordings + 1;
    public const int EntryBytes = 24;
    public const int HeaderBytes = 32;
    public const int FixedBytes = HeaderBytes + (Columns * EntryBytes);

    /// <summary>Where the checksum of header and table is; it counts as zero in itself.</summary>
    public const int ChecksumAt = 28;

    public static ReadOnlySpan<byte> Magic => "CLREUSE\n"u8;

    public static uint Checksum(ReadOnlySpan<byte> bytes) => Crc32.HashToUInt32(Crc32ParameterSet.Crc32C, bytes);
}

/// <summary>Where a column is.</summary>
/// <param name="Width">Bytes a number: 1 to 4, little-endian, unsigned.</param>
/// <param name="Count">Numbers.</param>
/// <param name="Offset">Its first byte in the file.</param>
/// <param name="Checksum">CRC-32C of its bytes.</param>
internal readonly record struct ColumnEntry(int Width, int Count, long Offset, uint Checksum)
{
    public long Length => (long)Width * Count;

    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, Width);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], Count);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], Offset);
        BinaryPrimitives.WriteUInt32LittleEndian(to[16..], Checksum);
    }

    public static ColumnEntry Read(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadInt32LittleEndian(from), BinaryPrimitives.ReadInt32LittleEndian(from[4..]),
        BinaryPrimitives.ReadInt64LittleEndian(from[8..]), BinaryPrimitives.ReadUInt32LittleEndian(from[16..]));
}
