using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Search.Catalog.Snapshots;

/// <summary>The folder of generations: which is live, which are whole, and how a new one is published.</summary>
/// <remarks>
/// A generation is written under a name that no reader looks at, synced, renamed, and then made live by replacing
/// <c>CURRENT</c>. A crash at any point leaves the previous generation live.
/// </remarks>
internal sealed class SnapshotFolder(string root)
{
    private const string CurrentFile = "CURRENT";
    private const string Unfinished = ".building-";

    /// <summary>The folder.</summary>
    public string Root { get; } = root;

    /// <summary>Full path of a generation.</summary>
    public string PathOf(string generation) => Path.Combine(Root, generation);

    /// <summary>The generation that <c>CURRENT</c> names, or null where there is none.</summary>
    public string? Current()
    {
        var file = Path.Combine(Root, CurrentFile);
        if (!File.Exists(file)) return null;
        var name = File.ReadAllText(file).Trim();
        return IsGeneration(name) ? name : null;
    }

    /// <summary>All generations, newest first.</summary>
    public ImmutableArray<string> Generations() => !Directory.Exists(Root)
        ? []
        : [.. Directory.EnumerateDirectories(Root).Select(d => Path.GetFileName(d)!).Where(IsGeneration).OrderDescending(StringComparer.Ordinal)];

    /// <summary>A new empty folder for the next generation.</summary>
    public (string Generation, string Folder) Begin()
    {
        Directory.CreateDirectory(Root);
        var last = Generations().Select(g => int.Parse(g.AsSpan(2), CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        var generation = string.Create(CultureInfo.InvariantCulture, $"g-{last + 1:D6}");
        var folder = Path.Combine(Root, Unfinished + generation);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return (generation, folder);
    }

    /// <summary>Writes the manifest over everything in <paramref name="folder"/> and makes the generation live.</summary>
    public Manifest Publish(string generation, string folder, Manifest unsealed)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetRelativePath(folder, f).Replace('\\', '/'), Path: f))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new ManifestFile(f.Name, new FileInfo(f.Path).Length, Checksum.OfFile(f.Path)));
        var manifest = unsealed with { Generation = generation, Files = [.. files] };
        foreach (var file in manifest.Files) Sync(Path.Combine(folder, file.Name));
        WriteSynced(Path.Combine(folder, Manifest.FileName), manifest.ToBytes());
        Directory.Move(folder, PathOf(generation));
        var pointer = Path.Combine(Root, CurrentFile + ".new");
        WriteSynced(pointer, System.Text.Encoding.ASCII.GetBytes(generation + "\n"));
        File.Move(pointer, Path.Combine(Root, CurrentFile), overwrite: true);
        return manifest;
    }

    /// <summary>Removes all but the newest <paramref name="keep"/> generations and the live one; what a reader still holds open is left alone.</summary>
    public void Prune(int keep)
    {
        var live = Current();
        foreach (var old in Generations().Skip(keep).Where(g => g != live))
        {
            try
            {
                using (new FileStream(ManifestOf(old), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    // Nobody holds it.
                }
                Directory.Delete(PathOf(old), recursive: true);
            }
            catch (IOException)
            {
                // A reader holds it: a later build removes it.
            }
        }
    }

    /// <summary>Keeps a generation from being removed, by this process or another, until what is returned is disposed of.</summary>
    public IDisposable Hold(string generation) => new FileStream(ManifestOf(generation), FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Reads and checks the manifest of a generation, and every checksum when <paramref name="deep"/>.</summary>
    /// <exception cref="SnapshotDamagedException">Something is missing, of another length, or changed.</exception>
    public Manifest Check(string generation, bool deep)
    {
        var folder = PathOf(generation);
        var path = ManifestOf(generation);
        Manifest manifest;
        try
        {
            manifest = Manifest.Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new SnapshotDamagedException(generation, Manifest.FileName, "cannot be read", e);
        }
        if (manifest.Format != Manifest.CurrentFormat)
            throw new SnapshotDamagedException(generation, Manifest.FileName, $"has format {manifest.Format}; this program reads format {Manifest.CurrentFormat}");
        foreach (var file in manifest.Files)
        {
            var full = Path.Combine(folder, file.Name);
            if (!File.Exists(full)) throw new SnapshotDamagedException(generation, file.Name, "is missing");
            if (new FileInfo(full).Length != file.Length)
                throw new SnapshotDamagedException(generation, file.Name, $"has {new FileInfo(full).Length} bytes instead of {file.Length}");
            if (deep && Checksum.OfFile(full) != file.Crc32C)
                throw new SnapshotDamagedException(generation, file.Name, "does not match its checksum");
        }
        return manifest;
    }

    private string ManifestOf(string generation) => Path.Combine(PathOf(generation), Manifest.FileName);

    private static bool IsGeneration(string name) =>
        name.Length == 8 && name.StartsWith("g-", StringComparison.Ordinal) && name.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    private static void WriteSynced(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private static void Sync(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
