using System.Buffers.Binary;
using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Search.Reuse.Storage;

/// <summary>A file of reuse, checked and mapped into memory: the system loads what is read of it.</summary>
internal sealed unsafe partial class ReuseFile
{
    /// <summary>Bytes that are checked at once.</summary>
    private const int CheckedAtOnce = 1 << 20;

    private const int DontNeed = 4; // MADV_DONTNEED of Linux

    private readonly string _path;
    private readonly ColumnEntry[] _entries = new ColumnEntry[ReuseFormat.Columns];
    private readonly SafeMemoryMappedViewHandle _view;
    private readonly byte* _start;

    private ReuseFile(string path, SafeFileHandle file)
    {
        _path = path;
        var length = RandomAccess.GetLength(file);
        if (length < ReuseFormat.FixedBytes) throw new ReuseCorruptException(path, length, "the header is cut");
        ReadEntries(length, Header(file, length));
        foreach (var (i, entry) in _entries.Index())
            if (ChecksumOf(file, entry) != entry.Checksum)
                throw new ReuseCorruptException(path, entry.Offset, $"{(ReuseColumn)i} does not match its checksum");
        using var mapping = MemoryMappedFile.CreateFromFile(
            file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
#pragma warning disable CA2000 // the view outlives the mapping; its handle frees it when nothing reads the columns any more
        var view = mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
#pragma warning restore CA2000
        _view = view.SafeMemoryMappedViewHandle;
        _start = (byte*)_view.DangerousGetHandle() + view.PointerOffset;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ReuseCorruptException">It is not as it was written.</exception>
    public static ReuseFile Open(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return new(path, file);
    }

    /// <summary>Gives back the memory of what was read: no page is held until it is read again. Does nothing but on Linux.</summary>
    public void Release()
    {
        if (OperatingSystem.IsLinux()) _ = madvise(_start, (nuint)_view.ByteLength, DontNeed); // a hint: what fails changes nothing
        GC.KeepAlive(_view);
    }

    [LibraryImport("libc")]
    private static partial int madvise(void* start, nuint length, int advice);

    public Column Of(ReuseColumn column) => new(_view, _start, _entries[(int)column]);

    private byte[] Header(SafeFileHandle file, long length)
    {
        var header = new byte[ReuseFormat.FixedBytes];
        Read(file, header, 0);
        if (!header.AsSpan(0, ReuseFormat.Magic.Length).SequenceEqual(ReuseFormat.Magic))
            throw new ReuseCorruptException(_path, 0, "this is not a file of reuse");
        var version = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8));
        if (version != ReuseFormat.Version)
            throw new ReuseCorruptException(_path, 8, $"format version {version} is not {ReuseFormat.Version}");
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(ReuseFormat.ChecksumAt));
        header.AsSpan(ReuseFormat.ChecksumAt, sizeof(uint)).Clear();
        if (ReuseFormat.Checksum(header) != checksum)
            throw new ReuseCorruptException(_path, ReuseFormat.ChecksumAt, "the header does not match its checksum");
        var written = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(16));
        if (written != length)
            throw new ReuseCorruptException(_path, Math.Min(written, length), $"{written} bytes were written and {length} are there");
        return header;
    }

    private void ReadEntries(long length, byte[] header)
    {
        var offset = (long)ReuseFormat.FixedBytes;
        for (var i = 0; i < _entries.Length; i++)
        {
            var entry = _entries[i] = ColumnEntry.Read(header.AsSpan(ReuseFormat.HeaderBytes + (i * ReuseFormat.EntryBytes)));
            if (entry.Width is < 1 or > 4 || entry.Count < 0 || entry.Offset != offset || offset + entry.Length > length)
                throw new ReuseCorruptException(_path, offset, $"the entry of {(ReuseColumn)i} does not fit");
            offset += entry.Length;
        }
        if (offset != length) throw new ReuseCorruptException(_path, offset, "the columns do not fill the file");
    }

    private uint ChecksumOf(SafeFileHandle file, ColumnEntry entry)
    {
        var crc = new Crc32(Crc32ParameterSet.Crc32C);
        var buffer = new byte[Math.Min(entry.Length, CheckedAtOnce)];
        for (var at = 0L; at < entry.Length; at += buffer.Length)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, entry.Length - at));
            Read(file, part, entry.Offset + at);
            crc.Append(part);
        }
        return crc.GetCurrentHashAsUInt32();
    }

    private void Read(SafeFileHandle file, Span<byte> to, long offset)
    {
        for (var read = 0; read < to.Length;)
            read += RandomAccess.Read(file, to[read..], offset + read) is > 0 and var n ? n
                : throw new ReuseCorruptException(_path, offset + read, "the file is cut");
    }
}

/// <summary>A column of unsigned numbers.</summary>
internal readonly unsafe struct Column(SafeMemoryMappedViewHandle view, byte* start, ColumnEntry entry)
{
    private readonly SafeMemoryMappedViewHandle _view = view;
    private readonly byte* _start = start + entry.Offset;
    private readonly int _width = entry.Width;

    public int Count { get; } = entry.Count;

    public int this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            var at = _start + ((long)index * _width);
            var number = _width switch
            {
                1 => at[0],
                2 => at[0] | (at[1] << 8),
                3 => at[0] | (at[1] << 8) | (at[2] << 16),
                _ => at[0] | (at[1] << 8) | (at[2] << 16) | (at[3] << 24),
            };
            GC.KeepAlive(_view); // its memory is there until the number is read
            return number;
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
