using System.Buffers;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Search.FullText.Storage;

/// <summary>A stretch of mapped memory.</summary>
internal readonly unsafe struct Mapped(byte* start, long length)
{
    public byte* Start { get; } = start;

    public long Length { get; } = length;

    public ReadOnlySpan<byte> Span => new(Start, checked((int)Length));

    public ByteReader Reader => new(Start);
}

/// <summary>Maps a file written by <see cref="SectionWriter"/> and hands out its sections.</summary>
internal sealed unsafe class MappedSections : IDisposable
{
    private const int ReadAtOnce = 1 << 18;
    private readonly SafeFileHandle _handle; // kept: a writer may remove the file while it is read
    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private readonly Dictionary<uint, (Mapped Bytes, uint Checksum)> _sections = [];
    private byte* _start;

    private MappedSections(string path, ReadOnlySpan<byte> magic, uint version)
    {
        Path = path;
        _handle = OpenFile(path);
        try
        {
            Length = RandomAccess.GetLength(_handle);
            if (Length < SectionWriter.HeaderLength + SectionWriter.FooterLength)
                throw new IndexCorruptException(path, Length, "the file is cut short");
            _file = MemoryMappedFile.CreateFromFile(_handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None,
                leaveOpen: true);
            _view = _file.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
            ReadDirectory(magic, version);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Path { get; }

    public long Length { get; }

    /// <summary>The footer's checksum: it stands for the whole file.</summary>
    public uint FooterChecksum { get; private set; }

    /// <summary>Maps the file and checks header, footer and directory; the sections are checked by <see cref="Verify"/>.</summary>
    /// <exception cref="IndexCorruptException">One of them is not as written.</exception>
    public static MappedSections Open(string path, ReadOnlySpan<byte> magic, uint version) => new(path, magic, version);

    /// <summary>The section of that id.</summary>
    public Mapped this[uint id] =>
        _sections.TryGetValue(id, out var s) ? s.Bytes : throw new IndexCorruptException(Path, Length, $"section {id:x} is missing");

    /// <summary>The section of that id, if there is one.</summary>
    public bool TryGet(uint id, out Mapped section)
    {
        var isThere = _sections.TryGetValue(id, out var found);
        section = found.Bytes;
        return isThere;
    }

    /// <summary>Checks every section against its checksum: by reading the file, which costs less than bringing every
    /// page of it into the mapping.</summary>
    /// <exception cref="IndexCorruptException">One differs.</exception>
    public void Verify()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadAtOnce);
        foreach (var (bytes, checksum) in _sections.Values)
        {
            var crc = Checksum.Begin();
            var start = bytes.Start - _start;
            for (long at = start, end = start + bytes.Length; at < end;)
            {
                var read = RandomAccess.Read(_handle, buffer.AsSpan(0, (int)Math.Min(ReadAtOnce, end - at)), at);
                if (read == 0) throw new IndexCorruptException(Path, at, "the file is cut short");
                crc.Append(buffer.AsSpan(0, read));
                at += read;
            }

            if (crc.GetCurrentHashAsUInt32() != checksum)
                throw new IndexCorruptException(Path, start, "the checksum of the section that begins here differs");
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Gives back the memory of what was read; see <see cref="MappedMemory.Release"/>.</summary>
    public void Release() => MappedMemory.Release(_start, Length);

    public void Dispose()
    {
        if (_start is not null)
        {
            _view!.SafeMemoryMappedViewHandle.ReleasePointer();
            _start = null;
        }

        _view?.Dispose();
        _file?.Dispose();
        _handle.Dispose();
    }

    private static SafeFileHandle OpenFile(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            throw new IndexCorruptException(path, 0, "the file is missing");
        }
    }

    private void ReadDirectory(ReadOnlySpan<byte> magic, uint version)
    {
        if (!new ReadOnlySpan<byte>(_start, magic.Length).SequenceEqual(magic))
            throw new IndexCorruptException(Path, 0, "this is not a file of this kind");
        var found = *(uint*)(_start + magic.Length);
        if (found != version)
            throw new IndexCorruptException(Path, magic.Length,
                $"format version {found} is not version {version}, which this program reads");
        var at = Length - SectionWriter.FooterLength;
        var footer = _start + at;
        FooterChecksum = *(uint*)(footer + 28);
        if (Checksum.Of(new ReadOnlySpan<byte>(footer, 28)) != FooterChecksum || *(uint*)(footer + 24) != SectionWriter.FooterMagic)
            throw new IndexCorruptException(Path, at, "the footer is damaged or the file is cut short");
        var directory = (long)*(ulong*)footer;
        var length = *(uint*)(footer + 8);
        if ((long)*(ulong*)(footer + 16) != Length || directory + length != at || length % 24 != 0)
            throw new IndexCorruptException(Path, at, "the file has another length than was written");
        if (Checksum.Of(new ReadOnlySpan<byte>(_start + directory, (int)length)) != *(uint*)(footer + 12))
            throw new IndexCorruptException(Path, directory, "the directory is damaged");
        for (var i = 0; i < length; i += 24)
        {
            var entry = _start + directory + i;
            var bytes = new Mapped(_start + *(long*)(entry + 4), *(long*)(entry + 12));
            _sections.Add(*(uint*)entry, (bytes, *(uint*)(entry + 20)));
        }
    }
}
