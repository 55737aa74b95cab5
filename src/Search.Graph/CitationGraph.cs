using System.Collections.Concurrent;
using Search.Graph.Storage;

namespace Search.Graph;

/// <summary>
/// The citation graph of a snapshot, read in place from its memory-mapped file. Questions are extension methods beside it:
/// neighbourhoods, chains, related works, influence, reports.
/// Guarantees: read-only, safe for any number of threads. Requires: no question is running, and no row in use, when it is disposed.
/// </summary>
public sealed class CitationGraph : IDisposable
{
    private readonly GraphFile file;
    private readonly ConcurrentBag<NodeTally> tallies = [];
    private readonly PackedInts dates;
    private readonly PackedInts flags;
    private readonly PackedInts citesStarts;
    private readonly PackedInts citedByStarts;
    private readonly PackedInts sources;
    private readonly PackedInts targets;
    private readonly PackedInts clauses;
    private readonly PackedInts marks;
    private readonly PackedInts citesEdges;
    private readonly PackedInts citesWorks;
    private readonly PackedInts citedByWorks;
    private readonly PackedInts citedByEdges;
    private bool closed;

    private CitationGraph(GraphFile file)
    {
        this.file = file;
        dates = file.Column(GraphSection.NodeDates);
        flags = file.Column(GraphSection.NodeFlags);
        citesStarts = file.Column(GraphSection.CitesStarts);
        citedByStarts = file.Column(GraphSection.CitedByStarts);
        sources = file.Column(GraphSection.EdgeSources);
        targets = file.Column(GraphSection.EdgeTargets);
        clauses = file.Column(GraphSection.EdgeClauses);
        marks = file.Column(GraphSection.EdgeMarks);
        citesEdges = file.Column(GraphSection.CitesEdges);
        citedByEdges = file.Column(GraphSection.CitedByEdges);
        citesWorks = file.Column(GraphSection.CitesWorks);
        citedByWorks = file.Column(GraphSection.CitedByWorks);
        NodeCount = file.Nodes;
        EdgeCount = file.Edges;
    }

    /// <summary>Works.</summary>
    public int NodeCount { get; }

    /// <summary>Citations.</summary>
    public int EdgeCount { get; }

    /// <summary>Opens a graph. Only the header and the length are checked, which costs the same at any size: see
    /// <see cref="Verify"/>.</summary>
    /// <exception cref="GraphCorruptException">The header is damaged, the file has another length, or it is of another version.</exception>
    public static CitationGraph Open(string path) => new(GraphFile.Open(path));

    /// <summary>Reads the whole file: every column against its checksum, every row against the columns.</summary>
    /// <exception cref="GraphCorruptException">The first part that differs from what was written.</exception>
    public void Verify()
    {
        file.CheckColumns();
        CheckRows(citesStarts, citesEdges, sources);
        CheckRows(citedByStarts, citedByEdges, targets);
    }

    /// <summary>
    /// Takes into the process's memory map what the first question of a graph just opened would otherwise wait for: every page of the file,
    /// and four bytes a work that a question counts in. It takes about
    /// 40 milliseconds for 200 MB that the system has in memory. Answers are the same without it.
    /// </summary>
    public void Preload()
    {
        file.TouchPages();
        using var tally = RentTally();
        tally.TouchPages();
    }

    /// <summary>A work's date: yyyymmdd with 00 for what is not known, 0 for no date.</summary>
    public int DateOf(int node) => dates[Checked(node)];

    /// <summary>The eight bits that the builder was given for a work.</summary>
    public byte FlagsOf(int node) => (byte)flags[Checked(node)];

    /// <summary>What a work cites, in the order in which the edges were added.</summary>
    public EdgeRow Cites(int node) => Row(citesStarts, citesEdges, Checked(node));

    /// <summary>What cites a work: oldest source first, undated ones last; a source's edges are adjacent, in the
    /// order in which they were added.</summary>
    public EdgeRow CitedBy(int node) => Row(citedByStarts, citedByEdges, Checked(node));

    /// <summary>How many citations a work makes.</summary>
    public int CitesCount(int node) => Cites(node).Count;

    /// <summary>How many citations a work receives.</summary>
    public int CitedByCount(int node) => CitedBy(node).Count;

    /// <summary>How many works it cites, each once, itself not counted.</summary>
    public int CitedWorksCount(int node) => citesWorks[Checked(node)];

    /// <summary>How many works cite it, each once, itself not counted.</summary>
    public int CitingWorksCount(int node) => citedByWorks[Checked(node)];

    /// <summary>An edge with all that is known of it.</summary>
    public GraphEdge Edge(int edge)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge, (uint)EdgeCount, nameof(edge));
        var m = Marks(edge);
        return new GraphEdge(Source(edge), Target(edge), m.Treatment, m.Place, clauses[edge], m.HasPinpoint, m.ListSize);
    }

    /// <summary>The citing clause of an edge, as in <see cref="Edge"/>.</summary>
    public int ClauseOf(int edge)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge, (uint)EdgeCount, nameof(edge));
        return clauses[edge];
    }

    /// <summary>The same graph for QuikGraph's algorithms.</summary>
    public QuikGraphView AsQuikGraph() => new(this);

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        if (closed) return;
        closed = true;
        file.Dispose();
    }

    internal int Source(int edge) => KnownNode(sources, edge);

    internal int Target(int edge) => KnownNode(targets, edge);

    /// <summary>The marks of edges, to be made an <see cref="EdgeMarks"/> each.</summary>
    internal void Marks(ReadOnlySpan<int> edges, Span<int> to) => marks.Gather(edges, to);

    /// <summary>The dates of works.</summary>
    internal void Dates(ReadOnlySpan<int> nodes, Span<int> to) => dates.Gather(nodes, to);

    internal EdgeMarks Marks(int edge) => new((ushort)marks[edge]);

    internal int Date(int node) => dates[node];

    /// <summary>The row on one side; <paramref name="direction"/> is one of the two single ones.</summary>
    internal EdgeRow Row(int node, CitationDirection direction) => direction == CitationDirection.Cites ? Cites(node) : CitedBy(node);

    /// <summary>The work at the far end of an edge that was found in a row of that direction.</summary>
    internal int FarEnd(int edge, CitationDirection direction) => direction == CitationDirection.Cites ? Target(edge) : Source(edge);

    /// <summary>The row on one side without its edges: where it starts in the column of that side, and how many edges it has.</summary>
    internal (int Start, int Count) RowPlace(int node, CitationDirection direction) =>
        Place(direction == CitationDirection.Cites ? citesStarts : citedByStarts, node);

    /// <summary>Edge numbers that are adjacent in the rows of one side.</summary>
    internal void CopyEdges(CitationDirection direction, int start, Span<int> to) =>
        (direction == CitationDirection.Cites ? citesEdges : citedByEdges).CopyTo(to, start);

    /// <summary>The works at the far ends of edges that were found in rows of that direction.</summary>
    internal void FarEnds(CitationDirection direction, ReadOnlySpan<int> edges, Span<int> to)
    {
        var ends = direction == CitationDirection.Cites ? targets : sources;
        ends.Gather(edges, to);
        for (var i = 0; i < edges.Length; i++)
            if ((uint)to[i] >= (uint)NodeCount) UnknownNode(ends, edges[i], to[i]);
    }

    /// <summary>A number for each work, all zero, to be disposed of after the question.</summary>
    internal NodeTally RentTally() => tallies.TryTake(out var tally) ? tally : new NodeTally(NodeCount, tallies);

    internal int Checked(int node)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)NodeCount, nameof(node));
        return node;
    }

    private EdgeRow Row(PackedInts starts, PackedInts edges, int node)
    {
        var (start, count) = Place(starts, node);
        return new EdgeRow(edges, start, count);
    }

    private (int Start, int Count) Place(PackedInts starts, int node)
    {
        var start = starts[node];
        var end = starts[node + 1];
        if (start > end || end > EdgeCount) OutsideGraph(starts, node);
        return (start, end - start);
    }

    private int KnownNode(PackedInts ends, int edge)
    {
        var node = ends[edge];
        if ((uint)node >= (uint)NodeCount) UnknownNode(ends, edge, node);
        return node;
    }

    private void OutsideGraph(PackedInts starts, int node) =>
        throw new GraphCorruptException(file.Path, starts.Entry.Offset, $"the row of node {node} is not inside the graph");

    private void UnknownNode(PackedInts ends, int edge, int node) =>
        throw new GraphCorruptException(file.Path, ends.Entry.Offset, $"edge {edge} names node {node} of {NodeCount}");

    private void CheckRows(PackedInts starts, PackedInts edges, PackedInts ends)
    {
        var seen = 0L;
        for (var node = 0; node < NodeCount; node++)
            foreach (var edge in Row(starts, edges, node))
            {
                if (KnownNode(ends, edge) != node)
                    throw new GraphCorruptException(file.Path, edges.Entry.Offset, $"edge {edge} is in the row of node {node}");
                seen++;
            }
        if (seen != EdgeCount) throw new GraphCorruptException(file.Path, edges.Entry.Offset, $"the rows hold {seen} edges of {EdgeCount}");
    }
}
