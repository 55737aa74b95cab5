using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Search.Catalog.Snapshots;

/// <summary>The folder of generations: which there are, and which is live.</summary>
internal sealed class SnapshotFolder(string root)
{
    /// <summary>The file that names the live generation.</summary>
    public const string CurrentFile = "CURRENT";

    private const int GenerationLength = 8; // g-000017
    private const int LongestCurrent = 64;

    /// <summary>The folder.</summary>
    public string Root { get; } = root;

    /// <summary>Full path of a generation.</summary>
    public string PathOf(string generation) => Path.Combine(Root, generation);

    /// <summary>Full path of a generation's manifest.</summary>
    public string ManifestOf(string generation) => Path.Combine(PathOf(generation), Manifest.FileName);

    /// <summary>The generation that <c>CURRENT</c> names, or null where it names none.</summary>
    public string? Current()
    {
        try
        {
            using var file = new StreamReader(Path.Combine(Root, CurrentFile));
            var text = new char[LongestCurrent];
            var name = text.AsSpan(0, file.ReadBlock(text)).Trim().ToString();
            return IsGeneration(name) ? name : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>All generations that have a manifest, newest first.</summary>
    public ImmutableArray<string> Generations() =>
        [.. Folders().Where(g => IsGeneration(g) && File.Exists(ManifestOf(g))).OrderDescending(StringComparer.Ordinal)];

    /// <summary>The names of all folders here.</summary>
    public IEnumerable<string> Folders() =>
        Directory.Exists(Root) ? Directory.EnumerateDirectories(Root).Select(d => Path.GetFileName(d)!) : [];

    /// <summary>
    /// The generations to try, best first: the live one, those before it, those after it. Where <c>CURRENT</c> does not name one
    /// that is there, all of them, the newest first, and the reason.
    /// </summary>
    public (ImmutableArray<string> Generations, string? Warning) Candidates()
    {
        var all = Generations();
        var named = Current();
        // A generation that has lost its manifest is damaged and not absent: a caller that opens it learns why it is refused.
        if (named is not null && Directory.Exists(PathOf(named)))
            return ([named, .. all.Where(g => string.CompareOrdinal(g, named) < 0), .. all.Where(g => string.CompareOrdinal(g, named) > 0)],
                null);
        if (all.IsEmpty) return (all, null);
        var state = named is not null ? $"names {named}, which is not there"
            : File.Exists(Path.Combine(Root, CurrentFile)) ? "does not name a generation"
            : "is missing";
        return (all, $"{Path.Combine(Root, CurrentFile)} {state}: the newest whole generation is used. The next build writes the file again.");
    }

    /// <summary>The live generation's name, or null where there is none.</summary>
    public string? Live() => Candidates().Generations.FirstOrDefault();

    /// <summary>A generation as it is on disk now. A folder may be removed and built again under the same name.</summary>
    public SnapshotIdentity Identity(string generation)
    {
        try
        {
            using var manifest =
                new FileStream(ManifestOf(generation), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new(generation, Fingerprint(manifest));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(generation, null);
        }
    }

    /// <summary>SHA-256 of a manifest, which names every byte of its generation, hex.</summary>
    public static string Fingerprint(Stream manifest) => Convert.ToHexStringLower(SHA256.HashData(manifest));

    /// <summary>Reads and checks a manifest; the files that it names are not looked at.</summary>
    /// <exception cref="SnapshotDamagedException">It is missing or not as it was written.</exception>
    public Manifest ReadManifest(string generation, Stream? opened = null)
    {
        try
        {
            using var file = opened is null ? File.OpenRead(ManifestOf(generation)) : null;
            using var bytes = new MemoryStream();
            (opened ?? file!).CopyTo(bytes);
            var manifest = Manifest.Parse(bytes.ToArray());
            return manifest.Generation == generation
                ? manifest
                : throw new JsonException($"is of another generation: {manifest.Generation}");
        }
        catch (JsonException e)
        {
            throw new SnapshotDamagedException(generation, Manifest.FileName, e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotDamagedException(generation, Manifest.FileName, "cannot be read", e);
        }
    }

    /// <summary>Whether a name is that of a generation.</summary>
    public static bool IsGeneration(string name) =>
        name.Length == GenerationLength && name.StartsWith("g-", StringComparison.Ordinal)
            && name.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
}
