namespace Search.Catalog.Parameters;

/// <summary>The parameters of documents: of their list, and of one.</summary>
public static class DocumentParameters
{
    /// <summary>The language of the text.</summary>
    public static ChoiceParameter Lang { get; } =
        new("lang", "Language of the text; without it that of the text whose citations count: English, where there is one.",
            Vocabulary.Languages)
        { Example = "fr" };

    /// <summary>The language of the text to put beside it.</summary>
    public static ChoiceParameter With { get; } = new("with", "Language of the text beside it.", Vocabulary.Languages)
    {
        Required = true,
        Example = "fr"
    };

    private static readonly ListParameter Session =
        Filters.Session with { Description = "The session in its symbol: 78, S-27, XXI. Any of the values given." };
    private static readonly EitherParameter Identified =
        new("identified", "Only documents whose symbol is known (true) or not (false).") { Example = "false" };

    /// <summary>What the list takes beyond its page.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
        [Filters.Organ, Filters.DocumentKind, Session, Identified, Filters.From, Filters.To, Filters.DateOrder];

    /// <summary>Reads <see cref="All"/> into a question.</summary>
    public static DocumentQuery Documents(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (from, to) = values.Dates(Filters.From, Filters.To);
        return new()
        {
            Organs = values.Get(Filters.Organ),
            Kinds = values.Get(Filters.DocumentKind),
            Sessions = [.. values.Get(Session).Select(s => s.ToLowerInvariant())],
            Identified = values.Get(Identified),
            From = from,
            To = to,
            NewestFirst = values.Get(Filters.DateOrder) == "newest",
        };
    }
}

/// <summary>The parameters of works: of their list, and of one.</summary>
public static class WorkParameters
{
    private static readonly Vocabulary Orders = new("WorkOrder", ["cited-by", "influence", "cites", "date", "title"]);

    private static readonly WordParameter Sort =
        new("sort", "Order of the works. influence counts a citation by the influence of what cites, and one in a long list little.",
            Orders);

    private static readonly EitherParameter InCorpus =
        new("inCorpus", "Only works whose text is here (true) or not (false).") { Example = "false" };
    private static readonly EitherParameter Cited =
        new("cited", "Only works that something cites (true) or nothing does (false).") { Example = "true" };

    private static readonly TextParameter Title =
        new("title", "Only works whose title has all these words, or words that begin so.") { Longest = 300, Example = "rights child" };
    private static readonly TextParameter Symbol =
        new("symbol", "Only works of which a symbol begins so: A/RES/55.") { Longest = 120, Example = "A/RES/55" };
    private static readonly OrgansParameter Organ =
        Filters.Organ with
        {
            Description =
            "The organ that adopted or issued it, by acronym or name: GA, UNSC, ECOSOC, Human Rights Council ..."
        };
    private static readonly ListParameter Session =
        Filters.Session with { Description = "The session in its symbol: 78, S-27, XXI. Any of the values given." };
    private static readonly DateParameter From =
        Filters.From with { Description = "Earliest date of adoption: 2003-12-22, 2003-12 or 2003." };
    private static readonly DateParameter To = Filters.To with { Description = "Latest date of adoption." };

    /// <summary>Kinds of works.</summary>
    public static ListParameter WorkKind { get; } =
        new("workKind", "Only works of these kinds: treaty, protocol, resolution ...") { Example = "protocol", OldNames = ["kind"] };

    /// <summary>The day as of which a work's status is asked for.</summary>
    public static DateParameter AsOf { get; } =
        new("to", "The status as of that day: later texts do not count.", IsEnd: true) { Example = "2025-12-31", OldNames = ["asOf"] };

    /// <summary>What the list takes beyond its page.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
        [Sort, InCorpus, Cited, WorkKind, Organ, Session, From, To, Title, Symbol, GroupByParameter.OfWorks];

    /// <summary>Reads <see cref="All"/> into a question.</summary>
    public static WorkQuery Works(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (from, to) = values.Dates(From, To);
        return new()
        {
            Organs = values.Get(Organ),
            Sessions = [.. values.Get(Session).Select(s => s.ToLowerInvariant())],
            From = from,
            To = to,
            TitleWords = values.Get(Title),
            SymbolPrefix = values.Get(Symbol),
            GroupBy = values.Get(GroupByParameter.OfWorks),
            Sort = values.Get(Sort),
            InCorpus = values.Get(InCorpus),
            Cited = values.Get(Cited),
            Kinds = [.. values.Get(WorkKind).Select(k => k.ToLowerInvariant())],
        };
    }
}
