namespace Search.Catalog;

/// <summary>Which documents.</summary>
public sealed record DocumentQuery
{
    /// <summary>Acronyms of the adopting organs; empty for all.</summary>
    public IReadOnlyList<string> Organs { get; init; } = [];

    /// <summary>Kinds of document; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Earliest ISO date, or null.</summary>
    public string? From { get; init; }

    /// <summary>Latest ISO date, or null.</summary>
    public string? To { get; init; }

    /// <summary>Sessions of their symbols, in lower case; empty for all.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];

    /// <summary>Only documents whose symbol is known (or not); null for both.</summary>
    public bool? Identified { get; init; }

    /// <summary>Newest first; otherwise oldest first.</summary>
    public bool NewestFirst { get; init; } = true;

    /// <summary>Documents left out at the start.</summary>
    public int Skip { get; init; }

    /// <summary>The most documents returned.</summary>
    public int Take { get; init; } = 20;
}

/// <summary>A field by which documents are counted.</summary>
public enum DocumentField
{
    /// <summary>The adopting organ, by its acronym.</summary>
    Organ,

    /// <summary>resolution, decision, draft ...</summary>
    Kind,
}

/// <summary>What reading a document left open.</summary>
/// <param name="Document">The document.</param>
/// <param name="Message">One sentence.</param>
public sealed record OpenQuestion(WorkName Document, string Message);

/// <summary>Which works.</summary>
public sealed record WorkQuery
{
    /// <summary>cited-by, influence, cites, date or title.</summary>
    public string Sort { get; init; } = "cited-by";

    /// <summary>Only works whose text is (not) here; null for both.</summary>
    public bool? InCorpus { get; init; }

    /// <summary>Only works that something (or nothing) cites; null for both.</summary>
    public bool? Cited { get; init; }

    /// <summary>Kinds of work; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Acronyms of the organs that adopted or issued them, by their document or symbol; empty for all.</summary>
    public IReadOnlyList<string> Organs { get; init; } = [];

    /// <summary>Sessions of their symbols, in lower case; empty for all.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];

    /// <summary>Earliest ISO date, or null.</summary>
    public string? From { get; init; }

    /// <summary>Latest ISO date, or null.</summary>
    public string? To { get; init; }

    /// <summary>Words of which each begins a word of the title, or null.</summary>
    public string? TitleWords { get; init; }

    /// <summary>How a symbol of the work begins, or null.</summary>
    public string? SymbolPrefix { get; init; }

    /// <summary>One or two of workKind, year, organ and session, by which all that match are counted; none for no counts.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>Works left out at the start.</summary>
    public int Skip { get; init; }

    /// <summary>The most works returned.</summary>
    public int Take { get; init; } = 20;
}

/// <summary>One page of works.</summary>
/// <param name="Total">How many match.</param>
/// <param name="Page">The page.</param>
public sealed record WorksPage(int Total, IReadOnlyList<WorkSummary> Page)
{
    /// <summary>Counts by the fields asked for, or null.</summary>
    public Grouping? Grouped { get; init; }
}
