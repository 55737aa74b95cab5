using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>Reads dates as a language writes them: "15 novembre 2000", "15 de noviembre de 2000", "2000年11月15日".</summary>
public sealed class LanguageDates
{
    private const int FirstYear = 1900, LastYear = 2200;

    private readonly (string Name, int Month)[] _months;
    private readonly IReadOnlyList<string> _links;
    private readonly bool _yearFirst;

    internal LanguageDates(Language language)
    {
        _yearFirst = language.Script == Script.Han;
        _links = language.Wordings("date-link");
        _months =
        [
            .. Table.Read($"{language.Code}/months.tsv")
                .SelectMany((r, i) => r.Parts("short", "|").Prepend(r["name"]).Select(n => (n, i + 1))).OrderByDescending(m => m.n.Length),
        ];
    }

    /// <summary>The date that a text begins with, and its length; null where there is none.</summary>
    public DateOnly? At(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var at = 0;
        if (_yearFirst) return YearFirst(text, out length);
        if (Number(text, ref at, 2) is not { } day) return null;
        foreach (var suffix in (ReadOnlySpan<string>)["er", "ro", "º", "°"])
            if (text[at..].StartsWith(suffix, StringComparison.Ordinal)) at += suffix.Length;
        if (!Gap(text, ref at)) return null;
        Link(text, ref at);
        if (MonthAt(text[at..], out var used) is not (> 0 and var month)) return null;
        at += used;
        if (!Gap(text, ref at)) return null;
        Link(text, ref at);
        if (Number(text, ref at, 4) is not { } year || Of(year, month, day) is not { } date) return null;
        length = at;
        return date;
    }

    /// <summary>The first date in a text; null where there is none.</summary>
    public DateOnly? FirstIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1])) && At(text[i..], out _) is { } date) return date;
        return null;
    }

    private static DateOnly? YearFirst(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var at = 0;
        if (Number(text, ref at, 4) is not { } year || !Is(text, ref at, '年')) return null;
        if (Number(text, ref at, 2) is not { } month || !Is(text, ref at, '月')) return null;
        if (Number(text, ref at, 2) is not { } day || !Is(text, ref at, '日')) return null;
        length = at;
        return Of(year, month, day);
    }

    private static DateOnly? Of(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private int MonthAt(ReadOnlySpan<char> text, out int length)
    {
        foreach (var (name, month) in _months)
            if (Length(text, name) is > 0 and var used && (text.Length == used || !char.IsLetter(text[used])))
            {
                length = used;
                return month;
            }
        length = 0;
        return 0;
    }

    /// <summary>The length of a month's name in a text, vowel marks and a space after the stroke in it left out; 0
    /// where it does not begin so.</summary>
    private static int Length(ReadOnlySpan<char> text, string name)
    {
        if (text.IsEmpty || LooseMatch.Fold(text[0]) != char.ToLowerInvariant(name[0])) return 0;
        var at = 0;
        for (var i = 0; i < name.Length; at++)
        {
            if (at >= text.Length) return 0;
            if (LooseMatch.IsVowelMark(text[at]) || text[at] is ' ' or '\u00A0' && at > 0 && text[at - 1] == '/') continue;
            if (LooseMatch.Fold(text[at]) != char.ToLowerInvariant(name[i])) return 0;
            i++;
        }
        return at;
    }

    private void Link(ReadOnlySpan<char> text, ref int at)
    {
        foreach (var link in _links)
            if (text[at..].StartsWith(link, StringComparison.OrdinalIgnoreCase) && at + link.Length < text.Length
                && char.IsWhiteSpace(text[at + link.Length]))
            {
                at += link.Length;
                Gap(text, ref at);
                return;
            }
    }

    private static bool Gap(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at > start;
    }

    private static bool Is(ReadOnlySpan<char> text, ref int at, char sign)
    {
        Gap(text, ref at);
        if (at >= text.Length || text[at] != sign) return false;
        at++;
        Gap(text, ref at);
        return true;
    }

    private static int? Number(ReadOnlySpan<char> text, ref int at, int most)
    {
        var start = at;
        while (at < text.Length && at - start < most && char.IsAsciiDigit(text[at])) at++;
        return at == start || at < text.Length && char.IsAsciiDigit(text[at])
            ? null
            : int.Parse(text[start..at], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
