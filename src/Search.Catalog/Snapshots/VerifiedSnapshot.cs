using Search.FullText;

namespace Search.Catalog.Snapshots;

/// <summary>A generation of which every byte was verified, open, and kept from being removed.</summary>
internal sealed class VerifiedSnapshot : IDisposable
{
    private readonly FileStream _hold;

    private VerifiedSnapshot(FileStream hold, Manifest manifest, string fingerprint, SnapshotParts parts) =>
        (_hold, Manifest, Fingerprint, Parts) = (hold, manifest, fingerprint, parts);

    public Manifest Manifest { get; }

    /// <summary>SHA-256 of the manifest, which names every byte of the generation, hex.</summary>
    public string Fingerprint { get; }

    public SnapshotParts Parts { get; }

    /// <summary>Opens a generation after reading all of it.</summary>
    /// <param name="snapshots">The folder of snapshots.</param>
    /// <param name="generation">Which.</param>
    /// <param name="text">Finds the full-text index where it is not read here: its files are not checked, and need not be there.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SnapshotDamagedException">A byte is not as it was written, or a part does not answer.</exception>
    /// <exception cref="OperationCanceledException">It was given up on the way.</exception>
    public static VerifiedSnapshot Open(
        SnapshotFolder snapshots, string generation, Func<SnapshotShards, ITextIndex>? text = null,
        CancellationToken cancellation = default)
    {
        FileStream hold;
        try
        {
            // a pruner asks for the file alone
            hold = new(snapshots.ManifestOf(generation), FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotDamagedException(generation, Manifest.FileName, "cannot be read", e);
        }
        try
        {
            var manifest = snapshots.ReadManifest(generation, hold);
            hold.Position = 0;
            var fingerprint = SnapshotFolder.Fingerprint(hold);
            var folder = snapshots.PathOf(generation);
            CheckBytes(folder, manifest, withText: text is null, cancellation);
            var elsewhere = text is null ? (Func<ITextIndex>?)null : () => text(TextFolders.Shards(folder, manifest, fingerprint));
            return new(hold, manifest, fingerprint, SnapshotParts.Open(folder, manifest, elsewhere));
        }
        catch (PartDamagedException e)
        {
            hold.Dispose();
            throw new SnapshotDamagedException(generation, e.File, e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) // it was removed meanwhile, or may not be read
        {
            hold.Dispose();
            throw new SnapshotDamagedException(generation, "its folder", $"cannot be read ({e.Message.TrimEnd('.')})", e);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    /// <summary>Checks everything there is to check, also what opening leaves out because the checksums stand for it.</summary>
    /// <exception cref="SnapshotDamagedException">Something is damaged, or was written wrongly.</exception>
    public static Manifest VerifyAll(SnapshotFolder snapshots, string generation, CancellationToken cancellation = default)
    {
        using var snapshot = Open(snapshots, generation, cancellation: cancellation);
        try
        {
            new StructureCheck(snapshot.Parts).Run(snapshot.Manifest.Counts, everyRow: true);
        }
        catch (PartDamagedException e)
        {
            throw new SnapshotDamagedException(generation, e.File, e.Message, e);
        }
        return snapshot.Manifest;
    }

    public void Dispose()
    {
        Parts.Dispose();
        _hold.Dispose();
    }

    private static void CheckBytes(string folder, Manifest manifest, bool withText, CancellationToken cancellation)
    {
        var named = manifest.Files.Select(f => f.Name).Append(Manifest.FileName).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            // such as .DS_Store, and .nfs000... while a reader holds a removed file
            var isOfTheSystem = Path.GetFileName(path).StartsWith('.');
            if (!named.Contains(name) && !isOfTheSystem) throw new PartDamagedException(name, "is not in the manifest");
        }
        foreach (var file in manifest.Files.Where(f => withText || !TextFolders.IsIn(f, TextFolders.Name)))
        {
            var path = Path.Combine(folder, file.Name);
            // The length comes first: it costs nothing, and a file that is none has none.
            var length = new FileInfo(path) is { Exists: true } found
                ? found.Length
                : throw new PartDamagedException(file.Name, "is missing");
            if (length != file.Length) throw new PartDamagedException(file.Name, $"has {length} bytes instead of {file.Length}");
            if (SnapshotParts.Part(file.Name, () => Checksum.OfFile(path, cancellation)) != (file.Length, file.Crc32C))
                throw new PartDamagedException(file.Name, "does not match its checksum");
        }
    }
}
