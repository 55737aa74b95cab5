using System.Xml;

namespace Search.Graph.Exports;

/// <summary>GraphML: a key for every property, declared before the graph; what is not known is left out.</summary>
internal static class GraphMlDocument
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    public static IEnumerable<Pause> Write(ExportGraph graph, Stream to)
    {
        using var xml = ExportXml.Open(to, "graphml", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance",
            $"{Namespace} {Namespace}/1.0/graphml.xsd");
        var ofEdges = ExportProperties.OfEdges(graph);
        Declare(xml, "node", ExportProperties.OfNodes);
        Declare(xml, "edge", ofEdges);
        xml.Begin("graph", ("id", "G"), ("edgedefault", "directed"));
        xml.Text("desc", graph.Name);
        foreach (var node in graph.Nodes)
        {
            xml.Begin("node", ("id", node.Id));
            Values(xml, "node", ExportProperties.OfNodes, node);
            xml.WriteEndElement();
            yield return default;
        }
        foreach (var edge in graph.Edges)
        {
            xml.Begin("edge", ("id", edge.Key), ("source", edge.Source), ("target", edge.Target));
            Values(xml, "edge", ofEdges, edge);
            xml.WriteEndElement();
            yield return default;
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Declare<T>(XmlWriter xml, string of, (string Name, string Type, Func<T, string?> Value)[] properties)
    {
        foreach (var (name, type, _) in properties)
            xml.Empty("key", ("id", $"{of}-{name}"), ("for", of), ("attr.name", name), ("attr.type", type));
    }

    private static void Values<T>(XmlWriter xml, string of, (string Name, string Type, Func<T, string?> Value)[] properties, T element)
    {
        foreach (var property in properties)
        {
            if (property.Value(element) is not { Length: > 0 } value) continue;
            xml.Begin("data", ("key", $"{of}-{property.Name}"));
            xml.WriteString(ExportText.ForXml(value));
            xml.WriteEndElement();
        }
    }
}
