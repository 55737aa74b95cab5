using System.Runtime.InteropServices;

namespace Search.Graph.Storage;

/// <summary>Keeps the nodes with the largest keys; equal keys by number, smaller first. A node offered costs
/// a comparison, rarely more.</summary>
internal sealed class TopNodes(int capacity)
{
    private readonly List<UInt128> kept = [];
    private UInt128 threshold;

    public void Offer(ulong key, int node)
    {
        var whole = new UInt128(key, ~(uint)node);
        if (whole < threshold) return;
        kept.Add(whole);
        if (kept.Count >= 2L * Math.Max(capacity, 32)) Shrink();
    }

    /// <summary>The nodes, largest key first.</summary>
    public int[] Take()
    {
        Shrink();
        var nodes = new int[kept.Count];
        for (var i = 0; i < nodes.Length; i++) nodes[i] = (int)~(uint)(ulong)kept[i];
        return nodes;
    }

    private void Shrink()
    {
        var all = CollectionsMarshal.AsSpan(kept);
        all.Sort(static (a, b) => b.CompareTo(a));
        if (kept.Count <= capacity) return;
        kept.RemoveRange(capacity, kept.Count - capacity);
        threshold = capacity == 0 ? UInt128.MaxValue : kept[^1];
    }
}
