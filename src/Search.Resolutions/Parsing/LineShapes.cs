namespace Search.Resolutions.Parsing;

/// <summary>Recognisers of single lines by their shape. Each looks at a bounded stretch.</summary>
internal static class LineShapes
{
    /// <summary>Characters of the shortest job number: <c>25-20091</c>.</summary>
    public const int ShortestJobNumber = 8;

    private const int Longest = 120;

    /// <summary>A rule: <c>_____</c>, <c>---</c>, <c>* * *</c>.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        if (line.Length < 3) return false;
        var sign = line[0];
        if (sign is not ('_' or '-' or '–' or '—' or '*' or '=' or '―' or '─' or '.' or '~' or '…')) return false;
        foreach (var c in line)
            if (c != sign && c != ' ') return false;
        return true;
    }

    /// <summary>A page counter with the number of pages, <c>3/13</c>; (0, 0) where it is none.</summary>
    public static (int Page, int Of) PageOf(ReadOnlySpan<char> line)
    {
        if (line.Length > 9) return (0, 0);
        var slash = line.IndexOf('/');
        if (slash <= 0) return (0, 0);
        var page = line[..slash].TrimEnd();
        var of = line[(slash + 1)..].TrimStart();
        if (!IsDigits(page, 3) || !IsDigits(of, 3)) return (0, 0);
        return Value(page) <= Value(of) ? (Value(page), Value(of)) : (0, 0);
    }

    /// <summary>A page counter: <c>- 4 -</c>, <c>Page 2</c>, <c>&lt;!-- Page 2 --&gt;</c>, <c>/...</c>.</summary>
    public static bool IsPageNumber(ReadOnlySpan<char> line)
    {
        if (line.Length > 24) return false;
        if (line is "/..." or "/…" or "/. . ." or "(...)" or "\\...") return true;
        if (line.StartsWith("<!--", StringComparison.Ordinal) && line.EndsWith("-->", StringComparison.Ordinal)) return true;
        if (line[0] is '-' or '–' or '—' && line.Length > 2 && line[^1] == line[0] && IsDigits(line[1..^1].Trim(), 3)) return true;
        if (!line.StartsWith("page", StringComparison.OrdinalIgnoreCase) || line.Length < 6) return false;
        var rest = line[4..].TrimStart();
        var of = rest.IndexOf(" of ", StringComparison.OrdinalIgnoreCase);
        return of > 0 ? IsDigits(rest[..of], 4) && IsDigits(rest[(of + 4)..], 4) : IsDigits(rest, 4);
    }

    /// <summary>A job number: <c>25-20091</c>, <c>25-16610 (E)  171025</c>.</summary>
    public static bool IsJobNumber(ReadOnlySpan<char> line)
    {
        if (line.Length is < ShortestJobNumber or > 40) return false;
        var at = 0;
        if (line.StartsWith("V.", StringComparison.Ordinal) || line.StartsWith("K", StringComparison.Ordinal)) at = line[0] == 'V' ? 2 : 1;
        if (line.StartsWith("GE.", StringComparison.Ordinal)) at = 3;
        if (line.Length < at + 8 || !char.IsAsciiDigit(line[at]) || !char.IsAsciiDigit(line[at + 1])
            || line[at + 2] is not ('-' or '‑' or '–'))
            return false;
        var i = at + 3;
        while (i < line.Length && char.IsAsciiDigit(line[i])) i++;
        if (i - at - 3 is < 5 or > 6) return false;
        foreach (var c in line[i..])
            if (!char.IsAsciiDigit(c) && c is not (' ' or '(' or ')' or 'A' or 'C' or 'E' or 'F' or 'R' or 'S' or '\t' or '\u00A0'))
                return false;
        return true;
    }

    /// <summary>A bar code line: <c>*2520091*</c>.</summary>
    public static bool IsBarCode(ReadOnlySpan<char> line) =>
        line.Length is >= 5 and <= 24 && line[0] == '*' && line[^1] == '*' && IsDigits(line[1..^1].Trim(), 16);

    /// <summary>A document symbol and nothing else: <c>A/RES/80/76</c>, <c>A/C.3/80/L.6</c>, <c>S/PRST/2011/15</c>.</summary>
    public static bool IsSymbol(ReadOnlySpan<char> line)
    {
        if (line.Length is < 4 or > 48 || line.IndexOf('/') is < 1 or > 10 || !char.IsAsciiLetterUpper(line[0])) return false;
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
    public static bool IsShort(ReadOnlySpan<char> line) => line.Length <= Longest;

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
