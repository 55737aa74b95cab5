using System.Collections.Immutable;
using System.IO.Hashing;
using Search.Catalog.Building.Parses;
using Search.Catalog.Following;
using Search.Catalog.Querying;
using Search.Catalog.Snapshots;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <summary>A document in a generation, and a hash of all that its rows and its entries in the full-text index were written from.</summary>
internal readonly record struct WrittenDocument(string Id, string Signature)
{
    /// <summary>What has the number of a document that is gone.</summary>
    public static readonly WrittenDocument Gone = new("", "");
}

/// <summary>
/// What the live generation was written from, kept beside the generations: a build of nearly the same documents copies that generation,
/// removes what is gone or changed, and writes after it. A file that is damaged, or of another generation than the live one, counts as
/// absent: then everything is written.
/// </summary>
internal sealed record LastBuild
{
    /// <summary>The file's name in the folder of snapshots.</summary>
    public const string FileName = ".last-build";

    /// <summary>The name of the file that says how to continue <c>reuse.bin</c>.</summary>
    public const string ReuseStateName = ".last-reuse";

    /// <summary>What a file is called until the generation that it belongs to is live.</summary>
    public const string Unfinished = ".new";

    /// <summary>Documents that may be added or removed one after another before everything is written again, whatever the corpus; one
    /// that changed is both.</summary>
    private const int FewDocuments = 100;

    /// <summary>The part of a corpus that may be added or removed so.</summary>
    private const int ShareOfCorpus = 10;

    /// <summary>The folder of the generation.</summary>
    public required string Folder { get; init; }

    /// <summary>What the generation holds.</summary>
    public required Manifest Manifest { get; init; }

    /// <summary>How many of the documents were there when everything was last written.</summary>
    public required int WrittenWhole { get; init; }

    /// <summary>Codes of the languages of clauses, in order.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>Checksum of the file that says how to continue <c>reuse.bin</c>; empty where there is none.</summary>
    public required string ReuseState { get; init; }

    /// <summary>The number that was last given to a clause.</summary>
    public required int LastClause { get; init; }

    /// <summary>The documents in the order of their numbers.</summary>
    public required ImmutableArray<WrittenDocument> Documents { get; init; }

    /// <summary>Opens the file that says how to continue <c>reuse.bin</c>; null where it is missing or damaged. It was written with the
    /// last whole snapshot: the texts that were added since are read again.</summary>
    public Stream? OpenReuseState()
    {
        var path = Path.Combine(Path.GetDirectoryName(Folder)!, ReuseStateName);
        return ReuseState.Length > 0 && File.Exists(path) && Checksum.OfFile(path).Crc32C == ReuseState ? File.OpenRead(path) : null;
    }

    /// <summary>Whether this generation may be continued with documents of these numbers; else it is time to write everything.</summary>
    public bool MayBecome(Corpus corpus) => corpus.LastNumber - WrittenWhole + (corpus.LastNumber - corpus.Documents.Length)
        <= Math.Max(FewDocuments, WrittenWhole / ShareOfCorpus);

    /// <summary>Reads the file of a folder of snapshots; null where there is none that is of the live generation.</summary>
    public static LastBuild? Read(SnapshotFolder snapshots) => Read(snapshots, FileName);

    /// <summary>
    /// Writes the file under the name of an unfinished one, before its generation becomes live: a build that is cut off at any moment
    /// leaves a file of the generation that is live then. Where it cannot be written, the next build writes everything.
    /// </summary>
    public static void Prepare(SnapshotFolder snapshots, Manifest manifest, WrittenSnapshot written, Disk disk)
    {
        var to = new StoreWriter();
        to.Text(DocumentStore.Program);
        to.Text(manifest.Generation);
        to.Text(Checksum.Of(manifest.ToBytes()));
        to.Number(written.WrittenWhole);
        to.Number(written.LastClause);
        to.List(written.Languages, to.Text);
        to.Text(written.HasReuseState
            ? Checksum.OfFile(Path.Combine(snapshots.Root, ReuseStateName + Unfinished)).Crc32C
            : written.Last?.ReuseState ?? "");
        to.List(written.Documents, document =>
        {
            to.Text(document.Id);
            to.Text(document.Signature);
        });
        try
        {
            disk.Write(Path.Combine(snapshots.Root, FileName + Unfinished), [.. BitConverter.GetBytes(Crc(to.Bytes)), .. to.Bytes]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only the time that the next build takes depends on this file.
        }
    }

    /// <summary>Gives unfinished files that belong to the live generation their names, and removes others: after publishing, and before
    /// the next build, should the one before have been cut off.</summary>
    public static void Settle(SnapshotFolder snapshots, Disk disk)
    {
        var (path, state) = (Path.Combine(snapshots.Root, FileName), Path.Combine(snapshots.Root, ReuseStateName));
        var (newPath, newState) = (path + Unfinished, state + Unfinished);
        try
        {
            if (Read(snapshots, FileName + Unfinished) is { } finished)
            {
                if (File.Exists(newState) && Checksum.OfFile(newState).Crc32C == finished.ReuseState) disk.Replace(newState, state);
                disk.Replace(newPath, path);
            }
            foreach (var left in (string[])[newPath, newState])
                if (File.Exists(left)) disk.DeleteFile(left);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The generation is published; only the time that the next build takes depends on these files.
        }
    }

    /// <summary>The ids and slugs of all works, in the order of their numbers.</summary>
    public IReadOnlyList<(string Id, string Slug)> Works()
    {
        using var db = new Database(Path.Combine(Folder, SnapshotParts.RowsFile));
        return db.Rows("SELECT id, slug FROM works ORDER BY number", r => (r.GetString(0), r.GetString(1)));
    }

    /// <summary>The numbers of the drafts.</summary>
    public HashSet<int> Drafts()
    {
        using var db = new Database(Path.Combine(Folder, SnapshotParts.RowsFile));
        return [.. db.Rows("SELECT number FROM documents WHERE kind = $1", r => r.GetInt32(0), DocumentKind.Draft.Word())];
    }

    /// <summary>
    /// Copies the rows and the full-text index to the folder of a new generation, or with <paramref name="all"/> every file; false, with
    /// nothing copied, where a byte is not as the manifest says.
    /// </summary>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public bool TryCopy(string folder, Disk disk, bool all)
    {
        var files = Manifest.Files
            .Where(f => all || f.Name == SnapshotParts.RowsFile || TextFolders.IsIn(f, TextFolders.Name)).ToList();
        if (!files.TrueForAll(IsWhole) || !Manifest.Files.Where(f => f.Name == SnapshotParts.ReuseFile).All(IsWhole)) return false;
        foreach (var text in TextFolders.Of(Manifest.Shards)) disk.CreateFolder(Path.Combine(folder, text));
        foreach (var file in files) disk.Copy(Path.Combine(Folder, file.Name), Path.Combine(folder, file.Name));
        return true;
    }

    private static LastBuild? Read(SnapshotFolder snapshots, string name)
    {
        try
        {
            var path = Path.Combine(snapshots.Root, name);
            if (!File.Exists(path) || snapshots.Live() is not { } live) return null;
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < sizeof(uint) || Crc(bytes.AsSpan(sizeof(uint))) != BitConverter.ToUInt32(bytes)) return null;
            var from = new StoreReader(bytes.AsMemory(sizeof(uint)));
            var manifest = snapshots.ReadManifest(live);
            var isOfLive = from.Required() == DocumentStore.Program && from.Required() == live
                && from.Required() == Checksum.Of(manifest.ToBytes());
            if (!isOfLive) return null;
            return new()
            {
                Folder = snapshots.PathOf(live),
                Manifest = manifest,
                WrittenWhole = from.Number(),
                LastClause = from.Number(),
                Languages = from.List(from.Required),
                ReuseState = from.Required(),
                Documents = from.List(() => new WrittenDocument(from.Required(), from.Required())),
            };
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or SnapshotDamagedException)
        {
            return null;
        }
    }

    private bool IsWhole(ManifestFile file)
    {
        var path = Path.Combine(Folder, file.Name);
        return File.Exists(path) && Checksum.OfFile(path) == (file.Length, file.Crc32C);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes) => Crc32.HashToUInt32(Crc32ParameterSet.Crc32C, bytes);
}

/// <summary>What was written of a generation.</summary>
internal sealed record WrittenSnapshot
{
    /// <summary>How much it holds.</summary>
    public required SnapshotCounts Counts { get; init; }

    /// <summary>The generation that it continues; null where all was written.</summary>
    public required LastBuild? Last { get; init; }

    /// <summary>What is that generation's of it; nothing where all was written.</summary>
    public required KeptRowNumbers Kept { get; init; }

    /// <summary>See <see cref="LastBuild.WrittenWhole"/>.</summary>
    public required int WrittenWhole { get; init; }

    /// <summary>See <see cref="LastBuild.LastClause"/>.</summary>
    public required int LastClause { get; init; }

    /// <summary>See <see cref="LastBuild.Languages"/>.</summary>
    public required ImmutableArray<string> Languages { get; init; }

    /// <summary>Whether what the next build needs to continue <c>reuse.bin</c> was saved.</summary>
    public required bool HasReuseState { get; init; }

    /// <summary>See <see cref="LastBuild.Documents"/>.</summary>
    public required ImmutableArray<WrittenDocument> Documents { get; init; }
}
