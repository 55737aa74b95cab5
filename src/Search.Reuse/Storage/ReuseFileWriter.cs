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
    private readonly Crc32 _crc = new(Crc32ParameterSet.Crc32C);
    private long _offset;
    private int _width;
    private int _filled;

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
        var largest = 0u;
        foreach (var number in numbers) largest = Math.Max(largest, (uint)number);
        Begin(column, largest);
        foreach (var number in numbers) Add(number);
        End(numbers.Length);
    }

    /// <summary>Writes the next column.</summary>
    /// <param name="column">Which it is: they come in order.</param>
    /// <param name="numbers">Numbers from 0 up; they are read twice.</param>
    public void Column(ReuseColumn column, IEnumerable<int> numbers)
    {
        var largest = 0;
        foreach (var number in numbers) largest = Math.Max(largest, number);
        Column(column, numbers, largest);
    }

    /// <summary>Writes the next column.</summary>
    /// <param name="column">Which it is: they come in order.</param>
    /// <param name="numbers">Numbers from 0 up; they are read once.</param>
    /// <param name="largest">The largest of them, or 0 where there is none.</param>
    public void Column(ReuseColumn column, IEnumerable<int> numbers, int largest)
    {
        Begin(column, (uint)largest);
        var count = 0;
        foreach (var number in numbers)
        {
            Add(number);
            count = checked(count + 1);
        }
        End(count);
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

    private void Begin(ReuseColumn column, uint largest)
    {
        if ((int)column != _entries.Count) throw new InvalidOperationException($"{column} is not the next column.");
        _width = largest switch { <= 0xff => 1, <= 0xffff => 2, <= 0xffffff => 3, _ => 4 };
        _offset = _stream.Position;
        _crc.Reset();
    }

    private void Add(int number)
    {
        if (_filled + sizeof(int) > _buffer.Length) Flush();
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_filled), number); // the next number is written over what is too much
        _filled += _width;
    }

    private void End(int count)
    {
        Flush();
        _entries.Add(new(_width, count, _offset, _crc.GetCurrentHashAsUInt32()));
    }

    private void Flush()
    {
        _crc.Append(_buffer.AsSpan(0, _filled));
        _stream.Write(_buffer, 0, _filled);
        _filled = 0;
    }
}
