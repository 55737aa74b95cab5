using System.Xml;

namespace Search.Citations.Graph.Exports;

/// <summary>GraphML: a key for every property, declared before the graph; what is not known is left out.</summary>
internal static class GraphMlDocument
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    public static void Write(ExportGraph graph, Stream to)
    {
        using var xml = XmlWriter.Create(to, XmlProperties.Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("graphml", Namespace);
        xml.WriteAttributeString("xsi", "schemaLocation", "http://www.w3.org/2001/XMLSchema-instance", $"{Namespace} {Namespace}/1.0/graphml.xsd");
        foreach (var property in XmlProperties.OfNodes) Key(xml, "node", property.Name, property.Type);
        foreach (var property in XmlProperties.OfEdges) Key(xml, "edge", property.Name, property.Type);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "G");
        xml.WriteAttributeString("edgedefault", "directed");
        xml.WriteElementString("desc", Namespace, ExportText.ForXml(graph.Name));
        foreach (var node in graph.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", ExportText.ForXml(node.Id));
            foreach (var property in XmlProperties.OfNodes) Value(xml, "node", property.Name, property.Value(node));
            xml.WriteEndElement();
        }
        foreach (var edge in graph.Edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", edge.Key);
            xml.WriteAttributeString("source", ExportText.ForXml(edge.Source));
            xml.WriteAttributeString("target", ExportText.ForXml(edge.Target));
            foreach (var property in XmlProperties.OfEdges) Value(xml, "edge", property.Name, property.Value(edge));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Key(XmlWriter xml, string of, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", $"{of}-{name}");
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string of, string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", $"{of}-{name}");
        xml.WriteString(ExportText.ForXml(value));
        xml.WriteEndElement();
    }
}
