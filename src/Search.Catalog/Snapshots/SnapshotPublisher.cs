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
    private const string SetAside = ".damaged";
    private const int LastNumber = 999_999;

    private readonly SnapshotFolder _snapshots;
    private readonly SnapshotLock _lock;
    private readonly Disk _disk;

    private SnapshotPublisher(SnapshotFolder snapshots, SnapshotLock taken, Disk disk) =>
        (_snapshots, _lock, _disk) = (snapshots, taken, disk);

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
        var last = _snapshots.Folders().Where(SnapshotFolder.IsGeneration).Select(g => int.Parse(g.AsSpan(2), CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0).Max();
        if (last >= LastNumber)
            throw new IOException($"{_snapshots.Root} has no number left after g-{last:D6}. Build into another folder with --out.");
        var generation = string.Create(CultureInfo.InvariantCulture, $"g-{last + 1:D6}");
        var folder = Unique(Unfinished, generation);
        _disk.CreateFolder(folder);
        return (generation, folder);
    }

    /// <summary>Writes the manifest over everything in <paramref name="folder"/>, checks the whole, and
    /// makes the generation live.</summary>
    /// <param name="folder">The generation's files.</param>
    /// <param name="draft">The manifest without the files.</param>
    /// <param name="prepare">Called with the whole manifest before the generation becomes live.</param>
    /// <exception cref="IOException">The disk is full or failed, or what was written is not what should have been. The
    /// live generation is untouched.</exception>
    public Manifest Publish(string folder, Manifest draft, Action<Manifest>? prepare = null)
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
        prepare?.Invoke(manifest);

        _disk.MoveFolder(folder, _snapshots.PathOf(manifest.Generation));
        _disk.FlushFolder(_snapshots.Root);
        var pointer = Path.Combine(_snapshots.Root, NewCurrent);
        _disk.Write(pointer, Encoding.ASCII.GetBytes(manifest.Generation + "\n"));
        _disk.Replace(pointer, Path.Combine(_snapshots.Root, SnapshotFolder.CurrentFile));
        _disk.FlushFolder(_snapshots.Root);
        return manifest;
    }

    /// <summary>
    /// Notes which edges, clauses and works of a published generation are new. The clauses are only read where the
    /// generation differs from the one noted last. A damaged file is set aside; where the file cannot be written, what was not noted counts
    /// as new in the generation that is noted next.
    /// </summary>
    /// <param name="manifest">The generation.</param>
    /// <param name="before">The generation that it continues, or null.</param>
    /// <param name="kept">Its rows that are that one's.</param>
    /// <returns>What went wrong and what to do, or null.</returns>
    public string? NoteFirstSeen(Manifest manifest, Manifest? before = null, KeptRowNumbers kept = default)
    {
        var path = Path.Combine(_snapshots.Root, FirstSeenFile.FileName);
        try
        {
            var seen = FirstSeenFile.Read(_snapshots.Root, out var damage);
            if (damage is not null) _disk.Replace(path, path + SetAside);
            seen = seen.With(new(manifest.Generation, manifest.Built), NewKeys(seen, manifest, before, kept));
            using (var file = _disk.Create(path + ".new")) seen.Write(file);
            _disk.Flush(path + ".new");
            _disk.Replace(path + ".new", path);
            return damage is null ? null
                : $"{damage} It was renamed to {FirstSeenFile.FileName}{SetAside}, and a new file begins with {manifest.Generation}: feeds and /v1/changes show everything as new in it. "
                + $"To keep the dates of first appearances, restore {FirstSeenFile.FileName} from a copy and build again.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{path} could not be written: {e.Message.TrimEnd('.')}. {manifest.Generation} is published; what is new in it counts as new in the next generation. Make room or check the permissions, and build again.";
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

    /// <summary>Whether a generation was built from the same sources as one before it, with the same rows: nothing in it is new.</summary>
    private bool HasSameRows(GenerationStamp before, Manifest manifest)
    {
        try
        {
            return _snapshots.ReadManifest(before.Generation) is var old && old.Built == before.Built && old.Corpus == manifest.Corpus
                && RowsOf(old) == RowsOf(manifest);
        }
        catch (SnapshotDamagedException)
        {
            return false; // it was pruned, or is damaged
        }
    }

    private static ManifestFile? RowsOf(Manifest manifest) => manifest.Files.FirstOrDefault(f => f.Name == SnapshotParts.RowsFile);

    private ulong[] NewKeys(FirstSeenFile seen, Manifest manifest, Manifest? before, KeptRowNumbers kept)
    {
        var last = seen.Generations.LastOrDefault();
        if (last is not null && HasSameRows(last, manifest)) return [];
        using var db = new Database(Path.Combine(_snapshots.PathOf(manifest.Generation), SnapshotParts.RowsFile));
        var isContinued = before is not null && last == new GenerationStamp(before.Generation, before.Built);
        return EntryKeys.After(db, isContinued ? kept : default);
    }

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

    // The sizes are enough to detect what was cut short; every byte is verified when it is opened.
    private bool IsWorthKeeping(string generation)
    {
        try
        {
            var folder = _snapshots.PathOf(generation);
            return _snapshots.ReadManifest(generation).Files
                .All(f => new FileInfo(Path.Combine(folder, f.Name)) is { Exists: true } file && file.Length == f.Length);
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
        // as above
        using var alone = new FileStream(_snapshots.ManifestOf(generation), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        _disk.MoveFolder(_snapshots.PathOf(generation), moved);
        _disk.DeleteFolder(moved);
    }

    private string Unique(string prefix, string generation) =>
        Path.Combine(_snapshots.Root, $"{prefix}{generation}-{Path.GetFileNameWithoutExtension(Path.GetRandomFileName())}");

    private static ManifestFile Described(string name, string path)
    {
        var (length, crc) = Checksum.OfFile(path);
        return new(name, length, crc);
    }
}
