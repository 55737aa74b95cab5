using Search.Resolutions;

namespace Search.Catalog.Querying;

/// <summary>Organs as people write them: acronyms, names and aliases.</summary>
internal static class OrganFilter
{
    /// <summary>The acronym that is stored for an organ; what is no organ stays as it is, and matches nothing.</summary>
    public static string Code(string typed) => Organ.TryParse(typed, null, out var organ) ? organ.Code : typed;

    /// <inheritdoc cref="Code" />
    public static IReadOnlyList<string> Codes(IReadOnlyList<string> typed) => [.. typed.Select(Code)];
}
