using System.Buffers;
using System.Globalization;

namespace Search.Graph.Exports;

/// <summary>
/// Comma-separated values as in RFC 4180. A field that a spreadsheet would run as a formula gets an apostrophe in front; so does one
/// that begins with an apostrophe before such a beginning, so that the first apostrophe there is always ours.
/// </summary>
internal static class CsvTables
{
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    public static IEnumerable<Pause> WriteNodes(ExportGraph graph, Stream to)
    {
        using var text = new StreamWriter(to, ExportText.Utf8, leaveOpen: true);
        Row(text, "id", "name", "title", "kind", "organ", "date", "inCorpus", "citedBy", "cites");
        foreach (var n in graph.Nodes)
        {
            Row(text, n.Id, n.Name, n.Title, n.Kind, n.Organ, n.Date, n.InCorpus ? "true" : "false", Number(n.CitedBy), Number(n.Cites));
            yield return default;
        }
    }

    public static IEnumerable<Pause> WriteEdges(ExportGraph graph, Stream to)
    {
        using var text = new StreamWriter(to, ExportText.Utf8, leaveOpen: true);
        var properties = ExportProperties.OfEdges(graph);
        Row(text, ["id", "source", "target", .. properties.Select(p => p.Name)]);
        foreach (var e in graph.Edges)
        {
            Row(text, [e.Key, e.Source, e.Target, .. properties.Select(p => p.Value(e))]);
            yield return default;
        }
    }

    private static void Row(StreamWriter text, params ReadOnlySpan<string?> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) text.Write(',');
            Field(text, ExportText.WellFormed(fields[i] ?? ""));
        }
        text.Write("\r\n");
    }

    private static void Field(StreamWriter text, string value)
    {
        var start = value.AsSpan().TrimStart('\'');
        if (start.Length > 0 && FormulaStarts.Contains(start[0], StringComparison.Ordinal)) value = "'" + value;
        if (value.AsSpan().ContainsAny(NeedsQuotes) || value.Contains('\0', StringComparison.Ordinal))
            value = $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        text.Write(value);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
