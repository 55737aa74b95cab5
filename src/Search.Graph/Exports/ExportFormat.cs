using System.Diagnostics.CodeAnalysis;

namespace Search.Graph.Exports;

/// <summary>A format in which graphs are exported.</summary>
public sealed class ExportFormat
{
    /// <summary>The smallest chunk of <see cref="Chunks"/> in bytes; only the last may be smaller.</summary>
    private const int ChunkSize = 1 << 16;

    private readonly Func<ExportGraph, Stream, IEnumerable<Pause>> write;

    private ExportFormat(string name, string mediaType, string extension, Func<ExportGraph, Stream, IEnumerable<Pause>> write)
    {
        Name = name;
        MediaType = mediaType;
        Extension = extension;
        this.write = write;
    }

    /// <summary>Nodes and edges as two arrays.</summary>
    public static ExportFormat Json { get; } = new("json", "application/json", ".json", PlainJson.Write);

    /// <summary>A line for each node and edge, and a last one by which a reader knows that nothing is missing.</summary>
    public static ExportFormat Ndjson { get; } = new("ndjson", "application/x-ndjson", ".ndjson", NdjsonLines.Write);

    /// <summary>GraphML, every key declared.</summary>
    public static ExportFormat GraphMl { get; } = new("graphml", "application/graphml+xml", ".graphml", GraphMlDocument.Write);

    /// <summary>GEXF 1.3, with the dates at which works and citations begin.</summary>
    public static ExportFormat Gexf { get; } = new("gexf", "application/gexf+xml", ".gexf", GexfDocument.Write);

    /// <summary>Graphviz.</summary>
    public static ExportFormat Dot { get; } = new("dot", "text/vnd.graphviz", ".dot", DotText.Write);

    /// <summary>A table of the works.</summary>
    public static ExportFormat CsvNodes { get; } = new("csv-nodes", "text/csv", ".nodes.csv", CsvTables.WriteNodes);

    /// <summary>A table of the citations.</summary>
    public static ExportFormat CsvEdges { get; } = new("csv", "text/csv", ".csv", CsvTables.WriteEdges);

    /// <summary>Cytoscape.</summary>
    public static ExportFormat Cytoscape { get; } = new("cyjs", "application/vnd.cytoscape+json", ".cyjs", CytoscapeJson.Write);

    /// <summary>JSON Graph Format, version 2.</summary>
    public static ExportFormat JsonGraph { get; } = new("jgf", "application/vnd.jgf+json", ".jgf.json", JsonGraphFormat.Write);

    /// <summary>JSON-LD with the names of schema.org and of the European Legislation Identifier.</summary>
    public static ExportFormat JsonLd { get; } = new("jsonld", "application/ld+json", ".jsonld", JsonLdDocument.Write);

    /// <summary>All formats.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
        [Json, Ndjson, GraphMl, Gexf, Dot, CsvEdges, CsvNodes, Cytoscape, JsonGraph, JsonLd];

    /// <summary>The word for it in requests.</summary>
    public string Name { get; }

    /// <summary>Its media type, without parameters; all are UTF-8.</summary>
    public string MediaType { get; }

    /// <summary>What file names end with.</summary>
    public string Extension { get; }

    /// <summary>The format of a name.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out ExportFormat? format)
    {
        format = All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        return format is not null;
    }

    /// <summary>Writes a graph to a stream, which stays open. UTF-8 without a mark.</summary>
    public void Write(ExportGraph graph, Stream to)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(to);
        foreach (var _ in write(graph, to))
        {
            // A stream that is written to synchronously needs no pauses.
        }
    }

    /// <summary>
    /// The bytes of a graph, made as they are asked for: the sender can pause between chunks until the client is ready, without blocking
    /// a thread. A chunk is valid until the next is asked for.
    /// </summary>
    public IEnumerable<ReadOnlyMemory<byte>> Chunks(ExportGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Made();

        IEnumerable<ReadOnlyMemory<byte>> Made()
        {
            using var made = new MemoryStream(2 * ChunkSize);
            foreach (var _ in write(graph, made))
            {
                if (made.Length < ChunkSize) continue;
                yield return made.GetBuffer().AsMemory(0, (int)made.Length);
                made.SetLength(0);
            }
            if (made.Length > 0) yield return made.GetBuffer().AsMemory(0, (int)made.Length);
        }
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>A place between two rows where the writing of an export can wait.</summary>
internal readonly record struct Pause;
