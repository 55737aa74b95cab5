using System.Text.RegularExpressions;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>Marks the notes at the foot of a page or column: small letters, or what is below a rule.</summary>
internal static partial class PdfNotes
{
    /// <summary>Marks the notes of one page.</summary>
    public static void Mark(List<PdfLine> page, PdfMeasures measures)
    {
        foreach (var region in page.GroupBy(static line => line.Region))
        {
            var lines = region.Where(static line => line.Role != PdfRole.Furniture || PdfFurniture.IsRule(line)).ToList();
            for (var i = Start(lines, measures); i < lines.Count; i++)
                if (lines[i].Role == PdfRole.Body) lines[i].Role = PdfRole.Note;
        }
    }

    /// <summary>The notes of a page or column, each as its lines; the first may continue from the page before.</summary>
    public static IEnumerable<List<PdfLine>> Split(IReadOnlyList<PdfLine> lines)
    {
        // Where some marks are raised, a digit on the line is text: "12 December 2003" begins many a second line.
        var raised = lines.Any(static line => IsMark(line, raised: true));
        var note = new List<PdfLine>();
        foreach (var line in lines)
        {
            if (note.Count > 0 && IsMark(line, raised))
            {
                yield return note;
                note = [];
            }
            note.Add(line);
        }
        if (note.Count > 0) yield return note;
    }

    // Where the notes of a column begin: after the last rule that has a note below it, else at the first
    // mark among the small lines at the end.
    private static int Start(List<PdfLine> lines, PdfMeasures measures)
    {
        var rule = lines.FindLastIndex(PdfFurniture.IsRule);
        if (rule >= 0 && rule + 1 < lines.Count && (measures.IsSmall(lines[rule + 1]) || IsMark(lines[rule + 1], raised: false)))
            return rule + 1;
        var small = lines.Count;
        while (small > 0 && measures.IsSmall(lines[small - 1])) small--;
        for (var i = small; i < lines.Count; i++)
            if (IsMark(lines[i], raised: false)) return i;
        return lines.Count;
    }

    private static bool IsMark(PdfLine line, bool raised)
    {
        if (line.Runs.Count > 1 && line.IsRaised(line.Runs[0]) && Mark().IsMatch(line.Runs[0].Text.Trim())) return true;
        if (line.Text[0] is '*' or '†' or '‡') return true;
        return !raised && MarkAndText().IsMatch(line.Text);
    }

    [GeneratedRegex(@"^(?:\d{1,3}|[a-z]|[*†‡]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:\d{1,3}/?|[a-z]/) ?\p{L}|^[¹²³⁰⁴-⁹]", RegexOptions.CultureInvariant)]
    private static partial Regex MarkAndText();
}
