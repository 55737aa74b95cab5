namespace Search.Resolutions;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>A resolution.</summary>
    Resolution,

    /// <summary>A decision.</summary>
    Decision,

    /// <summary>A draft of either.</summary>
    Draft,

    /// <summary>A statement by the president of a body.</summary>
    Statement,

    /// <summary>A report.</summary>
    Report,

    /// <summary>Anything else.</summary>
    Document,
}

/// <summary>What kinds of documents have in common.</summary>
public static class DocumentKinds
{
    /// <summary>Whether it has paragraphs of a preamble and operative ones.</summary>
    public static bool IsAct(this DocumentKind kind) =>
        kind is DocumentKind.Resolution or DocumentKind.Decision or DocumentKind.Draft or DocumentKind.Statement;
}
