using System.Globalization;

namespace Search.Citations.Recognition;

/// <summary>Which numbers the Security Council used in which year: <c>sc-years.tsv</c>.</summary>
internal static class SecurityCouncilYears
{
    private static readonly Dictionary<int, (int First, int Last)> Years = EmbeddedTable.Rows("sc-years.tsv").ToDictionary(
        r => int.Parse(r[0], CultureInfo.InvariantCulture),
        r => (int.Parse(r[1], CultureInfo.InvariantCulture), int.Parse(r[2], CultureInfo.InvariantCulture)));

    private static readonly int LastYear = Years.Keys.Max();

    /// <summary>Whether a resolution with this number was adopted in this year; years behind the table take any number behind its end.</summary>
    public static bool Agree(int number, int year) =>
        Years.TryGetValue(year, out var range)
            ? number >= range.First && number <= range.Last
            : year > LastYear && year < LastYear + 20 && number > Years[LastYear].First && number < Years[LastYear].Last + 80 * (year - LastYear);

    /// <summary>The year of a number, or null behind the end of the table.</summary>
    public static int? YearOf(int number)
    {
        foreach (var (year, (first, last)) in Years)
            if (number >= first && number <= last) return year;
        return null;
    }
}
