namespace Search.Catalog.Building;

/// <summary>Where the symbol of a document comes from.</summary>
internal enum Identification
{
    /// <summary>Nothing says which document it is.</summary>
    None,

    /// <summary>The document prints it.</summary>
    Printed,

    /// <summary>The file states it.</summary>
    Stated,

    /// <summary>It follows from what the document prints and others cite.</summary>
    Inferred,
}

/// <summary>Where symbols come from.</summary>
internal static class Identifications
{
    /// <summary>Where a symbol comes from, before any is inferred.</summary>
    /// <param name="stated">The symbol that the file states, or null.</param>
    /// <param name="symbol">The document's symbol, or null.</param>
    public static Identification Of(string? stated, string? symbol) =>
        stated is not null ? Identification.Stated : symbol is not null ? Identification.Printed : Identification.None;
}
