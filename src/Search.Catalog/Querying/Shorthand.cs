using System.Text.RegularExpressions;

namespace Search.Catalog.Querying;

/// <summary>What people type for what texts print: "UNSCR 1325", "S/RES/820", "GA res. 58/137", "ILO C182", "2237 UNTS 319".</summary>
internal static partial class Shorthand
{
    /// <summary>The words of a text that say the same, or null where nothing is short.</summary>
    public static string? Expand(string typed)
    {
        if (SecurityCouncil().Match(typed) is { Success: true } council) return $"Security Council resolution {council.Groups[1]}";
        if (GeneralAssembly().Match(typed) is { Success: true } assembly) return $"General Assembly resolution {assembly.Groups[1]}";
        if (Labour().Match(typed) is { Success: true } labour) return $"ILO Convention No. {labour.Groups[1]}";
        return null;
    }

    /// <summary>The number of a resolution typed without organ, year or session, or null: "resolution 1325",
    /// "res 1325", "A/RES/1514".</summary>
    public static string? BareNumber(string typed) => Bare().Match(typed) is { Success: true } bare ? bare.Groups[1].Value : null;

    /// <summary>The volume of a treaty series, as the authorities name it, or null: "2237 UNTS 319" is <c>vol. 2237</c>.</summary>
    public static string? Volume(string typed) =>
        Series().Match(typed) is { Success: true } series
            ? (series.Groups[2].Value[0] is 'L' or 'l' ? "LNTS vol. " : "vol. ") + series.Groups[1]
            : null;

    [GeneratedRegex(@"^(?:UNSCR|UNSC|SCR|SC|S/RES/)\s*(?:resolution|res\.?)?\s*(\d{1,4}(?:\s*\(\d{4}\))?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecurityCouncil();

    [GeneratedRegex(@"^(?:UNGAR|UNGA|GAR|GA|G\.A\.)\s*(?:resolution|res\.?)?\s*(\d.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GeneralAssembly();

    [GeneratedRegex(@"^(?:ILO\s*(?:convention)?\s*(?:C|no\.?)?\s*|C(?=\d{3}$))0*(\d{1,3})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labour();

    [GeneratedRegex(@"^(?:resolution|res\.?|A/RES/)\s*(\d{1,4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(\d{1,4})\s*(UNTS|LNTS)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Series();
}
