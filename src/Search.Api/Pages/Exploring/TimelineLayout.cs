using System.Globalization;
using System.Runtime.InteropServices;
using Search.Catalog;

namespace Search.Api.Pages.Exploring;

/// <summary>A work on the timeline; lengths in user units of the drawing.</summary>
/// <param name="Work">The work.</param>
/// <param name="Depth">Steps from the work in the middle.</param>
/// <param name="Label">What its box says.</param>
/// <param name="X">Left edge: its date.</param>
/// <param name="Y">Middle.</param>
/// <param name="Width">Of its box.</param>
public sealed record TimelineNode(WorkSummary Work, int Depth, string Label, int X, int Y, int Width);

/// <summary>All citations of one work by another.</summary>
/// <param name="Source">The citing work.</param>
/// <param name="Target">The cited work.</param>
/// <param name="Edges">One or more.</param>
/// <param name="Path">From the citing box to the cited one, as SVG path data.</param>
public sealed record TimelineLink(TimelineNode Source, TimelineNode Target, IReadOnlyList<EdgeDetails> Edges, string Path);

/// <summary>A year of the axis.</summary>
public sealed record TimelineTick(int X, string Year);

/// <summary>
/// Works laid out by date: x is the day, so what a work cites is to its left and what cites it to its right; works that would overlap take
/// the next free lane, alternately below and above the middle. Linear in nodes and edges but for the search of a lane.
/// </summary>
public sealed class TimelineLayout
{
    /// <summary>Height of a box.</summary>
    public const int BoxHeight = 24;

    private const int LaneHeight = 34;
    private const int Gap = 14;
    private const int Margin = 16;
    private const int AxisHeight = 30;

    private static readonly int[] Steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];

    /// <summary>The works, by date.</summary>
    public required IReadOnlyList<TimelineNode> Nodes { get; init; }

    /// <summary>The citations between them.</summary>
    public required IReadOnlyList<TimelineLink> Links { get; init; }

    /// <summary>The years.</summary>
    public required IReadOnlyList<TimelineTick> Ticks { get; init; }

    /// <summary>Left edge of the works without a date, to the right of all others; null where every work has one.</summary>
    public required int? Undated { get; init; }

    /// <summary>Of the drawing.</summary>
    public required int Width { get; init; }

    /// <summary>Of the drawing.</summary>
    public required int Height { get; init; }

    /// <summary>Lays out works and the citations among them.</summary>
    /// <param name="works">The work in the middle first.</param>
    /// <param name="edges">Those that join other works are left out.</param>
    /// <param name="name">What a work is called, before it is cut to fit.</param>
    public static TimelineLayout Of(IReadOnlyList<NeighbourView> works, IReadOnlyList<EdgeDetails> edges, Func<WorkSummary, string?>? name = null)
    {
        var compact = works.Count > 150;
        var ordered = works
            .Select(w => (w.Work, w.Depth, Date: Years(w.Work.Date), Label: Naming.Short(name?.Invoke(w.Work) ?? Naming.Short(w.Work), compact ? 18 : 28)))
            .OrderBy(w => w.Date ?? double.MaxValue).ThenBy(w => w.Depth).ThenBy(w => w.Work.Id, StringComparer.Ordinal)
            .ToList();
        var dated = ordered.Where(w => w.Date is not null).Select(w => w.Date!.Value).ToList();
        var undated = ordered.Count != dated.Count;
        var first = dated.Count == 0 ? 0 : dated[0];
        var last = dated.Count == 0 ? 1 : Math.Max(dated[^1], first + 1);
        var span = Math.Clamp(ordered.Count * 40, 960, 2600);
        int At(double date) => Margin + (int)Math.Round((date - first) / (last - first) * span);

        // Lane 0 is the middle; the work that was asked for takes it before all others.
        var ends = new List<int>();
        var lanes = new int[ordered.Count];
        var middle = ordered.FindIndex(w => w.Depth == 0);
        var widths = ordered.ConvertAll(w => BoxWidth(w.Label, w.Depth == 0));
        var end = Margin + (dated.Count == 0 ? 0 : span);
        for (var i = 0; i < dated.Count; i++) end = Math.Max(end, At(dated[i]) + widths[i]);
        var places = ordered.Select((w, i) => (X: w.Date is { } d ? At(d) : dated.Count == 0 ? Margin : end + (2 * Gap), Width: widths[i])).ToList();
        var reserved = middle < 0 ? (From: int.MaxValue, To: int.MaxValue) : (From: places[middle].X, To: places[middle].X + places[middle].Width + Gap);
        var free = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            if (i == middle) continue;
            var (x, width) = places[i];
            var lane = x + width + Gap > reserved.From && x < reserved.To ? 1 : 0;
            lane = Math.Max(lane, i > 0 && x == places[i - 1].X ? free : 0);
            while (lane < ends.Count && ends[lane] > x) lane++;
            while (ends.Count <= lane) ends.Add(0);
            ends[lane] = x + width + Gap;
            lanes[i] = lane;
            free = lane + 1; // works of one day fill the lanes one after the other
        }

        var count = Math.Max(1, ends.Count);
        var below = count / 2;
        var centre = Margin + ((count - 1 - below) * LaneHeight) + (LaneHeight / 2);
        int Y(int lane) => centre + (lane % 2 == 1 ? (lane + 1) / 2 * LaneHeight : -(lane / 2) * LaneHeight);
        var nodes = ordered.Select((w, i) => new TimelineNode(w.Work, w.Depth, w.Label, places[i].X, Y(lanes[i]), places[i].Width)).ToList();
        return new()
        {
            Nodes = nodes,
            Links = Join(nodes, edges),
            Ticks = dated.Count == 0 ? [] : Axis(first, last, span, At),
            Undated = undated ? places[^1].X : null,
            Width = nodes.Count == 0 ? Margin + span : Math.Max(Margin + span, nodes.Max(n => n.X + n.Width)) + Margin,
            Height = Margin + (count * LaneHeight) + AxisHeight,
        };
    }

    private static int BoxWidth(string label, bool strong)
    {
        var width = 0;
        foreach (var c in label) width += c >= 0x2E80 ? 13 : char.IsUpper(c) || char.IsDigit(c) || c is 'm' or 'w' ? 9 : 7;
        return (strong ? width * 11 / 10 : width) + 18;
    }

    private static List<TimelineLink> Join(List<TimelineNode> nodes, IReadOnlyList<EdgeDetails> edges)
    {
        var byId = nodes.ToDictionary(n => n.Work.Id);
        var pairs = new Dictionary<(string, string), List<EdgeDetails>>();
        foreach (var edge in edges)
        {
            if (!byId.ContainsKey(edge.Source.Id) || !byId.ContainsKey(edge.Work.Id)) continue;
            ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (edge.Source.Id, edge.Work.Id), out _);
            (pair ??= []).Add(edge);
        }
        return [.. pairs.Select(p => new TimelineLink(byId[p.Key.Item1], byId[p.Key.Item2], p.Value, Path(byId[p.Key.Item1], byId[p.Key.Item2])))];
    }

    private static string Path(TimelineNode source, TimelineNode target)
    {
        var (x1, y1) = (source.X, source.Y);
        var (x2, y2) = (target.X + target.Width + 5, target.Y);
        if (x1 <= x2)
        {
            // The boxes overlap in time: leave by the edge that faces the other.
            var down = target.Y > source.Y;
            (x1, y1) = (source.X + (source.Width / 3), source.Y + (down ? BoxHeight / 2 : -BoxHeight / 2));
            (x2, y2) = (target.X + (target.Width / 3), target.Y + (down ? (-BoxHeight / 2) - 5 : (BoxHeight / 2) + 5));
            var middle = (y1 + y2) / 2;
            return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}C{x1} {middle} {x2} {middle} {x2} {y2}");
        }
        var bend = Math.Max(18, (x1 - x2) / 2);
        return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}C{x1 - bend} {y1} {x2 + bend} {y2} {x2} {y2}");
    }

    private static List<TimelineTick> Axis(double first, double last, int span, Func<double, int> at)
    {
        var step = Steps.First(s => s * span / (last - first) >= 64 || s == Steps[^1]);
        var ticks = new List<TimelineTick>();
        for (var year = (int)Math.Ceiling(first / step) * step; year <= last; year += step) ticks.Add(new(at(year), year.ToString(CultureInfo.InvariantCulture)));
        return ticks;
    }

    private static double? Years(string? date)
    {
        if (date is null || date.Length < 4 || !int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        var month = date.Length >= 7 && int.TryParse(date.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m - 1 : 6;
        var day = date.Length >= 10 && int.TryParse(date.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var d) ? d - 1 : 0;
        return year + (((month * 30.5) + day) / 366);
    }
}
