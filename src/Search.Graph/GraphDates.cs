namespace Search.Graph;

/// <summary>Dates as the graph keeps them: yyyymmdd in one number, with 00 for a month or day that is not known, 0 for no date.</summary>
public static class GraphDates
{
    /// <summary>The number for an ISO date of year, year and month, or day (<c>1989</c>, <c>1989-11</c>,
    /// <c>1989-11-20</c>); 0 for anything else.</summary>
    public static int Parse(string? iso)
    {
        if (iso is null || iso.Length is not (4 or 7 or 10)) return 0;
        var date = 0;
        for (var i = 0; i < iso.Length; i++)
        {
            if (i is 4 or 7)
            {
                if (iso[i] != '-') return 0;
                continue;
            }
            if (!char.IsAsciiDigit(iso[i])) return 0;
            date = (date * 10) + (iso[i] - '0');
        }
        date *= iso.Length switch { 4 => 10000, 7 => 100, _ => 1 };
        return Month(date) <= 12 && date % 100 <= 31 ? date : 0;
    }

    /// <summary>The ISO date, as far as known; empty for 0.</summary>
    public static string Format(int date) => date == 0 ? ""
        : Month(date) == 0 ? $"{Year(date):0000}"
        : date % 100 == 0 ? $"{Year(date):0000}-{Month(date):00}"
        : $"{Year(date):0000}-{Month(date):00}-{date % 100:00}";

    /// <summary>The year; 0 for no date.</summary>
    public static int Year(int date) => date / 10000;

    /// <summary>Whether the first date lies before the second for certain, as far as both are known: 1989 is
    /// not before November 1989.</summary>
    public static bool IsCertainlyBefore(int first, int second)
    {
        if (first == 0 || second == 0) return false;
        if (Year(first) != Year(second)) return first < second;
        if (Month(first) == 0 || Month(second) == 0) return false;
        if (Month(first) != Month(second)) return first < second;
        return first % 100 != 0 && second % 100 != 0 && first < second;
    }

    /// <summary>For sorting oldest first with undated works last.</summary>
    internal static int SortKey(int date) => date == 0 ? int.MaxValue : date;

    private static int Month(int date) => date / 100 % 100;
}
