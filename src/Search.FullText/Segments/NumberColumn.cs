using System.Runtime.CompilerServices;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>One integer for every document of a segment, as its distance from the smallest in units of the
/// greatest common divisor.</summary>
internal sealed unsafe class NumberColumn
{
    private const int HeaderLength = 25;
    private readonly PackedNumbers _values;
    private readonly long _divisor;

    public NumberColumn(Mapped section, int count)
    {
        Count = count;
        var at = section.Reader;
        Smallest = (long)at.UInt64();
        _divisor = (long)at.UInt64();
        Largest = (long)at.UInt64();
        _values = new PackedNumbers(section.Start + HeaderLength, at.Byte());
    }

    public int Count { get; }

    public long Smallest { get; }

    public long Largest { get; }

    public long this[int document]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => unchecked(Smallest + ((long)_values[document] * _divisor));
    }

    /// <summary>The number of a document as it is packed: ascending with the numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Packed(int document) => _values[document];

    /// <summary>The packed forms of the numbers from <paramref name="from"/> to <paramref name="to"/>, which reach into the column's range;
    /// the first is greater than the last if there are none.</summary>
    public (ulong Least, ulong Most) PackedBetween(long from, long to)
    {
        var (divisor, above) = ((ulong)_divisor, unchecked((ulong)Math.Max(from, Smallest) - (ulong)Smallest));
        var least = (above / divisor) + (above % divisor == 0 ? 0UL : 1UL);
        return (least, unchecked((ulong)Math.Min(to, Largest) - (ulong)Smallest) / divisor);
    }

    /// <summary>The index of a value in a column whose values ascend, or -1.</summary>
    public int IndexOf(long value)
    {
        var low = 0;
        var high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = this[middle];
            if (found == value) return middle;
            if (found < value) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    public static void Write(SectionWriter sink, uint section, ReadOnlySpan<long> values)
    {
        long smallest = 0, largest = 0;
        if (values.Length > 0)
        {
            (smallest, largest) = (values[0], values[0]);
            foreach (var v in values)
            {
                smallest = Math.Min(smallest, v);
                largest = Math.Max(largest, v);
            }
        }

        var divisor = 0UL;
        foreach (var v in values) divisor = Divisor(divisor, unchecked((ulong)(v - smallest)));
        if (divisor == 0) divisor = 1;
        var width = PackedNumbers.WidthFor(unchecked((ulong)(largest - smallest)) / divisor);
        var header = new ByteBuffer();
        header.UInt64((ulong)smallest);
        header.UInt64(divisor);
        header.UInt64((ulong)largest);
        header.Byte((byte)width);
        sink.Begin(section);
        sink.Raw(header.Bytes);
        var packed = new PackedNumbersWriter(sink, width);
        foreach (var value in values) packed.Add(unchecked((ulong)(value - smallest)) / divisor);
        packed.Finish();
        sink.End();
    }

    private static ulong Divisor(ulong a, ulong b)
    {
        if (a == 1) return 1;
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
