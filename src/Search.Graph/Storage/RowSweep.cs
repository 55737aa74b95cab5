using System.Runtime.CompilerServices;

namespace Search.Graph.Storage;

/// <summary>
/// Goes along the rows of several works on one side, a lot of citations at a time. Each citation lies somewhere else in memory:
/// within a lot every place is asked for before an answer is needed, so that the waits overlap even where rows are short.
/// </summary>
internal ref struct RowSweep
{
    private const int Lot = 128;
    private const int PlacesTogether = 64;

    /// <summary>Numbers of room that a sweep works in.</summary>
    public const int Room = (4 * Lot) + (2 * PlacesTogether);

    private readonly CitationGraph graph;
    private readonly CitationDirection direction;
    private readonly int mostOfRow;
    private readonly Span<int> near;
    private readonly Span<int> edges;
    private readonly Span<int> far;
    private readonly Span<int> answers;
    private readonly Span<int> starts;
    private readonly Span<int> counts;
    private ReadOnlySpan<int> ahead;
    private ReadOnlySpan<int> placed;
    private int row;
    private int at;
    private int left;

    /// <summary>Stands before the first lot.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="direction">One of the two sides.</param>
    /// <param name="works">Whose rows, in this order; they must be nodes of the graph.</param>
    /// <param name="mostOfRow">Citations of one row at most, the first ones.</param>
    /// <param name="room"><see cref="Room"/> numbers that are the sweep's while it lasts.</param>
    public RowSweep(CitationGraph graph, CitationDirection direction, ReadOnlySpan<int> works, int mostOfRow, Span<int> room)
    {
        this.graph = graph;
        this.direction = direction;
        this.mostOfRow = mostOfRow;
        ahead = works;
        near = room[..Lot];
        edges = room.Slice(Lot, Lot);
        far = room.Slice(2 * Lot, Lot);
        answers = room.Slice(3 * Lot, Lot);
        starts = room.Slice(4 * Lot, PlacesTogether);
        counts = room.Slice((4 * Lot) + PlacesTogether, PlacesTogether);
    }

    /// <summary>Citations in the lot. The first of <see cref="Near"/>, <see cref="Edges"/> and <see cref="Far"/>
    /// belong together, and so on.</summary>
    public int Count { get; private set; }

    /// <summary>The works whose rows the citations are in.</summary>
    public readonly ReadOnlySpan<int> Near => near[..Count];

    /// <summary>The citations.</summary>
    public readonly ReadOnlySpan<int> Edges => edges[..Count];

    /// <summary>The works at their other ends.</summary>
    public readonly ReadOnlySpan<int> Far => far[..Count];

    /// <summary>The citing works.</summary>
    public readonly ReadOnlySpan<int> Sources => direction == CitationDirection.Cites ? Near : Far;

    /// <summary>Room for a number of every citation of the lot.</summary>
    public readonly Span<int> Answers => answers[..Count];

    /// <summary>Leaves the citations whose <see cref="Answers"/> lie in a range, in order. No jump depends on an
    /// answer, for none can be foreseen.</summary>
    public void KeepAnswers(int from, int to)
    {
        if (from > to) Count = 0;
        var (kept, width) = (0, (uint)(to - from));
        for (var i = 0; i < Count; i++)
        {
            near[kept] = near[i];
            edges[kept] = edges[i];
            far[kept] = far[i];
            kept += Unsafe.BitCast<bool, byte>((uint)(answers[i] - from) <= width);
        }
        Count = kept;
    }

    /// <summary>Leaves that many citations of the lot, the first; false when there were more.</summary>
    public bool CutTo(int most)
    {
        var fits = Count <= most;
        Count = Math.Min(Count, most);
        return fits;
    }

    /// <summary>Brings the next lot; false when there is none.</summary>
    public bool Next()
    {
        Count = 0;
        while (Count < Lot && (left > 0 || NextRow()))
        {
            var take = Math.Min(left, Lot - Count);
            graph.CopyEdges(direction, at, edges.Slice(Count, take));
            near.Slice(Count, take).Fill(placed[row]);
            Count += take;
            at += take;
            left -= take;
        }
        graph.FarEnds(direction, Edges, far);
        return Count > 0;
    }

    private bool NextRow()
    {
        while (true)
        {
            while (++row < placed.Length)
            {
                if (counts[row] == 0) continue;
                (at, left) = (starts[row], counts[row]);
                return true;
            }
            if (ahead.IsEmpty) return false;
            placed = ahead[..Math.Min(PlacesTogether, ahead.Length)];
            ahead = ahead[placed.Length..];
            for (var i = 0; i < placed.Length; i++)
            {
                (starts[i], var count) = graph.RowPlace(placed[i], direction);
                counts[i] = Math.Min(count, mostOfRow);
            }
            row = -1;
        }
    }
}
