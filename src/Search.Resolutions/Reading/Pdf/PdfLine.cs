using System.Text;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>What a line is on its page.</summary>
internal enum PdfRole
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>Running head, foot, page number, bar code, rule.</summary>
    Furniture,

    /// <summary>Part of the notes at the foot.</summary>
    Note,
}

/// <summary>Runs that are side by side, from left to right.</summary>
internal sealed class PdfLine
{
    // A gap of that many heights parts what is side by side: the halves of a masthead, the cells of a table.
    private const double FarGap = 2.5;

    /// <summary>A line of at least one run; <paramref name="region"/> counts the columns and bands of the page in reading order.</summary>
    public PdfLine(IEnumerable<PdfRun> runs, int region)
    {
        Runs = [.. WithoutShadows(runs)];
        Region = region;
        Left = Runs[0].Left;
        Right = Runs.Max(static run => run.Right);
        var main = MainHeight(Runs);
        var body = Runs.Where(run => Math.Abs(run.Height - main) < 0.25 * main).ToList();
        Height = Mean(body, static run => run.Height);
        Bottom = Mean(body, static run => run.Bottom);
        Top = Bottom - Height;
        var letters = Runs.Sum(static run => run.Text.Length);
        IsBold = Runs.Where(static run => run.Style.HasFlag(LetterStyle.Bold)).Sum(static run => run.Text.Length) > 0.7 * letters;
        IsRow = Enumerable.Range(1, Runs.Count - 1).Any(i => IsFarGap(Runs[i - 1], Runs[i]));
        Text = TextOf(this);
    }

    /// <summary>From left to right.</summary>
    public IReadOnlyList<PdfRun> Runs { get; }

    /// <summary>Column or band, in reading order.</summary>
    public int Region { get; }

    /// <summary>Left edge of the first run.</summary>
    public double Left { get; }

    /// <summary>Right edge of the last run.</summary>
    public double Right { get; }

    /// <summary>Top of the letters' box, superscripts left aside.</summary>
    public double Top { get; }

    /// <summary>Bottom of the letters' box, superscripts left aside.</summary>
    public double Bottom { get; }

    /// <summary>Height of most letters.</summary>
    public double Height { get; }

    /// <summary>Whether most letters are bold.</summary>
    public bool IsBold { get; }

    /// <summary>The line's letters, with single spaces.</summary>
    public string Text { get; }

    /// <summary>What the line is.</summary>
    public PdfRole Role { get; set; }

    /// <summary>Whether a run of the line is short, smaller and is above the line.</summary>
    public bool IsRaised(PdfRun run) => run.Height < 0.8 * Height && run.Bottom < Bottom - 0.15 * Height && run.Text.Length <= 8;

    /// <summary>Whether a space belongs between two neighbours of the line.</summary>
    public bool IsGap(PdfRun left, PdfRun right) => right.Left - left.Right > 0.15 * Math.Min(Height, Math.Max(left.Height, right.Height));

    /// <summary>Whether two neighbours are so far apart that they are cells of a row.</summary>
    public static bool IsFarGap(PdfRun left, PdfRun right) => right.Left - left.Right >= FarGap * Math.Max(left.Height, right.Height);

    /// <summary>Whether the line is a row of cells.</summary>
    public bool IsRow { get; }

    // Recognised text sits unevenly on its line and in many sizes: the mean over its letters is steady.
    private static double Mean(List<PdfRun> runs, Func<PdfRun, double> measure) =>
        runs.Sum(run => measure(run) * run.Text.Length) / runs.Sum(static run => run.Text.Length);

    // The height that most letters have.
    private static double MainHeight(IReadOnlyList<PdfRun> runs)
    {
        if (runs.Count == 1) return runs[0].Height;
        var (height, most) = (0.0, 0);
        foreach (var group in runs.GroupBy(static run => Math.Round(run.Height * 4)))
        {
            var letters = group.Sum(static run => run.Text.Length);
            if (letters < most || (letters == most && group.First().Height <= height)) continue;
            (height, most) = (group.Max(static run => run.Height), letters);
        }
        return height;
    }

    // Letters that are printed twice, a hair apart, to look bold.
    private static IEnumerable<PdfRun> WithoutShadows(IEnumerable<PdfRun> runs)
    {
        PdfRun? last = null;
        foreach (var run in runs.OrderBy(static run => run.Left))
        {
            if (last is not null && last.Text == run.Text && run.Left - last.Left < 0.15 * run.Height
                && Math.Abs(run.Top - last.Top) < 0.15 * run.Height)
                continue;
            yield return last = run;
        }
    }

    private static string TextOf(PdfLine line)
    {
        var text = new StringBuilder();
        PdfRun? last = null;
        foreach (var run in line.Runs)
        {
            if (last is not null && line.IsGap(last, run)) text.Append(' ');
            text.Append(run.Text);
            last = run;
        }
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
