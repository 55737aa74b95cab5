using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Catalog.Building;
using Search.Catalog.Snapshots;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Citations.Identity;

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

    /// <summary>How many generations to keep, the live one included.</summary>
    public int Keep { get; init; } = 2;

    /// <summary>Threads that parse.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>How far a build has come.</summary>
/// <param name="Step">What is being done, a few words.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all.</param>
public readonly record struct BuildProgress(string Step, int Done, int Total);

/// <summary>What was built.</summary>
public sealed record BuildReport(string? Generation, SnapshotCounts Counts, ImmutableArray<LeftOutFile> LeftOut, TimeSpan Elapsed);

/// <summary>Builds a snapshot out of files: read → parse → recognise → link → write → publish.</summary>
public static class CatalogBuilder
{
    /// <summary>Builds and publishes a new generation. A file that cannot be read is left out and reported; the rest is indexed.</summary>
    /// <exception cref="InvalidDataException">Nothing in the sources can be indexed.</exception>
    /// <exception cref="FormatException">An authority file is malformed.</exception>
    /// <exception cref="OperationCanceledException">The build was cancelled; the live snapshot is untouched.</exception>
    public static BuildReport Build(BuildRequest request, TimeProvider time, Action<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(time);
        var began = time.GetTimestamp();
        var authorities = AuthorityList.Load(request.Authorities);
        var corpus = Corpus.Read(request.Sources, authorities, request.Threads, progress, cancellation);
        if (corpus.Documents.IsEmpty)
            throw new InvalidDataException(corpus.LeftOut.IsEmpty
                ? $"no documents in {string.Join(", ", request.Sources)}. Name a folder that holds .txt, .md, .html, .docx, .pdf or .xml files."
                : $"none of the {corpus.LeftOut.Length} files could be indexed; the first: {corpus.LeftOut[0].File}: {corpus.LeftOut[0].Message}");

        var snapshots = new SnapshotFolder(request.Output);
        if (request.DryRun)
            return new(null, new(corpus.Documents.Length, corpus.Documents.Sum(d => d.Linked.Resolution.Clauses.Length), 0, corpus.Documents.Sum(d => d.Linked.Citations.Length), 0),
                corpus.LeftOut, time.GetElapsedTime(began));

        var (generation, folder) = snapshots.Begin();
        try
        {
            var counts = SnapshotWriter.Write(folder, corpus, authorities, progress, cancellation);
            progress?.Invoke(new("publishing", 0, 1));
            var manifest = new Manifest(Manifest.CurrentFormat, generation, time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                corpus.Hash, counts, [], corpus.LeftOut);
            snapshots.Publish(generation, folder, manifest);
            snapshots.Prune(request.Keep);
            progress?.Invoke(new("publishing", 1, 1));
            return new(generation, counts, corpus.LeftOut, time.GetElapsedTime(began));
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A document of a corpus under its final identity.</summary>
/// <param name="File">Where it was read.</param>
/// <param name="Hash">SHA-256 of the file, hex.</param>
/// <param name="Linked">Its clauses and citations.</param>
/// <param name="Id">Its work.</param>
/// <param name="Symbol">Its symbol, or null where it has none.</param>
/// <param name="IdentifiedBy">printed, stated, inferred or none.</param>
/// <param name="Evidence">Why an inferred identity holds.</param>
internal sealed record CorpusDocument(CorpusFile File, string Hash, LinkedDocument Linked, WorkId Id, string? Symbol, string IdentifiedBy, string? Evidence);

/// <summary>All documents of a build, in the order of their file names.</summary>
internal sealed record Corpus(ImmutableArray<CorpusDocument> Documents, ImmutableArray<LeftOutFile> LeftOut, string Hash)
{
    /// <summary>Reads, parses and links every file of the sources.</summary>
    public static Corpus Read(
        IEnumerable<string> sources, AuthorityList authorities, int threads, Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        var (files, passedOver) = CorpusFiles.List(sources);
        var pipeline = new DocumentPipeline(authorities);
        var results = new (LinkedDocument? Document, LeftOutFile? LeftOut, string Hash)[files.Length];
        var done = 0;
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation }, i =>
        {
            results[i] = ReadOne(pipeline, files[i]);
            progress?.Invoke(new("reading", Interlocked.Increment(ref done), files.Length));
        });

        var documents = new List<CorpusDocument>();
        var leftOut = new List<LeftOutFile>(passedOver);
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < files.Length; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{files[i].Name}\0{results[i].Hash}\n"));
            if (results[i].LeftOut is { } reason) leftOut.Add(reason);
            if (results[i].Document is not { } linked) continue;
            var stated = linked.Resolution.Source.Stated.Symbol;
            var symbol = stated ?? linked.Resolution.Front.Symbol;
            documents.Add(new(files[i], results[i].Hash, linked, new(symbol ?? linked.Resolution.Source.Name), symbol,
                stated is not null ? "stated" : symbol is not null ? "printed" : "none", null));
        }
        return new(CorpusIdentity.Settle(WithLearnedNames(documents)), [.. leftOut.OrderBy(f => f.File, StringComparer.Ordinal)], Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Joins titles that no list has to the sources that notes of other documents give for them.</summary>
    private static ImmutableArray<CorpusDocument> WithLearnedNames(List<CorpusDocument> documents)
    {
        var learned = LearnedNames.Learn(documents.Select(d => new CorpusEntry(d.Linked.Resolution, d.Linked.Citations, d.Symbol)));
        return [.. documents.Select(d => d with { Linked = d.Linked with { Citations = [.. d.Linked.Citations.Select(learned.Apply)] } })];
    }

    private static (LinkedDocument? Document, LeftOutFile? LeftOut, string Hash) ReadOne(DocumentPipeline pipeline, CorpusFile file)
    {
        try
        {
            var (document, rejected) = pipeline.Run(file.Path);
            if (rejected is not null) return (null, new(file.Name, rejected.Code, rejected.Message), "");
            using var bytes = File.OpenRead(file.Path);
            return (document, null, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (IOException e)
        {
            return (null, new(file.Name, "unreadable", e.Message), "");
        }
    }
}
