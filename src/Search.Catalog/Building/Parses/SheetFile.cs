using System.Collections.Concurrent;

namespace Search.Catalog.Building.Parses;

/// <summary>What a build asks of a document again and again, without its text.</summary>
/// <param name="Hash">SHA-256 of its file and of the sidecar that was used, hex.</param>
/// <param name="Sheet">Its front matter, and what of its text concerns other documents.</param>
/// <param name="Text">Where its text is.</param>
/// <param name="Clues">Where its clues are.</param>
internal sealed record SheetEntry(string Hash, DocumentSheet Sheet, StoredText Text, StoredText Clues);

/// <summary>
/// The sheets of the documents of one build, in a temporary file: a build holds a number for each in memory and reads a sheet when it asks
/// for it. The file goes away with this object; entries that the process holds anyway are not written to it. Safe to use from several
/// threads.
/// </summary>
/// <param name="file">An empty file that no one else uses; it is closed with this object.</param>
internal sealed class SheetFile(FileStream file) : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly Lock _gate = new();
    private readonly ThreadLocal<(int Number, SheetEntry? Entry)> _last = new();
    private readonly List<long> _ends = [];
    private readonly ConcurrentDictionary<int, SheetEntry> _held = new();
    private readonly byte[] _buffer = new byte[BufferBytes];
    private long _written;
    private int _filled;

    /// <summary>Adds an entry.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public int Add(SheetEntry entry)
    {
        var to = new StoreWriter();
        to.Text(entry.Hash);
        SheetFormat.Write(to, entry.Sheet);
        Write(to, entry.Text);
        Write(to, entry.Clues);
        lock (_gate)
        {
            Append(to.Bytes);
            _ends.Add(_written + _filled);
            return _ends.Count - 1;
        }
    }

    /// <summary>Adds an entry that stays in memory.</summary>
    /// <returns>Its number.</returns>
    public int Hold(SheetEntry entry)
    {
        lock (_gate)
        {
            _ends.Add(_written + _filled);
            _held[_ends.Count - 1] = entry;
            return _ends.Count - 1;
        }
    }

    /// <summary>Reads an entry; a thread that asks for one again gets the same object.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public SheetEntry Read(int number)
    {
        if (_held.TryGetValue(number, out var held)) return held;
        if (_last.Value is (var last, { } known) && last == number) return known;
        var from = new StoreReader(Bytes(number));
        var entry = new SheetEntry(from.Required(), SheetFormat.Read(from), ReadText(from), ReadText(from));
        _last.Value = (number, entry);
        return entry;
    }

    public void Dispose()
    {
        file.Dispose();
        _last.Dispose();
    }

    private static void Write(StoreWriter to, StoredText text)
    {
        to.Text(text.Key);
        to.Number(checked((int)text.Start));
        to.Number(text.Length);
        to.Number((int)text.Crc);
    }

    private static StoredText ReadText(StoreReader from) => new(from.Required(), from.Number(), from.Number(), (uint)from.Number());

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_filled + bytes.Length > BufferBytes)
        {
            RandomAccess.Write(file.SafeFileHandle, _buffer.AsSpan(0, _filled), _written);
            _written += _filled;
            _filled = 0;
        }
        if (bytes.Length > BufferBytes)
        {
            RandomAccess.Write(file.SafeFileHandle, bytes, _written);
            _written += bytes.Length;
            return;
        }
        bytes.CopyTo(_buffer.AsSpan(_filled));
        _filled += bytes.Length;
    }

    private byte[] Bytes(int number)
    {
        long start;
        byte[] bytes;
        lock (_gate)
        {
            start = number == 0 ? 0 : _ends[number - 1];
            bytes = GC.AllocateUninitializedArray<byte>((int)(_ends[number] - start));
            if (start >= _written)
            {
                _buffer.AsSpan((int)(start - _written), bytes.Length).CopyTo(bytes);
                return bytes;
            }
        }
        TemporaryFile.Fill(bytes, file.SafeFileHandle, start, file.Name);
        return bytes;
    }
}
