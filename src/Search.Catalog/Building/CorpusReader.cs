using System.Collections.Concurrent;
using System.Collections.Immutable;
using Search.Catalog.Building.Parses;
using Search.Citations.Authorities;
using Search.Resolutions.Reading;

namespace Search.Catalog.Building;

/// <summary>A file of the corpus with what is in it.</summary>
/// <param name="File">The file.</param>
/// <param name="Hash">SHA-256 of the file and its sidecar, hex; empty where it was left out.</param>
/// <param name="Documents">Its documents; none where it was left out.</param>
/// <param name="WasStored">Whether it was taken from the store as it was read before.</param>
internal sealed record ReadFile(CorpusFile File, string Hash, ImmutableArray<StoredDocument> Documents, bool WasStored);

/// <summary>
/// Reads, parses and links files, several at once, and puts each into the store. Linking a file depends on the rest
/// of the corpus in one way: whether some document bears a symbol that cannot be right by the tables. It is linked as if
/// none did, and again where that was wrong.
/// </summary>
/// <param name="authorities">The works known beforehand.</param>
/// <param name="store">Where parses are.</param>
/// <param name="memory">What an earlier build of this process knew; null where nothing is to be remembered.</param>
/// <param name="threads">How many files are read at once.</param>
/// <param name="progress">Is told how far the work has come.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class CorpusReader(AuthorityList authorities, DocumentStore store, BuildMemory? memory, int threads,
    Action<BuildProgress>? progress, CancellationToken cancellation)
{
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };

    /// <summary>Where parses are.</summary>
    public DocumentStore Store => store;

    /// <summary>What an earlier build of this process knew, or null.</summary>
    public BuildMemory? Memory => memory;

    /// <summary>How many files are read at once.</summary>
    public int Threads { get; } = Math.Max(1, threads);

    /// <summary>Says that a step begins that has no parts.</summary>
    public void Begin(string step) => progress?.Invoke(new(step, 0, 1));

    /// <summary>The keys of the store's entries that were used.</summary>
    public HashSet<UInt128> Keys { get; } = [];

    /// <summary>Reads all files of the sources, in the order of their names, and says what was left out.</summary>
    public (ImmutableArray<ReadFile> Files, ImmutableArray<LeftOutFile> LeftOut) Read(IEnumerable<string> sources)
    {
        var (files, passedOver) = CorpusFiles.List(sources);
        var read = new Parsed[files.Length];
        var done = 0;
        ForEach(Enumerable.Range(0, files.Length), i =>
        {
            read[i] = Read(files[i]);
            progress?.Invoke(new("reading", Interlocked.Increment(ref done), files.Length));
        });

        var held = read.SelectMany(p => p.Documents).Select(d => d.Sheet.Symbol).OfType<string>().ToHashSet();
        var stale = Enumerable.Range(0, files.Length).Where(i => read[i].Asked.Any(a => a.IsHeld != held.Contains(a.Symbol))).ToList();
        done = 0;
        ForEach(stale, i =>
        {
            read[i] = Parse(files[i], StateOf(files[i]), DocumentReader.Fingerprint(files[i].Path), held.Contains, read[i].Hash);
            progress?.Invoke(new("linking", Interlocked.Increment(ref done), stale.Count));
        });
        Keys.UnionWith(read.Select(p => p.Key).OfType<string>().Select(DocumentStore.NumberOf));
        ImmutableArray<ReadFile> all = [.. read.Select((p, i) => new ReadFile(files[i], p.Hash, p.Documents, p.WasStored))];
        memory?.Keep(all);
        return (all, [.. passedOver, .. read.SelectMany(p => p.LeftOut)]);
    }

    // What several threads throw at once is one failure to a caller.
    private void ForEach(IEnumerable<int> files, Action<int> work)
    {
        try
        {
            Parallel.ForEach(Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering), _parallel, work);
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<IOException>().FirstOrDefault() is { } failure)
        {
            throw new IOException(failure.Message, failure);
        }
    }

    private FileState StateOf(CorpusFile file) => memory is null ? default : FileState.Of(file.Path);

    /// <summary>A file as the store has it, or else as it is now.</summary>
    private Parsed Read(CorpusFile file)
    {
        if (memory?.File(file.Path) is { } known && store.Has(known.Key))
            return Found(file, known.Key, store.Adopt(known)) with { WasStored = true };
        var state = StateOf(file);
        var fingerprint = DocumentReader.Fingerprint(file.Path);
        if (fingerprint is null || store.KeyOf(Path.GetFileName(file.Path), fingerprint) is var key && store.Read(key) is not { } stored)
            return Parse(file, state, fingerprint, static _ => false, null);
        memory?.Remember(file.Path, RememberedFile.Of(state, key, stored));
        return Found(file, key, stored) with { WasStored = true };
    }

    /// <summary>Reads, parses and links a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="state">Its length and time of the last write, asked before its fingerprint.</param>
    /// <param name="before">Its fingerprint, or null where it has none.</param>
    /// <param name="isHeld">Whether a document bears a symbol.</param>
    /// <param name="expected">The hash that it had when it was read before, or null.</param>
    private Parsed Parse(CorpusFile file, FileState state, string? before, Func<string, bool> isHeld, string? expected)
    {
        var asked = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        var pipeline = new DocumentPipeline(authorities, symbol => asked[symbol] = isHeld(symbol));
        var failed = default(Parsed);
        var (documents, read, rejected) = Attempt(file, () =>
        {
            var (resolutions, read, rejected) = DocumentPipeline.Parse(file.Path);
            return (Documents: resolutions.IsDefaultOrEmpty ? [] : resolutions.Select(pipeline.Link).ToImmutableArray(), read, rejected);
        }, failure => failed = failure);
        if (rejected is not null) return LeftOut(file, rejected.Code, rejected.Message);
        if (read is null) return failed!;
        if (expected is not null && read.Hash != expected)
            return LeftOut(file, "changed", "It changed while the corpus was read; build again.");
        // A file that is being written has no fingerprint that can be trusted: its parse is used once.
        var isStable = before is not null && (before == read.Hash || before == DocumentReader.Fingerprint(file.Path));
        var fingerprint = isStable ? before! : read.Hash + "-" + Guid.NewGuid().ToString("N");
        var key = store.KeyOf(Path.GetFileName(file.Path), fingerprint);
        ImmutableArray<LeftOutFile> beside = [.. read.UnusedFiles.Select(f => new LeftOutFile(f.Name, f.Warning.Code, f.Warning.Message))];
        var stored = store.Write(key, read.Hash, beside, [.. asked.Select(a => new AskedSymbol(a.Key, a.Value))], documents);
        if (isStable) memory?.Remember(file.Path, RememberedFile.Of(state, key, stored));
        return Found(file, key, stored);
    }

    private static Parsed Found(CorpusFile file, string key, StoredFile stored)
    {
        var folder = file.Name[..(file.Name.LastIndexOf('/') + 1)];
        return new()
        {
            Key = key,
            Hash = stored.Hash,
            Documents = stored.Documents,
            Asked = stored.Asked,
            LeftOut = [.. stored.Beside.Select(f => f with { File = folder + f.File })],
        };
    }

    private static Parsed LeftOut(CorpusFile file, string code, string message) => new() { LeftOut = [new(file.Name, code, message)] };

    // A document on which the program fails is left out like one that cannot be read: the others are worth a build.
    private static T? Attempt<T>(CorpusFile file, Func<T> work, Action<Parsed> failed)
    {
        try
        {
            return work();
        }
#pragma warning disable CA1031 // whatever the fault is, it is named with its file
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            failed(e is IOException or UnauthorizedAccessException
                ? LeftOut(file, "unreadable", $"It could not be read ({e.Message.TrimEnd('.')}); check the path and its permissions.")
                : LeftOut(file, "failed",
                    $"The program failed on it with {e.GetType().Name} in {e.TargetSite?.DeclaringType?.Name}.{e.TargetSite?.Name}; please report this with the file."));
            return default;
        }
#pragma warning restore CA1031
    }

    /// <summary>What reading one file gave.</summary>
    private sealed record Parsed
    {
        /// <summary>Its entry in the store; null where it was left out.</summary>
        public string? Key { get; init; }

        /// <summary>SHA-256 of the file and of the sidecar that was used, hex; empty where it was left out.</summary>
        public string Hash { get; init; } = "";

        /// <summary>Its documents; none where it was left out.</summary>
        public ImmutableArray<StoredDocument> Documents { get; init; } = [];

        /// <summary>The symbols on which its links depend.</summary>
        public ImmutableArray<AskedSymbol> Asked { get; init; } = [];

        /// <summary>The file itself, or what is beside it and was not used.</summary>
        public ImmutableArray<LeftOutFile> LeftOut { get; init; } = [];

        /// <summary>Whether it was in the store.</summary>
        public bool WasStored { get; init; }
    }
}
