namespace Search.FullText;

/// <summary>How a query is run and what is wanted of its result.</summary>
public sealed record SearchOptions
{
    /// <summary>Ten hits by score.</summary>
    public static SearchOptions Default { get; } = new();

    /// <summary>The most hits returned, 0 for the count alone.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>How many of the best hits are left out; for deep pages prefer <see cref="After"/>.</summary>
    public int Offset { get; init; }

    /// <summary>Only hits that come after this one in the order asked for: the last hit of the page before.</summary>
    public PageEnd? After { get; init; }

    /// <summary>Whether every match is counted; without it counting may stop where no better hit can follow.</summary>
    public bool ExactTotal { get; init; }

    /// <summary>Keyword fields whose values are counted over all matches. Any facet makes the total exact.</summary>
    public IReadOnlyList<FacetRequest> Facets { get; init; } = [];

    /// <summary>Further conditions, each a list of filters that must all hold: of each the matches that meet it are
    /// counted. Any makes the total exact.</summary>
    public IReadOnlyList<IReadOnlyList<Filter>> Counted { get; init; } = [];

    /// <summary>A number field to sort by, ties by key; null sorts by score, best first, ties by key.</summary>
    public SortBy? Sort { get; init; }

    /// <summary>All must hold; they do not change scores.</summary>
    public IReadOnlyList<Filter> Filters { get; init; } = [];

    /// <summary>The ranking constants; null takes the shipped ones.</summary>
    public Bm25? Ranking { get; init; }

    /// <summary>The most work done before the search stops with what it has, in the units of <see cref="SearchHits.Work"/>;
    /// <see cref="SearchHits.Complete"/> says whether it did.</summary>
    public long MaxWork { get; init; } = long.MaxValue;

    /// <summary>
    /// Whether an index whose shards are on several machines may answer without those that cannot be reached;
    /// <see cref="SearchHits.MissingShards"/> says which. Without it such a search fails.
    /// </summary>
    public bool AllowMissingShards { get; init; }

    /// <summary>Stops the search with what it has when signalled.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>The constants of BM25.</summary>
/// <param name="K1">How slowly repeated words saturate, 0 or more.</param>
/// <param name="B">How much length counts, 0 to 1.</param>
public sealed record Bm25(float K1, float B)
{
    /// <summary>The shipped constants.</summary>
    public static Bm25 Default { get; } = new(1.2f, 0.75f);
}

/// <summary>The place of a hit in an order: where the next page begins.</summary>
/// <param name="Score">Of that hit.</param>
/// <param name="SortValue">Of that hit; 0 when sorted by score.</param>
/// <param name="Key">Of that hit.</param>
public readonly record struct PageEnd(float Score, long SortValue, long Key);

/// <summary>Asks for the values of one keyword field with their counts, the most frequent first.</summary>
/// <param name="Field">A keyword field.</param>
/// <param name="Max">The most values returned.</param>
public sealed record FacetRequest(string Field, int Max = 10);

/// <summary>An order by a number field.</summary>
/// <param name="Field">A number field.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="ZeroLast">Whether documents with 0, which have no value, come last in both directions.</param>
public sealed record SortBy(string Field, bool Descending = false, bool ZeroLast = false)
{
    /// <summary>A document's value for this order.</summary>
    internal long Value(long stored) => stored != 0 || !ZeroLast ? stored : Descending ? long.MinValue : long.MaxValue;
}

/// <summary>A condition that admits documents without scoring them.</summary>
public abstract record Filter
{
    private protected Filter() { }
}

/// <summary>The keyword field has at least one of the values.</summary>
/// <param name="Field">A keyword field.</param>
/// <param name="Values">One of them is enough; none admits nothing.</param>
public sealed record KeywordFilter(string Field, IReadOnlyList<string> Values) : Filter;

/// <summary>The number field lies within the bounds, both included.</summary>
/// <param name="Field">A number field.</param>
/// <param name="From">Smallest admitted.</param>
/// <param name="To">Largest admitted.</param>
public sealed record RangeFilter(string Field, long From, long To) : Filter;
