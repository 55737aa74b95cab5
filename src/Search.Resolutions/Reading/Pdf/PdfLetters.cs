using System.Text;
using UglyToad.PdfPig.Content;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>Joins the letters of a page to runs, and turns text that is drawn sideways or upside down upright.</summary>
internal static class PdfLetters
{
    // A gap of 15 % of the size ends a run; so do letters that overlap by more than half.
    private const double WidestGap = 0.15;
    private const double DeepestOverlap = 0.5;
    private const double SameMeasure = 0.1; // points

    // In sizes: the depth of a run's box below its baseline, the box's height, and the width of a space.
    private const double Descent = 0.216;
    private const double BoxHeight = 1.1;
    private const double SpaceWidth = 0.25;
    private const double SmallestSize = 0.5; // points
    private const double SmallestWidth = 0.1; // points

    // Text that leans less than this is read along its page; the lines of a scan are never quite level.
    private const int LevelDegrees = 10;

    /// <summary>A page for every direction of text, the one with the most letters first; an empty page where there is no text.</summary>
    public static IEnumerable<PdfPage> Pages(IReadOnlyList<Letter> letters, double width, double height)
    {
        if (letters.Count == 0) return [new PdfPage(width, height, [])];
        var directions = new Dictionary<int, List<Letter>>();
        var degrees = 0;
        foreach (var letter in letters)
        {
            degrees = Direction(letter, degrees);
            if (!directions.TryGetValue(degrees, out var same)) directions.Add(degrees, same = []);
            same.Add(letter);
        }
        return directions.OrderByDescending(static direction => direction.Value.Count).ThenBy(static direction => direction.Key)
            .Select(direction => Upright(direction.Value, new Turn(direction.Key, width, height)));
    }

    // Counter-clockwise, in whole degrees; a letter without width goes the way of the last one.
    private static int Direction(Letter letter, int last)
    {
        var (x, y) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        if (y == 0 && x > 0) return 0;
        if (!(Math.Abs(x) + Math.Abs(y) > 1e-4)) return last;
        var degrees = (int)Math.Round(Math.Atan2(y, x) * 180 / Math.PI);
        var right = (int)Math.Round(degrees / 90.0) * 90;
        return ((Math.Abs(degrees - right) <= LevelDegrees ? right : degrees) + 360) % 360;
    }

    private static PdfPage Upright(List<Letter> letters, Turn turn)
    {
        var runs = new List<PdfRun>();
        var text = new StringBuilder();
        double left = 0, right = 0, baseline = 0, size = 0;
        string? font = null;
        foreach (var letter in letters)
        {
            var (start, y) = turn.Of(letter.StartBaseLine.X, letter.StartBaseLine.Y);
            var (end, _) = turn.Of(letter.EndBaseLine.X, letter.EndBaseLine.Y);
            if (!double.IsFinite(start) || !double.IsFinite(end) || !double.IsFinite(y) || !double.IsFinite(letter.PointSize)) continue;
            var isSameLine = letter.FontName == font && Math.Abs(letter.PointSize - size) < SameMeasure
                && Math.Abs(y - baseline) < SameMeasure;
            var gap = start - right;
            if (!isSameLine || gap >= WidestGap * size || gap <= -DeepestOverlap * size)
            {
                Flush();
                (left, baseline, size, font) = (start, y, letter.PointSize, letter.FontName);
            }
            foreach (var c in letter.Value ?? "") text.Append(c < ' ' ? ' ' : c);
            right = end;
        }
        Flush();
        return new PdfPage(turn.Width, turn.Height, runs);

        void Flush()
        {
            var letters = text.ToString();
            text.Clear();
            if (size > SmallestSize && !string.IsNullOrWhiteSpace(letters)) runs.Add(Run(letters, left, right, baseline, size, font ?? ""));
        }
    }

    // A space at an end may hang over the column's edge: the run's edges are those of its letters.
    private static PdfRun Run(string text, double left, double right, double baseline, double size, string font)
    {
        left += (text.Length - text.AsSpan().TrimStart().Length) * SpaceWidth * size;
        right -= (text.Length - text.AsSpan().TrimEnd().Length) * SpaceWidth * size;
        var top = baseline + (Descent - BoxHeight) * size;
        return new PdfRun(left, top, Math.Max(SmallestWidth, right - left), BoxHeight * size, Style(font), text, IsBarCode(font));
    }

    private static LetterStyle Style(string font) =>
        (Has(font, "bold")
            ? LetterStyle.Bold
            : LetterStyle.Plain) | (Has(font, "italic") || Has(font, "oblique") ? LetterStyle.Italic : LetterStyle.Plain);

    private static bool IsBarCode(string font) => Has(font, "barcode") || Has(font, "bar code") || Has(font, "code39") || Has(font, "3of9");

    private static bool Has(string font, string word) => font.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Turns a page so that text in one direction runs from left to right, and measures from its upper left corner.</summary>
    private sealed class Turn
    {
        private readonly double _cos;
        private readonly double _sin;
        private readonly double _left;
        private readonly double _top;

        public Turn(int degrees, double width, double height)
        {
            // Exact for right angles, so that an upright page is not moved at all.
            (_cos, _sin) = degrees switch
            {
                0 => (1, 0),
                90 => (0, 1),
                180 => (-1, 0),
                270 => (0, -1),
                _ => (Math.Cos(degrees * Math.PI / 180), Math.Sin(degrees * Math.PI / 180)),
            };
            (double X, double Y)[] corners = [Rotated(0, 0), Rotated(width, 0), Rotated(0, height), Rotated(width, height)];
            (_left, _top) = (corners.Min(static corner => corner.X), corners.Max(static corner => corner.Y));
            Width = corners.Max(static corner => corner.X) - _left;
            Height = _top - corners.Min(static corner => corner.Y);
        }

        public double Width { get; }

        public double Height { get; }

        public (double X, double Y) Of(double x, double y)
        {
            var (turnedX, turnedY) = Rotated(x, y);
            return (turnedX - _left, _top - turnedY);
        }

        private (double X, double Y) Rotated(double x, double y) => (x * _cos + y * _sin, y * _cos - x * _sin);
    }
}
