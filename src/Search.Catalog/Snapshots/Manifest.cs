using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Catalog.Snapshots;

/// <summary>What a generation holds: <c>manifest.json</c>, written last.</summary>
internal sealed record Manifest
{
    /// <summary>The version that this program writes; it reads <see cref="OldestFormat"/> too.</summary>
    public const int CurrentFormat = 8;

    /// <summary>The oldest version that this program reads: its manifest has no checksum of its own.</summary>
    public const int OldestFormat = 2;

    /// <summary>From this version on the manifest ends in a checksum of its own.</summary>
    private const int ChecksumFormat = 3;

    /// <summary>The file's name inside a generation.</summary>
    public const string FileName = "manifest.json";

    // The last line is the checksum of everything above it.
    private const string ChecksumBegins = ",\n  \"checksum\": \"";
    private const string ChecksumEnds = "\"\n}";
    private const int ChecksumLength = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Version of the layout of the whole generation.</summary>
    public required int Format { get; init; }

    /// <summary>Name of the generation's folder.</summary>
    public required string Generation { get; init; }

    /// <summary>When it was built, ISO 8601, UTC.</summary>
    public required string Built { get; init; }

    /// <summary>SHA-256 over the names and contents of all source files, hex.</summary>
    public required string Corpus { get; init; }

    /// <summary>Whether it was built of the sample documents, which are invented.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }

    /// <summary>How many shards the full-text index is cut into; 0 where it is one index.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Shards { get; init; }

    /// <summary>Documents, clauses, works, citations, edges.</summary>
    public required SnapshotCounts Counts { get; init; }

    /// <summary>Every other file with its length and CRC-32C.</summary>
    public required ImmutableArray<ManifestFile> Files { get; init; }

    /// <summary>Files that were not indexed, and why.</summary>
    public required ImmutableArray<LeftOutFile> LeftOut { get; init; }

    /// <summary>The file's bytes: JSON whose last member is the checksum of all bytes before it.</summary>
    public byte[] ToBytes()
    {
        var open = JsonSerializer.SerializeToUtf8Bytes(this, Json)[..^"\n}".Length];
        return [.. open, .. Encoding.ASCII.GetBytes(ChecksumBegins + Checksum.Of(open) + ChecksumEnds)];
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="JsonException">It is not a manifest as it was written; the message says what is wrong with it.</exception>
    public static Manifest Parse(ReadOnlySpan<byte> bytes)
    {
        var format = FormatOf(bytes);
        if (format is < OldestFormat or > CurrentFormat)
            throw new JsonException($"has format {format}; this program reads formats {OldestFormat} to {CurrentFormat}");
        if (format >= ChecksumFormat) bytes = WithoutChecksum(bytes);
        try
        {
            var manifest = JsonSerializer.Deserialize<Manifest>(bytes, Json) ?? throw new JsonException("is null");
            manifest.Check();
            return manifest;
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new JsonException("cannot be read", e);
        }
    }

    private static int FormatOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes.ToArray());
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("format", out var value)
                && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var format)
                ? format
                : throw new JsonException("does not state its format");
        }
        catch (JsonException e) when (e.LineNumber is not null)
        {
            throw new JsonException("is not JSON", e);
        }
    }

    private static byte[] WithoutChecksum(ReadOnlySpan<byte> bytes)
    {
        var length = ChecksumBegins.Length + ChecksumLength + ChecksumEnds.Length;
        if (bytes.Length < length) throw new JsonException("has no checksum");
        var open = bytes[..^length];
        var last = Encoding.ASCII.GetString(bytes[^length..]);
        if (!last.StartsWith(ChecksumBegins, StringComparison.Ordinal) || !last.EndsWith(ChecksumEnds, StringComparison.Ordinal))
            throw new JsonException("has no checksum");
        if (last[ChecksumBegins.Length..^ChecksumEnds.Length] != Checksum.Of(open)) throw new JsonException("does not match its checksum");
        return [.. open, .. "\n}"u8];
    }

    // What the types cannot say.
    private void Check()
    {
        if (LeftOut.IsDefault || LeftOut.Any(f => f is null)) throw new JsonException("has an empty entry among the files left out");
        if (Files.IsDefault || Files.Any(f => f is null)) throw new JsonException("has an empty entry among its files");
        if (Files.FirstOrDefault(f => !f.IsInside) is { } outside)
            throw new JsonException($"names a file outside its generation: '{outside.Name}'");
        if (Files.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new JsonException($"names '{twice.Key}' twice");
        if (Shards is not 0 and (< 2 or > TextFolders.MostShards)) throw new JsonException($"has {Shards} shards");
        foreach (var part in SnapshotParts.Required(Shards))
            if (Files.All(f => f.Name != part)) throw new JsonException($"does not name {part}");
    }
}

/// <summary>One file of a generation.</summary>
/// <param name="Name">Path inside the generation, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Crc32C">CRC-32C of all bytes, 8 hex digits.</param>
internal sealed record ManifestFile(string Name, long Length, string Crc32C)
{
    /// <summary>Whether the name is a plain path to a file below the generation, and not the manifest itself.</summary>
    [JsonIgnore]
    public bool IsInside =>
        Name != Manifest.FileName && Name.AsSpan().IndexOfAny("\\:\0") < 0
            && Name.Split('/').All(part => part.Length > 0 && part is not ("." or ".."));
}
