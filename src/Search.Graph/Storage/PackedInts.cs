using System.Runtime.CompilerServices;

namespace Search.Graph.Storage;

/// <summary>A column of numbers of one to four bytes in mapped memory. Every read is checked against the column's length.</summary>
internal sealed unsafe class PackedInts
{
    private readonly byte* first;
    private readonly uint count;
    private readonly int width;
    private readonly uint mask;
    private readonly GraphFile file;

    public PackedInts(GraphFile file, byte* start, in SectionEntry entry)
    {
        this.file = file;
        first = start + entry.Offset;
        count = (uint)entry.Count;
        width = entry.Width;
        mask = uint.MaxValue >> (8 * (4 - width));
        Entry = entry;
    }

    /// <summary>Where the column lies.</summary>
    public SectionEntry Entry { get; }

    public int Count => (int)count;

    public int this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= count) Outside(index);
            return (int)(Unsafe.ReadUnaligned<uint>(first + ((long)index * width)) & mask);
        }
    }

    /// <summary>Numbers that are adjacent.</summary>
    public void CopyTo(Span<int> to, int from)
    {
        if (to.IsEmpty) return;
        if ((uint)from >= count) Outside(from);
        if ((uint)to.Length > count - (uint)from) Outside((int)count);
        var at = first + ((long)from * width);
        var (step, bits) = (width, mask);
        for (var i = 0; i < to.Length; i++, at += step) to[i] = (int)(Unsafe.ReadUnaligned<uint>(at) & bits);
    }

    /// <summary>Numbers that are anywhere: no read waits for another.</summary>
    public void Gather(ReadOnlySpan<int> places, Span<int> to)
    {
        to = to[..places.Length];
        var start = first;
        var (step, bits, end) = (width, mask, count);
        for (var i = 0; i < places.Length; i++)
        {
            if ((uint)places[i] >= end) Outside(places[i]);
            to[i] = (int)(Unsafe.ReadUnaligned<uint>(start + ((long)places[i] * step)) & bits);
        }
    }

    private void Outside(int index) =>
        throw new GraphCorruptException(file.Path, Entry.Offset, $"{Entry.Section} has {count} entries and {index} was asked for");
}
