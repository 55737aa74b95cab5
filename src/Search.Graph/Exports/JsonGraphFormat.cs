namespace Search.Graph.Exports;

/// <summary>JSON Graph Format, version 2: nodes as an object by id, edges as an array.</summary>
internal static class JsonGraphFormat
{
    public static IEnumerable<Pause> Write(ExportGraph graph, Stream to)
    {
        using var json = ExportJson.Open(to);
        json.WriteStartObject();
        json.WriteStartObject("graph");
        json.WriteBoolean("directed", true);
        json.WriteString("type", graph.Relation == ExportRelation.Repeats ? "reuse graph" : "citation graph");
        json.Text("label", graph.Name);
        json.WriteStartObject("nodes");
        foreach (var node in graph.Nodes)
        {
            json.WriteStartObject(ExportText.WellFormed(node.Id));
            json.Text("label", node.Title);
            json.WriteStartObject("metadata");
            json.Properties(node);
            json.WriteEndObject();
            json.WriteEndObject();
            json.Pass();
            yield return default;
        }
        json.WriteEndObject();
        json.WriteStartArray("edges");
        foreach (var edge in graph.Edges)
        {
            json.WriteStartObject();
            json.Ends(edge);
            json.WriteBoolean("directed", true);
            json.Text("relation", edge.Treatment);
            json.WriteStartObject("metadata");
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
