namespace Search.Resolutions.Parsing;

/// <summary>English month names.</summary>
internal static class Months
{
    private static readonly string[] Names =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Whether a month's name stands at the start of the text as a word.</summary>
    public static bool StartsWith(ReadOnlySpan<char> text) => At(text) > 0;

    /// <summary>The month (1-12) whose name stands at the start of the text as a word, else 0.</summary>
    public static int At(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || (text[0] | 0x20) is not ('j' or 'f' or 'm' or 'a' or 's' or 'o' or 'n' or 'd')) return 0;
        for (var i = 0; i < Names.Length; i++)
            if (text.StartsWith(Names[i], StringComparison.OrdinalIgnoreCase) && (text.Length == Names[i].Length || !char.IsLetter(text[Names[i].Length])))
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

    /// <summary>Reads "22 December 2003" at the start of the text.</summary>
    public static DateOnly? Date(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var i = 0;
        while (i < text.Length && i < 2 && char.IsAsciiDigit(text[i])) i++;
        if (i == 0) return null;
        var day = LineShapes.Value(text[..i]);
        var at = i;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at == i) return null;
        var month = At(text[at..]);
        if (month == 0) return null;
        at += Names[month - 1].Length;
        var gap = at;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at == gap || at + 4 > text.Length || !LineShapes.IsDigits(text.Slice(at, 4), 4)) return null;
        var year = LineShapes.Value(text.Slice(at, 4));
        if (year is < 1900 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        length = at + 4;
        return new DateOnly(year, month, day);
    }
}
