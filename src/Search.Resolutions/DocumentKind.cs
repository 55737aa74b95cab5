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

    /// <summary>The kind that a symbol says: <c>A/RES/55/2</c> is a resolution, <c>A/C.3/80/L.6</c> a draft, <c>S/PRST/2011/15</c> a
    /// statement; null where it says none.</summary>
    public static DocumentKind? OfSymbol(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        if (symbol.Contains("/L.", StringComparison.Ordinal)) return DocumentKind.Draft;
        if (symbol.Contains("/PRST/", StringComparison.Ordinal)) return DocumentKind.Statement;
        if (symbol.Contains("/DEC/", StringComparison.Ordinal)) return DocumentKind.Decision;
        return symbol.Contains("/RES", StringComparison.OrdinalIgnoreCase) ? DocumentKind.Resolution : null;
    }
}
