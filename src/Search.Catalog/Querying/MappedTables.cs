using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Search.Catalog.Querying;

/// <summary>
/// A SQLite database mapped into memory, whose tables are read by row number without SQLite: a row of a page of hits costs a tenth of what
/// a statement does, and all threads share one mapping. The layout is that of https://www.sqlite.org/fileformat.html; the file is
/// immutable and was verified when its snapshot was opened.
/// </summary>
internal sealed unsafe class MappedTables : IDisposable
{
    private const int HeaderBytes = 100;
    private const int Utf8 = 1;

    private readonly MemoryMappedFile _mapping;
    private readonly SafeMemoryMappedViewHandle _view;
    private readonly byte* _start;
    private readonly long _pages;
    private readonly int _pageSize;

    /// <summary>Maps a file.</summary>
    /// <exception cref="InvalidDataException">It is not a SQLite database in UTF-8.</exception>
    public MappedTables(string path)
    {
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            Span<byte> header = stackalloc byte[HeaderBytes];
            if (RandomAccess.Read(file, header, 0) < HeaderBytes || !header.StartsWith("SQLite format 3\0"u8)
                || BinaryPrimitives.ReadInt32BigEndian(header[56..]) != Utf8)
                throw new InvalidDataException($"{path} is not a SQLite database in UTF-8. Build the snapshot again.");
            _pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size and > 1 ? size : 1 << 16;
            Usable = _pageSize - header[20];
            _pages = RandomAccess.GetLength(file) / _pageSize;
            _mapping = MemoryMappedFile.CreateFromFile(
                file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        }
#pragma warning disable CA2000 // its handle frees it
        var view = _mapping.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
#pragma warning restore CA2000
        _view = view.SafeMemoryMappedViewHandle;
        _view.AcquirePointer(ref _start);
        _start += view.PointerOffset;
    }

    /// <summary>Bytes of a page that hold rows.</summary>
    public int Usable { get; }

    /// <summary>A page by its number, from 1 on; the first without the header of the file.</summary>
    /// <param name="number">The number.</param>
    /// <param name="skipped">Bytes left out in front, which offsets in the page count.</param>
    public ReadOnlySpan<byte> Page(uint number, out int skipped)
    {
        if (number == 0 || number > _pages) throw new InvalidDataException($"The database has no page {number}. Verify the snapshot.");
        skipped = number == 1 ? HeaderBytes : 0;
        return new ReadOnlySpan<byte>(_start + ((number - 1L) * _pageSize), _pageSize)[skipped..];
    }

    public void Dispose()
    {
        if (_view.IsClosed) return;
        _view.ReleasePointer();
        _view.Dispose();
        _mapping.Dispose();
    }
}

/// <summary>One table of a mapped database: a b-tree over row numbers.</summary>
/// <param name="tables">The database.</param>
/// <param name="root">The number of the table's root page.</param>
internal sealed class MappedTable(MappedTables tables, uint root)
{
    private const byte Interior = 5;
    private const byte Leaf = 13;
    private const int DeepestTree = 20;

    /// <summary>A longer row than the rest of a page does not lie in it as a whole: the file format's limit of a leaf's payload.</summary>
    private const int NotForRows = 35;

    /// <summary>Finds a row; false where there is none, or where it is so long that it continues on other pages.</summary>
    public bool TryFind(long number, out MappedRow row)
    {
        var at = root;
        for (var depth = 0; depth < DeepestTree; depth++)
        {
            var page = tables.Page(at, out var skipped);
            var cells = BinaryPrimitives.ReadUInt16BigEndian(page[3..]);
            if (page[0] == Leaf) return TryFindInLeaf(page, skipped, cells, number, out row);
            if (page[0] != Interior) break;
            var (low, high) = (0, (int)cells);
            while (low < high)
            {
                var middle = (low + high) >> 1;
                _ = Varint(page[(CellAt(page, 12, middle, skipped) + 4)..], out var last);
                if (last < number) low = middle + 1;
                else high = middle;
            }
            at = BinaryPrimitives.ReadUInt32BigEndian(low == cells ? page[8..] : page[CellAt(page, 12, low, skipped)..]);
        }
        throw new InvalidDataException($"Page {at} of the database is not one of a table. Verify the snapshot.");
    }

    private bool TryFindInLeaf(ReadOnlySpan<byte> page, int skipped, int cells, long number, out MappedRow row)
    {
        row = default;
        var (low, high) = (0, cells - 1);
        for (var guess = 0; low <= high;)
        {
            var cell = page[CellAt(page, 8, guess, skipped)..];
            var at = Varint(cell, out var length);
            at += Varint(cell[at..], out var found);
            if (found == number)
            {
                if (length > tables.Usable - NotForRows) return false;
                row = new(cell.Slice(at, (int)length));
                return true;
            }

            // where rows are numbered without gaps, the first of the page says where the row is
            var isNear = guess == 0 && number > found && (ulong)(number - found) <= (ulong)high;
            if (found < number) low = guess + 1;
            else high = guess - 1;
            guess = isNear ? (int)(number - found) : (low + high) >> 1;
        }

        return false;
    }

    private static int CellAt(ReadOnlySpan<byte> page, int header, int cell, int skipped) =>
        BinaryPrimitives.ReadUInt16BigEndian(page[(header + (2 * cell))..]) - skipped;

    /// <summary>Reads a number of one to nine bytes, the highest first, and returns its length.</summary>
    internal static int Varint(ReadOnlySpan<byte> bytes, out long value)
    {
        value = 0;
        for (var i = 0; i < 8; i++)
        {
            value = (value << 7) | (long)(bytes[i] & 0x7F);
            if (bytes[i] < 0x80) return i + 1;
        }
        value = (value << 8) | bytes[8];
        return 9;
    }
}

/// <summary>A row of a mapped table; spans of it are valid as long as the mapping.</summary>
internal readonly ref struct MappedRow
{
    private const int FirstBlob = 12;
    private readonly ReadOnlySpan<byte> _record;

    public MappedRow(ReadOnlySpan<byte> record) => _record = record;

    /// <summary>Whether the column holds a whole number; the column that is the number of the row is stored as NULL.</summary>
    public bool IsNumber(int column)
    {
        _ = Find(column, out var type);
        return type is > 0 and < 7 or 8 or 9;
    }

    /// <summary>Whether the column holds nothing.</summary>
    public bool IsNull(int column)
    {
        _ = Find(column, out var type);
        return type == 0;
    }

    /// <summary>A whole number; 0 for NULL.</summary>
    public long Number(int column)
    {
        var bytes = Find(column, out var type);
        if (type is 8 or 9) return type - 8;
        if (bytes.IsEmpty || type >= FirstBlob) return 0;
        long value = (sbyte)bytes[0];
        for (var i = 1; i < bytes.Length; i++) value = (value << 8) | bytes[i];
        return value;
    }

    /// <summary>A text as UTF-8; empty for NULL.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => Find(column, out _);

    /// <summary>A text; null for NULL.</summary>
    public string? Text(int column)
    {
        var bytes = Find(column, out var type);
        return type == 0 ? null : Encoding.UTF8.GetString(bytes);
    }

    private ReadOnlySpan<byte> Find(int column, out long type)
    {
        var at = MappedTable.Varint(_record, out var header);
        var offset = header;
        type = 0;
        for (var i = 0; at < header; i++)
        {
            at += MappedTable.Varint(_record[at..], out type);
            var length = LengthOf(type);
            if (i == column) return _record.Slice((int)offset, (int)length);
            offset += length;
        }
        type = 0;
        return []; // columns added after the row was written are NULL
    }

    private static long LengthOf(long type) => type switch
    {
        < 5 => type,
        5 => 6,
        6 or 7 => 8,
        < FirstBlob => 0,
        _ => (type - FirstBlob) / 2,
    };
}
