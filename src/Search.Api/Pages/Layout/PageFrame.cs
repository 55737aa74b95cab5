using Search.Api.Pages.Citing;

namespace Search.Api.Pages.Layout;

/// <summary>What surrounds a page's content.</summary>
public sealed record PageFrame
{
    /// <summary>Names the page in the browser; the site's name is added.</summary>
    public required string Title { get; init; }

    /// <summary>The entry of the navigation that the page belongs to, or null.</summary>
    public string? Section { get; init; }

    /// <summary>The call of the API that answers the same question, or null where there is none.</summary>
    public PageAddress? ApiCall { get; init; }

    /// <summary>The address to send to where the question does not fit an address, or null.</summary>
    public string? ApiPost { get; init; }

    /// <summary>The page's text in other languages, and its address without one under <c>x-default</c>.</summary>
    public IReadOnlyList<(string Language, PageAddress Address)> Alternates { get; init; } = [];

    /// <summary>The feed of what is new on the page, without its extension; that of all clauses where a page has none of its own.</summary>
    public PageAddress Feed { get; init; } = PageAddress.Of("search");

    /// <summary>What the page says of its work to reference managers and search engines, or null.</summary>
    public PageMetadata? Metadata { get; init; }

    /// <summary>The page's content in other formats.</summary>
    public IReadOnlyList<DataFormat> Formats { get; init; } = [];

    /// <summary>What the search box of the head shows; null leaves the box out.</summary>
    public string? Query { get; init; } = "";

    /// <summary>Whether the content may take the whole width.</summary>
    public bool Wide { get; init; }

    /// <summary>Longest title that a browser's tab or history can make use of.</summary>
    public string ShownTitle => Title.Length > 120 ? Title[..119] + "…" : Title;
}

/// <summary>A format that a page's content can be had in.</summary>
/// <param name="Name">CSV, JSON ...</param>
/// <param name="Type">Media type.</param>
/// <param name="Address">Where.</param>
public sealed record DataFormat(string Name, string Type, PageAddress Address)
{
    /// <summary>The part of the graph that an address of <c>/v1/graph</c> names, in the formats that graph programs read.</summary>
    public static IReadOnlyList<DataFormat> OfGraph(PageAddress graph) =>
        [.. Graph.Select(f => new DataFormat(f.Name, f.Type, graph.With("format", f.Format)))];

    private static readonly (string Name, string Type, string Format)[] Graph =
    [
        ("GraphML", "application/graphml+xml", "graphml"), ("GEXF", "application/gexf+xml", "gexf"), ("DOT", "text/vnd.graphviz", "dot"),
        ("JSON-LD", "application/ld+json", "jsonld"),
    ];
}
