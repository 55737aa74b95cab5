namespace Search.Resolutions.Parsing;

/// <summary>A first look at the text for what may be footnote marks, so that notes can be told from numbered lines.</summary>
internal static class LooseMarks
{
    /// <summary>
    /// Whether a line ends a word in an asterisk that emphasis does not explain, and the values of digits that look like marks:
    /// after a word, a comma or a closing sign, where a sentence would not put a number.
    /// </summary>
    public static (bool Sign, bool[] Values) Find(string text, List<Line> lines, LineRole[] roles)
    {
        var sign = false;
        var values = new bool[1000];
        for (var i = 0; i < lines.Count; i++)
        {
            if (roles[i] != LineRole.Body) continue;
            var line = lines[i].In(text);
            if (!sign && line.IndexOf('*') is > 0 and var star) sign = Odd(line) && !char.IsWhiteSpace(line[star - 1]);
            for (var at = line.IndexOfAnyInRange('0', '9'); at >= 0;)
            {
                var end = at + 1;
                while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
                if (end - at <= 3 && at > 0 && LooksLoose(line, at, end)) values[LineShapes.Value(line[at..end])] = true;
                var next = line[end..].IndexOfAnyInRange('0', '9');
                at = next < 0 ? -1 : end + next;
            }
        }
        return (sign, values);
    }

    /// <summary>The values of "[1]" and the like that follow a word or a sign directly, as marks of notes do.</summary>
    public static HashSet<int> InBrackets(string text)
    {
        var values = new HashSet<int>();
        for (var at = text.IndexOf('[', StringComparison.Ordinal); at >= 0; at = text.IndexOf('[', at + 1))
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]) && BracketEnd(text, at) is > 0 and var end)
                values.Add(LineShapes.Value(text.AsSpan(at + 1, end - at - 2)));
        return values;
    }

    /// <summary>The offset after "[12]" at an offset; 0 where there is no such mark.</summary>
    public static int BracketEnd(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at <= LongestMark && char.IsAsciiDigit(text[end])) end++;
        return end > at + 1 && end < text.Length && text[end] == ']' ? end + 1 : 0;
    }

    private const int LongestMark = 3;

    private static bool LooksLoose(ReadOnlySpan<char> line, int at, int end)
    {
        var before = at;
        while (before > 0 && line[before - 1] == ' ') before--;
        if (before == 0) return false;
        var c = line[before - 1];
        if (c is ',' or ')' or '”' or ';' or '.' or ':') return true;
        if (!char.IsLetter(c)) return false;
        // after a word: at the end of the line, or glued
        return end == line.Length || before == at || (end < line.Length && line[end] is ' ' or ',' or ';' or '.');
    }

    private static bool Odd(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var c in line)
            if (c == '*') count++;
        return count % 2 == 1;
    }
}
