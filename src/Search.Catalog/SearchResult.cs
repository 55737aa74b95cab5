using Search.Catalog.Parameters;

namespace Search.Catalog;

/// <summary>A search for clauses.</summary>
public sealed record SearchRequest
{
    /// <summary>What was typed, in the query language; empty for all clauses that pass the filters.</summary>
    public string Query { get; init; } = "";

    /// <summary>Organs of the document, by acronym or name; empty for all.</summary>
    public IReadOnlyList<string> Organs { get; init; } = [];

    /// <summary>Kinds of clause: preambular, operative, annex, other; empty for all.</summary>
    public IReadOnlyList<string> ClauseKinds { get; init; } = [];

    /// <summary>Kinds of document: resolution, draft ...; empty for all.</summary>
    public IReadOnlyList<string> DocumentKinds { get; init; } = [];

    /// <summary>Languages of the clause, by ISO 639-1 code; none to find words in whatever language they are.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Earliest ISO date, or null.</summary>
    public string? From { get; init; }

    /// <summary>Latest ISO date, or null.</summary>
    public string? To { get; init; }

    /// <summary>Only clauses that cite this work: a slug or a citation as people write it, or null.</summary>
    public string? Cites { get; init; }

    /// <summary>Treatments, any of them; with <see cref="Cites"/>, of that work.</summary>
    public IReadOnlyList<string> Treatments { get; init; } = [];

    /// <summary>Values by the names of <see cref="DocumentTopic"/>, any of each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Topics { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The facets to count, of <see cref="ResolutionCatalog.FacetNames"/>.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>One or two of treatment, year, firstUsed, organ, session, documentKind and clauseKind, by which all that match are counted;
    /// none for no counts.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>The years in which the clause's words or a version of them were first used; null for all.</summary>
    public YearRange? FirstUsed { get; init; }

    /// <summary>Only clauses with the same words as this one: its id, document/label; null for all.</summary>
    public string? Words { get; init; }

    /// <summary>Whether of clauses with the same words only the best is a hit; totals and facets count all.</summary>
    public bool Fold { get; init; }

    /// <summary>Whether the facet of years has all of them; else, like the others, the most frequent.</summary>
    public bool EveryYear { get; init; }

    /// <summary>The most values of a facet.</summary>
    internal int FacetValues { get; init; } = 12;

    /// <summary>relevance, newest or oldest.</summary>
    public string Sort { get; init; } = "relevance";

    /// <summary>Hits left out at the start.</summary>
    public int Skip { get; init; }

    /// <summary>The most hits returned.</summary>
    public int Take { get; init; } = 10;

    /// <summary>Whether every hit says how its score came about.</summary>
    public bool Explain { get; init; }

    /// <summary>The most work done for it, in the units of <see cref="SearchResult.Work"/>; a search that needs
    /// more is cut and says so.</summary>
    public long MaxWork { get; init; } = UsualWork;

    /// <summary>About 100 ms of processor time over a million clauses for most kinds of query that reach it, and up to 340 ms for the worst
    /// (<c>Search.Benchmarks api cost</c>).</summary>
    public const long UsualWork = 28_000_000;

    /// <summary>
    /// Whether clauses of shards that no machine answers for may be missing from hits and counts; <see cref="SearchResult.MissingShards"/>
    /// says which. Without it such a search fails.
    /// </summary>
    public bool AllowMissingShards { get; init; }

    /// <summary>The shards that were missing so far.</summary>
    internal SortedSet<int> MissingShards { get; init; } = [];

    /// <summary>Stops a search that takes too long.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>Ranked clauses.</summary>
/// <param name="Total">How many match.</param>
/// <param name="Exact">False when <paramref name="Total"/> is only known to be reached.</param>
/// <param name="Hits">The page.</param>
/// <param name="Facets">Counts over all matches by the facets asked for.</param>
/// <param name="Query">How the query was read.</param>
/// <param name="Recognised">Works that the query names, first of all answers.</param>
/// <param name="DidYouMean">A query that finds more, or null.</param>
public sealed record SearchResult(
    long Total, bool Exact, IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, IReadOnlyList<ValueCount>> Facets,
    QueryReading Query,
    IReadOnlyList<WorkSummary> Recognised, string? DidYouMean)
{
    /// <summary>Counts by the fields asked for, or null.</summary>
    public Grouping? Grouped { get; init; }

    /// <summary>Whether there are hits after the page.</summary>
    public bool More { get; init; }

    /// <summary>Whether the search was stopped when <see cref="SearchRequest.MaxWork"/> was done: hits and counts are of
    /// the part that was searched.</summary>
    public bool Stopped { get; init; }

    /// <summary>What was done, in units of about one entry of an index list: the same on every machine.</summary>
    public long Work { get; init; }

    /// <summary>The numbers of the shards whose clauses are in neither hits nor counts, from 0; none where the answer is whole.</summary>
    public IReadOnlyList<int> MissingShards { get; init; } = [];
}

/// <summary>How a query was read.</summary>
/// <param name="Parsed">In the query language, canonical.</param>
/// <param name="Warnings">What was read literally or passed over.</param>
public sealed record QueryReading(string Parsed, IReadOnlyList<QueryWarning> Warnings);

/// <summary>Something odd in a query.</summary>
/// <param name="Code">A stable word.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Start">UTF-16 offset into the query.</param>
/// <param name="End">UTF-16 offset into the query.</param>
public sealed record QueryWarning(string Code, string Message, int Start, int End)
{
    /// <summary>Values that may have been meant, the nearest first.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];
}

/// <summary>A clause that matches.</summary>
public sealed record SearchHit
{
    /// <summary>The row of the clause; 0 for a hit that no search found.</summary>
    internal int Number { get; init; }

    /// <summary>document/label.</summary>
    public required string Id { get; init; }

    /// <summary>The document.</summary>
    public required WorkName Document { get; init; }

    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>Its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Date of the document.</summary>
    public required string? Date { get; init; }

    /// <summary>Organ of the document.</summary>
    public required string? Organ { get; init; }

    /// <summary>Comparable within one answer.</summary>
    public required float Score { get; init; }

    /// <summary>The whole clause.</summary>
    public required string Text { get; init; }

    /// <summary>Where the query's words are in the text: UTF-16 offsets, in order, not overlapping.</summary>
    public required IReadOnlyList<Highlight> Highlights { get; init; }

    /// <summary>What it cites and how.</summary>
    public required IReadOnlyList<CitedWork> CitedWorks { get; init; }

    /// <summary>Number of edges that cite this very paragraph.</summary>
    public required int CitedByCount { get; init; }

    /// <summary>How the score came about, or null.</summary>
    public required string? Explanation { get; init; }

    /// <summary>ISO 639-1 code of the clause's language; other where it is none that is known.</summary>
    public required string Language { get; init; }

    /// <summary>Where its words are, itself included; null where the snapshot does not say.</summary>
    public SameWords? SameWords { get; init; }

    /// <summary>resolution, decision, draft, statement, report or document.</summary>
    public required string DocumentKind { get; init; }
}

/// <summary>How many clauses have the same words in the same order.</summary>
/// <param name="Clauses">The clauses.</param>
/// <param name="Documents">The documents that they are in.</param>
public sealed record SameWords(int Clauses, int Documents);

/// <summary>A stretch of text that the query found.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">UTF-16 offset.</param>
public readonly record struct Highlight(int Start, int End);

/// <summary>A work that a clause cites.</summary>
public sealed record CitedWork(WorkName Work, string Treatment, string Pinpoint);

/// <summary>What begins with a prefix.</summary>
/// <param name="Works">The most cited first.</param>
/// <param name="Documents">By title or symbol.</param>
/// <param name="Words">The last word completed.</param>
public sealed record Suggestions(IReadOnlyList<WorkSummary> Works, IReadOnlyList<DocumentSummary> Documents, IReadOnlyList<string> Words);

/// <summary>What a citation means.</summary>
/// <param name="Works">One where it is clear, several where it is not, none where nothing is known by it.</param>
/// <param name="Nearest">Where none: works with similar names.</param>
/// <param name="Pinpoint">The part that was named, normalised, or empty.</param>
public sealed record Resolved(IReadOnlyList<WorkSummary> Works, IReadOnlyList<WorkSummary> Nearest, string Pinpoint);
