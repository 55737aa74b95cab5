namespace Search.FullText.Queries;

/// <summary>
/// What to look for. A closed family: every query is one of the records in this file.
/// Words are given as people write them; the index breaks, folds and stems them as it does its documents.
/// A null field means every text field, each with its weight.
/// </summary>
public abstract record Query
{
    private protected Query() { }

    /// <summary>Documents that match every query of <paramref name="must"/>.</summary>
    public static Query And(params ReadOnlySpan<Query> must) => new BooleanQuery { Must = must.ToArray() };

    /// <summary>Documents that match at least one query of <paramref name="should"/>.</summary>
    public static Query Or(params ReadOnlySpan<Query> should) => new BooleanQuery { Should = should.ToArray() };
}

/// <summary>One word or identifier. What breaks into several words, such as a hyphenated or Chinese one,
/// is looked for as a phrase.</summary>
/// <param name="Text">As written.</param>
/// <param name="Field">A text field, or null for all.</param>
/// <param name="Exact">Only this form of the word, not its other English endings.</param>
public sealed record TermQuery(string Text, string? Field = null, bool Exact = false) : Query;

/// <summary>Words in this order and in exactly this form.</summary>
/// <param name="Text">As written, without quotes.</param>
/// <param name="Slop">How many positions the words may be moved in total to are as written, 0 for adjacent.</param>
/// <param name="Field">A text field, or null for all.</param>
public sealed record PhraseQuery(string Text, int Slop = 0, string? Field = null) : Query;

/// <summary>Combines queries. Scores of <see cref="Must"/> and <see cref="Should"/> add up.</summary>
public sealed record BooleanQuery : Query
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Query> Must { get; init; } = [];

    /// <summary>As many of them as <see cref="MinShouldMatch"/> says.</summary>
    public IReadOnlyList<Query> Should { get; init; } = [];

    /// <summary>None of them.</summary>
    public IReadOnlyList<Query> MustNot { get; init; } = [];

    /// <summary>How many of <see cref="Should"/>; null means one, or none when there is a <see cref="Must"/>.</summary>
    public int? MinShouldMatch { get; init; }

    internal int Required => MinShouldMatch ?? (Must.Count == 0 && Should.Count > 0 ? 1 : 0);
}

/// <summary>Words that begin so. All hits score alike.</summary>
/// <param name="Text">The beginning of one word.</param>
/// <param name="Field">A text field, or null for all.</param>
public sealed record PrefixQuery(string Text, string? Field = null) : Query;

/// <summary>Words within an edit distance: insertion, deletion, substitution or exchange of neighbours count one each.</summary>
/// <param name="Text">One word.</param>
/// <param name="MaxEdits">0 to 2.</param>
/// <param name="Field">A text field, or null for all.</param>
public sealed record FuzzyQuery(string Text, int MaxEdits = 2, string? Field = null) : Query;

/// <summary>Documents whose keyword field has the value, exactly as given. All hits score alike.</summary>
public sealed record KeywordQuery(string Field, string Value) : Query;

/// <summary>Documents whose number field lies within the bounds, both included. All hits score alike.</summary>
public sealed record RangeQuery(string Field, long From, long To) : Query;

/// <summary>The same documents with their scores multiplied.</summary>
/// <param name="Query">What to look for.</param>
/// <param name="Factor">0 or more.</param>
public sealed record BoostQuery(Query Query, float Factor) : Query;

/// <summary>Every document, all alike.</summary>
public sealed record AllQuery : Query;

/// <summary>No document.</summary>
public sealed record NoneQuery : Query;
