using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Search.Graph.Exports;

namespace Search.Graph.Tests.Exports;

/// <summary>Reads exports back with the platform's parsers and knows nothing of how they were written.</summary>
internal static class ExportReaders
{
    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) Json(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return ([.. json.RootElement.GetProperty("nodes").EnumerateArray().Select(n => Node(Text(n, "id")!, n))],
            [.. json.RootElement.GetProperty("edges").EnumerateArray().Select(e => Edge(Text(e, "id")!, e, e))]);
    }

    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) Cytoscape(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var elements = json.RootElement.GetProperty("elements");
        var ids = new HashSet<string>();
        foreach (var element in elements.GetProperty("nodes").EnumerateArray().Concat(elements.GetProperty("edges").EnumerateArray()))
            ids.Add(Text(element.GetProperty("data"), "id")!).ShouldBeTrue("ids of elements differ");
        return ([.. elements.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("data")).Select(n => Node(Text(n, "id")!, n))],
            [.. elements.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("data"))
                .Select(e => Edge(Text(e, "id")!["edge:".Length..], e, e))]);
    }

    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) JsonGraph(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var graph = json.RootElement.GetProperty("graph");
        graph.GetProperty("directed").GetBoolean().ShouldBeTrue();
        return ([.. graph.GetProperty("nodes").EnumerateObject()
            .Select(n => Node(n.Name, n.Value.GetProperty("metadata")) with { Title = Text(n.Value, "label")! })],
            [.. graph.GetProperty("edges").EnumerateArray().Select(e => Edge(Text(e, "id")!, e, e.GetProperty("metadata")))]);
    }

    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) Ndjson(byte[] bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        lines[^1].ShouldBeEmpty();
        var (nodes, edges) = (new List<ExportNode>(), new List<ExportEdge>());
        foreach (var line in lines[1..^2])
        {
            using var json = JsonDocument.Parse(line);
            if (Text(json.RootElement, "type") == "node") nodes.Add(Node(Text(json.RootElement, "id")!, json.RootElement));
            else edges.Add(Edge(Text(json.RootElement, "id")!, json.RootElement, json.RootElement));
        }
        using var end = JsonDocument.Parse(lines[^2]);
        Text(end.RootElement, "type").ShouldBe("end");
        end.RootElement.GetProperty("nodes").GetInt64().ShouldBe(nodes.Count);
        end.RootElement.GetProperty("edges").GetInt64().ShouldBe(edges.Count);
        var before = Encoding.UTF8.GetBytes(string.Join('\n', lines[..^2]) + "\n");
        Text(end.RootElement, "sha256").ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(before)));
        return (nodes, edges);
    }

    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) JsonLd(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var context = json.RootElement.GetProperty("@context").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
        var subjects = json.RootElement.GetProperty("@graph").EnumerateArray().ToList();
        const string Eli = "http://data.europa.eu/eli/ontology#";
        const string Schema = "https://schema.org/";
        var (nodes, edges) = (new List<ExportNode>(), new List<ExportEdge>());
        foreach (var subject in subjects)
        {
            var values = subject.EnumerateObject().ToDictionary(p => Expand(p.Name), p => p.Value);
            if (subject.GetProperty("@type").ValueKind == JsonValueKind.Array)
            {
                nodes.Add(new ExportNode
                {
                    Id = Id(subject),
                    Name = values[Schema + "legislationIdentifier"].GetString()!,
                    Title = values[Schema + "name"].GetString()!,
                    Kind = values[Schema + "legislationType"].GetString()!,
                    Organ = values.TryGetValue(Schema + "legislationPassedBy", out var organ) ? organ.GetString() : null,
                    Date = values.TryGetValue(Eli + "date_document", out var date) ? Text(date, "@value") : null,
                    InCorpus = values["urn:x-clausegraph:terms:inCorpus"].GetBoolean(),
                    CitedBy = values["urn:x-clausegraph:terms:citedBy"].GetInt32(),
                    Cites = values["urn:x-clausegraph:terms:cites"].GetInt32(),
                });
                continue;
            }
            var from = subject.GetProperty("rdf:subject");
            Id(from.GetProperty("eli:cites")).ShouldBe(Id(subject.GetProperty("rdf:object")));
            edges.Add(new ExportEdge
            {
                Id = long.Parse(Text(subject, "@id")!["_:e".Length..], CultureInfo.InvariantCulture),
                Source = Id(from),
                Target = Id(subject.GetProperty("rdf:object")),
                Treatment = Text(subject, "clg:treatment")!,
                Place = Text(subject, "clg:place")!,
                Pinpoint = Text(subject, "clg:pinpoint"),
                Date = subject.TryGetProperty("clg:date", out var day) ? Text(day, "@value") : null,
                Clause = Text(subject, "clg:clause"),
                Quote = Text(subject, "clg:quote"),
            });
        }
        return (nodes, edges);

        string Expand(string name) => name.Split(':', 2) is [var prefix, var rest] ? context[prefix] + rest : name;
        static string Id(JsonElement of) => Uri.UnescapeDataString(Text(of, "@id")!["works/".Length..]);
    }

    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) GraphMl(byte[] bytes)
    {
        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        var xml = Xml(bytes);
        var keys = xml.Root!.Elements(ns + "key")
            .ToDictionary(k => k.Attribute("id")!.Value, k => (For: k.Attribute("for")!.Value, Name: k.Attribute("attr.name")!.Value));
        var graph = xml.Root.Element(ns + "graph")!;
        return ([.. graph.Elements(ns + "node").Select(n => Node(n.Attribute("id")!.Value, Values(n, "node")))],
            [.. graph.Elements(ns + "edge")
                .Select(e => Edge(e.Attribute("id")!.Value, e.Attribute("source")!.Value, e.Attribute("target")!.Value,
                    Values(e, "edge")))]);

        Func<string, string?> Values(XElement element, string of)
        {
            var values = element.Elements(ns + "data").ToDictionary(
                d => keys[d.Attribute("key")!.Value] is var key && key.For == of ? key.Name : throw new XmlException("undeclared key"),
                d => d.Value);
            return name => values.GetValueOrDefault(name);
        }
    }

    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) Gexf(byte[] bytes)
    {
        XNamespace ns = "http://gexf.net/1.3";
        var xml = Xml(bytes);
        var graph = xml.Root!.Element(ns + "graph")!;
        graph.Attribute("mode")!.Value.ShouldBe("dynamic");
        var titles = graph.Elements(ns + "attributes").ToDictionary(
            a => a.Attribute("class")!.Value,
            a => a.Elements(ns + "attribute").ToDictionary(x => x.Attribute("id")!.Value, x => x.Attribute("title")!.Value));
        foreach (var element in graph.Descendants().Where(e => e.Attribute("start") is not null))
            DateOnly.ParseExact(element.Attribute("start")!.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return ([.. graph.Element(ns + "nodes")!.Elements(ns + "node")
            .Select(n => Node(n.Attribute("id")!.Value, Values(n, "node")) with { Title = n.Attribute("label")!.Value })],
            [.. graph.Element(ns + "edges")!.Elements(ns + "edge")
                .Select(e => Edge(e.Attribute("id")!.Value, e.Attribute("source")!.Value, e.Attribute("target")!.Value,
                    Values(e, "edge")))]);

        Func<string, string?> Values(XElement element, string of)
        {
            var values = element.Element(ns + "attvalues")!.Elements()
                .ToDictionary(v => titles[of][v.Attribute("for")!.Value], v => v.Attribute("value")!.Value);
            (element.Attribute("start") is null).ShouldBe(!values.ContainsKey("date"));
            return name => values.GetValueOrDefault(name);
        }
    }

    public static List<ExportNode> CsvNodes(byte[] bytes) =>
        [.. CsvRows(bytes).Select(r => Node(r["id"], name => r[name] is "" ? null : r[name]))];

    public static List<ExportEdge> CsvEdges(byte[] bytes) =>
        [.. CsvRows(bytes).Select(r => Edge(r["id"], r["source"], r["target"], name => r[name] is "" ? null : r[name]))];

    /// <summary>RFC 4180, then what a reader who knows of the guard undoes: one apostrophe before a beginning
    /// that a spreadsheet runs.</summary>
    public static IEnumerable<Dictionary<string, string>> CsvRows(byte[] bytes)
    {
        var rows = new List<List<string>> { new() };
        var (field, quoted, text) = (new StringBuilder(), false, Encoding.UTF8.GetString(bytes));
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted)
            {
                if (text[i] != '"') field.Append(text[i]);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
                else quoted = false;
                continue;
            }
            if (text[i] == '"' && field.Length == 0) quoted = true;
            else if (text[i] == ',') End();
            else if (text[i] == '\r' && text[i + 1] == '\n')
            {
                i++;
                End();
                rows.Add([]);
            }
            else
            {
                field.Append(text[i]);
            }
        }
        rows[^1].ShouldBeEmpty();
        foreach (var row in rows[1..^1])
        {
            row.Count.ShouldBe(rows[0].Count);
            foreach (var value in row)
                (value.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(value[0], StringComparison.Ordinal)).ShouldBeFalse(value);
            yield return rows[0].Zip(row, (name, value) => (name, value)).ToDictionary(
                p => p.name, p => p.value.TrimStart('\'') is [var c, ..] && "=+-@\t\r\n＝＋－＠".Contains(c, StringComparison.Ordinal)
                    ? p.value[1..]
                    : p.value);
        }

        void End()
        {
            rows[^1].Add(field.ToString());
            field.Clear();
        }
    }

    public static ExportNode Node(string id, Func<string, string?> value) => new()
    {
        Id = id,
        Name = value("name")!,
        Title = value("title")!,
        Kind = value("kind")!,
        Organ = value("organ"),
        Date = value("date"),
        InCorpus = bool.Parse(value("inCorpus")!),
        CitedBy = int.Parse(value("citedBy")!, CultureInfo.InvariantCulture),
        Cites = int.Parse(value("cites")!, CultureInfo.InvariantCulture),
    };

    public static ExportEdge Edge(string id, string source, string target, Func<string, string?> value) => new()
    {
        Id = long.Parse(id[1..], CultureInfo.InvariantCulture),
        Source = source,
        Target = target,
        Treatment = value("treatment")!,
        Place = value("place")!,
        Pinpoint = value("pinpoint"),
        Date = value("date"),
        Clause = value("clause"),
        Quote = value("quote"),
    };

    private static ExportNode Node(string id, JsonElement of) => Node(id, name => Text(of, name));

    private static ExportEdge Edge(string id, JsonElement ends, JsonElement of) =>
        Edge(id, Text(ends, "source")!, Text(ends, "target")!, name => Text(of, name));

    private static string? Text(JsonElement of, string name) => !of.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();

    private static XDocument Xml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            CheckCharacters = true
        });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
