using System.Globalization;

namespace Search.Resolutions.Parsing;

/// <summary>Recognisers of single lines by their shape. Each looks at a bounded stretch.</summary>
internal static class LineShapes
{
    /// <summary>Characters of the shortest job number: <c>25-20091</c>.</summary>
    public const int ShortestJobNumber = 8;

    /// <summary>Characters of the longest running head.</summary>
    public const int LongestRunningHead = 120;

    /// <summary>Characters of the shortest and the longest symbol, and of the longest series before its first stroke.</summary>
    public const int ShortestSymbol = 4, LongestSymbol = 48, LongestSeries = 10;

    /// <summary>Characters of the longest job number, with the languages and the day of its printing.</summary>
    private const int LongestJobNumber = 40;

    /// <summary>Characters of the shortest rule.</summary>
    private const int ShortestRule = 3;

    /// <summary>Characters of the longest page counter with the number of pages, "123 / 456", and of the longest page number.</summary>
    private const int LongestCounter = 9, LongestPageNumber = 24;

    /// <summary>Digits of the greatest page of a document, and of a volume.</summary>
    private const int PageDigits = 3, VolumePageDigits = 4;

    /// <summary>Characters of the shortest and the longest bar code, and its digits.</summary>
    private const int ShortestBarCode = 5, LongestBarCode = 24, BarCodeDigits = 16;

    /// <summary>From here on letters are Chinese, Japanese or Korean.</summary>
    private const char FirstIdeograph = '\u2E80';

    /// <summary>Whether words begin as a sentence does: with a capital, an opening quotation mark or an ideograph.</summary>
    public static bool BeginsSentence(ReadOnlySpan<char> words) =>
        !words.IsEmpty && (char.IsUpper(words[0]) || words[0] is '“' or '"' or '‘' or '《' || IsIdeograph(words[0]));

    private static bool IsIdeograph(char c) => c >= FirstIdeograph && char.GetUnicodeCategory(c) == UnicodeCategory.OtherLetter;

    /// <summary>A rule: <c>_____</c>, <c>---</c>, <c>* * *</c>.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        if (line.Length < ShortestRule) return false;
        var sign = line[0];
        if (sign is not ('_' or '-' or '–' or '—' or '*' or '=' or '―' or '─' or '.' or '~' or '…')) return false;
        foreach (var c in line)
            if (c != sign && c != ' ') return false;
        return true;
    }

    /// <summary>A page counter with the number of pages, <c>3/13</c>; (0, 0) where it is none.</summary>
    public static (int Page, int Of) PageOf(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestCounter) return (0, 0);
        var slash = line.IndexOf('/');
        if (slash <= 0) return (0, 0);
        var page = line[..slash].TrimEnd();
        var of = line[(slash + 1)..].TrimStart();
        if (!IsDigits(page, PageDigits) || !IsDigits(of, PageDigits)) return (0, 0);
        return Value(page) <= Value(of) ? (Value(page), Value(of)) : (0, 0);
    }

    /// <summary>A page counter: <c>- 4 -</c>, <c>Page 2</c>, <c>&lt;!-- Page 2 --&gt;</c>, <c>/...</c>.</summary>
    public static bool IsPageNumber(ReadOnlySpan<char> line)
    {
        const string page = "page", of = " of ";
        if (line.Length > LongestPageNumber) return false;
        if (line is "/..." or "/…" or "/. . ." or "(...)" or "\\...") return true;
        if (line.StartsWith("<!--", StringComparison.Ordinal) && line.EndsWith("-->", StringComparison.Ordinal)) return true;
        if (line[0] is '-' or '–' or '—' && line.Length > 2 && line[^1] == line[0] && IsDigits(line[1..^1].Trim(), PageDigits)) return true;
        if (!line.StartsWith(page, StringComparison.OrdinalIgnoreCase) || line.Length < page.Length + " 1".Length) return false;
        var rest = line[page.Length..].TrimStart();
        var last = rest.IndexOf(of, StringComparison.OrdinalIgnoreCase);
        return last > 0
            ? IsDigits(rest[..last], VolumePageDigits) && IsDigits(rest[(last + of.Length)..], VolumePageDigits)
            : IsDigits(rest, VolumePageDigits);
    }

    /// <summary>A job number: <c>25-20091</c>, <c>25-16610 (E)  171025</c>.</summary>
    public static bool IsJobNumber(ReadOnlySpan<char> line)
    {
        if (line.Length is < ShortestJobNumber or > LongestJobNumber) return false;
        var at = 0;
        foreach (var office in (ReadOnlySpan<string>)["V.", "K", "GE."])
            if (line.StartsWith(office, StringComparison.Ordinal)) at = office.Length;
        if (line.Length < at + ShortestJobNumber || !char.IsAsciiDigit(line[at]) || !char.IsAsciiDigit(line[at + 1])
            || line[at + 2] is not ('-' or '‑' or '–'))
            return false;
        at += "25-".Length;
        var i = at;
        while (i < line.Length && char.IsAsciiDigit(line[i])) i++;
        if (i - at is < 5 or > 6) return false;
        foreach (var c in line[i..])
            if (!char.IsAsciiDigit(c) && c is not (' ' or '(' or ')' or 'A' or 'C' or 'E' or 'F' or 'R' or 'S' or '\t' or '\u00A0'))
                return false;
        return true;
    }

    /// <summary>A bar code line: <c>*2520091*</c>.</summary>
    public static bool IsBarCode(ReadOnlySpan<char> line) =>
        line.Length is >= ShortestBarCode and <= LongestBarCode && line[0] == '*' && line[^1] == '*'
            && IsDigits(line[1..^1].Trim(), BarCodeDigits);

    /// <summary>A document symbol and nothing else: <c>A/RES/80/76</c>, <c>A/C.3/80/L.6</c>, <c>S/PRST/2011/15</c>.</summary>
    public static bool IsSymbol(ReadOnlySpan<char> line)
    {
        if (line.Length is < ShortestSymbol or > LongestSymbol || line.IndexOf('/') is < 1 or > LongestSeries
            || !char.IsAsciiLetterUpper(line[0]))
            return false;
        var digits = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (char.IsAsciiDigit(c)) digits = true;
            else if (!char.IsAsciiLetter(c) && c is not ('/' or '.' or '(' or ')' or '-' or ' ' or '*' or '‑')) return false;
            else if (c == ' ' && i + 1 < line.Length && char.IsAsciiLetterLower(line[i + 1])) return false;
        }
        return digits && line.IndexOf(' ') < 0 || digits && line.LastIndexOf(' ') > line.LastIndexOf('/');
    }

    /// <summary>Whether a line is short enough to be a running head.</summary>
    public static bool IsShort(ReadOnlySpan<char> line) => line.Length <= LongestRunningHead;

    /// <summary>The value of a run of digits, at most nine of them.</summary>
    public static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits) value = value * 10 + (c - '0');
        return value;
    }

    /// <summary>Whether all characters are digits, between one and <paramref name="most"/> of them.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text, int most)
    {
        if (text.IsEmpty || text.Length > most) return false;
        foreach (var c in text)
            if (!char.IsAsciiDigit(c)) return false;
        return true;
    }
}
