namespace Search.Citations;

/// <summary>Where in the citing document a citation is.</summary>
public enum CitationPlace
{
    /// <summary>In the document's title.</summary>
    Title,

    /// <summary>In a preambular paragraph.</summary>
    Preambular,

    /// <summary>In an operative paragraph.</summary>
    Operative,

    /// <summary>In an annex.</summary>
    Annex,

    /// <summary>In a footnote.</summary>
    Footnote,

    /// <summary>Anywhere else.</summary>
    Other,
}

/// <summary>The words by which places are written in files, requests and answers.</summary>
public static class CitationPlaceWords
{
    private static readonly string[] Words = ["title", "preambular", "operative", "annex", "footnote", "other"];

    /// <summary>All words, in the order of <see cref="CitationPlace"/>.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The word for a place.</summary>
    public static string Word(this CitationPlace place) => Words[(int)place];

    /// <summary>The place that a word names.</summary>
    public static bool TryParse(string? word, out CitationPlace place)
    {
        var i = Array.IndexOf(Words, word);
        place = (CitationPlace)Math.Max(0, i);
        return i >= 0;
    }
}
