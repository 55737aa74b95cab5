using Search.Catalog;

namespace Search.Api.Pages.Exploring;

/// <summary>Breaks what a box says into lines that fit it. Widths are estimates for the fonts of the pages: the
/// drawing has no way to measure.</summary>
internal static class TimelineText
{
    private const double FullWidth = 11.5, Capital = 7.6, Wide = 9.4, Narrow = 3.5, Letter = 6, Bold = 1.18;

    /// <summary>What a work is called, then its title; where it has no short name the title alone.</summary>
    public static IReadOnlyList<string> Lines(WorkSummary work, string? name, int most, int width)
    {
        name ??= Naming.IsSymbol(work.Canonical) ? work.Canonical : null;
        if (name is null || name == work.Title) return Wrapped(work.Title, most, (int)(width / Bold));
        return [Wrapped(name, 1, (int)(width / Bold))[0], .. Wrapped(work.Title, most - 1, width)];
    }

    /// <summary>A text in lines of at most a width; what does not fit is cut, and the cut is shown.</summary>
    public static IReadOnlyList<string> Wrapped(string text, int most, int width)
    {
        var lines = new List<string>();
        var rest = text.Replace('\u00A0', ' ').AsSpan().Trim(); // titles keep "of" beside its noun, boxes cannot
        while (rest.Length > 0 && lines.Count < most)
        {
            var last = lines.Count == most - 1;
            var fits = Fitting(rest, width);
            if (fits == rest.Length)
            {
                lines.Add(rest.ToString());
                break;
            }
            if (last) fits = Fitting(rest, width - (int)FullWidth);
            var space = rest[..(fits + (last ? 0 : 1))].LastIndexOf(' ');
            var at = space > 0 ? space : Math.Max(1, fits);
            if (char.IsHighSurrogate(rest[at - 1]) && at < rest.Length) at++;
            lines.Add(last ? rest[..at].TrimEnd().ToString() + "…" : rest[..at].TrimEnd().ToString());
            rest = rest[at..].TrimStart();
        }
        return lines;
    }

    private static int Fitting(ReadOnlySpan<char> text, int width)
    {
        var used = 0d;
        for (var i = 0; i < text.Length; i++)
        {
            used += WidthOf(text[i]);
            if (used > width) return i;
        }
        return text.Length;
    }

    private static double WidthOf(char c) =>
        c >= 0x2E80 ? FullWidth
        : c is 'm' or 'w' or 'M' or 'W' ? Wide
        : char.IsUpper(c) || char.IsDigit(c) ? Capital
        : c is 'i' or 'l' or 'j' or 't' or 'f' or 'r' or '.' or ',' or ' ' or '\'' or '/' or '(' or ')' ? Narrow
        : Letter;
}
