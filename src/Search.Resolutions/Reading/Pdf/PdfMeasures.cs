namespace Search.Resolutions.Reading.Pdf;

/// <summary>What is usual in a document, measured over all its lines.</summary>
/// <param name="Height">Height of the running text's letters: the largest height that a quarter of all letters have.</param>
/// <param name="Leading">From line to line within a paragraph.</param>
/// <param name="SetsApart">
/// Whether paragraphs are set apart by space or an indent, so that a number at the start of a line proves nothing.
/// </param>
internal sealed record PdfMeasures(double Height, double Leading, bool SetsApart)
{
    /// <summary>Measures the lines of all pages.</summary>
    public static PdfMeasures Of(IReadOnlyList<List<PdfLine>> pages)
    {
        var letters = new Dictionary<double, int>();
        foreach (var page in pages)
            foreach (var line in page)
                letters[Rounded(line.Height)] = letters.GetValueOrDefault(Rounded(line.Height)) + line.Text.Length;
        var total = letters.Values.Sum();
        var height = letters.Where(pair => pair.Value * 4 >= total).Select(static pair => pair.Key).DefaultIfEmpty(
            letters.Count == 0 ? 10 : letters.MaxBy(static pair => pair.Value).Key).Max();

        var leadings = new List<double>();
        foreach (var page in pages)
            for (var i = 1; i < page.Count; i++)
            {
                var step = page[i].Bottom - page[i - 1].Bottom;
                if (page[i].Region == page[i - 1].Region && Math.Abs(page[i].Height - height) < 0.1 * height && step > 0.7 * height
                    && step < 2.5 * height)
                    leadings.Add(step);
            }
        leadings.Sort();
        // The smaller steps are those inside paragraphs; the lowest few may be superscripts and slips.
        var leading = leadings.Count == 0 ? 1.15 * height : leadings[leadings.Count * 3 / 10];
        leading = Math.Max(leading, 0.9 * height);
        return new PdfMeasures(height, leading, SetApart(pages, height, leading));
    }

    /// <summary>Whether a line is set in smaller letters than the running text.</summary>
    public bool IsSmall(PdfLine line) => line.Height < 0.93 * Height;

    // Judged by the lines that begin with a number and a full stop, which are hardly ever anything but paragraphs.
    private static bool SetApart(IReadOnlyList<List<PdfLine>> pages, double height, double leading)
    {
        var (apart, all) = (0, 0);
        foreach (var page in pages)
            for (var i = 1; i < page.Count; i++)
            {
                var (last, line) = (page[i - 1], page[i]);
                if (line.Region != last.Region || line.Height < 0.93 * height || !PdfParagraphs.IsNumbered(line)) continue;
                all++;
                if (line.Bottom - last.Bottom > 1.25 * leading || line.Left - last.Left > 0.8 * height) apart++;
            }
        return all >= 3 && apart >= 0.8 * all;
    }

    private static double Rounded(double height) => Math.Round(height * 2) / 2;
}
