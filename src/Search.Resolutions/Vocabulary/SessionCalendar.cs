using System.Collections.Frozen;
using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>The sessions of one body, in the order in which they opened, and what follows from them for numbers and dates.</summary>
public sealed class SessionCalendar
{
    /// <summary>How far after the end of the table a year is believed, and the most running numbers that one year takes.</summary>
    private const int YearsAhead = 20, MostInYear = 80;

    /// <summary>The part of the average time between two sessions after which the next is believed to have opened.</summary>
    private const double FastestPace = 0.75;

    /// <summary>Running numbers of the Assembly's early sessions are known to within a few: special sessions took some between.</summary>
    private const int NumbersBetween = 15;

    private readonly FrozenDictionary<string, Session> _byLabel;

    internal SessionCalendar(IEnumerable<Session> sessions)
    {
        All = [.. sessions.OrderBy(s => s.First)];
        _byLabel = All.ToFrozenDictionary(s => s.Label);
    }

    /// <summary>All known sessions.</summary>
    public IReadOnlyList<Session> All { get; }

    /// <summary>The session that numbers name so, or null where it is not known.</summary>
    public Session? Find(string label) => _byLabel.GetValueOrDefault(label);

    /// <summary>Sessions that were open, or suspended, on some day from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public IEnumerable<Session> Between(DateOnly from, DateOnly to) => All.Where(s => s.First <= to && s.Last >= from);

    /// <summary>The session in which a running number was used, or null: Security Council resolution 1325 is of 2000.</summary>
    public Session? OfNumber(int number)
    {
        foreach (var session in All)
            if (session.Numbers is { } numbers && number >= numbers.First && number <= numbers.Last) return session;
        return null;
    }

    /// <summary>
    /// Whether a running number is one of its session; true for sessions whose numbers are not known. Years after the last of the table
    /// continue its numbers.
    /// </summary>
    public bool Holds(ActNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (Find(number.Session) is { } session)
            return session.Numbers is not { } numbers || number.Number >= numbers.First && number.Number <= numbers.Last;
        if (All.Count == 0 || All[^1].Numbers is not { } last) return All.Count == 0;
        var ahead = number.SessionValue - All[^1].First.Year;
        return ahead is > 0 and < YearsAhead && number.Number > last.First && number.Number < last.Last + (MostInYear * ahead);
    }

    /// <summary>
    /// Whether the session of a number can have been in progress on a day. A session that is not in the table is later than the last
    /// that is, or unknown and then taken as possible.
    /// </summary>
    public bool Allows(ActNumber number, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (All.Count == 0 || number.Session.Length == 0) return true;
        if (Find(number.Session) is { } session) return session.Covers(day);
        var alike = All.Where(s => Series(s.Label) == Series(number.Session)).ToList();
        if (alike.Count == 0) return true;
        var (first, last) = (alike[0], alike[^1]);
        if (number.SessionValue > Value(last.Label)) return day > last.First;
        return number.SessionValue > Value(first.Label) || day < first.Last;
    }

    /// <summary>Whether a running number with a session in roman numerals is near those of its session; true for other numbers, and where
    /// the table does not say.</summary>
    public bool IsNear(ActNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (number.Shape != ActShape.Roman || Find(number.Session)?.Numbers is not { } numbers || numbers.First == numbers.Last)
            return true;
        return number.Number >= numbers.First - NumbersBetween && number.Number <= numbers.Last + NumbersBetween;
    }

    /// <summary>
    /// Whether the session of a number can have opened by a day: those of the table by their first day; a later
    /// one of its series if sessions followed each other somewhat faster than they did on average. True where the table does not say.
    /// </summary>
    public bool MayHaveOpenedBy(ActNumber number, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (Find(number.Session) is { } session) return session.First <= day;
        var alike = All.Where(s => Series(s.Label) == Series(number.Session)).ToList();
        if (alike.Count < 2 || Value(alike[^1].Label) is var last && number.SessionValue <= last) return true;
        var average = (alike[^1].First.DayNumber - alike[0].First.DayNumber) / (double)(alike.Count - 1);
        return alike[^1].First.DayNumber + (average * FastestPace * (number.SessionValue - last)) <= day.DayNumber;
    }

    /// <summary>What sessions that are counted together have in common: "" for 55, "S-" for S-27, "CP." for
    /// CP.21, "I" for roman numerals.</summary>
    private static string Series(string label)
    {
        var end = label.Length;
        while (end > 0 && char.IsAsciiDigit(label[end - 1])) end--;
        if (end < label.Length) return label[..end];
        var dash = label.IndexOf('-', StringComparison.Ordinal);
        return label[..(dash + 1)] + "I";
    }

    private static int Value(string label)
    {
        var start = label.Length;
        while (start > 0 && char.IsAsciiDigit(label[start - 1])) start--;
        if (start < label.Length) return int.Parse(label.AsSpan(start), CultureInfo.InvariantCulture);
        return RomanNumeral.Value(label.AsSpan(label.IndexOf('-', StringComparison.Ordinal) + 1));
    }
}
