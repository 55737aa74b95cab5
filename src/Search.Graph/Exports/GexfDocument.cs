using System.Globalization;
using System.Xml;

namespace Search.Graph.Exports;

/// <summary>
/// GEXF 1.3 as a graph over time: works begin on their date and citations on that of the citing work, undated ones have always been there.
/// Where only a year or month is known its first day stands for it; the property <c>date</c> has what is known.
/// </summary>
internal static class GexfDocument
{
    public static IEnumerable<Pause> Write(ExportGraph graph, Stream to)
    {
        using var xml = ExportXml.Open(to, "gexf", "http://gexf.net/1.3");
        xml.WriteAttributeString("version", "1.3");
        xml.Begin("meta");
        xml.Text("creator", "Clausegraph");
        xml.Text("description", graph.Name);
        xml.WriteEndElement();
        xml.Begin("graph", ("mode", "dynamic"), ("defaultedgetype", "directed"), ("timeformat", "date"));
        var ofEdges = ExportProperties.OfEdges(graph);
        Declare(xml, "node", ExportProperties.OfNodes);
        Declare(xml, "edge", ofEdges);
        xml.Begin("nodes");
        foreach (var node in graph.Nodes)
        {
            xml.Begin("node", ("id", node.Id), ("label", node.Title), ("start", ExportText.WholeDate(node.Date)));
            Values(xml, ExportProperties.OfNodes, node);
            xml.WriteEndElement();
            yield return default;
        }
        xml.WriteEndElement();
        xml.Begin("edges");
        foreach (var edge in graph.Edges)
        {
            xml.Begin("edge", ("id", edge.Key), ("source", edge.Source), ("target", edge.Target), ("kind", edge.Treatment),
                ("start", ExportText.WholeDate(edge.Date)));
            Values(xml, ofEdges, edge);
            xml.WriteEndElement();
            yield return default;
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Declare<T>(XmlWriter xml, string of, (string Name, string Type, Func<T, string?> Value)[] properties)
    {
        xml.Begin("attributes", ("class", of), ("mode", "static"));
        for (var i = 0; i < properties.Length; i++)
            xml.Empty("attribute", ("id", Number(i)), ("title", properties[i].Name), ("type", properties[i].Type == "int"
                ? "integer"
                : properties[i].Type));
        xml.WriteEndElement();
    }

    private static void Values<T>(XmlWriter xml, (string Name, string Type, Func<T, string?> Value)[] properties, T of)
    {
        xml.Begin("attvalues");
        for (var i = 0; i < properties.Length; i++)
            if (properties[i].Value(of) is { Length: > 0 } value) xml.Empty("attvalue", ("for", Number(i)), ("value", value));
        xml.WriteEndElement();
    }

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);
}
