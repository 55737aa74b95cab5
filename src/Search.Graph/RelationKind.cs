namespace Search.Graph;

/// <summary>How two works hang together without any verb; read from the first to the second: "annex II is annexed to the resolution".</summary>
public enum RelationKind
{
#pragma warning disable CS1591 // the words are the table of the vocabulary, as with Treatment
    AnnexedTo,
    AdoptedBy,
    Supplements,
    PartOf,
    Revises,
    AddsTo,
    Corrects,
    DraftOf,
    OnReportOf,
    SameAs,
    TextReuse,
#pragma warning restore CS1591
}

/// <summary>The words by which relations are written in files, requests and answers.</summary>
public static class RelationWords
{
    private static readonly string[] Words =
    [
        "annexed-to", "adopted-by", "supplements", "part-of", "revises", "adds-to", "corrects", "draft-of", "on-report-of", "same-as",
        "text-reuse",
    ];

    /// <summary>All words, in the order of <see cref="RelationKind"/>.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The word for a relation.</summary>
    public static string Word(this RelationKind kind) => Words[(int)kind];

    /// <summary>The relation that a word names.</summary>
    public static bool TryParse(string? word, out RelationKind kind)
    {
        var i = Array.IndexOf(Words, word);
        kind = (RelationKind)Math.Max(0, i);
        return i >= 0;
    }
}
