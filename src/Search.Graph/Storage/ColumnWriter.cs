using System.Buffers.Binary;
using System.IO.Hashing;

namespace Search.Graph.Storage;

/// <summary>Writes one column of numbers: packed to the width that its largest number needs, summed, padded.</summary>
internal sealed class ColumnWriter
{
    private readonly Stream stream;
    private readonly Crc32 crc = new(Crc32ParameterSet.Crc32C);
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly GraphSection section;
    private readonly int width;
    private readonly long offset;
    private int used;
    private int count;

    public ColumnWriter(Stream stream, GraphSection section, int largest)
    {
        this.stream = stream;
        this.section = section;
        offset = stream.Position;
        width = Width(largest);
    }

    /// <summary>Bytes that a number up to <paramref name="largest"/> needs.</summary>
    public static int Width(int largest) => largest switch { < 1 << 8 => 1, < 1 << 16 => 2, < 1 << 24 => 3, _ => 4 };

    public void Add(int value)
    {
        if (used > buffer.Length - 4) Flush();
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(used), value);
        used += width;
        count++;
    }

    /// <summary>Pads the column and returns where it is.</summary>
    public SectionEntry Finish()
    {
        var bytes = (long)count * width;
        for (var rest = GraphFormat.Padded(bytes) - bytes; rest > 0; rest--)
        {
            if (used == buffer.Length) Flush();
            buffer[used++] = 0;
        }
        Flush();
        return new SectionEntry(section, width, count, offset, crc.GetCurrentHashAsUInt32());
    }

    private void Flush()
    {
        crc.Append(buffer.AsSpan(0, used));
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
