using System.Runtime.InteropServices;

namespace Search.Graph.Storage;

/// <summary>A run of edges as columns.</summary>
internal sealed class EdgeChunk
{
    public const int Capacity = 1 << 16;

    public int[] Sources { get; } = new int[Capacity];

    public int[] Targets { get; } = new int[Capacity];

    public int[] Clauses { get; } = new int[Capacity];

    public ushort[] Marks { get; } = new ushort[Capacity];

    public int Count { get; set; }

    public void WriteTo(Stream stream)
    {
        stream.Write(MemoryMarshal.AsBytes<int>(Sources));
        stream.Write(MemoryMarshal.AsBytes<int>(Targets));
        stream.Write(MemoryMarshal.AsBytes<int>(Clauses));
        stream.Write(MemoryMarshal.AsBytes<ushort>(Marks));
    }

    public void ReadFrom(Stream stream)
    {
        stream.ReadExactly(MemoryMarshal.AsBytes(Sources.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(Targets.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(Clauses.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(Marks.AsSpan()));
        Count = Capacity;
    }
}

/// <summary>Keeps edges in the order they came: the first ones in memory, the rest in a file that goes away with the spool.</summary>
internal sealed class EdgeSpool(int edgesInMemory) : IDisposable
{
    private readonly List<EdgeChunk> kept = [];
    private EdgeChunk current = new();
    private FileStream? spill;
    private int spilled;

    public int Count { get; private set; }

    public void Add(in GraphEdge edge)
    {
        if (current.Count == EdgeChunk.Capacity) PutAway();
        var i = current.Count++;
        current.Sources[i] = edge.Source;
        current.Targets[i] = edge.Target;
        current.Clauses[i] = edge.Clause;
        current.Marks[i] = EdgeMarks.Of(edge).Bits;
        Count = checked(Count + 1);
    }

    /// <summary>All edges again, from the first. A chunk holds only until the next one is asked for.</summary>
    public IEnumerable<EdgeChunk> Chunks()
    {
        foreach (var chunk in kept) yield return chunk;
        if (spill is not null)
        {
            var again = new EdgeChunk();
            spill.Position = 0;
            for (var i = 0; i < spilled; i++)
            {
                again.ReadFrom(spill);
                yield return again;
            }
            spill.Position = spill.Length;
        }
        yield return current;
    }

    public void Dispose()
    {
        spill?.Dispose();
        spill = null;
        kept.Clear();
    }

    private void PutAway()
    {
        if ((long)(kept.Count + 1) * EdgeChunk.Capacity <= edgesInMemory)
        {
            kept.Add(current);
            current = new EdgeChunk();
            return;
        }
        spill ??= Nameless();
        current.WriteTo(spill);
        spilled++;
        current.Count = 0;
    }

    /// <summary>A temporary file. Its name is removed at once where the system allows it: a process that is killed leaves none.</summary>
    private static FileStream Nameless()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }
}
