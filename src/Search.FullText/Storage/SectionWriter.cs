using System.Buffers.Binary;
using System.IO.Hashing;

namespace Search.FullText.Storage;

/// <summary>
/// Writes a file of checksummed sections: a header of eight bytes and a version, the sections one after another,
/// their directory, and a footer of fixed size. See docs/formats/full-text-segment.md.
/// </summary>
internal sealed class SectionWriter : IDisposable
{
    public const int HeaderLength = 12;
    public const int FooterLength = 32;
    public const uint FooterMagic = 0x46544743;

    private readonly Stream _stream;
    private readonly Crc32 _crc = Checksum.Begin();
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly List<(uint Id, long Offset, long Length, uint Checksum)> _sections = [];
    private int _filled;
    private long _written;
    private uint _section;
    private long _sectionStart;

    public SectionWriter(Stream stream, ReadOnlySpan<byte> magic, uint version)
    {
        _stream = stream;
        Raw(magic);
        UInt32(version);
    }

    /// <summary>Bytes from the start of the open section.</summary>
    public long SectionOffset => Position - _sectionStart;

    /// <summary>Bytes from the start of the file.</summary>
    public long Position => _written + _filled;

    public void Begin(uint section)
    {
        _section = section;
        _sectionStart = Position;
        _crc.Reset();
    }

    public void End() => _sections.Add((_section, _sectionStart, Position - _sectionStart, _crc.GetCurrentHashAsUInt32()));

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        _crc.Append(bytes);
        while (bytes.Length > 0)
        {
            var count = Math.Min(bytes.Length, _buffer.Length - _filled);
            bytes[..count].CopyTo(_buffer.AsSpan(_filled));
            _filled += count;
            bytes = bytes[count..];
            if (_filled == _buffer.Length) Flush();
        }
    }

    public void UInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        Raw(bytes);
    }

    /// <summary>Hands everything written so far to the stream, so that it can be read back.</summary>
    public void Flush()
    {
        _stream.Write(_buffer, 0, _filled);
        _written += _filled;
        _filled = 0;
        _stream.Flush();
    }

    /// <summary>Writes directory and footer.</summary>
    /// <returns>The footer's checksum: it stands for the whole file.</returns>
    public uint Finish()
    {
        var directory = new ByteBuffer();
        foreach (var (id, offset, length, checksum) in _sections)
        {
            directory.UInt32(id);
            directory.UInt64((ulong)offset);
            directory.UInt64((ulong)length);
            directory.UInt32(checksum);
        }

        var footer = new ByteBuffer();
        footer.UInt64((ulong)Position);
        footer.UInt32((uint)directory.Length);
        footer.UInt32(Checksum.Of(directory.Bytes));
        footer.UInt64((ulong)(Position + directory.Length + FooterLength));
        footer.UInt32(FooterMagic);
        var crc = Checksum.Of(footer.Bytes);
        footer.UInt32(crc);
        Raw(directory.Bytes);
        Raw(footer.Bytes);
        Flush();
        return crc;
    }

    public void Dispose() => _stream.Dispose();
}
