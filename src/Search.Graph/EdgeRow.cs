using Search.Graph.Storage;

namespace Search.Graph;

/// <summary>
/// The numbers of the edges on one side of a work, read in place. Holds as long as the graph is open.
/// </summary>
public readonly struct EdgeRow
{
    private readonly PackedInts edges;
    private readonly int start;

    internal EdgeRow(PackedInts edges, int start, int count)
    {
        this.edges = edges;
        this.start = start;
        Count = count;
    }

    /// <summary>How many edges.</summary>
    public int Count { get; }

    /// <summary>The edge at a place of the row.</summary>
    public int this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return edges[start + index];
        }
    }

    /// <summary>A part of the row.</summary>
    public EdgeRow Slice(int from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)from, (uint)Count, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(Count - from), nameof(count));
        return new EdgeRow(edges, start + from, count);
    }

    /// <summary>The row copied out.</summary>
    public int[] ToArray()
    {
        var copy = new int[Count];
        for (var i = 0; i < copy.Length; i++) copy[i] = edges[start + i];
        return copy;
    }

    /// <summary>Goes through the row without allocating.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>A walk through a row.</summary>
    public struct Enumerator
    {
        private readonly PackedInts edges;
        private readonly int end;
        private int at;

        internal Enumerator(in EdgeRow row)
        {
            edges = row.edges;
            at = row.start - 1;
            end = row.start + row.Count;
        }

        /// <summary>The edge.</summary>
        public readonly int Current => edges[at];

        /// <summary>Goes on to the next edge.</summary>
        public bool MoveNext() => ++at < end;
    }
}
