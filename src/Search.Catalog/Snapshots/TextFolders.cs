using System.Collections.Immutable;
using System.Globalization;
using Search.FullText;

namespace Search.Catalog.Snapshots;

/// <summary>Where the full-text index of a generation is: one index in <c>text</c>, or shards in folders below it.</summary>
internal static class TextFolders
{
    /// <summary>The most shards of a snapshot.</summary>
    public const int MostShards = 999;

    /// <summary>The folder of the index, or of its shards.</summary>
    public const string Name = "text";

    /// <summary>Folders relative to the generation, with forward slashes.</summary>
    /// <param name="shards">As in the manifest: 0 for one index.</param>
    public static ImmutableArray<string> Of(int shards) => shards == 0 ? [Name]
        : [.. Enumerable.Range(0, shards).Select(s => string.Create(CultureInfo.InvariantCulture, $"{Name}/shard-{s:d3}"))];

    /// <summary>The files without which there is no index.</summary>
    public static ImmutableArray<string> FilesOf(int shards) =>
        [.. Of(shards).SelectMany(f => shards == 0
            ? (string[])[$"{f}/index.commit"]
            : [$"{f}/index.commit", $"{f}/{CollectionStatistics.FileName}"])];

    /// <summary>The shards of a generation with their files.</summary>
    public static SnapshotShards Shards(string generation, Manifest manifest, string fingerprint) => new(
        manifest.Generation, fingerprint, generation,
        [.. Of(manifest.Shards)
            .Select((f, i) => new SnapshotShard(i, f, [.. manifest.Files.Where(file => IsIn(file, f))
                .Select(file => new SnapshotFile(file.Name, file.Length, file.Crc32C))]))]);

    /// <summary>Whether a file is in a folder or below it.</summary>
    public static bool IsIn(ManifestFile file, string folder) => file.Name.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Opens the index. The manifest's checksums cover its bytes.</summary>
    /// <param name="generation">The folder of the generation.</param>
    /// <param name="shards">As in the manifest.</param>
    public static FullTextIndex Open(string generation, int shards)
    {
        string[] folders = [.. Of(shards).Select(f => Path.Combine(generation, f))];
        return shards == 0 ? FullTextIndex.Open(folders[0], verify: false) : FullTextIndex.Open(folders, verify: false);
    }
}
