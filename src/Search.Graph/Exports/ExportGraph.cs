namespace Search.Graph.Exports;

/// <summary>A work as exports show it.</summary>
public sealed record ExportNode
{
    /// <summary>Its id inside the export, and in addresses: the slug.</summary>
    public required string Id { get; init; }

    /// <summary>Its canonical name: a symbol or an instrument's id.</summary>
    public required string Name { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>treaty, resolution, document ...</summary>
    public required string Kind { get; init; }

    /// <summary>The code of the organ that made it, where known.</summary>
    public string? Organ { get; init; }

    /// <summary>ISO date as far as known: year, year and month, or day.</summary>
    public string? Date { get; init; }

    /// <summary>Whether its text is here.</summary>
    public bool InCorpus { get; init; }

    /// <summary>Citations that it receives in the whole graph, which may be more than in the export.</summary>
    public int CitedBy { get; init; }

    /// <summary>Citations that it makes in the whole graph.</summary>
    public int Cites { get; init; }
}

/// <summary>A citation as exports show it.</summary>
public sealed record ExportEdge
{
    /// <summary>Its number, unique in the export. Written as <c>e12</c> where ids must begin with a letter.</summary>
    public required long Id { get; init; }

    /// <summary>The citing work's id.</summary>
    public required string Source { get; init; }

    /// <summary>The cited work's id.</summary>
    public required string Target { get; init; }

    /// <summary>What the clause does to the cited work: recalls, endorses ...</summary>
    public required string Treatment { get; init; }

    /// <summary>The part cited, where one is named.</summary>
    public string? Pinpoint { get; init; }

    /// <summary>Where in the citing work: preambular, operative ...</summary>
    public required string Place { get; init; }

    /// <summary>ISO date of the citing work as far as known.</summary>
    public string? Date { get; init; }

    /// <summary>The citing clause's id, where there is one.</summary>
    public string? Clause { get; init; }

    /// <summary>The citing words, where they are exported.</summary>
    public string? Quote { get; init; }

    /// <summary>In a graph of repetitions the share of words that both clauses have, 0 to 1.</summary>
    public double? Overlap { get; init; }

    /// <summary>In a graph of repetitions whether the repeating work cites the other one.</summary>
    public bool? Cited { get; init; }

    internal string Key => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{Id}");
}

/// <summary>What the edges of an export mean.</summary>
public enum ExportRelation
{
    /// <summary>The source cites the target.</summary>
    Cites,

    /// <summary>A clause of the source repeats the words of one of the target, which is older.</summary>
    Repeats,
}

/// <summary>
/// What is exported. Nodes and edges are gone through once each, nodes first, and nothing is kept: an export
/// of any size takes the same memory.
/// </summary>
/// <param name="Name">What the graph is called.</param>
/// <param name="Nodes">The works.</param>
/// <param name="Edges">Citations whose ends are among the works.</param>
/// <param name="WorkAddress">What precedes a work's id to make an IRI of it, where a format has IRIs.</param>
public sealed record ExportGraph(string Name, IEnumerable<ExportNode> Nodes, IEnumerable<ExportEdge> Edges, string WorkAddress = "works/")
{
    /// <summary>What the edges mean.</summary>
    public ExportRelation Relation { get; init; }
}
