using System.Globalization;
using System.Text;
using Search.Catalog;

namespace Search.Indexer;

/// <summary>
/// How results look. On a terminal they have colours, marks, titles and lines that are broken between words; anywhere
/// else they are plain, one record after the other, as scripts read them.
/// </summary>
/// <param name="width">Columns of the terminal; 0 for plain text.</param>
internal sealed class Style(int width)
{
    private const string Reset = "\u001b[0m";
    private const int Narrowest = 40;
    private const int Widest = 120;

    /// <summary>Plain text.</summary>
    public static Style Plain { get; } = new(0);

    /// <summary>Whether the reader is at a terminal.</summary>
    public bool IsTerminal => width > 0;

    /// <summary>The style for standard output: plain where it is redirected, where <c>NO_COLOR</c> is set, and on
    /// terminals that know no colours.</summary>
    public static Style OfConsole()
    {
        var isPlain = Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") is "dumb";
        if (isPlain) return Plain;
        try
        {
            return new(Math.Clamp(Console.WindowWidth, Narrowest, Widest));
        }
        catch (IOException)
        {
            return Plain; // no window to ask
        }
    }

    /// <summary>A symbol or label: what a reader would copy.</summary>
    public string Name(string text) => Painted("1;36", text);

    /// <summary>A title.</summary>
    public string Title(string text) => Painted("1", text);

    /// <summary>A treatment.</summary>
    public string Treatment(string text) => Painted("32", text);

    /// <summary>What matters less.</summary>
    public string Muted(string text) => Painted("2", text);

    /// <summary>A date, a count or a word in a column of its own: to the column's width on a terminal, as it is elsewhere.</summary>
    public string Column(string? text, int columns) => IsTerminal ? (text ?? "").PadRight(columns) : text ?? "";

    /// <summary>A text under an indent, with what was found marked; one line where it is not a terminal.</summary>
    public string Paragraph(string text, IEnumerable<Highlight> marks, int indent = 4)
    {
        var space = new string(' ', indent);
        if (!IsTerminal) return space + text;
        var lines = new StringBuilder(space);
        var marked = marks.OrderBy(m => m.Start).ToList();
        var column = indent;
        var at = 0;
        foreach (var word in text.Split(' '))
        {
            var columns = new StringInfo(word).LengthInTextElements;
            if (column > indent && column + 1 + columns > width)
            {
                lines.Append('\n').Append(space);
                column = indent;
            }
            else if (column > indent)
            {
                lines.Append(' ');
                column++;
            }
            AppendMarked(lines, word, at, marked);
            column += columns;
            at += word.Length + 1;
        }
        return lines.ToString();
    }

    private static void AppendMarked(StringBuilder lines, string word, int at, List<Highlight> marks)
    {
        var next = 0;
        foreach (var mark in marks)
        {
            var (start, end) = (Math.Max(mark.Start - at, next), Math.Min(mark.End - at, word.Length));
            if (start >= end) continue;
            lines.Append(word, next, start - next).Append("\u001b[1;33m").Append(word, start, end - start).Append(Reset);
            next = end;
        }
        lines.Append(word, next, word.Length - next);
    }

    private string Painted(string code, string text) => IsTerminal && text.Length > 0 ? $"\u001b[{code}m{text}{Reset}" : text;
}
