using System.Collections.Concurrent;

namespace Search.Graph.Storage;

/// <summary>
/// A number for every node, zero at first, that remembers which were set: counting and marking cost what was touched,
/// not what the graph has. Given back to its pool, all zero, when disposed.
/// </summary>
internal sealed class NodeTally(int nodes, ConcurrentBag<NodeTally> pool) : IDisposable
{
    private readonly int[] values = new int[nodes];
    private int[] touched = new int[64];
    private int count;

    public int this[int node] => values[node];

    /// <summary>The nodes whose number was set, in that order.</summary>
    public ReadOnlySpan<int> Touched => touched.AsSpan(0, count);

    public int Count => count;

    /// <summary>The node touched as number <paramref name="i"/>.</summary>
    public int TouchedAt(int i) => touched[i];

    /// <summary>The numbers of several nodes: no read waits for another.</summary>
    public void Look(ReadOnlySpan<int> nodes, Span<int> to)
    {
        var all = values;
        to = to[..nodes.Length];
        for (var i = 0; i < nodes.Length; i++) to[i] = all[nodes[i]];
    }

    /// <summary>
    /// A number, shifted to the right, below which none of some nodes is among that many with the largest: what else decides between them
    /// need be asked of the others only. The largest cannot be told apart beyond 255, and the answer is the lower for it.
    /// </summary>
    public int Threshold(ReadOnlySpan<int> nodes, int wanted, int shift)
    {
        const int Most = 256;
        Span<int> having = stackalloc int[Most];
        foreach (var node in nodes) having[Math.Min(values[node] >>> shift, Most - 1)]++;
        var number = Most;
        for (var more = 0; number > 0 && more < wanted;) more += having[--number];
        return number;
    }

    /// <summary>Sets a number that is not zero.</summary>
    public void Set(int node, int value)
    {
        if (values[node] == 0) Remember(node);
        values[node] = value;
    }

    /// <summary>Writes to every page, for the system gives memory when it is first written to.</summary>
    public void TouchPages()
    {
        for (var node = 0; node < values.Length; node += Environment.SystemPageSize / sizeof(int)) Volatile.Write(ref values[node], 0);
    }

    public void Increment(int node)
    {
        if (values[node]++ == 0) Remember(node);
    }

    public void Clear()
    {
        foreach (var node in Touched) values[node] = 0;
        count = 0;
    }

    public void Dispose()
    {
        Clear();
        pool.Add(this);
    }

    private void Remember(int node)
    {
        if (count == touched.Length) Array.Resize(ref touched, count * 2);
        touched[count++] = node;
    }
}
