namespace Search.Graph.Exports;

/// <summary>The elements of Cytoscape and Cytoscape.js; works and citations have ids of one space there.</summary>
internal static class CytoscapeJson
{
    public static IEnumerable<Pause> Write(ExportGraph graph, Stream to)
    {
        using var json = ExportJson.Open(to);
        json.WriteStartObject();
        json.WriteString("format_version", "1.0");
        json.WriteString("generated_by", "clausegraph");
        json.WriteString("target_cytoscapejs_version", "~3");
        json.WriteStartObject("data");
        json.Text("name", graph.Name);
        json.WriteEndObject();
        json.WriteStartObject("elements");
        json.WriteStartArray("nodes");
        foreach (var node in graph.Nodes)
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.Text("id", node.Id);
            json.Properties(node);
            json.WriteEndObject();
            json.WriteEndObject();
            json.Pass();
            yield return default;
        }
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in graph.Edges)
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteString("id", "edge:" + edge.Key);
            json.Text("source", edge.Source);
            json.Text("target", edge.Target);
            json.Text("interaction", edge.Treatment);
            json.Properties(edge);
            json.WriteEndObject();
            json.WriteEndObject();
            json.Pass();
            yield return default;
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
