namespace Search.Resolutions.Reading.Pdf;

/// <summary>Puts the runs of a page together to lines, and the lines in reading order.</summary>
internal static class PdfLines
{
    // What may be the number of the text behind the gap, and is parted from it only by a much wider one.
    private const int NumberLength = 8;
    private const double VeryFarGap = 8;

    /// <summary>The lines of a page in reading order.</summary>
    public static List<PdfLine> Of(PdfPage page)
    {
        var rows = Rows(page);
        var gutter = PdfColumns.Gutter(rows);
        var lines = new List<PdfLine>();
        var (left, right) = (new List<PdfRun[]>(), new List<PdfRun[]>());
        var region = 0;

        void Flush()
        {
            foreach (var column in (List<PdfRun[]>[])[left, right])
            {
                foreach (var row in column) Add(row);
                if (column.Count > 0) region++;
                column.Clear();
            }
        }

        void Add(PdfRun[] row)
        {
            foreach (var part in Parts(row)) lines.Add(new PdfLine(part, region));
        }

        foreach (var row in rows)
        {
            if (gutter is not { } middle)
            {
                Add(row);
            }
            else if (PdfColumns.Split(row, middle) is var (before, after))
            {
                if (before.Length > 0) left.Add(before);
                if (after.Length > 0) right.Add(after);
            }
            else
            {
                Flush(); // a line across both columns ends them
                Add(row);
                region++;
            }
        }
        Flush();
        return lines;
    }

    // Runs whose boxes overlap by half of the lower one's height stand on one row.
    private static List<PdfRun[]> Rows(PdfPage page)
    {
        var rows = new List<Row>();
        var open = new List<Row>();
        foreach (var run in page.Runs.OrderBy(static run => run.Top))
        {
            open.RemoveAll(row => row.Bottom <= run.Top);
            var home = open.Find(row => Math.Min(row.Bottom, run.Bottom) - Math.Max(row.Top, run.Top) >= 0.5 * Math.Min(row.Bottom - row.Top, run.Height));
            if (home is null) (home = new Row()).JoinTo(rows, open);
            home.Add(run);
        }
        return [.. rows.OrderBy(static row => row.Top).Select(static row => row.Runs.OrderBy(static run => run.Left).ToArray())];
    }

    private static IEnumerable<PdfRun[]> Parts(PdfRun[] row)
    {
        var start = 0;
        var letters = 0;
        for (var i = 1; i < row.Length; i++)
        {
            letters += row[i - 1].Text.Length;
            if (!PdfLine.IsFarGap(row[i - 1], row[i]) || IsFigure(row[i].Text)) continue; // the figures of a table stay in their row
            if (letters <= NumberLength && row[i].Left - row[i - 1].Right < VeryFarGap * row[i].Height) continue;
            yield return row[start..i];
            (start, letters) = (i, 0);
        }
        yield return row[start..];
    }

    private static bool IsFigure(string text)
    {
        var digits = false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits = true;
            else if (c is not (' ' or '.' or ',' or '(' or ')' or '-' or '–' or '—' or '%' or '\u00A0' or '…')) return false;
        }
        return digits || text.AsSpan().Trim() is "-" or "–" or "—";
    }

    private sealed class Row
    {
        private double _tallest;

        public List<PdfRun> Runs { get; } = [];
        public double Top { get; private set; }
        public double Bottom { get; private set; }

        public void JoinTo(List<Row> rows, List<Row> open)
        {
            rows.Add(this);
            open.Add(this);
        }

        // The tallest run stands for the row, so that a row does not grow from run to run.
        public void Add(PdfRun run)
        {
            Runs.Add(run);
            if (run.Height <= _tallest) return;
            (_tallest, Top, Bottom) = (run.Height, run.Top, run.Bottom);
        }
    }
}
