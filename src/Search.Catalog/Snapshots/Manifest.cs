using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Catalog.Snapshots;

/// <summary>What a generation holds: <c>manifest.json</c>, written last.</summary>
/// <param name="Format">Version of the layout of the whole generation.</param>
/// <param name="Generation">Name of the generation's folder.</param>
/// <param name="Built">When, ISO 8601, UTC.</param>
/// <param name="Corpus">SHA-256 over the names and contents of all source files, hex.</param>
/// <param name="Counts">Documents, clauses, works, citations, edges.</param>
/// <param name="Files">Every other file with its length and CRC-32C.</param>
/// <param name="LeftOut">Files that were not indexed, and why.</param>
internal sealed record Manifest(
    int Format, string Generation, string Built, string Corpus, SnapshotCounts Counts, ImmutableArray<ManifestFile> Files, ImmutableArray<LeftOutFile> LeftOut)
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The file's name inside a generation.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="JsonException">The file is not a manifest.</exception>
    public static Manifest Parse(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize<Manifest>(bytes, Json) ?? throw new JsonException("the manifest is null");
}

/// <summary>One file of a generation.</summary>
/// <param name="Name">Path inside the generation, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Crc32C">CRC-32C of all bytes, 8 hex digits.</param>
internal sealed record ManifestFile(string Name, long Length, string Crc32C);
