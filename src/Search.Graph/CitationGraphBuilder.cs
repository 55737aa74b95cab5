using Search.Graph.Storage;

namespace Search.Graph;

/// <summary>
/// Takes the works and citations of a corpus and writes them as a graph file. The same calls give the same bytes.
/// Memory: about twenty bytes a node, and a bounded number of edges; the rest waits in a temporary file.
/// </summary>
/// <param name="edgesInMemory">How many edges are held in memory at most: about 22 bytes each.</param>
public sealed class CitationGraphBuilder(int edgesInMemory = 4_000_000) : IDisposable
{
    private readonly EdgeSpool edges = new(edgesInMemory);
    private readonly List<int> dates = [];
    private readonly List<byte> flags = [];
    private int largestNode = -1;
    private int largestClause;

    /// <summary>Works added so far.</summary>
    public int NodeCount => dates.Count;

    /// <summary>Citations added so far.</summary>
    public int EdgeCount => edges.Count;

    /// <summary>Adds a work; the first is node 0.</summary>
    /// <param name="date">yyyymmdd as a number; month and day 00 where only the year is known, 0 where nothing is.</param>
    /// <param name="nodeFlags">Eight bits of the caller's, kept as they are; bit 0 is for "its text is in the corpus".</param>
    /// <returns>The node's number.</returns>
    public int AddNode(int date, byte nodeFlags = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(date);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(date, 9999_12_31);
        dates.Add(date);
        flags.Add(nodeFlags);
        return dates.Count - 1;
    }

    /// <summary>Adds a citation; the first is edge 0. Its works may be added later. Several citations between two works, and
    /// of a work by itself, are kept.</summary>
    /// <returns>The edge's number.</returns>
    public int AddEdge(in GraphEdge edge)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(edge.Source, nameof(edge));
        ArgumentOutOfRangeException.ThrowIfNegative(edge.Target, nameof(edge));
        ArgumentOutOfRangeException.ThrowIfNegative(edge.Clause, nameof(edge));
        ArgumentOutOfRangeException.ThrowIfLessThan(edge.ListSize, 1, nameof(edge));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge.Treatment, (uint)EdgeMarks.Treatments, nameof(edge));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge.Place, (uint)EdgeMarks.Places, nameof(edge));
        largestNode = Math.Max(largestNode, Math.Max(edge.Source, edge.Target));
        largestClause = Math.Max(largestClause, edge.Clause);
        edges.Add(edge);
        return edges.Count - 1;
    }

    /// <summary>Writes the graph; the file appears under its name only when it is complete.</summary>
    /// <exception cref="InvalidOperationException">A citation names a work that was never added.</exception>
    public void Write(string path)
    {
        Complete();
        var unfinished = path + ".unfinished";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                Write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Writes the graph to the start of a stream that can be positioned; the stream stays open.</summary>
    /// <exception cref="InvalidOperationException">A citation or relation names a work that was never added.</exception>
    public void Write(Stream stream)
    {
        Complete();
        new GraphFileWriter(stream, dates, flags, edges, largestClause, edgesInMemory).Write();
    }

    /// <summary>Removes the temporary file, if there is one.</summary>
    public void Dispose() => edges.Dispose();

    private void Complete()
    {
        if (largestNode >= dates.Count)
            throw new InvalidOperationException($"node {largestNode} is cited or cites, but only {dates.Count} nodes were added");
    }
}
