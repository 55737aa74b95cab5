using System.Buffers.Binary;
using System.IO.Hashing;

namespace Search.Graph.Storage;

/// <summary>The columns of a graph file, in the order in which they are in it.</summary>
internal enum GraphSection
{
    NodeDates,
    NodeFlags,
    CitesStarts,
    CitedByStarts,
    EdgeSources,
    EdgeTargets,
    EdgeClauses,
    EdgeMarks,
    CitesEdges,
    CitedByEdges,
    CitesWorks,
    CitedByWorks,

    // Version 1 only: structural relations, which no reader used.
    RelationSources,
    RelationKinds,
    RelationTargets,
    RelationsByTarget,
}

/// <summary>Sizes and places of the fixed part of a graph file; described for readers in docs/formats/graph.md.</summary>
internal static class GraphFormat
{
    public const int Version = 2;
    public const int VersionWithRelations = 1;
    public const int HeaderBytes = 48;
    public const int EntryBytes = 32;

    /// <summary>Bytes of zeros at least after a column, so that its last number can be read as four bytes.</summary>
    public const int Slack = 4;

    public static ReadOnlySpan<byte> Magic => "CLGRAPH\n"u8;

    /// <summary>Columns in a file of a version.</summary>
    public static int SectionCount(int version) =>
        version == VersionWithRelations ? (int)GraphSection.RelationsByTarget + 1 : (int)GraphSection.CitedByWorks + 1;

    /// <summary>Bytes of header and table in a file of a version.</summary>
    public static int FixedBytes(int version) => HeaderBytes + (SectionCount(version) * EntryBytes);

    /// <summary>CRC-32C.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes) => Crc32.HashToUInt32(Crc32ParameterSet.Crc32C, bytes);

    /// <summary>What a column takes in the file: its numbers, the slack, and zeros to a multiple of eight.</summary>
    public static long Padded(long bytes) => (bytes + Slack + 7) & ~7L;
}

/// <summary>Where a column lies, how wide its numbers are and what its bytes add up to.</summary>
/// <param name="Section">Which column.</param>
/// <param name="Width">Bytes a number: 1 to 4, little-endian, unsigned.</param>
/// <param name="Count">Numbers in the column.</param>
/// <param name="Offset">Its first byte in the file.</param>
/// <param name="Checksum">CRC-32C of its bytes, padding included.</param>
internal readonly record struct SectionEntry(GraphSection Section, int Width, int Count, long Offset, uint Checksum)
{
    /// <summary>Bytes in the file, padding included.</summary>
    public long Length => GraphFormat.Padded((long)Count * Width);

    public void Write(Span<byte> to)
    {
        to[..GraphFormat.EntryBytes].Clear();
        BinaryPrimitives.WriteInt32LittleEndian(to, (int)Section);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], Width);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], Count);
        BinaryPrimitives.WriteInt64LittleEndian(to[16..], Offset);
        BinaryPrimitives.WriteUInt32LittleEndian(to[24..], Checksum);
    }

    public static SectionEntry Read(ReadOnlySpan<byte> from) => new(
        (GraphSection)BinaryPrimitives.ReadInt32LittleEndian(from),
        BinaryPrimitives.ReadInt32LittleEndian(from[4..]),
        (int)Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(from[8..]), -1, int.MaxValue),
        BinaryPrimitives.ReadInt64LittleEndian(from[16..]),
        BinaryPrimitives.ReadUInt32LittleEndian(from[24..]));
}
