using System.Diagnostics.CodeAnalysis;

namespace Search.Graph.Exports;

/// <summary>A format that graphs can be had in.</summary>
public sealed class ExportFormat
{
    private readonly Action<ExportGraph, Stream> write;

    private ExportFormat(string name, string mediaType, string extension, Action<ExportGraph, Stream> write)
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
    public static IReadOnlyList<ExportFormat> All { get; } = [Json, Ndjson, GraphMl, Gexf, Dot, CsvEdges, CsvNodes, Cytoscape, JsonGraph, JsonLd];

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
        write(graph, to);
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
