namespace Search.Graph.Exports;

/// <summary><c>{ "schema": 1, "name": ..., "nodes": [...], "edges": [...] }</c></summary>
internal static class PlainJson
{
    public static IEnumerable<Pause> Write(ExportGraph graph, Stream to)
    {
        using var json = ExportJson.Open(to);
        json.WriteStartObject();
        json.WriteNumber("schema", 1);
        json.Text("name", graph.Name);
        json.WriteStartArray("nodes");
        foreach (var node in graph.Nodes)
        {
            json.WriteStartObject();
            json.Text("id", node.Id);
            json.Properties(node);
            json.WriteEndObject();
            json.Pass();
            yield return default;
        }
        json.WriteEndArray();
        json.WriteStartArray("edges");
        foreach (var edge in graph.Edges)
        {
            json.WriteStartObject();
            json.Ends(edge);
            json.Properties(edge);
            json.WriteEndObject();
            json.Pass();
            yield return default;
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
