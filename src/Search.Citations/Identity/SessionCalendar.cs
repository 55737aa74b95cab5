using System.Globalization;
using Search.Resolutions;

namespace Search.Citations.Identity;

/// <summary>Whether a resolution with a number can have been adopted on a day.</summary>
internal static class SessionCalendar
{
    /// <summary>
    /// General Assembly: session s opens in September of 1945 + s and can be resumed until the next opens.
    /// Security Council: the year is printed. Economic and Social Council: the year of the number, or the cycle that began the year before.
    /// Other organs: anything.
    /// </summary>
    public static bool Agrees(string symbol, Organ organ, DateOnly date)
    {
        var parts = symbol.Split('/');
        if (organ == Organ.GeneralAssembly && parts.Length >= 4 && Number(parts[2]) is { } session)
            return date >= new DateOnly(1945 + session, 9, 1) && date < new DateOnly(1946 + session, 10, 1);
        if (organ == Organ.SecurityCouncil && symbol.IndexOf('(', StringComparison.Ordinal) is > 0 and var open)
            return Number(symbol[(open + 1)..].TrimEnd(')')) == date.Year;
        if (organ == Organ.EconomicAndSocialCouncil && parts.Length >= 4 && Number(parts[2]) is { } year)
            return date.Year == year || date.Year == year - 1;
        return true;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 10_000 ? n : null;
}
