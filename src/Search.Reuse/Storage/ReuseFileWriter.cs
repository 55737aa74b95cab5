using System.Buffers.Binary;
using System.IO.Hashing;

namespace Search.Reuse.Storage;

/// <summary>Writes columns one after another, then the table of them at the start of the file.</summary>
internal sealed class ReuseFileWriter
{
    private const int BufferBytes = 1 << 16;

    private readonly Stream _stream;
    private readonly List<ColumnEntry> _entries = [];
    private readonly byte[] _buffer = new byte[BufferBytes];

    public ReuseFileWriter(Stream stream)
    {
        _stream = stream;
        _stream.Write(new byte[ReuseFormat.FixedBytes]);
    }

    /// <summary>Writes the next column.</summary>
    /// <param name="column">Which it is: they come in order.</param>
    /// <param name="numbers">Numbers from 0 up.</param>
    public void Column(ReuseColumn column, ReadOnlySpan<int> numbers)
    {
        if ((int)column != _entries.Count) throw new InvalidOperationException($"{column} is not the next column.");
        var largest = 0u;
        foreach (var number in numbers) largest = Math.Max(largest, (uint)number);
        var width = largest switch { <= 0xff => 1, <= 0xffff => 2, <= 0xffffff => 3, _ => 4 };
        var crc = new Crc32(Crc32ParameterSet.Crc32C);
        var offset = _stream.Position;
        var filled = 0;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)number);
            if (filled + width > _buffer.Length) Flush(crc, ref filled);
            bytes[..width].CopyTo(_buffer.AsSpan(filled));
            filled += width;
        }
        Flush(crc, ref filled);
        _entries.Add(new(width, numbers.Length, offset, crc.GetCurrentHashAsUInt32()));
    }

    /// <summary>Writes header and table.</summary>
    public void Finish()
    {
        var bytes = new byte[ReuseFormat.FixedBytes];
        ReuseFormat.Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), ReuseFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), _entries.Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), _stream.Position);
        for (var i = 0; i < _entries.Count; i++) _entries[i].Write(bytes.AsSpan(ReuseFormat.HeaderBytes + (i * ReuseFormat.EntryBytes)));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(ReuseFormat.ChecksumAt), ReuseFormat.Checksum(bytes));
        _stream.Position = 0;
        _stream.Write(bytes);
    }

    private void Flush(Crc32 crc, ref int filled)
    {
        crc.Append(_buffer.AsSpan(0, filled));
        _stream.Write(_buffer, 0, filled);
        filled = 0;
    }
}
