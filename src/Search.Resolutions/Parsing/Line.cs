using System.Buffers;
using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>What a line was found to be.</summary>
internal enum LineRole : byte
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>Running heads, page numbers, rules and the like.</summary>
    Furniture,

    /// <summary>Part of a footnote.</summary>
    Note,
}

/// <summary>One line that is not blank.</summary>
/// <param name="Start">Offset of its first character that is not white space.</param>
/// <param name="End">Offset after its last character that is not white space.</param>
/// <param name="Indent">Characters of white space before it.</param>
/// <param name="BlankBefore">Blank lines directly before it.</param>
/// <param name="PageBefore">Whether a form feed precedes it.</param>
internal readonly record struct Line(int Start, int End, int Indent, int BlankBefore, bool PageBefore)
{
    /// <summary>Characters between first and last.</summary>
    public int Length => End - Start;

    /// <summary>The line as a span of the source.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);
}

/// <summary>Splits a text into its lines.</summary>
internal static class Lines
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    /// <summary>The lines of <paramref name="text"/> that are not blank, in order.</summary>
    public static List<Line> Split(string text)
    {
        var lines = new List<Line>(text.AsSpan().Count('\n') + 1); // growing, it would leave its smaller halves to be collected
        var at = 0;
        var blank = 0;
        var page = false;
        while (at < text.Length)
        {
            var end = text.NextOf(Breaks, at);
            if (end < 0) end = text.Length;
            var (from, to) = (at, end);
            while (from < to && IsBlank(text[from])) from++;
            while (to > from && IsBlank(text[to - 1])) to--;
            if (from == to) blank++;
            else
            {
                lines.Add(new(from, to, from - at, blank, page));
                (blank, page) = (0, false);
            }
            at = end;
            if (at >= text.Length) break;
            if (text[at] is '\f' or '\v') page = true;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        }
        return lines;
    }

    /// <summary>White space, or a sign that prints nothing.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || InvisibleSigns.Is(c);
}
