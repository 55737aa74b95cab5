using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Search.Graph.Exports;
using Search.Testing;

namespace Search.Graph.Tests.Exports;

public class Exports_read_back
{
    private delegate (List<ExportNode> Nodes, List<ExportEdge> Edges) Reader(byte[] bytes);

    private static readonly Dictionary<string, (Reader Read, Func<string, string> Keeps)> Readers = new()
    {
        ["json"] = (ExportReaders.Json, HostileGraph.Utf8),
        ["ndjson"] = (ExportReaders.Ndjson, HostileGraph.Utf8),
        ["cyjs"] = (ExportReaders.Cytoscape, HostileGraph.Utf8),
        ["jgf"] = (ExportReaders.JsonGraph, HostileGraph.Utf8),
        ["jsonld"] = (ExportReaders.JsonLd, HostileGraph.Utf8),
        ["graphml"] = (ExportReaders.GraphMl, HostileGraph.Xml),
        ["gexf"] = (ExportReaders.Gexf, HostileGraph.Xml),
    };

    public static TheoryData<string> Formats => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_nodes_and_edges_come_back(string format)
    {
        var graph = HostileGraph.Fixed();
        SameGraph(Readers[format].Read(HostileGraph.Write(Format(format), graph)), HostileGraph.Through(graph, Readers[format].Keeps));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_text_comes_back(string format) => Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), texts =>
    {
        var graph = HostileGraph.Of([.. texts.Select(t => t ?? "")], texts.Length);
        SameGraph(Readers[format].Read(HostileGraph.Write(Format(format), graph)), HostileGraph.Through(graph, Readers[format].Keeps));
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Chunks_made_as_they_are_asked_for_are_the_same_bytes_and_none_is_large()
    {
        var graph = HostileGraph.Of([.. Enumerable.Range(0, 3000).Select(i => $"The council of town {i} met on market day")], 3000);
        var exported = new ExportGraph("towns", graph.Nodes, graph.Edges);
        foreach (var format in ExportFormat.All)
        {
            using var written = new MemoryStream();
            format.Write(exported, written);
            var whole = written.ToArray();
            var (made, largest) = (new MemoryStream(), 0);
            foreach (var chunk in format.Chunks(exported))
            {
                made.Write(chunk.Span);
                largest = Math.Max(largest, chunk.Length);
            }
            // an assertion over each of a million bytes would take minutes
            made.ToArray().AsSpan().SequenceEqual(whole).ShouldBeTrue(format.Name);
            largest.ShouldBeLessThan(1 << 18, format.Name);
            whole.Length.ShouldBeGreaterThan(largest, format.Name);
        }
    }

    [Fact]
    public void An_export_that_is_given_up_reads_no_further()
    {
        foreach (var format in ExportFormat.All)
        {
            var (read, ended) = (0, false);
            using (var chunks = format.Chunks(new ExportGraph("endless", Nodes(), Edges())).GetEnumerator())
                chunks.MoveNext().ShouldBeTrue();
            ended.ShouldBeTrue(format.Name);
            read.ShouldBeLessThan(10_000, format.Name);

            IEnumerable<ExportNode> Nodes() =>
                Counted(i => new ExportNode
                {
                    Id = $"work-{i}",
                    Name = $"W/{i}",
                    Title = "A work",
                    Kind = "document"
                }, format == ExportFormat.CsvEdges ? 0 : int.MaxValue);

            IEnumerable<ExportEdge> Edges() =>
                Counted(i => new ExportEdge
                {
                    Id = i,
                    Source = "work-1",
                    Target = "work-2",
                    Treatment = "cites",
                    Place = "text"
                }, int.MaxValue);

            IEnumerable<T> Counted<T>(Func<int, T> row, int most)
            {
                try
                {
                    for (var i = 0; i < most; i++)
                    {
                        read++;
                        yield return row(i);
                    }
                }
                finally
                {
                    ended = true;
                }
            }
        }
    }

    [Fact]
    public void Tables_come_back_and_no_field_begins_as_a_formula()
    {
        var graph = HostileGraph.Fixed();
        var wanted = HostileGraph.Through(graph, HostileGraph.Utf8);
        ExportReaders.CsvNodes(HostileGraph.Write(ExportFormat.CsvNodes, graph)).ShouldBe(wanted.Nodes);
        ExportReaders.CsvEdges(HostileGraph.Write(ExportFormat.CsvEdges, graph)).ShouldBe(wanted.Edges);
    }

    [Fact]
    [Trait(Programs.Trait, Programs.TraitValue)]
    public void Tables_are_read_alike_by_Python()
    {
        var bytes = HostileGraph.Write(ExportFormat.CsvNodes, HostileGraph.Fixed());
        var rows = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(OutsideReaders.Run(
            "python3", bytes, ".csv", "-c",
            "import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')))))"))!;
        rows.Select(r => r["title"].TrimStart('\'')).ShouldBe(ExportReaders.CsvRows(bytes).Select(r => r["title"].TrimStart('\'')));
        rows.Select(r => r["citedBy"]).ShouldBe(ExportReaders.CsvRows(bytes).Select(r => r["citedBy"]));
    }

    [Fact]
    [Trait(Programs.Trait, Programs.TraitValue)]
    public void Graphviz_reads_the_same_nodes_and_edges()
    {
        var graph = HostileGraph.Fixed();
        var wanted = HostileGraph.Through(graph, HostileGraph.Dot);
        var read = OutsideReaders.Graphviz(HostileGraph.Write(ExportFormat.Dot, graph));
        SameGraph((read.Nodes, [.. read.Edges.OrderBy(e => e.Id)]), wanted);
    }

    [Theory]
    [InlineData("graphml")]
    [InlineData("gexf")]
    [Trait(Programs.Trait, Programs.TraitValue)]
    public void Another_XML_parser_finds_it_well_formed(string format) =>
        OutsideReaders.Run("xmllint", HostileGraph.Write(Format(format), HostileGraph.Fixed()), ".xml", "--noout").ShouldBeEmpty();

    [Theory]
    [InlineData("json")]
    [InlineData("cyjs")]
    [InlineData("jgf")]
    [InlineData("jsonld")]
    [Trait(Programs.Trait, Programs.TraitValue)]
    public void Another_JSON_parser_reads_it(string format) => OutsideReaders.Run(
        "python3", HostileGraph.Write(Format(format), HostileGraph.Fixed()), ".json", "-c",
        "import json,sys; print(type(json.load(open(sys.argv[1], encoding='utf-8'))).__name__)").Trim().ShouldBe("dict");

    [Fact]
    public void A_line_lost_anywhere_shows_in_the_last_line()
    {
        var lines = System.Text.Encoding.UTF8.GetString(HostileGraph.Write(ExportFormat.Ndjson, HostileGraph.Fixed())).Split('\n').ToList();
        for (var i = 0; i < lines.Count - 1; i++)
        {
            var without = lines.ToList();
            without.RemoveAt(i);
            Should.Throw<Exception>(() => ExportReaders.Ndjson(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', without))));
        }
    }

    [Fact]
    public void An_empty_graph_is_a_whole_document_in_every_format()
    {
        foreach (var (format, reader) in Readers)
        {
            var read = reader.Read(HostileGraph.Write(Format(format), ([], [])));
            read.Nodes.ShouldBeEmpty();
            read.Edges.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_format_has_a_name_a_media_type_and_an_ending_of_its_own()
    {
        foreach (var format in ExportFormat.All) Format(format.Name.ToUpperInvariant()).ShouldBe(format);
        ExportFormat.All.Select(f => f.Extension).ShouldBeUnique();
        ExportFormat.TryParse("xlsx", out _).ShouldBeFalse();
    }

    [Fact]
    public void Works_are_gone_through_once_and_not_kept()
    {
        foreach (var format in ExportFormat.All)
        {
            var asked = 0;
            var graph = HostileGraph.Fixed();
            IEnumerable<ExportNode> Nodes()
            {
                asked++;
                foreach (var node in graph.Nodes) yield return node;
            }
            format.Write(new ExportGraph("", Nodes(), graph.Edges), Stream.Null);
            asked.ShouldBeLessThanOrEqualTo(1, format.Name);
        }
    }

    private static ExportFormat Format(string name) =>
        ExportFormat.TryParse(name, out var format) ? format : throw new ArgumentException(name, nameof(name));

    private static void SameGraph((List<ExportNode> Nodes,
        List<ExportEdge> Edges) read, (List<ExportNode> Nodes, List<ExportEdge> Edges) wanted)
    {
        read.Nodes.ShouldBe(wanted.Nodes);
        read.Edges.ShouldBe(wanted.Edges);
    }
}
