using System.Collections.Immutable;
using System.Globalization;
using Search.Catalog.Building;
using Search.Catalog.Building.Parses;
using Search.Catalog.Snapshots;
using Search.Citations.Authorities;
using Search.Resolutions.Reading;

namespace Search.Catalog;

/// <summary>What to build.</summary>
public sealed record BuildRequest
{
    /// <summary>Folders (or single files) of documents.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>The folder of snapshots.</summary>
    public required string Output { get; init; }

    /// <summary>The folder with <c>works.tsv</c>.</summary>
    public required string Authorities { get; init; }

    /// <summary>Read and link everything, write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>How many generations to keep, the new one included.</summary>
    public int Keep { get; init; } = 2;

    /// <summary>Whether the sources are the sample documents, which are invented: the snapshot says so.</summary>
    public bool Sample { get; init; }

    /// <summary>
    /// Whether documents that are new or changed may be written after those of the live snapshot, which are taken over without what is
    /// gone. The answers are those of a snapshot written from nothing; what answers leave open, the order of equals, and the bytes are
    /// not. When a tenth was added or removed so, all is written again.
    /// </summary>
    public bool Append { get; init; }

    /// <summary>The most shards of a snapshot.</summary>
    public const int MostShards = TextFolders.MostShards;

    /// <summary>
    /// How many shards the full-text index is cut into, 1 to 999: a search uses a core for each, and several machines can
    /// share them. The answers are the same.
    /// </summary>
    public int Shards { get; init; } = 1;

    /// <summary>Threads that work at once. What is built does not depend on their number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What the last build of this process knew; null to remember nothing. Files whose lengths and times of the last write are
    /// those of then are not read again.</summary>
    public BuildMemory? Memory { get; init; }

    /// <summary>Where the snapshot is written.</summary>
    internal Disk Disk { get; init; } = Disk.Real;
}

/// <summary>How far a build has come.</summary>
/// <param name="Step">What is being done, a few words.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all.</param>
public readonly record struct BuildProgress(string Step, int Done, int Total);

/// <summary>What was built.</summary>
public sealed record BuildReport(string? Generation, SnapshotCounts Counts, ImmutableArray<LeftOutFile> LeftOut, TimeSpan Elapsed)
{
    /// <summary>How many files were read, parsed and linked; the others had not changed since an earlier build.</summary>
    public int FilesRead { get; init; }

    /// <summary>How many documents were taken over from the snapshot before as they are.</summary>
    public int DocumentsKept { get; init; }

    /// <summary>What the documents lack, how far their mentions could be linked, and what is gone.</summary>
    public required BuildSummary Summary { get; init; }

    /// <summary>What went wrong without ending the build, and what to do about it.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>Builds a snapshot out of files: read → parse → recognise → link → write → publish.</summary>
public static class CatalogBuilder
{
    /// <summary>Builds and publishes a new generation. A file that cannot be read is left out and reported; the rest is indexed.</summary>
    /// <exception cref="InvalidDataException">Nothing in the sources can be indexed.</exception>
    /// <exception cref="FormatException">An authority file is malformed.</exception>
    /// <exception cref="SnapshotBusyException">Another build writes into the folder of snapshots.</exception>
    /// <exception cref="IOException">The disk is full or failed; the live snapshot is untouched.</exception>
    /// <exception cref="OperationCanceledException">The build was cancelled; the live snapshot is untouched.</exception>
    public static BuildReport Build(BuildRequest request, TimeProvider time, Action<BuildProgress>? progress =
        null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        try
        {
            return BuildOnce(request, time, progress, cancellation);
        }
        catch
        {
            request.Memory?.Forget();
            throw;
        }
    }

    private static BuildReport BuildOnce(BuildRequest request, TimeProvider time, Action<BuildProgress>? progress,
        CancellationToken cancellation)
    {
        if (request.Shards is < 1 or > TextFolders.MostShards)
            throw new ArgumentException($"A snapshot has 1 to {TextFolders.MostShards} shards, and not {request.Shards}.", nameof(request));
        var began = time.GetTimestamp();
        var authorities = request.Memory?.Begin(request.Authorities, request.Output) ?? AuthorityList.Load(request.Authorities);
        // before the work, not after it
        using var publisher = request.DryRun ? null : SnapshotPublisher.Open(new(request.Output), time, request.Disk);
        using var store = request.DryRun
            ? DocumentStore.Temporary(request.Authorities)
            : DocumentStore.In(request.Output, request.Disk, request.Authorities);
        var reader = new CorpusReader(authorities, store, request.Memory, request.Threads, progress, cancellation);
        var corpus = Corpus.Read(reader, request.Sources);
        if (corpus.Documents.IsEmpty)
            throw new InvalidDataException(corpus.LeftOut.IsEmpty
                ? $"no documents in {string.Join(", ", request.Sources)}. Name a folder that holds files of the formats {string.Join(' ', DocumentReader.Extensions)}."
                : $"none of the {corpus.LeftOut.Length} files could be indexed; the first: {corpus.LeftOut[0].File}: {corpus.LeftOut[0].Message}");

        if (publisher is null)
            return new(null, new(corpus.Documents.Length, corpus.Documents.Sum(d => d.Sheet.Clauses), 0,
                corpus.Documents.Sum(d => d.Sheet.Links.All), 0),
                corpus.LeftOut, time.GetElapsedTime(began))
            { FilesRead = corpus.FilesRead, Summary = Summaries.Of(corpus) };

        var snapshots = new SnapshotFolder(request.Output);
        var before = snapshots.Live();
        LastBuild.Settle(snapshots, request.Disk);
        var (generation, folder) = publisher.Begin();
        var shards = request.Shards == 1 ? 0 : request.Shards;
        try
        {
            var last = request.Append ? LastBuild.Read(snapshots) : null;
            var state = request.Append ? Path.Combine(request.Output, LastBuild.ReuseStateName + LastBuild.Unfinished) : null;
            var memory = request.Append ? request.Memory?.Written : null;
            if (last is null || memory?.Manifest != Checksum.Of(last.Manifest.ToBytes())) memory?.Forget(); // another process was here
            var written = SnapshotWriter.Write(folder, corpus, authorities, shards, last, state, memory, reader.Threads, request.Disk,
                progress, cancellation);
            progress?.Invoke(new("publishing", 0, 1));
            var published = publisher.Publish(folder, new Manifest
            {
                Format = Manifest.CurrentFormat,
                Generation = generation,
                Built = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                Corpus = corpus.Hash,
                Sample = request.Sample,
                Shards = shards,
                Counts = written.Counts,
                Files = [],
                LeftOut = corpus.LeftOut,
            }, manifest =>
            {
                if (request.Append) LastBuild.Prepare(snapshots, manifest, written, request.Disk);
            });
            LastBuild.Settle(snapshots, request.Disk);
            progress?.Invoke(new("publishing", 1, 1));
            progress?.Invoke(new("noting what is new", 0, 1));
            var unnoted = publisher.NoteFirstSeen(published, written.Last?.Manifest, written.Kept);
            memory?.Manifest = Checksum.Of(published.ToBytes());
            var losses = Summaries.Losses(snapshots, before, generation);
            publisher.Prune(request.Keep);
            store.Keep(reader.Keys);
            progress?.Invoke(new("noting what is new", 1, 1));
            return new(generation, written.Counts, corpus.LeftOut, time.GetElapsedTime(began))
            {
                FilesRead = corpus.FilesRead,
                DocumentsKept = written.Kept.Documents,
                Summary = Summaries.Of(corpus) with { Losses = losses },
                Warnings = unnoted is null ? [] : [unnoted],
            };
        }
        finally
        {
            publisher.Abandon(folder); // nothing is there once it was published
            LastBuild.Settle(snapshots, request.Disk);
        }
    }
}
