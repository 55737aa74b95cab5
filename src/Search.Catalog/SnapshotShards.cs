namespace Search.Catalog;

/// <summary>The shards of a generation's full-text index, each a folder that opens by itself. Another server may read them.</summary>
/// <param name="Generation">Its name: <c>g-000017</c>.</param>
/// <param name="Fingerprint">SHA-256 of its manifest, hex: shards of a generation with another one are of another collection.</param>
/// <param name="Folder">The folder of the generation.</param>
/// <param name="List">At least one; an index that is not cut into shards is the only one.</param>
public sealed record SnapshotShards(string Generation, string Fingerprint, string Folder, IReadOnlyList<SnapshotShard> List);

/// <summary>One shard of the full-text index of a generation.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Folder">Relative to the generation, with forward slashes: <c>text/shard-000</c>.</param>
/// <param name="Files">What is in it.</param>
public sealed record SnapshotShard(int Number, string Folder, IReadOnlyList<SnapshotFile> Files);

/// <summary>One file of a generation.</summary>
/// <param name="Name">Path relative to the generation, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Crc32C">CRC-32C of all bytes, 8 hex digits.</param>
public sealed record SnapshotFile(string Name, long Length, string Crc32C);
