using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Search.Graph.Exports;

/// <summary>
/// A JSON object a line: <c>graph</c>, then <c>node</c>s, then <c>edge</c>s, and <c>end</c> with their numbers and the SHA-256 of
/// every byte before it. Without that line the export is not whole.
/// </summary>
internal static class NdjsonLines
{
    public static IEnumerable<Pause> Write(ExportGraph graph, Stream to)
    {
        var lines = new Lines(to);
        lines.Add("graph", json =>
        {
            json.WriteNumber("schema", 1);
            json.Text("name", graph.Name);
        });
        var (nodes, edges) = (0L, 0L);
        foreach (var node in graph.Nodes)
        {
            nodes++;
            lines.Add("node", json =>
            {
                json.Text("id", node.Id);
                json.Properties(node);
            });
            yield return default;
        }
        foreach (var edge in graph.Edges)
        {
            edges++;
            lines.Add("edge", json =>
            {
                json.Ends(edge);
                json.Properties(edge);
            });
            yield return default;
        }
        var sum = lines.Checksum();
        lines.Add("end", json =>
        {
            json.WriteNumber("nodes", nodes);
            json.WriteNumber("edges", edges);
            json.WriteString("sha256", sum);
        });
    }

    private sealed class Lines(Stream to)
    {
        private readonly ArrayBufferWriter<byte> line = new(1024);
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public void Add(string type, Action<Utf8JsonWriter> content)
        {
            line.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(line, ExportJson.Options))
            {
                json.WriteStartObject();
                json.WriteString("type", type);
                content(json);
                json.WriteEndObject();
            }
            line.Write("\n"u8);
            hash.AppendData(line.WrittenSpan);
            to.Write(line.WrittenSpan);
        }

        public string Checksum() => Convert.ToHexStringLower(hash.GetCurrentHash());
    }
}
