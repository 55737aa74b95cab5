using System.Runtime.CompilerServices;

namespace Search.Citations.Graph.Storage;

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

    private void Outside(int index) =>
        throw new GraphCorruptException(file.Path, Entry.Offset, $"{Entry.Section} has {count} entries and {index} was asked for");
}
