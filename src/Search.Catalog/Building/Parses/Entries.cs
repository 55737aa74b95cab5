using System.Collections.Concurrent;
using System.Globalization;
using Search.Catalog.Snapshots;

namespace Search.Catalog.Building.Parses;

/// <summary>Where the entries of a store are. Safe to use from several threads.</summary>
internal interface IEntries : IDisposable
{
    /// <summary>A file for the sheets of one build, which the caller closes; it has no name, where the system allows it.</summary>
    FileStream CreateSheets();

    /// <summary>Whether there was an entry when this was first asked.</summary>
    bool Has(string key);

    /// <summary>All bytes of an entry; null where there is none.</summary>
    byte[]? Read(string key);

    /// <summary>Fills a buffer from an entry.</summary>
    /// <param name="key">The entry.</param>
    /// <param name="start">Where in the entry the bytes begin.</param>
    /// <param name="bytes">Is filled.</param>
    /// <exception cref="IOException">The entry cannot be read, or is too short.</exception>
    void Read(string key, long start, Span<byte> bytes);

    /// <summary>Writes an entry; one that exists is replaced.</summary>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    void Write(string key, byte[] entry);

    /// <summary>Removes all entries but those of some keys. What cannot be removed stays until the next build.</summary>
    void Keep(IReadOnlySet<UInt128> keys);
}

/// <summary>Entries as the files of a folder, which the next build finds.</summary>
internal sealed class FolderEntries : IEntries
{
    private const string Extension = ".parse";
    private const string SheetsName = "sheets";

    private readonly string _folder;
    private readonly Disk _disk;
    private readonly Lazy<HashSet<string>> _found;

    /// <summary>Entries of a folder, which is created if need be.</summary>
    public FolderEntries(string folder, Disk disk)
    {
        (_folder, _disk) = (folder, disk);
        if (!Directory.Exists(folder)) disk.CreateFolder(folder);
        _found = new(() => [.. Directory.EnumerateFiles(_folder, "*" + Extension).Select(f => Path.GetFileNameWithoutExtension(f))]);
    }

    public FileStream CreateSheets() => TemporaryFile.Create(Path.Combine(_folder, SheetsName), FileMode.Create);

    public bool Has(string key) => _found.Value.Contains(key);

    public byte[]? Read(string key) => File.Exists(PathOf(key)) ? File.ReadAllBytes(PathOf(key)) : null;

    public void Read(string key, long start, Span<byte> bytes)
    {
        var path = PathOf(key);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        TemporaryFile.Fill(bytes, file, start, path);
    }

    public void Write(string key, byte[] entry)
    {
        using var file = _disk.Create(PathOf(key));
        file.Write(entry);
    }

    public void Keep(IReadOnlySet<UInt128> keys)
    {
        try
        {
            foreach (var path in Directory.EnumerateFiles(_folder, "*" + Extension))
                if (!UInt128.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.HexNumber, CultureInfo.InvariantCulture,
                    out var key) || !keys.Contains(key))
                    _disk.DeleteFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They take room and do no harm.
        }
    }

    public void Dispose()
    {
    }

    private string PathOf(string key) => Path.Combine(_folder, key + Extension);
}

/// <summary>Entries of one build, one after another in a file that goes away with the process, however that ends.</summary>
internal sealed class TemporaryEntries : IEntries
{
    private readonly FileStream _file = TemporaryFile.Create();
    private readonly ConcurrentDictionary<UInt128, (long Start, int Length)> _entries = new();
    private long _end;

    public FileStream CreateSheets() => TemporaryFile.Create();

    public bool Has(string key) => false; // there was none at first

    public byte[]? Read(string key)
    {
        if (!_entries.TryGetValue(DocumentStore.NumberOf(key), out var entry)) return null;
        var bytes = GC.AllocateUninitializedArray<byte>(entry.Length);
        TemporaryFile.Fill(bytes, _file.SafeFileHandle, entry.Start, _file.Name);
        return bytes;
    }

    public void Read(string key, long start, Span<byte> bytes) =>
        TemporaryFile.Fill(bytes, _file.SafeFileHandle, _entries[DocumentStore.NumberOf(key)].Start + start, _file.Name);

    public void Write(string key, byte[] entry)
    {
        var start = Interlocked.Add(ref _end, entry.Length) - entry.Length;
        RandomAccess.Write(_file.SafeFileHandle, entry, start);
        _entries[DocumentStore.NumberOf(key)] = (start, entry.Length);
    }

    public void Keep(IReadOnlySet<UInt128> keys)
    {
        // All go away.
    }

    public void Dispose() => _file.Dispose();
}
