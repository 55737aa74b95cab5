using System.Buffers.Binary;

namespace Search.Graph.Storage;

/// <summary>Lays a graph out in a file: columns of nodes and edges, then the edge numbers sorted both ways.</summary>
internal sealed class GraphFileWriter(
    Stream stream, List<int> dates, List<byte> flags, EdgeSpool edges, int largestClause, int edgesInMemory)
{
    private readonly List<SectionEntry> entries = [];
    private readonly int nodes = dates.Count;

    public void Write()
    {
        stream.Write(new byte[GraphFormat.FixedBytes(GraphFormat.Version)]);
        Column(GraphSection.NodeDates, Largest(dates), dates);
        Column(GraphSection.NodeFlags, byte.MaxValue, flags.Select(f => (int)f));
        var cites = Starts(c => c.Sources);
        var citedBy = Starts(c => c.Targets);
        Column(GraphSection.CitesStarts, edges.Count, cites);
        Column(GraphSection.CitedByStarts, edges.Count, citedBy);
        EdgeColumn(GraphSection.EdgeSources, nodes, (c, i) => c.Sources[i]);
        EdgeColumn(GraphSection.EdgeTargets, nodes, (c, i) => c.Targets[i]);
        EdgeColumn(GraphSection.EdgeClauses, largestClause, (c, i) => c.Clauses[i]);
        EdgeColumn(GraphSection.EdgeMarks, ushort.MaxValue, (c, i) => c.Marks[i]);
        Rows(GraphSection.CitesEdges, cites, c => c.Sources, rank: null, sorted: null);
        var byDate = ByDate();
        var rank = new int[nodes];
        for (var i = 0; i < nodes; i++) rank[byDate[i]] = i;
        var (citesWorks, citedByWorks) = (new int[nodes], new int[nodes]);
        Rows(GraphSection.CitedByEdges, citedBy, c => c.Targets, rank, (target, row) =>
        {
            var last = -1;
            foreach (var key in row)
            {
                var source = byDate[(int)(key >> 32)];
                if (source == last || source == target) continue;
                citesWorks[last = source]++;
                citedByWorks[target]++;
            }
        });
        Column(GraphSection.CitesWorks, nodes, citesWorks);
        Column(GraphSection.CitedByWorks, nodes, citedByWorks);
        Header();
    }

    private static int Largest(List<int> numbers) => numbers.Count == 0 ? 0 : numbers.Max();

    private void Column(GraphSection section, int largest, IEnumerable<int> numbers)
    {
        var writer = new ColumnWriter(stream, section, largest);
        foreach (var number in numbers) writer.Add(number);
        entries.Add(writer.Finish());
    }

    private void EdgeColumn(GraphSection section, int largest, Func<EdgeChunk, int, int> number)
    {
        var writer = new ColumnWriter(stream, section, largest);
        foreach (var chunk in edges.Chunks())
            for (var i = 0; i < chunk.Count; i++)
                writer.Add(number(chunk, i));
        entries.Add(writer.Finish());
    }

    /// <summary>Where each node's row begins: nodes + 1 numbers.</summary>
    private int[] Starts(Func<EdgeChunk, int[]> end)
    {
        var starts = new int[nodes + 1];
        foreach (var chunk in edges.Chunks())
            foreach (var node in end(chunk).AsSpan(0, chunk.Count))
                starts[node + 1]++;
        for (var i = 0; i < nodes; i++) starts[i + 1] += starts[i];
        return starts;
    }

    /// <summary>The nodes by date, undated ones last, then by number.</summary>
    private int[] ByDate()
    {
        var order = new ulong[nodes];
        for (var i = 0; i < nodes; i++) order[i] = ((ulong)GraphDates.SortKey(dates[i]) << 32) | (uint)i;
        Array.Sort(order);
        return Array.ConvertAll(order, key => (int)(uint)key);
    }

    /// <summary>
    /// The edge numbers row by row, a range of rows at a time so that no more edges are in memory than allowed (or than one row has).
    /// Inside a row by the rank of the source, where one is given, then by number; such a row is shown when it is sorted.
    /// </summary>
    private void Rows(GraphSection section, int[] starts, Func<EdgeChunk, int[]> end, int[]? rank, Action<int, ReadOnlySpan<ulong>>? sorted)
    {
        var writer = new ColumnWriter(stream, section, Math.Max(0, edges.Count - 1));
        var next = starts.AsSpan(0, nodes).ToArray();
        for (int from = 0, to; from < nodes; from = to)
        {
            to = from + 1;
            while (to < nodes && starts[to + 1] - starts[from] <= edgesInMemory) to++;
            var keys = new ulong[starts[to] - starts[from]];
            var edge = 0u;
            foreach (var chunk in edges.Chunks())
            {
                var ends = end(chunk);
                for (var i = 0; i < chunk.Count; i++, edge++)
                    if (ends[i] >= from && ends[i] < to)
                        keys[next[ends[i]]++ - starts[from]] = ((ulong)(rank?[chunk.Sources[i]] ?? 0) << 32) | edge;
            }
            if (rank is not null)
                for (var node = from; node < to; node++)
                {
                    var row = keys.AsSpan(starts[node] - starts[from], starts[node + 1] - starts[node]);
                    row.Sort();
                    sorted?.Invoke(node, row);
                }
            foreach (var key in keys) writer.Add((int)(uint)key);
        }
        entries.Add(writer.Finish());
    }

    private void Header()
    {
        var bytes = new byte[GraphFormat.FixedBytes(GraphFormat.Version)];
        GraphFormat.Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), GraphFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), entries.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), nodes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), edges.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), stream.Position);
        for (var i = 0; i < entries.Count; i++) entries[i].Write(bytes.AsSpan(GraphFormat.HeaderBytes + (i * GraphFormat.EntryBytes)));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(44), GraphFormat.Checksum(bytes));
        stream.Position = 0;
        stream.Write(bytes);
    }
}
