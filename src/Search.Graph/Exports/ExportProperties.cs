using System.Globalization;

namespace Search.Graph.Exports;

/// <summary>The properties that the XML formats and tables declare.</summary>
internal static class ExportProperties
{
    public static (string Name, string Type, Func<ExportNode, string?> Value)[] OfNodes { get; } =
    [
        ("name", "string", n => n.Name),
        ("title", "string", n => n.Title),
        ("kind", "string", n => n.Kind),
        ("organ", "string", n => n.Organ),
        ("date", "string", n => n.Date),
        ("inCorpus", "boolean", n => n.InCorpus ? "true" : "false"),
        ("citedBy", "int", n => n.CitedBy.ToString(CultureInfo.InvariantCulture)),
        ("cites", "int", n => n.Cites.ToString(CultureInfo.InvariantCulture)),
    ];

    public static (string Name, string Type, Func<ExportEdge, string?> Value)[] OfEdges(ExportGraph graph) =>
        graph.Relation == ExportRelation.Repeats ? Repetitions : Citations;

    private static readonly (string Name, string Type, Func<ExportEdge, string?> Value)[] Citations =
    [
        ("treatment", "string", e => e.Treatment),
        ("place", "string", e => e.Place),
        ("pinpoint", "string", e => e.Pinpoint),
        ("date", "string", e => e.Date),
        ("clause", "string", e => e.Clause),
        ("quote", "string", e => e.Quote),
    ];

    private static readonly (string Name, string Type, Func<ExportEdge, string?> Value)[] Repetitions =
    [
        .. Citations,
        ("overlap", "double", e => e.Overlap?.ToString(CultureInfo.InvariantCulture)),
        ("cited", "boolean", e => e.Cited switch { true => "true", false => "false", null => null }),
    ];
}
