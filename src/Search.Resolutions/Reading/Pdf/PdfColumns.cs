namespace Search.Resolutions.Reading.Pdf;

/// <summary>Finds the white strip between two columns of text.</summary>
internal static class PdfColumns
{
    private const int MinRows = 8;

    /// <summary>The middle of the strip, or null where the page is set in one column.</summary>
    public static double? Gutter(List<PdfRun[]> rows)
    {
        if (rows.Count < MinRows) return null;
        var left = rows.Min(static row => row[0].Left);
        var right = rows.Max(static row => row.Max(static run => run.Right));
        var (from, to) = (left + 0.3 * (right - left), left + 0.7 * (right - left));

        // Every gap in the middle of the page votes for the places that it leaves white, every letter against.
        var votes = new SortedDictionary<double, int>();
        void Vote(double start, double end, int vote)
        {
            (start, end) = (Math.Max(start, from), Math.Min(end, to));
            if (start >= end) return;
            votes[start] = votes.GetValueOrDefault(start) + vote;
            votes[end] = votes.GetValueOrDefault(end) - vote;
        }
        foreach (var row in rows)
        {
            foreach (var run in row) Vote(run.Left, run.Right, -1);
            foreach (var (start, end) in Gaps(row)) Vote(start, end, 1);
        }
        var (best, most, sum, last) = (0.0, 0, 0, double.NaN);
        foreach (var (place, vote) in votes)
        {
            if (sum > most) (best, most) = ((last + place) / 2, sum);
            sum += vote;
            last = place;
        }
        return most >= MinRows / 2 && AreColumns(rows, best, left, right) ? best : null;
    }

    /// <summary>The runs before and after the strip, or null where a run or a sentence goes across.</summary>
    public static (PdfRun[] Before, PdfRun[] After)? Split(PdfRun[] row, double gutter)
    {
        var count = 0;
        foreach (var run in row)
        {
            if (run.Left < gutter && run.Right > gutter) return null;
            if (run.Right <= gutter) count++;
        }
        var (before, after) = (row[..count], row[count..]);
        if (before.Length > 0 && after.Length > 0 && after[0].Left - before[^1].Right < 0.6 * after[0].Height) return null;
        return (before, after);
    }

    // Columns of text are filled: most of their rows reach from edge to edge. Tables and mastheads are not.
    private static bool AreColumns(List<PdfRun[]> rows, double gutter, double left, double right)
    {
        var (both, filledLeft, filledRight) = (0, 0, 0);
        foreach (var row in rows)
        {
            if (Split(row, gutter) is not ({ Length: > 0 } before, { Length: > 0 } after)) continue;
            both++;
            if (before[^1].Right - before[0].Left > 0.65 * (gutter - left)) filledLeft++;
            if (after[^1].Right - after[0].Left > 0.65 * (right - gutter)) filledRight++;
        }
        return both >= MinRows && filledLeft >= 0.5 * both && filledRight >= 0.5 * both;
    }

    private static IEnumerable<(double Start, double End)> Gaps(PdfRun[] row)
    {
        for (var i = 1; i < row.Length; i++)
            if (row[i].Left - row[i - 1].Right > 0.6 * row[i].Height) yield return (row[i - 1].Right, row[i].Left);
    }
}
