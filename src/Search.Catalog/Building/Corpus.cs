using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Citations.Facts;
using Search.Citations.Identity;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>A document of a corpus under its final identity.</summary>
/// <param name="File">Where it was read.</param>
/// <param name="Hash">SHA-256 of the file and of its sidecar, hex.</param>
/// <param name="Linked">Its clauses and citations.</param>
/// <param name="Id">Its work.</param>
/// <param name="Symbol">Its symbol, or null where it has none.</param>
/// <param name="IdentifiedBy">printed, stated, inferred or none.</param>
/// <param name="Evidence">Why an inferred identity holds, or what else is to be known of it.</param>
internal sealed record CorpusDocument(CorpusFile File, string Hash, LinkedDocument Linked, WorkId Id, string? Symbol, string IdentifiedBy, string? Evidence)
{
    /// <summary>The document's texts in other languages, none of which counts.</summary>
    public ImmutableArray<CorpusDocument> Translations { get; init; } = [];

    /// <summary>The code of the text's language.</summary>
    public string Language => Linked.Resolution.Front.Language;
}

/// <summary>All documents of a build, in the order of their file names.</summary>
internal sealed record Corpus(ImmutableArray<CorpusDocument> Documents, ImmutableArray<LeftOutFile> LeftOut, string Hash)
{
    /// <summary>What the documents say about the works that they cite.</summary>
    public LearnedFacts Facts { get; } = LearnedFacts.Learn(Documents.Select(d => (new CorpusEntry(d.Linked.Resolution, d.Linked.Citations, d.Symbol), d.Id)));

    /// <summary>Reads and parses every file of the sources; then, with all symbols known, links them; then settles who is who.</summary>
    public static Corpus Read(
        IEnumerable<string> sources, AuthorityList authorities, int threads, Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        var (files, passedOver) = CorpusFiles.List(sources);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        var parsed = new ParsedFile[files.Length];
        var done = 0;
        Parallel.For(0, files.Length, parallel, i =>
        {
            parsed[i] = ReadOne(files[i]);
            progress?.Invoke(new("reading", Interlocked.Increment(ref done), files.Length));
        });

        progress?.Invoke(new("linking", 0, files.Length)); // the linker reads all authorities first
        var held = parsed.SelectMany(p => p.Resolutions).Select(LinkedDocument.SymbolOf).OfType<string>().ToHashSet();
        var pipeline = new DocumentPipeline(authorities, held.Contains);
        var linked = new ImmutableArray<LinkedDocument>?[files.Length];
        done = 0;
        Parallel.For(0, files.Length, parallel, i =>
        {
            var resolutions = parsed[i].Resolutions;
            linked[i] = Attempt<ImmutableArray<LinkedDocument>?>(files[i], () => [.. resolutions.Select(pipeline.Link)], failure => parsed[i] = failure);
            progress?.Invoke(new("linking", Interlocked.Increment(ref done), files.Length));
        });

        var texts = linked.SelectMany(d => d ?? []).ToList();
        var translations = Expressions.Of(texts.Select(d => (d.Symbol, d.Resolution.Front.Language))).Values.SelectMany(t => t).ToHashSet();
        var learned = LearnedNames.Learn(texts.Where((_, i) => !translations.Contains(i)).Select(d => new CorpusEntry(d.Resolution, d.Citations, d.Symbol)));
        var documents = ImmutableArray.CreateBuilder<CorpusDocument>();
        var leftOut = new List<LeftOutFile>(passedOver);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < files.Length; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{files[i].Name}\0{parsed[i].Hash}\n"));
            leftOut.AddRange(parsed[i].LeftOut);
            foreach (var one in linked[i] ?? [])
            {
                var document = one with { Citations = [.. one.Citations.Select(learned.Apply)] };
                var by = document.Resolution.Source.Stated.Symbol is not null ? "stated" : document.Symbol is not null ? "printed" : "none";
                documents.Add(new(files[i], parsed[i].Hash, document, new(document.Symbol ?? document.Resolution.Source.Name), document.Symbol, by, null));
            }
        }
        return new(CorpusIdentity.Settle(documents.ToImmutable()), [.. leftOut.OrderBy(f => f.File, StringComparer.Ordinal)], Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static ParsedFile ReadOne(CorpusFile file)
    {
        var failed = default(ParsedFile);
        var (resolutions, read, rejected) = Attempt(file, () => DocumentPipeline.Parse(file.Path), failure => failed = failure);
        if (rejected is not null) return new([], [new(file.Name, rejected.Code, rejected.Message)], "");
        if (read is null) return failed;
        var folder = file.Name[..(file.Name.LastIndexOf('/') + 1)];
        return new(resolutions, [.. read.UnusedFiles.Select(f => new LeftOutFile(folder + f.Name, f.Warning.Code, f.Warning.Message))], read.Hash);
    }

    // A document on which the program fails is left out like one that cannot be read: the others are worth a build.
    private static T? Attempt<T>(CorpusFile file, Func<T> work, Action<ParsedFile> failed)
    {
        try
        {
            return work();
        }
#pragma warning disable CA1031 // whatever the fault is, it is named with its file
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            var message = e is IOException or UnauthorizedAccessException
                ? $"It could not be read ({e.Message.TrimEnd('.')}); check the path and its permissions."
                : $"The program failed on it with {e.GetType().Name} in {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name}; please report this with the file.";
            failed(new([], [new(file.Name, e is IOException or UnauthorizedAccessException ? "unreadable" : "failed", message)], ""));
            return default;
        }
#pragma warning restore CA1031
    }

    /// <summary>What reading one file gave.</summary>
    /// <param name="Resolutions">Its documents; none where it was left out.</param>
    /// <param name="LeftOut">The file itself, or what lies beside it and was not used.</param>
    /// <param name="Hash">SHA-256 of the file and its sidecar, hex; empty where it was left out.</param>
    private readonly record struct ParsedFile(ImmutableArray<Resolution> Resolutions, ImmutableArray<LeftOutFile> LeftOut, string Hash);
}
