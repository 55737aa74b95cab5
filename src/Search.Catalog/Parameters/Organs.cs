using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Parameters;

/// <summary>Organs as people write them: acronyms, names and aliases.</summary>
public static class Organs
{
    /// <summary>The acronym that is stored for an organ; null for what is no organ.</summary>
    public static string? Code(string typed) => Organ.TryParse(typed, null, out var organ) ? organ.Code : null;

    /// <summary>The acronym of the organ that a symbol names; null where it names none.</summary>
    public static string? OfSymbol(string? symbol) =>
        DocumentSymbol.TryParse(symbol, null, out var known) && !known.Organ.IsNone ? known.Organ.Code : null;

    /// <summary>That a text is no organ: a sentence that lacks its subject.</summary>
    public static string Unknown(string typed) =>
        $"'{typed}' is not a known body. Write an acronym or a name, such as GA or \"Human Rights Council\".";

    /// <summary>The acronyms of the organs that a misspelt one may have been meant for.</summary>
    public static IReadOnlyList<string> Near(string typed) =>
        [.. Spelling.Near(typed, Bodies.All.SelectMany(b => b.Names.Prepend(b.Name).Prepend(b.Code))).Select(name => Code(name)!)
            .Distinct(StringComparer.Ordinal)];
}
