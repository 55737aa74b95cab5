using System.Globalization;
using Search.Resolutions;

namespace Search.Catalog.Citing;

/// <summary>How the editorial style of the United Nations writes citations of resolutions and decisions; docs/citing.md names the source of each rule.</summary>
internal static class EditorialStyle
{
    /// <summary>"General Assembly resolution 217 A (III) of 10 December 1948"; null for what is no act of a body.</summary>
    /// <param name="symbol">Canonical symbol.</param>
    /// <param name="date">The day of adoption, or null where it is not known.</param>
    public static string? Act(string symbol, string? date)
    {
        if (!DocumentSymbol.TryParse(symbol, null, out var parsed) || parsed.Act is not var (body, number, isDecision)) return null;
        var act = $"{body.Name} {(isDecision ? "decision" : "resolution")} {Number(number)}";
        return date is { Length: 10 } ? $"{act} of {Day(date)}" : act;
    }

    /// <summary>The number of an act as running text prints it: <c>217 A (III)</c>, <c>1325 (2000)</c>, <c>55/25</c>, <c>46/36 L</c>.</summary>
    public static string Number(ActNumber number)
    {
        var letter = number.Letters is [var only] ? $" {only}" : "";
        return number.Shape switch
        {
            ActShape.Year or ActShape.Roman => string.Create(CultureInfo.InvariantCulture, $"{number.Number}{letter} ({number.Session})"),
            ActShape.Health => $"WHA{number.Canonical}",
            _ => number.Canonical + letter,
        };
    }

    /// <summary>"10 December 1948", "December 1948", "1948".</summary>
    public static string Day(string iso) => iso.Length switch
    {
        10 => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        7 => DateOnly.ParseExact(iso, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => iso,
    };
}
