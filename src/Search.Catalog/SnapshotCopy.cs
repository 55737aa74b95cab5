using Search.Catalog.Following;
using Search.Catalog.Snapshots;

namespace Search.Catalog;

/// <summary>Copies snapshots to the machine that serves them. Every byte is checked on the way; what is there
/// already is not copied again.</summary>
public static class SnapshotCopy
{
    /// <summary>Generations that remain in the folder of copies.</summary>
    private const int Kept = 2;

    private const string Unfinished = ".copy-";

    /// <summary>
    /// Copies the live generation to another folder of snapshots and makes it live there: all of it, or where its text index is in several
    /// shards, all but these. Older copies are removed.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no snapshot.</exception>
    /// <exception cref="SnapshotDamagedException">A file is not as it was written.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Live(string from, string to, CancellationToken cancellation = default)
    {
        var (source, target) = (new SnapshotFolder(from), new SnapshotFolder(to));
        var generation = source.Live() ?? throw new DirectoryNotFoundException($"There is no snapshot in {from}.");
        var manifest = source.ReadManifest(generation);
        var folder = target.PathOf(generation);
        // A generation that was built again under the same name: what was copied of the other one is no longer wanted.
        if (Directory.Exists(folder) && source.Identity(generation) != target.Identity(generation)) Remove(target, generation);
        // Where there are shards, the files without which there is none: of the first, since the statistics of
        // the collection are in all of them.
        var text = manifest.Shards == 0
            ? manifest.Files
            : [.. manifest.Files.Where(f => TextFolders.FilesOf(manifest.Shards).Take(2).Contains(f.Name))];
        foreach (var file in manifest.Files.Where(f => !TextFolders.IsIn(f, TextFolders.Name)).Union(text))
            File(source, target, generation, file, cancellation);
        Directory.CreateDirectory(folder);
        Replace(source.ManifestOf(generation), target.ManifestOf(generation));
        if (System.IO.File.Exists(Path.Combine(from, FirstSeenFile.FileName)))
            Replace(Path.Combine(from, FirstSeenFile.FileName), Path.Combine(to, FirstSeenFile.FileName));
        var current = Path.Combine(to, Unfinished + Path.GetRandomFileName());
        System.IO.File.WriteAllText(current, generation + "\n");
        System.IO.File.Move(current, Path.Combine(to, SnapshotFolder.CurrentFile), overwrite: true);
        foreach (var old in target.Folders().Where(g => SnapshotFolder.IsGeneration(g) && g != generation)
            .OrderDescending(StringComparer.Ordinal).Skip(Kept - 1))
            Remove(target, old);
    }

    /// <summary>Copies a shard of a text index where it is not here yet.</summary>
    /// <param name="from">A folder of snapshots.</param>
    /// <param name="to">Another, or the same one: then nothing is copied.</param>
    /// <param name="generation">The snapshot's name.</param>
    /// <param name="fingerprint">SHA-256 of its manifest.</param>
    /// <param name="shard">The number of the shard, from 0.</param>
    /// <param name="cancellation">Ends the copying.</param>
    /// <returns>The shard's folder.</returns>
    /// <exception cref="SnapshotDamagedException">A file is not as it was written, or the generation is another
    /// one than was asked for.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static string Shard(string from, string to, string generation, string fingerprint, int shard, CancellationToken cancellation =
        default)
    {
        var (source, target) = (new SnapshotFolder(from), new SnapshotFolder(to));
        if (source.Identity(generation).Fingerprint != fingerprint)
            throw new SnapshotDamagedException(generation, Manifest.FileName, "is missing here, or is that of another build");
        var manifest = source.ReadManifest(generation);
        var folder = TextFolders.Of(manifest.Shards)[shard];
        if (from != to)
            foreach (var file in manifest.Files.Where(f => TextFolders.IsIn(f, folder)))
                File(source, target, generation, file, cancellation);
        return Path.Combine(target.PathOf(generation), folder);
    }

    private static void File(SnapshotFolder source, SnapshotFolder target, string generation, ManifestFile file,
        CancellationToken cancellation)
    {
        var path = Path.Combine(target.PathOf(generation), file.Name);
        if (new FileInfo(path) is { Exists: true } there && there.Length == file.Length) return; // it was renamed when it was whole
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, Unfinished + Path.GetRandomFileName());
        try
        {
            System.IO.File.Copy(Path.Combine(source.PathOf(generation), file.Name), unfinished);
            if (Checksum.OfFile(unfinished, cancellation) != (file.Length, file.Crc32C))
                throw new SnapshotDamagedException(generation, file.Name, "does not match its checksum");
            System.IO.File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            System.IO.File.Delete(unfinished);
        }
    }

    private static void Replace(string from, string to)
    {
        var unfinished = Path.Combine(Path.GetDirectoryName(to)!, Unfinished + Path.GetRandomFileName());
        System.IO.File.Copy(from, unfinished);
        System.IO.File.Move(unfinished, to, overwrite: true);
    }

    // What is mapped stays until it is closed, except on Windows, which refuses; then the next copy tries again.
    private static void Remove(SnapshotFolder folder, string generation)
    {
        try
        {
            Directory.Delete(folder.PathOf(generation), recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
