using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Catalog.Querying;

/// <summary>The day until which a clause extends something.</summary>
internal static partial class RenewalTerm
{
    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"];

    /// <summary>The first day that the clause names after the verb, or null where it names none.</summary>
    /// <param name="quote">The clause.</param>
    /// <param name="verb">The words that extend, as printed, or null.</param>
    /// <param name="mention">Offset of what is extended; the verb's last place before it counts.</param>
    /// <param name="adopted">Date of the citing document, ISO: "six months from the date of adoption of this resolution".</param>
    public static string? Until(string quote, string? verb, int? mention, string? adopted)
    {
        var from = verb is null ? 0 : Math.Max(0, quote.LastIndexOf(verb, Math.Min(mention ?? quote.Length - 1, quote.Length - 1), StringComparison.Ordinal));
        var end = quote.IndexOf(';', from);
        var said = quote[from..(end < 0 ? quote.Length : end)];
        var day = Day().Match(said);
        var span = Span().Match(said);
        if (day.Success && (!span.Success || day.Index < span.Index)) return Date(day);
        return span.Success ? After(span, adopted) : null;
    }

    private static string? Date(Match day) =>
        DateTime.TryParseExact($"{day.Groups[1].Value} {day.Groups[2].Value} {day.Groups[3].Value}", "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string? After(Match span, string? adopted)
    {
        if (!DateOnly.TryParseExact(adopted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
        var word = span.Groups[1].Value.ToLowerInvariant();
        var count = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Array.IndexOf(Numbers, word);
        if (count <= 0) return null;
        return (span.Groups[2].Value.StartsWith('y') ? date.AddYears(count) : date.AddMonths(count)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\b(?:until|through|to|ending(?: on)?|terminating on|expir(?:es|ing) on) (?:midnight on )?([0-9]{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) ([0-9]{4})\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b([a-z]+|[0-9]{1,2}) (months?|years?) from the (?:date of )?adoption of (?:this|the present) resolution", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Span();
}
