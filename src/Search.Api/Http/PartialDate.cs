using System.Globalization;

namespace Search.Api.Http;

/// <summary>Dates as addresses have them: 2003-12-22, or a month, or a year.</summary>
internal static class PartialDate
{
    /// <summary>The first or last day that the text names, as an ISO date; null where it names none.</summary>
    public static string? Day(string text, bool end)
    {
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
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static DateOnly? Read(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
