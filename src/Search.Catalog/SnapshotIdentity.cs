namespace Search.Catalog;

/// <summary>Names one snapshot.</summary>
/// <param name="Generation">Name of its folder: <c>g-000017</c>.</param>
/// <param name="Fingerprint">SHA-256 of its manifest, hex; null where that cannot be read.</param>
public sealed record SnapshotIdentity(string Generation, string? Fingerprint);
