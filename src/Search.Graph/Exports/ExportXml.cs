using System.Xml;

namespace Search.Graph.Exports;

/// <summary>What the XML formats share. Elements without a namespace of their own are in that of the root, and every
/// value is what XML can hold.</summary>
internal static class ExportXml
{
    /// <summary>Carriage returns and line feeds of values as references, so that readers do not make them spaces.</summary>
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = ExportText.Utf8,
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Begins a document with its root.</summary>
    public static XmlWriter Open(Stream to, string root, string rootNamespace)
    {
        var xml = XmlWriter.Create(to, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement(root, rootNamespace);
        return xml;
    }

    /// <summary>Begins an element, with those of its attributes that have a value.</summary>
    public static void Begin(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            if (value is not null) xml.WriteAttributeString(attribute, ExportText.ForXml(value));
    }

    /// <summary>An element of attributes alone.</summary>
    public static void Empty(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.Begin(name, attributes);
        xml.WriteEndElement();
    }

    /// <summary>An element of text.</summary>
    public static void Text(this XmlWriter xml, string name, string text) => xml.WriteElementString(name, ExportText.ForXml(text));
}
