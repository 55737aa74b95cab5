using System.Buffers.Binary;
using System.IO.Hashing;
using System.IO.MemoryMappedFiles;

namespace Search.Graph.Storage;

/// <summary>A graph file in memory: its header is checked when it is opened, its columns when
/// <see cref="CheckColumns"/> is called.</summary>
internal sealed unsafe class GraphFile : IDisposable
{
    private readonly MemoryMappedFile mapping;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly SectionEntry[] entries;

    private GraphFile(string path, MemoryMappedFile mapping, SectionEntry[] entries, int nodes, int edges)
    {
        Path = path;
        this.mapping = mapping;
        this.entries = entries;
        Nodes = nodes;
        Edges = edges;
        view = mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        start += view.PointerOffset;
    }

    public string Path { get; }

    public int Nodes { get; }

    public int Edges { get; }

    /// <summary>Maps a graph after a look at its header.</summary>
    /// <exception cref="GraphCorruptException">The header is not whole, the length is not the one it states, or
    /// the version is another.</exception>
    public static GraphFile Open(string path)
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("Graph files are read on little-endian machines only.");
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        var header = new byte[GraphFormat.FixedBytes(GraphFormat.VersionWithRelations)];
        var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < GraphFormat.HeaderBytes)
            throw new GraphCorruptException(path, read, $"a graph begins with {GraphFormat.HeaderBytes} bytes of header");
        if (!header.AsSpan(0, 8).SequenceEqual(GraphFormat.Magic)) throw new GraphCorruptException(path, 0, "this is not a graph file");
        var version = Int(header, 8);
        if (version is not (GraphFormat.VersionWithRelations or GraphFormat.Version))
            throw new GraphCorruptException(path, 8,
                $"format version {version} is neither {GraphFormat.VersionWithRelations} nor {GraphFormat.Version}");
        if (read < GraphFormat.FixedBytes(version)) throw new GraphCorruptException(path, read, "the table of columns is cut");
        header = header[..GraphFormat.FixedBytes(version)];
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(44));
        header.AsSpan(44, 4).Clear();
        if (GraphFormat.Checksum(header) != checksum) throw new GraphCorruptException(path, 44, "the header does not match its checksum");
        var length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(32));
        if (length != stream.Length)
            throw new GraphCorruptException(path, Math.Min(length, stream.Length),
                $"{length} bytes were written and {stream.Length} are there");

        var (nodes, edges, relations) = (Int(header, 16), Int(header, 20), Int(header, 24));
        var table = new SectionEntry[GraphFormat.SectionCount(version)];
        var offset = (long)header.Length;
        for (var i = 0; i < table.Length; i++)
        {
            var at = GraphFormat.HeaderBytes + (i * GraphFormat.EntryBytes);
            var entry = table[i] = SectionEntry.Read(header.AsSpan(at));
            if (entry.Section != (GraphSection)i || entry.Offset != offset || entry.Width is < 1 or > 4
                || entry.Count != Expected(entry.Section, nodes, edges, relations))
                throw new GraphCorruptException(path, at, $"the entry of {(GraphSection)i} does not fit");
            offset += entry.Length;
        }
        if (offset != length) throw new GraphCorruptException(path, 32, "the columns do not fill the file");

        // The mapping keeps its own descriptor: the file may be renamed or deleted while it is open.
        var mapped = MemoryMappedFile.CreateFromFile(
            File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete), null, 0, MemoryMappedFileAccess.Read,
            HandleInheritability.None, leaveOpen: false);
        try
        {
            return new GraphFile(path, mapped, table, nodes, edges);
        }
        catch
        {
            mapped.Dispose();
            throw;
        }
    }

    public PackedInts Column(GraphSection section) => new(this, start, entries[(int)section]);

    /// <summary>Reads every byte of the file.</summary>
    /// <exception cref="GraphCorruptException">A column does not match its checksum.</exception>
    public void CheckColumns()
    {
        foreach (var entry in entries)
        {
            var crc = new Crc32(Crc32ParameterSet.Crc32C);
            for (long at = 0; at < entry.Length; at += 1 << 20)
                crc.Append(new ReadOnlySpan<byte>(start + entry.Offset + at, (int)Math.Min(1 << 20, entry.Length - at)));
            if (crc.GetCurrentHashAsUInt32() != entry.Checksum)
                throw new GraphCorruptException(Path, entry.Offset, $"{entry.Section} does not match its checksum");
        }
    }

    /// <summary>Reads a byte of every page, after which reading there does not wait for the system.</summary>
    public void TouchPages()
    {
        for (var at = start; at < start + view.Capacity; at += Environment.SystemPageSize) Volatile.Read(ref *at);
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        mapping.Dispose();
    }

    private static int Int(byte[] header, int at) => BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(at));

    private static int Expected(GraphSection section, int nodes, int edges, int relations) => section switch
    {
        GraphSection.NodeDates or GraphSection.NodeFlags or GraphSection.CitesWorks or GraphSection.CitedByWorks => nodes,
        GraphSection.CitesStarts or GraphSection.CitedByStarts => nodes + 1,
        GraphSection.RelationSources or GraphSection.RelationKinds or GraphSection.RelationTargets or GraphSection.RelationsByTarget =>
            relations,
        _ => edges,
    };
}
