using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Search.Catalog.Following;
using Search.Catalog.Querying;

namespace Search.Catalog.Snapshots;

/// <summary>Writes generations into a folder of snapshots. While it exists, no other process can.</summary>
/// <remarks>
/// A generation is written under a name that no reader looks at, checked, forced to the disk and renamed; then <c>CURRENT</c> is
/// replaced. Whatever fails, and whenever, the generation before or the new one is live.
/// </remarks>
internal sealed class SnapshotPublisher : IDisposable
{
    private const string Unfinished = ".building-";
    private const string Removed = ".removing-";
    private const string NewCurrent = SnapshotFolder.CurrentFile + ".new";
    private const int LastNumber = 999_999;

    private readonly SnapshotFolder _snapshots;
    private readonly SnapshotLock _lock;
    private readonly Disk _disk;

    private SnapshotPublisher(SnapshotFolder snapshots, SnapshotLock taken, Disk disk) => (_snapshots, _lock, _disk) = (snapshots, taken, disk);

    /// <summary>Takes the folder, which is created if need be.</summary>
    /// <exception cref="SnapshotBusyException">Another build has it.</exception>
    public static SnapshotPublisher Open(SnapshotFolder snapshots, TimeProvider time, Disk? disk = null)
    {
        disk ??= Disk.Real;
        disk.CreateFolder(snapshots.Root);
        return new(snapshots, SnapshotLock.Take(snapshots.Root, time), disk);
    }

    /// <summary>A new empty folder for the next generation.</summary>
    public (string Generation, string Folder) Begin()
    {
        RemoveLeftovers();
        var last = _snapshots.Folders().Where(SnapshotFolder.IsGeneration).Select(g => int.Parse(g.AsSpan(2), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        if (last >= LastNumber) throw new IOException($"{_snapshots.Root} has no number left after g-{last:D6}. Build into another folder with --out.");
        var generation = string.Create(CultureInfo.InvariantCulture, $"g-{last + 1:D6}");
        var folder = Unique(Unfinished, generation);
        _disk.CreateFolder(folder);
        return (generation, folder);
    }

    /// <summary>Writes the manifest over everything in <paramref name="folder"/>, checks the whole, and makes the generation live.</summary>
    /// <exception cref="IOException">The disk is full or failed, or what was written is not what should have been. The live generation is untouched.</exception>
    public Manifest Publish(string folder, Manifest draft)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetRelativePath(folder, f).Replace('\\', '/'), Path: f))
            .OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        foreach (var file in files) _disk.Flush(file.Path);
        var manifest = draft with { Files = [.. files.Select(f => Described(f.Name, f.Path))] };
        _disk.Write(Path.Combine(folder, Manifest.FileName), manifest.ToBytes());
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories)) _disk.FlushFolder(inner);
        _disk.FlushFolder(folder);
        SnapshotParts.CheckWritten(folder, manifest);

        _disk.MoveFolder(folder, _snapshots.PathOf(manifest.Generation));
        _disk.FlushFolder(_snapshots.Root);
        var pointer = Path.Combine(_snapshots.Root, NewCurrent);
        _disk.Write(pointer, Encoding.ASCII.GetBytes(manifest.Generation + "\n"));
        _disk.Replace(pointer, Path.Combine(_snapshots.Root, SnapshotFolder.CurrentFile));
        _disk.FlushFolder(_snapshots.Root);
        return manifest;
    }

    /// <summary>
    /// Notes which edges, clauses and works of a published generation are new. A failure leaves the file as it was: what was not noted counts as new in
    /// the generation that is noted next.
    /// </summary>
    public void NoteFirstSeen(Manifest manifest)
    {
        try
        {
            using var db = new Database(Path.Combine(_snapshots.PathOf(manifest.Generation), "catalog.db"));
            var (edges, clauses, works) = EntryKeys.All(db);
            var seen = FirstSeenFile.Read(_snapshots.Root).With(new(manifest.Generation, manifest.Built), [.. edges, .. clauses, .. works]);
            var written = Path.Combine(_snapshots.Root, FirstSeenFile.FileName + ".new");
            _disk.Write(written, seen.ToBytes());
            _disk.Replace(written, Path.Combine(_snapshots.Root, FirstSeenFile.FileName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The generation is published, which is what a build is for.
        }
    }

    /// <summary>
    /// Removes all whole generations but the newest <paramref name="keep"/> and the live one, and damaged ones that are not live.
    /// What a reader has open stays; a later build removes it.
    /// </summary>
    public void Prune(int keep)
    {
        var live = _snapshots.Live();
        foreach (var old in Superseded(keep).Where(g => g != live))
        {
            try
            {
                Remove(old);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A reader has it open, or the disk would not: a later build removes it.
            }
        }
    }

    /// <summary>Removes a working folder that will not be published.</summary>
    public void Abandon(string folder)
    {
        if (!Directory.Exists(folder)) return;
        try
        {
            _disk.DeleteFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is what to report; the next build removes the folder.
        }
    }

    public void Dispose() => _lock.Dispose();

    // With the lock held, no build is under way but this one: what others left is of builds that died.
    private void RemoveLeftovers()
    {
        foreach (var name in _snapshots.Folders().Where(IsLeftover).ToList()) _disk.DeleteFolder(Path.Combine(_snapshots.Root, name));
    }

    private bool IsLeftover(string name) =>
        name.StartsWith(Unfinished, StringComparison.Ordinal) || name.StartsWith(Removed, StringComparison.Ordinal)
        || (SnapshotFolder.IsGeneration(name) && !File.Exists(_snapshots.ManifestOf(name))); // an older version was killed while it pruned

    private ImmutableArray<string> Superseded(int keep)
    {
        var superseded = ImmutableArray.CreateBuilder<string>();
        foreach (var generation in _snapshots.Generations())
        {
            if (keep > 0 && IsWorthKeeping(generation)) keep--;
            else superseded.Add(generation);
        }
        return superseded.ToImmutable();
    }

    // The sizes are enough to tell what was cut short; every byte is verified when it is opened.
    private bool IsWorthKeeping(string generation)
    {
        try
        {
            var folder = _snapshots.PathOf(generation);
            return _snapshots.ReadManifest(generation).Files.All(f => new FileInfo(Path.Combine(folder, f.Name)) is { Exists: true } file && file.Length == f.Length);
        }
        catch (SnapshotDamagedException)
        {
            return false;
        }
    }

    // A renamed folder is gone for readers at once, and known as a leftover should the removal be cut off.
    private void Remove(string generation)
    {
        var moved = Unique(Removed, generation);
        if (OperatingSystem.IsWindows())
        {
            _disk.MoveFolder(_snapshots.PathOf(generation), moved); // refused while a reader has a file open
            _disk.DeleteFolder(moved);
            return;
        }
        using var alone = new FileStream(_snapshots.ManifestOf(generation), FileMode.Open, FileAccess.ReadWrite, FileShare.None); // as above
        _disk.MoveFolder(_snapshots.PathOf(generation), moved);
        _disk.DeleteFolder(moved);
    }

    private string Unique(string prefix, string generation) => Path.Combine(_snapshots.Root, $"{prefix}{generation}-{Path.GetFileNameWithoutExtension(Path.GetRandomFileName())}");

    private static ManifestFile Described(string name, string path)
    {
        var (length, crc) = Checksum.OfFile(path);
        return new(name, length, crc);
    }
}
