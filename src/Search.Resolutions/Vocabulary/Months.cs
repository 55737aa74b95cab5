using System.Collections.Immutable;

namespace Search.Resolutions.Vocabulary;

/// <summary>The names of months in English, and dates written with them.</summary>
public static class Months
{
    private static readonly Table.Row[] Rows = [.. Table.Read("en/months.tsv")];

    /// <summary>The names, January first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Rows.Select(r => r["name"])];

    /// <summary>Abbreviations with the number of their month, 1 to 12.</summary>
    public static ImmutableArray<(string Text,
        int Month)> Abbreviations
    { get; } = [.. Rows.SelectMany((r, i) => r.Parts("short", "|").Select(s => (s, i + 1)))];

    /// <summary>The month (1-12) that a whole word names, its case apart; 0 for other words.</summary>
    public static int Named(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Names.Length; i++)
            if (word.Equals(Names[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        return 0;
    }

    /// <summary>Letters of the shortest name: "May".</summary>
    private const int ShortestName = 3;

    /// <summary>The years that dates are read of.</summary>
    private const int FirstYear = 1900, LastYear = 2200;

    /// <summary>Whether the text begins with a month's name as a word.</summary>
    public static bool StartsWith(ReadOnlySpan<char> text) => At(text) > 0;

    /// <summary>The month (1-12) whose name the text begins with as a word, else 0.</summary>
    public static int At(ReadOnlySpan<char> text)
    {
        if (text.Length < ShortestName || (text[0] | 0x20) is not ('j' or 'f' or 'm' or 'a' or 's' or 'o' or 'n' or 'd')) return 0;
        for (var i = 0; i < Names.Length; i++)
            if (text.StartsWith(Names[i], StringComparison.OrdinalIgnoreCase)
                && (text.Length == Names[i].Length || !char.IsLetter(text[Names[i].Length])))
                return i + 1;
        return 0;
    }

    /// <summary>Whether the text ends in a month's name as a word.</summary>
    public static bool EndsWith(ReadOnlySpan<char> text)
    {
        foreach (var name in Names)
            if (text.EndsWith(name, StringComparison.Ordinal) && (text.Length == name.Length || !char.IsLetter(text[^(name.Length + 1)])))
                return true;
        return false;
    }

    /// <summary>Reads "22 December 2003" at the start of the text; null where there is no date of the years 1900 to 2200.</summary>
    public static DateOnly? Date(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var at = 0;
        if (Number(text, ref at, 2) is not { } day || !Space(text, ref at) || At(text[at..]) is not (> 0 and var month)) return null;
        at += Names[month - 1].Length;
        if (!Space(text, ref at) || Number(text, ref at, 4) is not { } year) return null;
        if (year is < FirstYear or > LastYear || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        length = at;
        return new DateOnly(year, month, day);
    }

    private static bool Space(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at > start;
    }

    private static int? Number(ReadOnlySpan<char> text, ref int at, int most)
    {
        var start = at;
        var value = 0;
        while (at < text.Length && at - start < most && char.IsAsciiDigit(text[at])) value = (value * 10) + (text[at++] - '0');
        return at == start ? null : value;
    }
}
