using System.Text.RegularExpressions;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>Lines of running text that make one paragraph.</summary>
/// <param name="Lines">At least one.</param>
internal sealed record PdfParagraph(List<PdfLine> Lines)
{
    /// <summary>Whether it is first on its page or column.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether its last line leaves room at the column's right edge.</summary>
    public bool EndsShort { get; set; }

    /// <summary>How far its first line is from the column's usual left edge.</summary>
    public double Indent { get; init; }
}

/// <summary>Puts lines together to paragraphs: by the space above, indents, size and weight of letters, and lines that end early.</summary>
internal static partial class PdfParagraphs
{
    /// <summary>The paragraphs of a page's running text.</summary>
    public static List<PdfParagraph> Of(IReadOnlyList<PdfLine> lines, PdfMeasures measures)
    {
        var paragraphs = new List<PdfParagraph>();
        foreach (var region in lines.GroupBy(static line => line.Region))
        {
            var column = region.ToList();
            var (left, right) = Edges(column, measures);
            PdfParagraph? open = null;
            foreach (var line in column)
            {
                if (open is null || Parts(open.Lines, line, right, measures))
                    paragraphs.Add(open = new PdfParagraph([]) { IsFirst = ReferenceEquals(line, column[0]), Indent = line.Left - left });
                open.Lines.Add(line);
                open.EndsShort = line.Right < right - 2 * line.Height;
            }
        }
        return paragraphs;
    }

    /// <summary>Whether a paragraph at the head of a page or column continues from the one before: it is not indented, and
    /// that one was not at its end.</summary>
    public static bool GoesOn(PdfParagraph paragraph, PdfParagraph? before, double? indent, PdfMeasures measures)
    {
        if (before is null || !paragraph.IsFirst || indent is null || Math.Abs(paragraph.Indent) >= indent) return false;
        var (first, last) = (paragraph.Lines[0], before.Lines[^1]);
        if (!IsText(first, measures) || !IsText(last, measures)) return false;
        return char.IsLower(first.Text[0]) || !(before.EndsShort && last.Text[^1] is '.' or ';' or ':');
    }

    /// <summary>Whether a line begins with a number and a full stop.</summary>
    public static bool IsNumbered(PdfLine line) => NumberAndStop().IsMatch(line.Text);

    /// <summary>
    /// The indent that distinguishes the second line of a paragraph from the first in this document, or null where both are alike.
    /// </summary>
    public static double? ContinuationIndent(IEnumerable<PdfParagraph> paragraphs, PdfMeasures measures)
    {
        var (same, indented) = (0, 0);
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Lines.Count < 2 || !IsText(paragraph.Lines[0], measures) || paragraph.IsFirst) continue;
            if (paragraph.Lines[0].Left - paragraph.Lines[1].Left > 0.8 * measures.Height) indented++;
            else same++;
        }
        return indented >= 3 && indented >= 4 * same ? 0.5 * measures.Height : null;
    }

    /// <summary>Whether a line is set as running text is.</summary>
    public static bool IsText(PdfLine line, PdfMeasures measures) =>
        !line.IsBold && Math.Abs(line.Height - measures.Height) < 0.1 * measures.Height;

    // The left edge that most lines share, and the right edge that the longest lines reach.
    private static (double Left, double Right) Edges(List<PdfLine> column, PdfMeasures measures)
    {
        var text = column.Where(line => IsText(line, measures)).ToList();
        if (text.Count == 0) text = column;
        var left = text.GroupBy(static line => Math.Round(line.Left / 2))
            .MaxBy(static group => group.Count())!.Min(static line => line.Left);
        var rights = text.Select(static line => line.Right).Order().ToList();
        return (left, rights[rights.Count * 9 / 10]);
    }

    private static bool Parts(List<PdfLine> open, PdfLine line, double right, PdfMeasures measures)
    {
        var last = open[^1];
        var height = Math.Max(last.Height, line.Height);
        var step = line.Bottom - last.Bottom;
        if (step < 0.5 * height) return true; // beside or above
        var leading = Math.Max(measures.Leading, 1.1 * height);
        // In the middle of a sentence and at the edge, a slip of the scan is likelier than a paragraph.
        var inSentence = char.IsLower(line.Text[0]) && char.IsLetterOrDigit(last.Text[^1]) && last.Right > right - 2 * height
            && step < 1.6 * leading;
        if (step > 1.25 * leading && !inSentence) return true;
        if (Math.Abs(line.Height - last.Height) > 0.12 * height && !inSentence) return true;
        if (line.IsBold != last.IsBold || last.IsRow) return true;

        if (IsCentred(last, line) || IsFlushRight(last, line)) return false;
        if (line.Left > last.Left + 0.8 * height) return !(open.Count == 1 && Number().IsMatch(last.Text)); // a hanging number is no indent
        if (last.Text[^1] is not ('.' or ';' or ':' or ',' or '”' or '"' or '*' or ')' or >= '0' and <= '9')) return false;
        if (Number().IsMatch(line.Text)) return !measures.SetsApart;
        return IsText(line, measures) && IsText(last, measures) && EndsEarly(last, line, right);
    }

    // The next word would have had room: the author ended the line.
    private static bool EndsEarly(PdfLine last, PdfLine line, double right)
    {
        var word = line.Text.IndexOf(' ');
        var width = (line.Right - line.Left) * (word < 0 ? 1 : (double)word / line.Text.Length);
        return last.Right + 0.3 * line.Height + width < right - 1.5 * line.Height;
    }

    private static bool IsCentred(PdfLine a, PdfLine b) =>
        Math.Abs(a.Left + a.Right - b.Left - b.Right) < 0.6 * a.Height && Math.Abs(a.Left - b.Left) > 0.8 * a.Height;

    private static bool IsFlushRight(PdfLine a, PdfLine b) =>
        Math.Abs(a.Right - b.Right) < 0.3 * a.Height && Math.Abs(a.Left - b.Left) > 0.8 * a.Height && a.Right - a.Left < 20 * a.Height
            && b.Right - b.Left < 20 * b.Height;

    [GeneratedRegex(@"^\d{1,3}\. ", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAndStop();

    // 1. · (a) · a) · IV. · A. · 78/13. · • · “1.
    [GeneratedRegex(@"^[“""]?(?:\d{1,3}\.|\(?[a-z]{1,2}\)|\(?[ivx]{1,6}\)|[IVX]{1,5}\.|[A-Z]\.|\d{1,4}/\d{1,4}\.|\(\d{1,2}\)|[•–—-])(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
