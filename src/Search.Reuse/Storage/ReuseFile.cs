using System.Buffers.Binary;

namespace Search.Reuse.Storage;

/// <summary>A file of reuse, read into memory whole and checked.</summary>
internal sealed class ReuseFile
{
    private readonly byte[] _bytes;
    private readonly ColumnEntry[] _entries = new ColumnEntry[ReuseFormat.Columns];

    private ReuseFile(string path, byte[] bytes)
    {
        _bytes = bytes;
        if (bytes.Length < ReuseFormat.FixedBytes) throw new ReuseCorruptException(path, bytes.Length, "the header is cut");
        if (!bytes.AsSpan(0, ReuseFormat.Magic.Length).SequenceEqual(ReuseFormat.Magic))
            throw new ReuseCorruptException(path, 0, "this is not a file of reuse");
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        if (version != ReuseFormat.Version)
            throw new ReuseCorruptException(path, 8, $"format version {version} is not {ReuseFormat.Version}");
        var header = bytes.AsSpan(0, ReuseFormat.FixedBytes).ToArray();
        header.AsSpan(ReuseFormat.ChecksumAt, 4).Clear();
        if (ReuseFormat.Checksum(header) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(ReuseFormat.ChecksumAt)))
            throw new ReuseCorruptException(path, ReuseFormat.ChecksumAt, "the header does not match its checksum");
        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(16));
        if (length != bytes.Length)
            throw new ReuseCorruptException(path, Math.Min(length, bytes.Length),
                $"{length} bytes were written and {bytes.Length} are there");
        var offset = (long)ReuseFormat.FixedBytes;
        for (var i = 0; i < _entries.Length; i++)
        {
            var entry = _entries[i] = ColumnEntry.Read(bytes.AsSpan(ReuseFormat.HeaderBytes + (i * ReuseFormat.EntryBytes)));
            if (entry.Width is < 1 or > 4 || entry.Count < 0 || entry.Offset != offset || offset + entry.Length > bytes.Length)
                throw new ReuseCorruptException(path, offset, $"the entry of {(ReuseColumn)i} does not fit");
            if (ReuseFormat.Checksum(bytes.AsSpan((int)offset, (int)entry.Length)) != entry.Checksum)
                throw new ReuseCorruptException(path, offset, $"{(ReuseColumn)i} does not match its checksum");
            offset += entry.Length;
        }
        if (offset != length) throw new ReuseCorruptException(path, offset, "the columns do not fill the file");
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ReuseCorruptException">It is not as it was written.</exception>
    public static ReuseFile Open(string path) => new(path, File.ReadAllBytes(path));

    public Column Of(ReuseColumn column) => new(_bytes, _entries[(int)column]);
}

/// <summary>A column of unsigned numbers.</summary>
internal readonly struct Column(byte[] bytes, ColumnEntry entry)
{
    private readonly byte[] _bytes = bytes;
    private readonly int _offset = (int)entry.Offset;
    private readonly int _width = entry.Width;

    public int Count { get; } = entry.Count;

    public int[] ToArray()
    {
        var numbers = new int[Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = this[i];
        return numbers;
    }

    public int this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            var at = _bytes.AsSpan(_offset + (index * _width), _width);
            return _width switch
            {
                1 => at[0],
                2 => at[0] | (at[1] << 8),
                3 => at[0] | (at[1] << 8) | (at[2] << 16),
                _ => BinaryPrimitives.ReadInt32LittleEndian(at),
            };
        }
    }

    /// <summary>The first position in a range, which ascends, whose number is not less; the range's end where there is none.</summary>
    public int LowerBound(int from, int to, int number)
    {
        while (from < to)
        {
            var middle = (int)(((uint)from + (uint)to) / 2);
            if (this[middle] < number) from = middle + 1;
            else to = middle;
        }
        return from;
    }
}
