using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Search.Graph.Exports;

/// <summary>What the JSON formats have in common: the names of a work's and a citation's properties.</summary>
internal static class ExportJson
{
    /// <summary>Letters of all scripts as they are; what could end a script or an attribute escaped.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Utf8JsonWriter Open(Stream to) => new(to, Options);

    public static void Text(this Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) json.WriteString(name, ExportText.WellFormed(text));
    }

    /// <summary>All of a work but its id.</summary>
    public static void Properties(this Utf8JsonWriter json, ExportNode node)
    {
        json.Text("name", node.Name);
        json.Text("title", node.Title);
        json.Text("kind", node.Kind);
        json.Text("organ", node.Organ);
        json.Text("date", node.Date);
        json.WriteBoolean("inCorpus", node.InCorpus);
        json.WriteNumber("citedBy", node.CitedBy);
        json.WriteNumber("cites", node.Cites);
    }

    /// <summary>All of a citation but its id and ends.</summary>
    public static void Properties(this Utf8JsonWriter json, ExportEdge edge)
    {
        json.Text("treatment", edge.Treatment);
        json.Text("place", edge.Place);
        json.Text("pinpoint", edge.Pinpoint);
        json.Text("date", edge.Date);
        json.Text("clause", edge.Clause);
        json.Text("quote", edge.Quote);
        if (edge.Overlap is { } overlap) json.WriteNumber("overlap", overlap);
        if (edge.Cited is { } cited) json.WriteBoolean("cited", cited);
    }

    /// <summary>Id and ends of a citation.</summary>
    public static void Ends(this Utf8JsonWriter json, ExportEdge edge)
    {
        json.WriteString("id", edge.Key);
        json.Text("source", edge.Source);
        json.Text("target", edge.Target);
    }

    /// <summary>Writes what has gathered; a long export never waits in memory.</summary>
    public static void Pass(this Utf8JsonWriter json)
    {
        if (json.BytesPending > 1 << 15) json.Flush();
    }
}
