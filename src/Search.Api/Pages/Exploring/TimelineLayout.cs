using System.Globalization;
using System.Runtime.InteropServices;
using Search.Catalog;

namespace Search.Api.Pages.Exploring;

/// <summary>
/// Works laid out in columns of years and lanes, as wide as a page: what a work cites is to its left, what
/// cites it to its right, and many works of one lane and time are one box until it is opened. Linear in works and citations.
/// </summary>
public sealed class TimelineLayout
{
    private const int PageWidth = 1160;
    private const int Margin = 16;
    private const int Head = 30;
    private const int LaneHead = 24;
    private const int LaneFoot = 14;
    private const int Between = 8;
    private const int LeastGutter = 36;
    private const int WidestBox = 230;
    private const int Padding = 16;
    private const int LineHeight = 14;
    private const int TitleLines = 2;

    /// <summary>With more boxes than these a box has one line of its title.</summary>
    private const int Crowd = 120;

    /// <summary>The boxes, column by column from the left.</summary>
    public required IReadOnlyList<TimelineBox> Boxes { get; init; }

    /// <summary>The citations between them.</summary>
    public required IReadOnlyList<TimelineLink> Links { get; init; }

    /// <summary>The years.</summary>
    public required IReadOnlyList<TimelineColumn> Columns { get; init; }

    /// <summary>The lanes, from the top.</summary>
    public required IReadOnlyList<TimelineLane> Lanes { get; init; }

    /// <summary>Width of the drawing.</summary>
    public static int Width => PageWidth;

    /// <summary>Height of the drawing.</summary>
    public required int Height { get; init; }

    /// <summary>Lays out works and the citations among them.</summary>
    /// <param name="works">The work in the middle first.</param>
    /// <param name="edges">Those that join other works are left out.</param>
    /// <param name="options">Lanes, names and folds.</param>
    public static TimelineLayout Of(IReadOnlyList<NeighbourView> works, IReadOnlyList<EdgeDetails> edges, TimelineOptions? options = null)
    {
        options ??= new();
        var columns = new TimelineColumns(works);
        var lanes = TimelineCells.Lanes(works, options.Lane);
        var cells = works.OrderBy(w => w.Work.Date ?? "~", StringComparer.Ordinal).ThenBy(w => w.Depth)
            .ThenBy(w => w.Work.Id, StringComparer.Ordinal)
            .GroupBy(w => (Lane: lanes.IndexOf(options.Lane(w.Work)) is >= 0 and var lane
                ? lane
                : lanes.Count - 1, Column: columns.Of(w.Work)))
            .OrderBy(c => c.Key.Column).ThenBy(c => c.Key.Lane)
            .Select(c => TimelineCells.Of([.. c], (c.Key.Lane, lanes[c.Key.Lane], c.Key.Column), works[0].Work, options).ToList())
            .ToList();
        var pitch = (PageWidth - (2 * Margin)) / Math.Max(1, columns.Count);
        var width = Math.Min(WidestBox, pitch - LeastGutter);
        var titleLines = cells.Sum(c => c.Count) > Crowd ? 1 : TitleLines;
        foreach (var cell in cells)
            for (var i = 0; i < cell.Count; i++)
                if (!cell[i].IsFold)
                    cell[i] = cell[i] with
                    {
                        Lines =
                        TimelineText.Lines(cell[i].Work, options.Name(cell[i].Work), 1 + titleLines, width - Padding)
                    };

        // The last line says how the work treats what it cites; of a fold, which has more to say, the last two.
        int Height(TimelineBox box) => Padding + (LineHeight * (box.IsOpen ? 1 : box.IsFold ? 3 : 1 + box.Lines.Count));
        int Left(int column) => Margin + (column * pitch);

        var tops = new int[lanes.Count + 1];
        tops[0] = Head;
        for (var lane = 0; lane < lanes.Count; lane++)
            tops[lane + 1] = tops[lane] + LaneHead + LaneFoot + cells.Where(c => c[0].Lane == lane)
                .Select(c => c.Sum(b => Height(b) + Between)).DefaultIfEmpty(0).Max();
        var treatments = Treatments(works, edges);
        var boxes = new List<TimelineBox>();
        foreach (var cell in cells)
        {
            var y = tops[cell[0].Lane] + LaneHead;
            foreach (var box in cell)
            {
                boxes.Add(box with
                {
                    X = Left(box.Column) + ((pitch - width) / 2),
                    Y = y,
                    Width = width,
                    Height = Height(box),
                    Treatments = Summed(box.Works.SelectMany(w => treatments.GetValueOrDefault(w.Work.Id, []))),
                });
                y += Height(box) + Between;
            }
        }
        return new()
        {
            Boxes = boxes,
            Links = Join(boxes, edges),
            Columns = [.. Enumerable.Range(0, columns.Count)
                .Select(c => new TimelineColumn(columns.Years(c), Left(c) + (pitch / 2), Left(c)))],
            Lanes = [.. lanes.Select((l, i) => new TimelineLane(l, tops[i]))],
            Height = tops[^1],
        };
    }

    // By work: how the citations that join it to works one step nearer treat what they cite.
    private static Dictionary<string, List<ValueCount>> Treatments(IReadOnlyList<NeighbourView> works, IReadOnlyList<EdgeDetails> edges)
    {
        var depths = works.ToDictionary(w => w.Work.Id, w => w.Depth);
        var found = new Dictionary<string, List<ValueCount>>();
        foreach (var edge in edges)
        {
            if (!depths.TryGetValue(edge.Source.Id, out var source) || !depths.TryGetValue(edge.Work.Id, out var target)
                || source == target)
                continue;
            ref var of = ref CollectionsMarshal.GetValueRefOrAddDefault(found, source > target ? edge.Source.Id : edge.Work.Id, out _);
            (of ??= []).Add(new(edge.Treatment, 1));
        }
        return found;
    }

    private static List<ValueCount> Summed(IEnumerable<ValueCount> counts) =>
        [.. counts.GroupBy(c => c.Value).Select(g => new ValueCount(g.Key, g.Sum(c => c.Count))).OrderByDescending(c => c.Count)
            .ThenBy(c => c.Value, StringComparer.Ordinal)];

    private static List<TimelineLink> Join(List<TimelineBox> boxes, IReadOnlyList<EdgeDetails> edges)
    {
        // An open fold is the heading of its works and has no citations itself.
        var byWork = new Dictionary<string, TimelineBox>();
        foreach (var box in boxes.Where(b => !b.IsOpen))
            foreach (var work in box.Works) byWork[work.Work.Id] = box;
        var pairs = new Dictionary<(string, string), (TimelineBox Source, TimelineBox Target, List<EdgeDetails> Edges)>();
        foreach (var edge in edges)
        {
            if (!byWork.TryGetValue(edge.Source.Id, out var source) || !byWork.TryGetValue(edge.Work.Id, out var target)
                || source == target)
                continue;
            ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (source.Id, target.Id), out var known);
            if (!known) pair = (source, target, []);
            pair.Edges.Add(edge);
        }
        return [.. pairs.Values.Select(p => new TimelineLink(p.Source, p.Target, p.Edges, Path(p.Source, p.Target)))
            .OrderBy(l => l.IsMain)];
    }

    private static string Path(TimelineBox source, TimelineBox target)
    {
        var (y1, y2) = (source.Y + (source.Height / 2), target.Y + (target.Height / 2));
        var (left, right) = (source.X, source.X + source.Width);
        if (source.Column == target.Column)
        {
            // Within a column both ends are at the right edge, and the line goes through the gutter.
            var out1 = right + (LeastGutter / 2);
            return string.Create(CultureInfo.InvariantCulture, $"M{right} {y1}C{out1} {y1} {out1 + 4} {y2} {right + 5} {y2}");
        }
        var back = target.Column < source.Column;
        var (x1, x2) = back ? (left, target.X + target.Width + 5) : (right, target.X - 5);
        var bend = Math.Max(18, Math.Abs(x1 - x2) / 2) * (back ? -1 : 1);
        return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}");
    }
}
