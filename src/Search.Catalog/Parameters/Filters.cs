namespace Search.Catalog.Parameters;

/// <summary>Filters that several endpoints share; those of the search alone are in <see cref="SearchParameters"/>.</summary>
public static class Filters
{
    /// <summary>Treatments.</summary>
    public static WordsParameter Treatment { get; } =
        new("treatment", "What the citing clause does to what it cites; any of these.", Vocabulary.Treatments) { Example = "recalls" };

    /// <summary>Places.</summary>
    public static WordsParameter Place { get; } =
        new("place", "Where in the citing document the citation is; any of these.", Vocabulary.Places);

    /// <summary>Adopting organs.</summary>
    public static OrgansParameter Organ { get; } =
        new("organ", "The adopting organ by acronym or name: GA, UNSC, ECOSOC, Human Rights Council ...") { Example = "GA" };

    /// <summary>First day.</summary>
    public static DateParameter From { get; } =
        new("from", "Earliest date of the document: 2003-12-22, 2003-12 or 2003.", IsEnd: false) { Example = "2000" };

    /// <summary>Last day.</summary>
    public static DateParameter To { get; } = new("to", "Latest date of the document.", IsEnd: true) { Example = "2025-12-31" };

    /// <summary>Kinds of document.</summary>
    public static WordsParameter DocumentKind { get; } =
        new("documentKind", "Kind of the document; any of these.", Vocabulary.DocumentKinds)
        {
            Example = "resolution",
            OldNames = ["kind"]
        };

    /// <summary>The order of documents by date.</summary>
    public static WordParameter DateOrder { get; } = new("sort", "Order by date of the document.", Vocabulary.DateOrders);

    /// <summary>What documents can be narrowed by beyond organ, kind and date.</summary>
    public static IReadOnlyList<ListParameter> Topics { get; } =
        [.. DocumentTopic.All.Select(t => new ListParameter(t.Name, t.Description + " Any of the values given.") { HoldsCommas = true,
            Example = t.Example })];

    /// <summary>Sessions.</summary>
    public static ListParameter Session { get; } = Topics.First(t => t.Name == "session");

    /// <summary>Whether parts count as the whole.</summary>
    public static FlagParameter Parts { get; } =
        new("parts", "Whether citations of a part (an annex, a lettered part), and citations in it, count as the whole's.", Default: true);

    /// <summary>How many a page holds.</summary>
    public static NumberParameter Limit { get; } = new("limit", "How many the page holds.", Least: 1, Most: 100, Default: 20);

    /// <summary>The first and last day, which must be in order.</summary>
    public static (string? From, string? To) Dates(this ParameterValues values, DateParameter from, DateParameter to)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (first, last) = (values.Get(from), values.Get(to));
        values.CheckOrder(from, first, to, last);
        return (first, last);
    }

    /// <summary>The values of <see cref="Topics"/> by their names.</summary>
    public static Dictionary<string, IReadOnlyList<string>> TopicValues(this ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Topics.ToDictionary(t => t.Name, values.Get);
    }
}
