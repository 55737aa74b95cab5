using System.Globalization;

namespace Search.Catalog.Parameters;

/// <summary>Years from one to another, both included: 1999, 1990..1999, 1990.. or ..1999.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public readonly record struct YearRange(int From, int To)
{
    private const int Last = 9999;
    private const string Separator = "..";

    /// <summary>Whether the last is before the first.</summary>
    public bool IsEmpty => From > To;

    /// <summary>Reads a year or a range, which may be empty.</summary>
    public static bool TryParse(string text, out YearRange years)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(Separator, 2);
        years = default;
        if (text == Separator || Year(parts[0], 0) is not { } from || Year(parts[^1], Last) is not { } to) return false;
        years = new(from, to);
        return true;
    }

    /// <summary>Whether a year is in the range.</summary>
    public bool Holds(string year) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= From && number <= To;

    private static int? Year(string text, int open) => text.Length == 0 ? open
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year <= Last ? year : null;
}
