using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>A session of a body: a row of <c>sessions.tsv</c>.</summary>
/// <param name="Label">As numbers name it: <c>55</c>, <c>S-27</c>, <c>XXI</c>, <c>CP.21</c>, <c>1990</c>.</param>
/// <param name="First">First day, or the first day of the month or year in which it opened.</param>
/// <param name="Last">Last day, resumed meetings included; <see cref="DateOnly.MaxValue"/> for a session that is only suspended.</param>
/// <param name="Numbers">First and last number of the acts of the session where numbers run on from one to the next;
/// null where each counts from 1.</param>
public sealed record Session(string Label, DateOnly First, DateOnly Last, (int First, int Last)? Numbers)
{
    /// <summary>Whether the session was open on a day, or suspended to be resumed.</summary>
    public bool Covers(DateOnly day) => day >= First && day <= Last;

    /// <summary>A cell as the first (<paramref name="end"/> false) or the last day that it can mean: "1947-05-15",
    /// "1947-05", "1947", "open".</summary>
    internal static DateOnly Day(string cell, bool end)
    {
        if (cell == "open") return DateOnly.MaxValue;
        var parts = cell.Split('-');
        var year = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var month = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : end ? 12 : 1;
        return new(year, month, parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture)
            : end ? DateTime.DaysInMonth(year, month)
            : 1);
    }
}
