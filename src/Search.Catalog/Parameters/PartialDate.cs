using System.Globalization;

namespace Search.Catalog.Parameters;

/// <summary>Dates as questions have them: 2003-12-22, or a month, or a year.</summary>
public static class PartialDate
{
    private static readonly string[] Formats =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "d.M.yyyy", "d/M/yyyy", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy"];

    /// <summary>The first or last day that the text names, as an ISO date; null where it names none.</summary>
    public static string? Day(string text, bool end)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.Length switch
        {
            4 => Read(text, "yyyy"),
            7 => Read(text, "yyyy-MM"),
            10 => Read(text, "yyyy-MM-dd"),
            _ => null,
        };
        if (first is not { } day) return null;
        if (end && text.Length == 4) day = new(day.Year, 12, 31);
        if (end && text.Length == 7) day = new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
        return Iso(day);
    }

    /// <summary>The date that is meant by one that is written in another way, or that no month has; null where none is.</summary>
    public static string? Near(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (DateOnly.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Iso(day);
        if (text.Split('-') is not [{ Length: 4 } y, var m, .. var rest] || !Number(y, 1, 9999, out var year)
            || !Number(m, 0, 99, out var month))
            return null;
        month = Math.Clamp(month, 1, 12);
        if (rest is not [var d]) return rest.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}") : null;
        return Number(d, 0, 99, out var last) ? Iso(new(year, month, Math.Clamp(last, 1, DateTime.DaysInMonth(year, month)))) : null;
    }

    private static bool Number(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Read(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
