namespace Search.FullText;

/// <summary>The answer to a query: one page of hits, how many there are, and the facets asked for.</summary>
/// <param name="Total">How many documents match.</param>
/// <param name="Hits">In the order asked for.</param>
/// <param name="Facets">One for each request, in the same order.</param>
/// <param name="Complete">False when the work budget or the caller stopped the search early.</param>
public sealed record SearchHits(HitTotal Total, IReadOnlyList<Hit> Hits, IReadOnlyList<Facet> Facets, bool Complete)
{
    /// <summary>How many matches meet each of <see cref="SearchOptions.Counted"/>, in the same order.</summary>
    public IReadOnlyList<long> Counts { get; init; } = [];

    /// <summary>What the search did, in units of about one entry of a list of postings: the same on every machine.</summary>
    public long Work { get; init; }

    /// <summary>The numbers of the shards whose documents are not in the answer, from 0; none where it is whole.</summary>
    public IReadOnlyList<int> MissingShards { get; init; } = [];
}

/// <summary>One matching document.</summary>
/// <param name="Key">The caller's key.</param>
/// <param name="Document">The engine's own number; another commit may number differently.</param>
/// <param name="Score">Comparable within one search only.</param>
/// <param name="SortValue">The value sorted by; 0 when sorted by score.</param>
public readonly record struct Hit(long Key, int Document, float Score, long SortValue = 0)
{
    /// <summary>Where the next page begins when this is the last hit of a page.</summary>
    public PageEnd End => new(Score, SortValue, Key);
}

/// <summary>Whether a total is the number of matches or only known to be reached.</summary>
public enum TotalRelation
{
    /// <summary>Exactly that many.</summary>
    Equal = 0,

    /// <summary>So many or more.</summary>
    AtLeast = 1,
}

/// <summary>How many documents match.</summary>
/// <param name="Value">The count.</param>
/// <param name="Relation">What the count says.</param>
public readonly record struct HitTotal(long Value, TotalRelation Relation);

/// <summary>The values of one keyword field among all matches.</summary>
/// <param name="Field">The keyword field.</param>
/// <param name="Values">The most frequent first, ties by value in ordinal order.</param>
/// <param name="Distinct">How many values occur among the matches, shown or not.</param>
public sealed record Facet(string Field, IReadOnlyList<FacetValue> Values, int Distinct);

/// <summary>One value and how many matches have it.</summary>
public readonly record struct FacetValue(string Value, long Count);

/// <summary>Why a document has its score, as a tree of sums and factors.</summary>
/// <param name="Value">The number explained; 0 where nothing matched.</param>
/// <param name="Description">What it is.</param>
/// <param name="Details">What it is made of.</param>
public sealed record Explanation(float Value, string Description, IReadOnlyList<Explanation> Details);

/// <summary>Why documents have their scores.</summary>
/// <param name="List">One for each document, in their order, as far as the work allowed.</param>
/// <param name="Complete">False when the work budget ended it early.</param>
/// <param name="Work">What was done, in the units of <see cref="SearchHits.Work"/>.</param>
public sealed record Explanations(IReadOnlyList<Explanation> List, bool Complete, long Work)
{
    /// <summary>Where none is asked for.</summary>
    public static Explanations None { get; } = new([], true, 0);

    /// <summary>The numbers of the shards whose documents are not explained, from 0; none where it is whole.</summary>
    public IReadOnlyList<int> MissingShards { get; init; } = [];
}

/// <summary>A word of the index and the number of documents that have it.</summary>
public readonly record struct Suggestion(string Word, long Documents);
