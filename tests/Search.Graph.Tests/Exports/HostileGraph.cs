using System.Text;
using Search.Graph.Exports;

namespace Search.Graph.Tests.Exports;

/// <summary>A graph whose titles and quotations try to break out of every format.</summary>
internal static class HostileGraph
{
    private static readonly string[] Texts =
    [
        "Improving the coordination of efforts against trafficking in persons",
        "\"quoted\" and 'quoted' and “quoted”",
        "=cmd|' /C calc'!A0",
        "+1", "-1", "@SUM(A1)", "\tTab first", "\rReturn first", "'=already guarded", "＝full width",
        "a line\nand another\r\nand one more\rend",
        "ends with a backslash \\", "C:\\new\\table \\N \\G \\L",
        "null \0, bell \a, escape \u001b[31m, delete \u007f, next line \u0085",
        "half \uD800 of a pair, other half \uDC00", "\uDFFF", "\uFFFE and \uFFFF",
        "pair \U0001F54A", "\u202Eright to left\u202C \u2066isolate\u2069 \uFEFF",
        "]]> --> </script> <b>bold</b> <!-- & &amp; &lt; &#65; &notanentity;",
        "{\"json\": [1, 2]} } ]", "comma, semicolon; tab\tend", "digraph { a -> b }", "<html-like>",
        "\u0642\u0631\u0627\u0631 \u0627\u0644\u0623\u0645\u0645", "\u5927\u4F1A\u51B3\u8BAE", new string('x', 20_000), "   spaces   ",
    ];

    private static readonly string[] Names = ["recalls", "urges-ratification", "of \"no\" effect", "operative", "annex & notes"];

    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) Fixed() => Of(Texts, 7);

    public static (List<ExportNode> Nodes, List<ExportEdge> Edges) Of(IReadOnlyList<string> texts, int seed)
    {
        var random = new Random(seed);
        string?[] dates = [null, "1989", "1989-11", "1989-11-20", "2003-12-22"];
        var nodes = texts.Select((text, i) => new ExportNode
        {
            Id = $"a-res-{i}-{random.Next(100)}",
            Name = $"A/RES/{i}/{random.Next(100)}",
            Title = text.Length == 0 ? "-" : text,
            Kind = random.Next(2) == 0 ? "resolution" : "treaty",
            Organ = random.Next(2) == 0 ? "GA" : null,
            Date = dates[random.Next(dates.Length)],
            InCorpus = random.Next(2) == 0,
            CitedBy = random.Next(1000),
            Cites = random.Next(1000),
        }).ToList();
        var edges = texts.SelectMany((text, i) => Enumerable.Range(0, 2).Select(j => new ExportEdge
        {
            Id = (i * 2) + j + 1,
            Source = nodes[random.Next(nodes.Count)].Id,
            Target = nodes[random.Next(nodes.Count)].Id,
            Treatment = Names[random.Next(Names.Length)],
            Place = Names[random.Next(Names.Length)],
            Pinpoint = random.Next(2) == 0 ? "art. 6, paras. 3 and 4" : null,
            Date = dates[random.Next(dates.Length)],
            Clause = random.Next(2) == 0 ? "a-res-1/op5-b-ii" : null,
            Quote = j == 0 && text.Length > 0 ? text : null,
        })).ToList();
        return (nodes, edges);
    }

    /// <summary>The graph as it must come back when every text went through the same change.</summary>
    public static (List<ExportNode> Nodes,
        List<ExportEdge> Edges) Through((List<ExportNode> Nodes, List<ExportEdge> Edges) graph, Func<string, string> change) =>
        ([.. graph.Nodes.Select(n => n with { Title = change(n.Title) })],
            [.. graph.Edges.Select(e => e with { Quote = e.Quote is null ? null : change(e.Quote) })]);

    /// <summary>What any UTF-8 keeps of a text.</summary>
    public static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>What XML 1.0 keeps of a text.</summary>
    public static string Xml(string text) =>
        new([.. Utf8(text).Select(c => c is '\t' or '\n' or '\r' || (c >= ' ' && c != '\uFFFE' && c != '\uFFFF') ? c : '\uFFFD')]);

    /// <summary>What Graphviz keeps of a text: lines and printable characters.</summary>
    public static string Dot(string text) =>
        new([.. Utf8(text).ReplaceLineEndings("\n").Select(c => c != '\n' && char.IsControl(c) ? '\uFFFD' : c)]);

    public static byte[] Write(ExportFormat format, (List<ExportNode> Nodes, List<ExportEdge> Edges) graph)
    {
        using var bytes = new MemoryStream();
        format.Write(new ExportGraph("hostile \"graph\" & <co> \uD800", graph.Nodes, graph.Edges), bytes);
        bytes.CanWrite.ShouldBeTrue("the stream stays open");
        return bytes.ToArray();
    }
}
