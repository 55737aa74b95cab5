namespace Search.Resolutions.Reading.Pdf;

/// <summary>Puts the runs of a page together to lines, and the lines in reading order.</summary>
internal static class PdfLines
{
    // What may be the number of the text after the gap, and is parted from it only by a much wider one.
    private const int NumberLength = 8;
    private const double VeryFarGap = 8;

    /// <summary>The lines of a page in reading order.</summary>
    public static List<PdfLine> Of(PdfPage page)
    {
        var rows = Rows(page.Runs);
        var lines = new List<PdfLine>();
        if (PdfColumns.Gutter(rows) is not { } gutter)
        {
            foreach (var row in rows) Add(row, 0);
            return lines;
        }

        // The lines of two columns need not be level: each column makes rows of its own.
        var (left, right, across) = (new List<PdfRun>(), new List<PdfRun>(), new List<PdfRun>());
        foreach (var row in rows)
        {
            if (PdfColumns.Split(row, gutter) is not var (before, after)) across.AddRange(row);
            else
            {
                left.AddRange(before);
                right.AddRange(after);
            }
        }
        var (leftRows, rightRows) = (new Queue<PdfRun[]>(Rows(left)), new Queue<PdfRun[]>(Rows(right)));
        var region = 0;
        foreach (var row in Rows(across))
        {
            Columns(row.Min(static run => run.Top)); // a line across both columns ends them
            Add(row, region++);
        }
        Columns(double.MaxValue);
        return lines;

        void Columns(double end)
        {
            foreach (var column in (Queue<PdfRun[]>[])[leftRows, rightRows])
            {
                var first = lines.Count;
                while (column.TryPeek(out var row) && row.Min(static run => run.Top) < end) Add(column.Dequeue(), region);
                if (lines.Count > first) region++;
            }
        }

        void Add(PdfRun[] row, int region)
        {
            foreach (var part in Parts(row)) lines.Add(new PdfLine(part, region));
        }
    }

    // A run joins the row that it overlaps most, if by half of the lower one's height.
    private static List<PdfRun[]> Rows(IReadOnlyList<PdfRun> runs)
    {
        var rows = new List<Row>();
        var open = new List<Row>();
        foreach (var run in runs.OrderBy(static run => run.Top))
        {
            open.RemoveAll(row => row.Bottom <= run.Top);
            Row? home = null;
            var most = 0.5;
            foreach (var row in open)
            {
                var overlap = row.Overlap(run);
                if (overlap < most) continue;
                (home, most) = (row, overlap);
            }
            if (home is null)
            {
                rows.Add(home = new Row());
                open.Add(home);
            }
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
        private double _tops;
        private double _bottoms;
        private double _tallest;
        private int _count;

        public List<PdfRun> Runs { get; } = [];
        public double Top => _tops / _count;
        public double Bottom => _bottoms / _count;

        // The runs of the larger size stand for the row, by their mean, so that it does not grow from run to run.
        public void Add(PdfRun run)
        {
            Runs.Add(run);
            if (run.Height < 0.8 * _tallest) return;
            if (run.Height > 1.25 * _tallest) (_tops, _bottoms, _count) = (0, 0, 0);
            _tallest = Math.Max(_tallest, run.Height);
            _tops += run.Top;
            _bottoms += run.Bottom;
            _count++;
        }

        public double Overlap(PdfRun run) =>
            (Math.Min(Bottom, run.Bottom) - Math.Max(Top, run.Top)) / Math.Min(Bottom - Top, run.Height);
    }
}
