namespace Search.Catalog.Parameters;

/// <summary>The parameters of questions about citations: each set with the query that it is read into.</summary>
public static class EdgeParameters
{
    private static readonly TextParameter Pinpoint =
        new("pinpoint", "Only this provision of the cited work, as people write it: article 6, art. 6(2), paragraph 4.")
        {
            Longest = 500,
            Example = "article 6"
        };
    private static readonly WordsParameter Kind = Filters.DocumentKind with { Description = "Kind of the citing document; any of these." };
    private static readonly DateParameter To =
        Filters.To with { Description = "Latest date of the citing document: the graph as of that day." };
    private static readonly TextParameter Clause =
        new("clause", "Only what the clause of this label says: pp3, op5-b-ii.") { Longest = 500 };

    /// <summary>The citing document.</summary>
    public static TextParameter Citing { get; } = new("citing", "Only what this document says: a work's id.") { Longest = 500 };

    /// <summary>The cited work.</summary>
    public static TextParameter Cited { get; } =
        new("cited", "Only what reaches this very work: an id, where parts or all that a text cites are listed.") { Longest = 500 };

    /// <summary>What a walk through the graph can be narrowed by.</summary>
    public static IReadOnlyList<Parameter> OfWalks { get; } = [Filters.Treatment, Filters.Place, Filters.From, To];

    /// <summary>What edges can be narrowed by.</summary>
    public static IReadOnlyList<Parameter> OfEdges { get; } =
        [Filters.Treatment, Pinpoint, Kind, Filters.Place, Filters.Organ, Filters.Session, Filters.From, To, Citing, Clause, Cited];

    /// <summary>What a list of edges takes beyond its page.</summary>
    public static IReadOnlyList<Parameter> OfLists { get; } = [.. OfEdges, Filters.Parts, Filters.DateOrder, GroupByParameter.OfEdges];

    /// <summary>Reads <see cref="OfWalks"/> into a question.</summary>
    public static T Walk<T>(this ParameterValues values, T query)
        where T : WalkFilter
    {
        ArgumentNullException.ThrowIfNull(values);
        var (from, to) = values.Dates(Filters.From, To);
        return query with { Treatments = values.Get(Filters.Treatment), Places = values.Get(Filters.Place), From = from, To = to };
    }

    /// <summary>Reads <see cref="OfEdges"/> into a question.</summary>
    public static T Edges<T>(this ParameterValues values, T query)
        where T : EdgeListFilter => values.Walk(query) with
        {
            Provision = values.Get(Pinpoint),
            Kinds = values.Get(Kind),
            Organs = values.Get(Filters.Organ),
            Sessions = [.. values.Get(Filters.Session).Select(s => s.ToLowerInvariant())],
            Citing = values.Get(Citing),
            Clause = values.Get(Clause)?.ToLowerInvariant(),
            Cited = values.Get(Cited),
        };

    /// <summary>Reads <see cref="OfLists"/>.</summary>
    public static EdgeQuery List(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Edges(new EdgeQuery
        {
            Parts = values.Get(Filters.Parts),
            NewestFirst = values.Get(Filters.DateOrder) == "newest",
            GroupBy = values.Get(GroupByParameter.OfEdges),
        });
    }
}
