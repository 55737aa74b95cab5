using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>
/// The numbers that a paper prints at its left margin, on every line or on every fifth: 1, 2, 3 ... or 5, 10, 15 ... A
/// number before a full stop is a paragraph's.
/// </summary>
internal static class LineNumbers
{
    /// <summary>Lines of the shortest run.</summary>
    private const int Shortest = 5;

    /// <summary>Digits of the greatest number.</summary>
    private const int Digits = 4;

    /// <summary>The lines without their numbers, and the numbers.</summary>
    public static (List<Line> Lines, List<TextSpan> Numbers) Strip(string text, List<Line> lines)
    {
        var every = Found(text, lines);
        HashSet<int>? fifths = every ? null : Fifths(text, lines);
        if (!every && fifths is null) return (lines, []);
        var stripped = new List<Line>(lines.Count);
        var numbers = new List<TextSpan>();
        var blank = 0;
        var page = false;
        foreach (var line in lines)
        {
            var end = fifths is null || fifths.Contains(line.Start) ? NumberEnd(text, line, out _) : line.Start;
            var start = end;
            while (start < line.End && char.IsWhiteSpace(text[start])) start++;
            if (end > line.Start) numbers.Add(new(line.Start, end));
            if (start == line.End && end > line.Start)
            {
                blank++;
                page |= line.PageBefore;
                continue;
            }
            stripped.Add(end == line.Start
                ? line with { BlankBefore = line.BlankBefore + blank, PageBefore = line.PageBefore || page }
                : new(start, line.End, line.Indent + start - line.Start, line.BlankBefore + blank, line.PageBefore || page));
            (blank, page) = (0, false);
        }
        return (stripped, numbers);
    }

    /// <summary>Whether most lines have such a number, and a sentence continues over one: rows of a table are numbered too.</summary>
    private static bool Found(string text, List<Line> lines)
    {
        var (numbered, run, last) = (0, 0, 0);
        var continues = false;
        foreach (var line in lines)
        {
            var end = NumberEnd(text, line, out var value);
            if (end > line.Start && (value == last + 1 || value == 1))
            {
                run = value == 1 ? 1 : run + 1;
                numbered += run == Shortest ? Shortest : run > Shortest ? 1 : 0;
                var rest = text.AsSpan(end, line.End - end).TrimStart();
                continues |= rest.IsEmpty || char.IsLower(rest[0]);
            }
            else run = 0;
            last = end > line.Start ? value : 0;
        }
        return continues && numbered * 5 >= lines.Count * 3;
    }

    /// <summary>Where the lines with 5, 10, 15 ... begin, each five lines below the one before and apart from its words; null where there
    /// are not two of them, or other lines have numbers too.</summary>
    private static HashSet<int>? Fifths(string text, List<Line> lines)
    {
        var found = new HashSet<int>();
        var (expected, printed, filled, row) = (Step, 0, 0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            row += lines[i].BlankBefore + 1;
            var end = NumberEnd(text, lines[i], out var value);
            if (end == lines[i].Start) continue;
            if (value != expected && found.Count > 0) return null; // notes and rows are numbered one by one
            if (value != expected || IsJoined(text, lines[i], end)) continue;
            if (found.Count > 0 && row - printed != Step && i - filled != Step) return null;
            found.Add(lines[i].Start);
            (expected, printed, filled) = (expected + Step, row, i);
        }
        return found.Count > 1 ? found : null;
    }

    /// <summary>"5 States": whether words follow the number as they would in a sentence.</summary>
    private static bool IsJoined(string text, Line line, int end) =>
        end < line.End && (end + 1 >= line.End || text[end] == ' ' && text[end + 1] != ' ');

    private const int Step = 5;

    private static int NumberEnd(string text, Line line, out int value)
    {
        var end = line.Start;
        while (end < line.End && end - line.Start <= Digits && char.IsAsciiDigit(text[end])) end++;
        var found = end > line.Start && end - line.Start <= Digits && (end == line.End || char.IsWhiteSpace(text[end]));
        value = found ? LineShapes.Value(text.AsSpan(line.Start, end - line.Start)) : 0;
        return found ? end : line.Start;
    }
}
