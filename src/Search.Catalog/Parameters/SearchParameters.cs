namespace Search.Catalog.Parameters;

/// <summary>The parameters of a search for clauses.</summary>
public static class SearchParameters
{
    private static readonly Vocabulary Orders = new("SearchOrder", ["relevance", "newest", "oldest"]);
    private static readonly Vocabulary FacetWords = new("Facet", [.. ResolutionCatalog.FacetNames, "true", "false"]);

    private static readonly WordsParameter DocumentKind = Filters.DocumentKind with { OldNames = [], Example = null };

    private static readonly WordsParameter Kind =
        new("kind", "Kind of clause or of document; any of these, and of those.", Vocabulary.AnyKinds)
        {
            Replacement =
            "clauseKind and documentKind"
        };

    private static readonly TextParameter Cites =
        new("cites", "Only clauses that cite this work: an id or a citation as people write it.")
        {
            Longest = 1000,
            Example = "palermo-protocol"
        };

    private static readonly YearsParameter FirstUsed = new(
        "firstUsed", "Year in which the clause's words, or a version of them, were first used in a document of the corpus: `2015`, `2015..2019`, or `2015..` for that year and later. Drafts count only for their own clauses.")
    { Example = "2005..2010" };

    private static readonly TextParameter Words =
        new("words", "Only clauses with the same words as this one: its id, as in a hit's `id`.")
        {
            Longest = 1000,
            Example = "a-res-75-901/pp1"
        };

    private static readonly FlagParameter Fold = new(
        "fold", "Whether to return clauses with the same words as one hit, the best of them; `sameWords` says how many there are. `total` and `facets` still count all clauses.", Default: false);

    private static readonly WordsParameter Facets = new(
        "facets",
        "Which counts over all matching clauses to return; `true` returns all of them. `cites` is the cited work. Each count is the total of the same question with that value as filter; one of `treatment` or `cites` takes the place of the filter that is given. `kind` and `type` are former names of `clauseKind` and `documentKind`.",
        FacetWords)
    { Example = "treatment" };

    /// <summary>Kinds of clause.</summary>
    public static WordsParameter ClauseKind { get; } =
        new("clauseKind", "Kind of the clause; any of these.", Vocabulary.ClauseKinds) { Example = "operative" };

    /// <summary>Languages of the clause.</summary>
    public static WordsParameter Lang { get; } = new(
        "lang", "Languages, any of which the clause must be in. Words of the query are searched in these languages; without this parameter, in those that its script and words suggest.",
        Vocabulary.Languages)
    { Example = "en" };

    /// <summary>The query.</summary>
    public static TextParameter Query { get; } = new("q", "The query.")
    {
        Longest = int.MaxValue,
        Example = "\"early intervention\" cites:crc"
    };

    /// <summary>The order of the clauses.</summary>
    public static WordParameter Sort { get; } = new("sort", "Order of the clauses.", Orders);

    /// <summary>How many a page holds.</summary>
    public static NumberParameter Limit { get; } = Filters.Limit with { Default = 10 };

    /// <summary>What clauses can be narrowed by.</summary>
    public static IReadOnlyList<Parameter> OfFilters { get; } =
        [Filters.Organ, ClauseKind, DocumentKind, Kind, Lang, Filters.From, Filters.To, FirstUsed, Words, Cites, Filters.Treatment,
            .. Filters.Topics];

    /// <summary>What a search takes beyond the query and its page.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [.. OfFilters, Facets, GroupByParameter.OfClauses, Fold, Sort];

    /// <summary>Reads <see cref="Query"/> and <see cref="All"/> into a question.</summary>
    public static SearchRequest Search(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var kinds = values.Get(Kind);
        var (from, to) = values.Dates(Filters.From, Filters.To);
        return new()
        {
            Query = values.Get(Query) ?? "",
            Organs = values.Get(Filters.Organ),
            ClauseKinds = [.. values.Get(ClauseKind).Concat(kinds.Where(ResolutionCatalog.ClauseKinds.Contains)).Distinct()],
            DocumentKinds = [.. values.Get(DocumentKind).Concat(kinds.Where(ResolutionCatalog.DocumentKinds.Contains)).Distinct()],
            Languages = values.Get(Lang),
            From = from,
            To = to,
            FirstUsed = values.Get(FirstUsed),
            Words = values.Get(Words) is { Length: > 0 } clause ? clause : null,
            Fold = values.Get(Fold),
            Cites = values.Get(Cites),
            Treatments = values.Get(Filters.Treatment),
            Topics = values.TopicValues(),
            Facets = Counted(values.Get(Facets)),
            GroupBy = values.Get(GroupByParameter.OfClauses),
            Sort = values.Get(Sort),
        };
    }

    private static IReadOnlyList<string> Counted(IReadOnlyList<string> asked) =>
        asked.Contains("true") ? ResolutionCatalog.FacetNames : [.. asked.Where(f => f != "false")];
}
