using Search.Resolutions.Text;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>Writes pages as text with marks, in reading order: head, running text and notes by column, foot.</summary>
internal static class PdfText
{
    /// <summary>The text of all pages.</summary>
    public static LayoutTextBuilder Of(IReadOnlyList<PdfPage> pages, int maxLength)
    {
        var lines = pages.Select(PdfLines.Of).ToList();
        var measures = PdfMeasures.Of(lines);
        PdfFurniture.Mark(pages, lines, measures);
        foreach (var page in lines) PdfNotes.Mark(page, measures);

        var paragraphs = lines.ConvertAll(page => PdfParagraphs.Of(page.FindAll(static line => line.Role == PdfRole.Body), measures));
        var continuation = PdfParagraphs.ContinuationIndent(paragraphs.SelectMany(static page => page), measures);

        var text = new LayoutTextBuilder(maxLength);
        PdfParagraph? before = null;
        for (var p = 0; p < pages.Count; p++)
        {
            var middle = pages[p].Height / 2;
            var byRegion = paragraphs[p].ToLookup(static paragraph => paragraph.Lines[0].Region);
            Furniture(text, lines[p].Where(line => line.Role == PdfRole.Furniture && line.Top < middle && !PdfFurniture.IsRule(line)));
            foreach (var region in lines[p].GroupBy(static line => line.Region))
            {
                foreach (var paragraph in byRegion[region.Key])
                {
                    var goesOn = PdfParagraphs.GoesOn(paragraph, before, continuation, measures);
                    Lines(text, paragraph.Lines);
                    text.EndParagraph(goesOn ? LayoutKind.Continuation : LayoutKind.Paragraph);
                    before = paragraph;
                }
                Furniture(text, region.Where(PdfFurniture.IsRule));
                foreach (var note in PdfNotes.Split([.. region.Where(static line => line.Role == PdfRole.Note)]))
                {
                    Lines(text, note);
                    text.EndParagraph(LayoutKind.Footnote);
                }
            }
            Furniture(text, lines[p].Where(line => line.Role == PdfRole.Furniture && line.Top >= middle && !PdfFurniture.IsRule(line)));
        }
        return text;
    }

    private static void Furniture(LayoutTextBuilder text, IEnumerable<PdfLine> lines)
    {
        Lines(text, lines.OrderBy(static line => Math.Round(line.Top, 3)).ThenBy(static line => line.Left));
        text.EndParagraph(LayoutKind.Furniture);
    }

    private static void Lines(LayoutTextBuilder text, IEnumerable<PdfLine> lines)
    {
        foreach (var line in lines)
        {
            text.Break();
            PdfRun? last = null;
            foreach (var run in line.Runs)
            {
                var raised = line.IsRaised(run);
                // The mark of a note is apart from its text, however narrow the gap.
                var isNoteMark = last is not null && line.Role == PdfRole.Note && line.IsRaised(last)
                    && ReferenceEquals(last, line.Runs[0]);
                if (last is not null && PdfLine.IsFarGap(last, run)) text.Tab();
                else if (last is not null && (isNoteMark || line.IsGap(last, run))) text.Append(" ");
                text.Append(run.Text, run.Style | (raised ? LetterStyle.Superscript : LetterStyle.Plain));
                last = run;
            }
        }
    }
}
