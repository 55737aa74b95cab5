using System.Globalization;
using System.Xml;

namespace Search.Citations.Graph.Exports;

/// <summary>
/// GEXF 1.3 as a graph over time: works begin on their date and citations on that of the citing work, undated ones have always been there.
/// Where only a year or month is known its first day stands for it; the property <c>date</c> has what is known.
/// </summary>
internal static class GexfDocument
{
    private const string Namespace = "http://gexf.net/1.3";

    public static void Write(ExportGraph graph, Stream to)
    {
        using var xml = XmlWriter.Create(to, XmlProperties.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("meta", Namespace);
        xml.WriteElementString("creator", Namespace, "Clausegraph");
        xml.WriteElementString("description", Namespace, ExportText.ForXml(graph.Name));
        xml.WriteEndElement();
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("mode", "dynamic");
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("timeformat", "date");
        Attributes(xml, "node", [.. XmlProperties.OfNodes.Select(p => (p.Name, p.Type))]);
        Attributes(xml, "edge", [.. XmlProperties.OfEdges.Select(p => (p.Name, p.Type))]);
        xml.WriteStartElement("nodes", Namespace);
        foreach (var node in graph.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", ExportText.ForXml(node.Id));
            xml.WriteAttributeString("label", ExportText.ForXml(node.Title));
            Start(xml, node.Date);
            Values(xml, [.. XmlProperties.OfNodes.Select(p => p.Value(node))]);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        foreach (var edge in graph.Edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", edge.Key);
            xml.WriteAttributeString("source", ExportText.ForXml(edge.Source));
            xml.WriteAttributeString("target", ExportText.ForXml(edge.Target));
            xml.WriteAttributeString("kind", edge.Treatment.Word());
            Start(xml, edge.Date);
            Values(xml, [.. XmlProperties.OfEdges.Select(p => p.Value(edge))]);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, string of, (string Name, string Type)[] properties)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", of);
        xml.WriteAttributeString("mode", "static");
        for (var i = 0; i < properties.Length; i++)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("title", properties[i].Name);
            xml.WriteAttributeString("type", properties[i].Type == "int" ? "integer" : properties[i].Type);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string? date)
    {
        if (ExportText.WholeDate(date) is { } start) xml.WriteAttributeString("start", start);
    }

    private static void Values(XmlWriter xml, string?[] values)
    {
        xml.WriteStartElement("attvalues", Namespace);
        for (var i = 0; i < values.Length; i++)
        {
            if (string.IsNullOrEmpty(values[i])) continue;
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("value", ExportText.ForXml(values[i]!));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
