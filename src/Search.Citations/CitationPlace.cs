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
