using System.Text.Json;

namespace Search.Graph.Exports;

/// <summary>
/// Works as <c>schema:Legislation</c> and <c>eli:LegalResource</c>. A citation is the statement "source
/// eli:cites target", made outright and described as an <c>rdf:Statement</c> (a repetition: "source clg:repeats target"), so that its
/// treatment, place and words have something to belong to.
/// </summary>
internal static class JsonLdDocument
{
    private static readonly (string Term, string Iri)[] Prefixes =
    [
        ("schema", "https://schema.org/"),
        ("eli", "http://data.europa.eu/eli/ontology#"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ("clg", "urn:x-clausegraph:terms:"),
    ];

    public static IEnumerable<Pause> Write(ExportGraph graph, Stream to)
    {
        using var json = ExportJson.Open(to);
        json.WriteStartObject();
        json.WriteStartObject("@context");
        foreach (var (term, iri) in Prefixes) json.WriteString(term, iri);
        json.WriteEndObject();
        json.WriteStartArray("@graph");
        foreach (var node in graph.Nodes)
        {
            Work(json, graph, node);
            json.Pass();
            yield return default;
        }
        foreach (var edge in graph.Edges)
        {
            Citation(json, graph, edge);
            json.Pass();
            yield return default;
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Work(Utf8JsonWriter json, ExportGraph graph, ExportNode node)
    {
        json.WriteStartObject();
        json.WriteString("@id", Address(graph, node.Id));
        json.WriteStartArray("@type");
        json.WriteStringValue("schema:Legislation");
        json.WriteStringValue("eli:LegalResource");
        json.WriteEndArray();
        json.Text("schema:name", node.Title);
        json.Text("schema:legislationIdentifier", node.Name);
        json.Text("eli:id_local", node.Name);
        json.Text("schema:legislationType", node.Kind);
        json.Text("schema:legislationPassedBy", node.Organ);
        Date(json, "schema:legislationDate", node.Date);
        Date(json, "eli:date_document", node.Date);
        json.WriteBoolean("clg:inCorpus", node.InCorpus);
        json.WriteNumber("clg:citedBy", node.CitedBy);
        json.WriteNumber("clg:cites", node.Cites);
        json.WriteEndObject();
    }

    private static void Citation(Utf8JsonWriter json, ExportGraph graph, ExportEdge edge)
    {
        var predicate = graph.Relation == ExportRelation.Repeats ? "clg:repeats" : "eli:cites";
        json.WriteStartObject();
        json.WriteString("@id", "_:" + edge.Key);
        json.WriteString("@type", "rdf:Statement");
        json.WriteStartObject("rdf:subject");
        json.WriteString("@id", Address(graph, edge.Source));
        Reference(json, predicate, Address(graph, edge.Target));
        json.WriteEndObject();
        Reference(json, "rdf:predicate", predicate);
        Reference(json, "rdf:object", Address(graph, edge.Target));
        json.Text("clg:treatment", edge.Treatment);
        json.Text("clg:place", edge.Place);
        json.Text("clg:pinpoint", edge.Pinpoint);
        Date(json, "clg:date", edge.Date);
        json.Text("clg:clause", edge.Clause);
        json.Text("clg:quote", edge.Quote);
        if (edge.Overlap is { } overlap) json.WriteNumber("clg:overlap", overlap);
        if (edge.Cited is { } cited) json.WriteBoolean("clg:cited", cited);
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, string name, string iri)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", iri);
        json.WriteEndObject();
    }

    /// <summary>A date with the type that its precision has.</summary>
    private static void Date(Utf8JsonWriter json, string name, string? date)
    {
        if (GraphDates.Parse(date) == 0) return;
        json.WriteStartObject(name);
        json.WriteString("@value", date);
        json.WriteString("@type", date!.Length switch { 4 => "xsd:gYear", 7 => "xsd:gYearMonth", _ => "xsd:date" });
        json.WriteEndObject();
    }

    private static string Address(ExportGraph graph, string id) => graph.WorkAddress + Uri.EscapeDataString(ExportText.WellFormed(id));
}
