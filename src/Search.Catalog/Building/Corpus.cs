using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Citations.Identity;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>A document of a corpus under its final identity.</summary>
/// <param name="File">Where it was read.</param>
/// <param name="Hash">SHA-256 of the file, hex.</param>
/// <param name="Linked">Its clauses and citations.</param>
/// <param name="Id">Its work.</param>
/// <param name="Symbol">Its symbol, or null where it has none.</param>
/// <param name="IdentifiedBy">printed, stated, inferred or none.</param>
/// <param name="Evidence">Why an inferred identity holds, or what else is to be known of it.</param>
internal sealed record CorpusDocument(CorpusFile File, string Hash, LinkedDocument Linked, WorkId Id, string? Symbol, string IdentifiedBy, string? Evidence);

/// <summary>All documents of a build, in the order of their file names.</summary>
internal sealed record Corpus(ImmutableArray<CorpusDocument> Documents, ImmutableArray<LeftOutFile> LeftOut, string Hash)
{
    /// <summary>Reads and parses every file of the sources; then, with all symbols known, links them; then settles who is who.</summary>
    public static Corpus Read(
        IEnumerable<string> sources, AuthorityList authorities, int threads, Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        var (files, passedOver) = CorpusFiles.List(sources);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        var parsed = new (Resolution? Resolution, LeftOutFile? LeftOut, string Hash)[files.Length];
        var done = 0;
        Parallel.For(0, files.Length, parallel, i =>
        {
            parsed[i] = ReadOne(files[i]);
            progress?.Invoke(new("reading", Interlocked.Increment(ref done), files.Length));
        });

        var held = parsed.Where(p => p.Resolution is not null).Select(p => LinkedDocument.SymbolOf(p.Resolution!)).OfType<string>().ToHashSet();
        var pipeline = new DocumentPipeline(authorities, held);
        var linked = new LinkedDocument?[files.Length];
        done = 0;
        Parallel.For(0, files.Length, parallel, i =>
        {
            if (parsed[i].Resolution is { } resolution) linked[i] = pipeline.Link(resolution);
            progress?.Invoke(new("linking", Interlocked.Increment(ref done), files.Length));
        });

        var learned = LearnedNames.Learn(linked.OfType<LinkedDocument>().Select(d => new CorpusEntry(d.Resolution, d.Citations, d.Symbol)));
        var documents = ImmutableArray.CreateBuilder<CorpusDocument>();
        var leftOut = new List<LeftOutFile>(passedOver);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < files.Length; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{files[i].Name}\0{parsed[i].Hash}\n"));
            if (parsed[i].LeftOut is { } reason) leftOut.Add(reason);
            if (linked[i] is not { } document) continue;
            document = document with { Citations = [.. document.Citations.Select(learned.Apply)] };
            var by = document.Resolution.Source.Stated.Symbol is not null ? "stated" : document.Symbol is not null ? "printed" : "none";
            documents.Add(new(files[i], parsed[i].Hash, document, new(document.Symbol ?? document.Resolution.Source.Name), document.Symbol, by, null));
        }
        return new(CorpusIdentity.Settle(documents.ToImmutable()), [.. leftOut.OrderBy(f => f.File, StringComparer.Ordinal)], Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static (Resolution? Resolution, LeftOutFile? LeftOut, string Hash) ReadOne(CorpusFile file)
    {
        try
        {
            var (resolution, rejected) = DocumentPipeline.Parse(file.Path);
            if (rejected is not null) return (null, new(file.Name, rejected.Code, rejected.Message), "");
            return (resolution, null, HashOf(file.Path) + HashOf(Path.ChangeExtension(file.Path, ".meta.json")));
        }
        catch (IOException e)
        {
            return (null, new(file.Name, "unreadable", e.Message), "");
        }
    }

    /// <summary>SHA-256 of a file, hex; empty where there is none, as most documents have no sidecar.</summary>
    private static string HashOf(string path)
    {
        if (!File.Exists(path)) return "";
        using var bytes = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
