namespace Search.Catalog.Parameters;

/// <summary>The parameters of questions that walk the graph.</summary>
public static class GraphParameters
{
    private static readonly Vocabulary Relations = new("Relatedness", ["cocitation", "coupling"]);

    /// <summary>How far.</summary>
    public static NumberParameter Depth { get; } = new("depth", "Steps.", Least: 1, Most: 5, Default: 1);

    /// <summary>Which way.</summary>
    public static WordParameter Direction { get; } =
        new("direction", "To what it cites, to what cites it, or both.", Vocabulary.Directions);

    /// <summary>How many works.</summary>
    public static NumberParameter Nodes { get; } = new("nodes", "The most works shown.", Least: 1, Most: 1000, Default: 100);

    /// <summary>How many edges.</summary>
    public static NumberParameter Edges { get; } = new("edges", "The most edges shown.", Least: 1, Most: 5000, Default: 1000);

    private static readonly WordParameter By =
        new("by", "cocitation: the same works cite both; coupling: both cite the same works.", Relations);
    private static readonly NumberParameter Max = new("max", "The most chains.", Least: 1, Most: 20, Default: 5);
    private static readonly NumberParameter Hops = new("hops", "The most citations in a chain.", Least: 1, Most: 12, Default: 8);
    private static readonly FlagParameter TimeRespecting =
        new("timeRespecting", "Whether dates may only stay or go back along a chain.", Default: true);
    private static readonly DateParameter CitedFrom =
        Filters.From with { Description = "Only citations made from that day on; without `source`, the former name of it." };

    private static readonly DateParameter CitedTo =
        Filters.To with
        {
            Description = "Only citations made until that day; without `target`, the former name of it.",
            OldNames = ["asOf"]
        };

    private static readonly WordParameter EdgeDirection =
        Direction with { Description = "With `work`: what leaves it, what reaches it, or both." };
    private static readonly FlagParameter Quotes = new("quotes", "Whether every edge carries its clause's text.", Default: false);

    /// <summary>The format of an export.</summary>
    public static ChoiceParameter Format { get; } =
        new("format", "The format; without it `Accept` decides.",
            new("ExportFormat", [.. ResolutionCatalog.ExportFormats.Select(f => f.Name)]))
        { Example = "graphml" };

    /// <summary>The work whose edges are exported.</summary>
    public static TextParameter Work { get; } = new("work", "Only what reaches or leaves this work.")
    {
        Longest = 500,
        Example = "palermo-protocol"
    };

    /// <summary>The citing end of chains, or what is compared.</summary>
    public static TextParameter Source { get; } = new("source", "The citing end: a work's id.")
    {
        Longest = 500,
        Required = true,
        Example = "a-res-80-901",
        OldNames = ["from"]
    };

    /// <summary>The cited end of chains, or what is compared with.</summary>
    public static TextParameter Target { get; } = new("target", "The cited end: a work's id.")
    {
        Longest = 500,
        Required = true,
        Example = "palermo-protocol",
        OldNames = ["to"]
    };

    /// <summary>What the surroundings of a work take.</summary>
    public static IReadOnlyList<Parameter> OfNeighbourhood { get; } =
        [Depth, Direction, Nodes, Edges, .. EdgeParameters.OfWalks, Filters.Parts];

    /// <summary>What related works take.</summary>
    public static IReadOnlyList<Parameter> OfRelated { get; } = [By, .. EdgeParameters.OfWalks, Filters.Limit];

    /// <summary>What an export takes beyond its format.</summary>
    public static IReadOnlyList<Parameter> OfExport { get; } = [.. EdgeParameters.OfEdges, Work, EdgeDirection, Filters.Parts, Quotes];

    /// <summary>What chains take beyond their ends.</summary>
    public static IReadOnlyList<Parameter> OfPaths { get; } =
        [Max, Hops, TimeRespecting, Filters.Treatment, Filters.Place, CitedFrom, CitedTo];

    /// <summary>Reads <see cref="OfNeighbourhood"/>.</summary>
    public static NeighbourhoodQuery Neighbourhood(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Walk(new NeighbourhoodQuery
        {
            Depth = values.Get(Depth),
            Direction = values.Get(Direction),
            Nodes = values.Get(Nodes),
            Edges = values.Get(Edges),
            Parts = values.Get(Filters.Parts),
        });
    }

    /// <summary>Reads <see cref="OfRelated"/>.</summary>
    public static RelatedQuery Related(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Walk(new RelatedQuery { Coupling = values.Get(By) == "coupling", Take = values.Get(Filters.Limit) });
    }

    /// <summary>Reads <see cref="OfExport"/>.</summary>
    public static ExportQuery Export(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Edges(new ExportQuery
        {
            Work = values.Get(Work),
            Direction = values.Get(EdgeDirection),
            Parts = values.Get(Filters.Parts),
            Quotes = values.Get(Quotes)
        });
    }

    /// <summary>Reads <see cref="OfPaths"/>; the ends are read before it, since dates have their former names.</summary>
    public static PathQuery Paths(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (from, to) = values.Dates(CitedFrom, CitedTo);
        return new()
        {
            Max = values.Get(Max),
            Hops = values.Get(Hops),
            TimeRespecting = values.Get(TimeRespecting),
            Treatments = values.Get(Filters.Treatment),
            Places = values.Get(Filters.Place),
            From = from,
            To = to,
        };
    }
}
