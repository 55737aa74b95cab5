using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Graph.Exports;

/// <summary>
/// The language of Graphviz. Every name and value is a quoted string: quotation marks and backslashes escaped, line feeds as <c>\n</c>,
/// other control characters replaced, and what Graphviz would read as a character entity kept from it. The label is what is
/// drawn, a long title shortened; <c>title</c> has all of it.
/// </summary>
internal static partial class DotText
{
    /// <summary>Graphviz reads no quoted string of more than 16,384 bytes: longer ones are joined from pieces.</summary>
    private const int LongestPiece = 2000;

    private const int LongestLabel = 100;

    public static IEnumerable<Pause> Write(ExportGraph graph, Stream to)
    {
        using var text = new StreamWriter(to, ExportText.Utf8, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine($"digraph {Quoted(graph.Name)} {{");
        text.WriteLine("  charset=\"UTF-8\";");
        foreach (var node in graph.Nodes)
        {
            text.Write($"  {Quoted(node.Id)} [label={Quoted(Label(node.Title))}");
            Attribute(text, "title", node.Title);
            Attribute(text, "work", node.Name);
            Attribute(text, "kind", node.Kind);
            Attribute(text, "organ", node.Organ);
            Attribute(text, "date", node.Date);
            text.WriteLine($", inCorpus={(node.InCorpus ? "true" : "false")}, citedBy={node.CitedBy}, cites={node.Cites}];");
            yield return default;
        }
        foreach (var edge in graph.Edges)
        {
            text.Write($"  {Quoted(edge.Source)} -> {Quoted(edge.Target)} [id={edge.Key}, label={Quoted(edge.Treatment)}, place={Quoted(edge.Place)}");
            Attribute(text, "pinpoint", edge.Pinpoint);
            Attribute(text, "date", edge.Date);
            Attribute(text, "clause", edge.Clause);
            Attribute(text, "quote", edge.Quote);
            Attribute(text, "overlap", edge.Overlap?.ToString(CultureInfo.InvariantCulture));
            if (edge.Cited is { } cited) text.Write($", cited={(cited ? "true" : "false")}");
            text.WriteLine("];");
            yield return default;
        }
        text.WriteLine("}");
    }

    private static void Attribute(StreamWriter text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) text.Write($", {name}={Quoted(value)}");
    }

    /// <summary>What is drawn: a box wider than Graphviz can lay out would fail the whole graph.</summary>
    private static string Label(string title) => title.Length <= LongestLabel ? title : title[..LongestLabel] + "…";

    private static string Quoted(string value)
    {
        var text = Entity.Replace(ExportText.Printable(value), "&amp;");
        if (text.Length <= LongestPiece) return Piece(text);
        var pieces = new List<string>();
        for (int from = 0, to; from < text.Length; from = to)
        {
            to = Math.Min(from + LongestPiece, text.Length);
            if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
            pieces.Add(Piece(text[from..to]));
        }
        return string.Join(" + ", pieces);
    }

    private static string Piece(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    /// <summary>An ampersand that begins an entity.</summary>
    [GeneratedRegex("&(?=[A-Za-z0-9#]{1,16};)", RegexOptions.CultureInvariant)]
    private static partial Regex Entity { get; }
}
