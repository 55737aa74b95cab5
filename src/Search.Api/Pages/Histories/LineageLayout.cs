using System.Globalization;
using Search.Catalog;

namespace Search.Api.Pages.Histories;

/// <summary>A document in the drawing of a lineage; lengths in user units.</summary>
/// <param name="Document">The document.</param>
/// <param name="Label">What its box says.</param>
/// <param name="Year">The year below it, or empty.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Of its box.</param>
public sealed record LineageNode(LineageDocument Document, string Label, string Year, int X, int Y, int Width)
{
    /// <summary>Height of a box.</summary>
    public const int Height = 26;
}

/// <summary>That one document came out of another, as a line between their boxes.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Source">The earlier document.</param>
/// <param name="Target">The later document.</param>
/// <param name="Path">SVG path data.</param>
public sealed record LineageLine(LineageEdge Edge, LineageNode Source, LineageNode Target, string Path);

/// <summary>
/// A lineage laid out by date from left to right, a column a document. A document takes the lane of the one it
/// follows while that lane goes no further; drafts have the lane above what became of them.
/// </summary>
/// <param name="Nodes">The documents, by date.</param>
/// <param name="Lines">What came out of what.</param>
/// <param name="Width">Of the drawing.</param>
/// <param name="Height">Of the drawing.</param>
public sealed record LineageLayout(IReadOnlyList<LineageNode> Nodes, IReadOnlyList<LineageLine> Lines, int Width, int Height)
{
    private const int Margin = 12;
    private const int Gap = 34;
    private const int LaneHeight = 62;
    private const int LongestLabel = 24;
    private const int LetterWidth = 9;

    /// <summary>Lays out a lineage.</summary>
    public static LineageLayout Of(DocumentLineage lineage)
    {
        ArgumentNullException.ThrowIfNull(lineage);
        var lanes = Lanes(lineage);
        var nodes = new Dictionary<string, LineageNode>();
        var x = Margin;
        foreach (var document in lineage.Documents)
        {
            var label = Naming.Short(document.Symbol ?? document.Title, LongestLabel);
            var width = (label.Length * LetterWidth) + 18;
            nodes[document.Id] = new(document, label, document.Date is { Length: >= 4 } date
                ? date[..4]
                : "", x, Margin + (lanes[document.Id] * LaneHeight), width);
            x += width + Gap;
        }
        return new(
            [.. lineage.Documents.Select(d => nodes[d.Id])],
            [.. lineage.Edges.Where(e => nodes.ContainsKey(e.Source) && nodes.ContainsKey(e.Target))
                .Select(e => new LineageLine(e, nodes[e.Source], nodes[e.Target], Path(nodes[e.Source], nodes[e.Target])))],
            x - Gap + Margin, (2 * Margin) + ((lanes.Values.Max() + 1) * LaneHeight) - 12);
    }

    /// <summary>The lane of each document, from the uppermost: 0 is that of drafts where there are any.</summary>
    private static Dictionary<string, int> Lanes(DocumentLineage lineage)
    {
        var drafts = lineage.Edges.Where(e => e.Kind is "draft" or "revises").Select(e => e.Source).ToHashSet();
        var first = drafts.Count > 0 ? 1 : 0;
        var followed = lineage.Edges.Where(e => e.Kind == "follows").ToLookup(e => e.Target, e => e.Source);
        var followers = lineage.Edges.Where(e => e.Kind == "follows").ToLookup(e => e.Source, e => e.Target);
        var (lanes, last) = (new Dictionary<string, int>(), new List<string>());
        foreach (var document in lineage.Documents)
        {
            if (drafts.Contains(document.Id) && !followed[document.Id].Any())
            {
                lanes[document.Id] = 0;
                continue;
            }
            var lane = followed[document.Id].Select(source => last.IndexOf(source)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
            if (lane < 0) lane = last.FindIndex(end => followers[end].All(lanes.ContainsKey)); // what ends here leaves its lane to others
            if (lane < 0)
            {
                lane = last.Count;
                last.Add(document.Id);
            }
            last[lane] = document.Id;
            lanes[document.Id] = first + lane;
        }
        return lanes;
    }

    private static string Path(LineageNode source, LineageNode target)
    {
        const int Tip = 5;
        var (x1, y1) = (source.X + source.Width, source.Y + (LineageNode.Height / 2));
        var (x2, y2) = (target.X - Tip, target.Y + (LineageNode.Height / 2));
        if (y1 == y2) return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}H{x2}");
        var bend = Gap / 2;
        return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}");
    }
}
