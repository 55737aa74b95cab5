using System.Collections.Concurrent;
using Search.Catalog.Checking;
using Search.Catalog.Following;
using Search.Catalog.Querying;
using Search.Catalog.Querying.Reuse;
using Search.Catalog.Snapshots;
using Search.Citations;
using Search.Citations.Authorities;
using Search.FullText;
using Search.Graph.Exports;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog;

/// <summary>
/// One snapshot, opened read-only: every question that the API and the command line answer. Safe to use from any number of threads.
/// </summary>
public sealed partial class ResolutionCatalog : IDisposable
{
    private readonly ConcurrentDictionary<string, (int Characters, int Clauses)> _sizes = new();
    private readonly VerifiedSnapshot _snapshot;
    private readonly Database _db;
    private readonly DocumentQueries _documents;
    private readonly WorkQueries _works;
    private readonly ClauseSearch _search;
    private readonly SnapshotValues _values;
    private readonly CitationResolver _resolver;
    private readonly GraphQueries _graphs;
    private readonly GraphExport _exports;
    private readonly ChangeQueries _changes;
    private readonly Lazy<TimeView> _time;
    private readonly ComparisonQueries _comparisons;
    private readonly LineageQueries? _lineages;
    private readonly ClauseVersionQueries? _versions;
    private readonly ReuseEdges? _reuse;
    private readonly PastedReuse? _pasted;

    private ResolutionCatalog(VerifiedSnapshot snapshot, AuthorityList known, string root)
    {
        _snapshot = snapshot;
        Generation = snapshot.Manifest.Generation;
        Built = snapshot.Manifest.Built;
        Corpus = snapshot.Manifest.Corpus;
        Fingerprint = snapshot.Fingerprint;
        IsSample = snapshot.Manifest.Sample;
        Counts = snapshot.Manifest.Counts;
        LeftOut = snapshot.Manifest.LeftOut;
        _db = snapshot.Parts.Rows;
        var summaries = new WorkSummaries(_db, snapshot.Parts.HasProvisions, snapshot.Parts.CountsParts);
        _documents = new(_db, summaries, snapshot.Parts.HasProvisions, snapshot.Parts.HasTopics, snapshot.Parts.HasExpressions);
        _works = new(_db, summaries, snapshot.Parts.HasFacts, snapshot.Parts.HasProvisions);
        _resolver = new(_db, _works, known);
        _values = new(_db, snapshot.Parts.HasTopics);
        _search = new(_documents, snapshot.Parts.Text, _resolver, _values, WordingsOf(snapshot.Parts, _db), new(_db, snapshot.Parts.Graph));
        _graphs = new(snapshot.Parts.Graph, _works);
        _exports = new(_db, _works);
        _time = new(_graphs.CheckTime);
        var pipeline = new DocumentPipeline(known, symbol =>
            _db.First("SELECT document FROM works WHERE id = $1", r => r.Number(0), symbol) is not null);
        Extraction = new(pipeline, _db);
        _changes = new(_db, _works, root, new(Generation, Built));
        FirstSeenFile.Read(root, out var damage);
        FirstSeenDamage = damage;
        Checking = new(pipeline, new(_db, known, _works, _documents, new(_db), snapshot.Parts.HasFacts));
        var verbs = new VerbStrength(known);
        _comparisons = new(_db, _documents, verbs);
        if (snapshot.Parts.Reuse is not { } reuse) return;
        var passages = new ClausePassages(_db, reuse);
        _lineages = new(_db);
        _versions = new(_db, passages, verbs);
        _reuse = new(_db, passages);
        _pasted = new(passages);
    }

    /// <summary>Maps what the first question about the graph would otherwise wait for. A server calls it before it answers from
    /// the snapshot; answers are the same without it.</summary>
    public void Preload() => _snapshot.Parts.Graph.Preload();

    /// <summary>Name of the generation: <c>g-000017</c>.</summary>
    public string Generation { get; }

    /// <summary>When it was built, ISO 8601, UTC.</summary>
    public string Built { get; }

    /// <summary>SHA-256 over the names and contents of all sources, hex.</summary>
    public string Corpus { get; }

    /// <summary>SHA-256 of the manifest, hex: two snapshots with one fingerprint are the same to the byte, on whatever machine.</summary>
    public string Fingerprint { get; }

    /// <summary>Generation and fingerprint.</summary>
    public SnapshotIdentity Identity => new(Generation, Fingerprint);

    /// <summary>Whether it was built of the sample documents, which are invented.</summary>
    public bool IsSample { get; }

    /// <summary>How much it holds.</summary>
    public SnapshotCounts Counts { get; }

    /// <summary>Files that were not indexed, and why.</summary>
    public IReadOnlyList<LeftOutFile> LeftOut { get; }

    /// <summary>
    /// Why the dates of first appearances are not known, so that everything counts as new in this generation; null where they are.
    /// </summary>
    public string? FirstSeenDamage { get; }

    /// <summary>Finds the citations of a pasted text.</summary>
    public TextExtraction Extraction { get; }

    /// <summary>Checks what a draft says about the works that it cites.</summary>
    public DraftCheck Checking { get; }

    /// <summary>
    /// Opens the live snapshot in a folder of snapshots after verifying every byte of it; where it is damaged, the newest whole one.
    /// </summary>
    /// <param name="folder">The folder that holds CURRENT.</param>
    /// <param name="authorities">The folder with works.tsv.</param>
    /// <param name="warn">Called with each reason why the live snapshot was not the one opened.</param>
    /// <param name="cancellation">Ends the verification.</param>
    /// <exception cref="DirectoryNotFoundException">There is no snapshot.</exception>
    /// <exception cref="SnapshotDamagedException">There is one, but no whole one.</exception>
    public static ResolutionCatalog Open(
        string folder, string? authorities = null, Action<SnapshotDamagedException>? warn = null,
        CancellationToken cancellation = default) =>
        OpenNewer(folder, served: null, authorities, warn, cancellation)!;

    /// <summary>Opens the snapshot to serve instead of the one that is served, verified as by <see cref="Open"/>.</summary>
    /// <param name="folder">The folder that holds CURRENT.</param>
    /// <param name="served">The snapshot that is served now, or null where none is.</param>
    /// <param name="authorities">The folder with works.tsv.</param>
    /// <param name="warn">Called with each reason why the live snapshot was not the one opened.</param>
    /// <param name="cancellation">Ends the verification.</param>
    /// <returns>Null where the served snapshot is still the best: it is live, or what is live is damaged.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no snapshot.</exception>
    /// <exception cref="SnapshotDamagedException">There is one, but no whole one.</exception>
    public static ResolutionCatalog? OpenNewer(
        string folder, SnapshotIdentity? served, string? authorities = null, Action<SnapshotDamagedException>? warn = null,
        CancellationToken cancellation = default) =>
        OpenFirst(folder, served, null, authorities, warn, cancellation);

    /// <summary>
    /// Opens the snapshot to serve as <see cref="OpenNewer"/> does, with a full-text index that is not read from the folder, as when its
    /// shards are on several machines.
    /// </summary>
    /// <param name="folder">The folder that holds CURRENT. The files of the full-text index are neither checked nor needed.</param>
    /// <param name="served">The snapshot that is served now, or null where none is.</param>
    /// <param name="text">Finds the index of a generation. It is disposed with the catalog.</param>
    /// <param name="authorities">The folder with works.tsv.</param>
    /// <param name="warn">Called with each reason why the live snapshot was not the one opened.</param>
    /// <param name="cancellation">Ends the verification.</param>
    /// <returns>Null where the served snapshot is still the best: it is live, or what is live is damaged.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no snapshot.</exception>
    /// <exception cref="SnapshotDamagedException">There is one, but no whole one.</exception>
    public static ResolutionCatalog? OpenWithTextElsewhere(
        string folder, SnapshotIdentity? served, Func<SnapshotShards, ITextIndex> text, string? authorities = null,
        Action<SnapshotDamagedException>? warn = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return OpenFirst(folder, served, text, authorities, warn, cancellation);
    }

    private static ResolutionCatalog? OpenFirst(
        string folder, SnapshotIdentity? served, Func<SnapshotShards, ITextIndex>? text, string? authorities,
        Action<SnapshotDamagedException>? warn,
        CancellationToken cancellation)
    {
        var snapshots = new SnapshotFolder(folder);
        var (candidates, lost) = snapshots.Candidates();
        if (candidates.IsEmpty) throw Missing(folder);
        if (lost is not null) warn?.Invoke(new(lost));
        var known = AuthorityList.Load(CatalogFolders.Authorities(authorities));
        SnapshotDamagedException? first = null;
        foreach (var generation in candidates)
        {
            if (served is not null && snapshots.Identity(generation) == served) return null;
            try
            {
                return Over(VerifiedSnapshot.Open(snapshots, generation, text, cancellation), known, snapshots.Root);
            }
            catch (SnapshotDamagedException e)
            {
                first ??= e;
                warn?.Invoke(e);
            }
        }
        throw first!;
    }

    /// <summary>The live snapshot without opening it, or null; cheap enough to ask every second.</summary>
    public static SnapshotIdentity? Live(string folder)
    {
        var snapshots = new SnapshotFolder(folder);
        return snapshots.Live() is { } generation ? snapshots.Identity(generation) : null;
    }

    /// <summary>Whether a folder of snapshots holds any generation, whole or damaged.</summary>
    public static bool HasGenerations(string folder) => new SnapshotFolder(folder).Folders().Any(SnapshotFolder.IsGeneration);

    /// <summary>
    /// Checks every byte of a generation (the live one when null) against its checksums, and its parts against each other.
    /// </summary>
    /// <returns>The generation and how many files were checked.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no snapshot.</exception>
    /// <exception cref="SnapshotDamagedException">Something is damaged.</exception>
    public static (string Generation, int Files) Verify(string folder, string? generation = null, CancellationToken cancellation = default)
    {
        var snapshots = new SnapshotFolder(folder);
        var name = generation ?? snapshots.Live() ?? throw Missing(folder);
        return (name, VerifiedSnapshot.VerifyAll(snapshots, name, cancellation).Files.Length);
    }

    /// <summary>The words for what a citing clause does to what it cites.</summary>
    public static IReadOnlyList<string> TreatmentWords => EnumWords.All<Treatment>();

    /// <summary>The words for where in a document a citation is.</summary>
    public static IReadOnlyList<string> PlaceWords => EnumWords.All<CitationPlace>();

    /// <summary>Whether a canonical id is the symbol of a document.</summary>
    public static bool IsSymbol(string canonical) => new WorkId(canonical).IsSymbol;

    /// <summary>Kinds of documents.</summary>
    public static IReadOnlyList<string> DocumentKinds => EnumWords.All<DocumentKind>();

    /// <summary>Kinds of clauses.</summary>
    public static IReadOnlyList<string> ClauseKinds => EnumWords.All<ClauseKind>();

    /// <summary>What can be counted over all clauses that a search finds.</summary>
    public static IReadOnlyList<string> FacetNames => ClauseSearch.FacetNames;

    /// <summary>Ranked clauses.</summary>
    public SearchResult Search(SearchRequest request) => _search.Run(request);

    /// <summary>The same, for who reads the hits straight out of the snapshot, before the catalog is disposed.</summary>
    public FoundClauses Find(SearchRequest request) => _search.Find(request);

    /// <summary>Works, documents and words that begin so.</summary>
    public Suggestions Suggest(string prefix, int most = 10) => _search.Suggest(prefix, most);

    /// <summary>A page of documents, and how many match.</summary>
    public (int Total, IReadOnlyList<DocumentSummary> Page) Documents(DocumentQuery query) => _documents.List(query);

    /// <summary>The values of a field and how many of the documents that a question asks for have each, the most frequent first.</summary>
    public IReadOnlyList<ValueCount> CountDocuments(DocumentField field, DocumentQuery query) => _documents.Count(field, query);

    /// <summary>The kinds of questions that reading the documents left open, and how many there are of each.</summary>
    public IReadOnlyList<ValueCount> OpenQuestions() => _documents.OpenQuestions();

    /// <summary>The open questions of a kind, those of the newest documents first.</summary>
    public IReadOnlyList<OpenQuestion> OpenQuestions(string kind, int skip, int take) => _documents.OpenQuestions(kind, skip, take);

    /// <summary>A document, or null; with a language the fields of its text in that language, null where it has none.</summary>
    public DocumentDetails? Document(string id, string? language = null) => _documents.Details(id, language);

    /// <summary>The characters and clauses of a document's text; none where there is no such document.</summary>
    public (int Characters, int Clauses) SizeOf(string document) => _sizes.GetOrAdd(document, _documents.Size);

    /// <summary>
    /// The languages in which a document is here, that of the text that counts first; empty where there is no such document.
    /// </summary>
    public IReadOnlyList<string> Languages(string document) => _documents.Languages(document);

    /// <summary>The source text that spans count in, or null.</summary>
    public string? Source(string document, string? language = null) => _documents.Source(document, language);

    /// <summary>
    /// All clauses of a document in reading order, with their citations; empty where there is no such document or no text in the language.
    /// </summary>
    public IReadOnlyList<ClauseDetails> Clauses(string document, string? language = null) => _documents.Clauses(document, language);

    /// <summary>A page of a document's clauses, and how many match.</summary>
    /// <param name="document">The document's id.</param>
    /// <param name="language">The language of the text; null for the one that counts.</param>
    /// <param name="kinds">Kinds of clause; empty for all.</param>
    /// <param name="skip">Clauses left out at the start.</param>
    /// <param name="take">The most clauses returned.</param>
    public (int Total, IReadOnlyList<ClauseDetails> Page) Clauses(string document, string? language, IReadOnlyList<string> kinds, int skip,
        int take) =>
        _documents.Clauses(document, language, kinds, skip, take);

    /// <summary>One clause by its label as in URLs (<c>op5-b-ii</c>), or null.</summary>
    public ClauseDetails? Clause(string document, string label, string? language = null) => _documents.Clause(document, label, language);

    /// <summary>Two texts of a document clause by clause; null where it has no text in one of the languages.</summary>
    public ParallelText? Parallel(string document, string language, string with) => ParallelTexts.Of(_documents, document, language, with);

    /// <summary>The provisions that a text such as "article 9 (5)" names, as lists and filters write them.</summary>
    public static IReadOnlyList<string> ProvisionAsked(string asked) => Pinpoint.Asked(asked).Innermost;

    /// <summary>
    /// The text of a provision of a work, as people ask for it (<c>article 6 (3)</c>); null where the text is not here or has no such
    /// provision.
    /// </summary>
    public ProvisionText? Provision(string work, string asked) =>
        _works.Place(work, asked) is { } place ? _documents.Provision(place.Document, place.Place, asked) : null;

    /// <summary>The formats of <see cref="Export"/>.</summary>
    public static IReadOnlyList<ExportFormatName> ExportFormats { get; } =
        [.. ExportFormat.All.Select(f => new ExportFormatName(f.Name, f.MediaType, f.Extension))];

    /// <summary>Writes the graph or a part of it; the stream stays open.</summary>
    /// <exception cref="ArgumentException">The format is none of <see cref="ExportFormats"/>.</exception>
    public void Export(ExportQuery query, string format, Stream to) => Format(format).Write(_exports.Of(query, Generation), to);

    /// <summary>The bytes of <see cref="Export"/>, made as they are asked for; a chunk is valid until the next is asked for.</summary>
    /// <exception cref="ArgumentException">The format is none of <see cref="ExportFormats"/>.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> ExportChunks(ExportQuery query, string format) =>
        Format(format).Chunks(_exports.Of(query, Generation));

    /// <summary>
    /// Writes which clauses repeat earlier ones as a graph of documents; nothing where the snapshot does not say. The stream stays open.
    /// </summary>
    /// <exception cref="ArgumentException">The format is none of <see cref="ExportFormats"/>.</exception>
    public void ExportReuse(ReuseQuery query, string format, Stream to) => Format(format).Write(RepetitionsOf(query), to);

    /// <summary>The bytes of <see cref="ExportReuse"/>, made as they are asked for; a chunk is valid until the next is asked for.</summary>
    /// <exception cref="ArgumentException">The format is none of <see cref="ExportFormats"/>.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> ExportReuseChunks(ReuseQuery query, string format) =>
        Format(format).Chunks(RepetitionsOf(query));

    /// <summary>Writes a folder that the embedded search box searches without a server.</summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <param name="site">Address of the server whose pages the hits lead to.</param>
    /// <returns>Clauses and files written.</returns>
    /// <exception cref="InvalidDataException">The snapshot has too many clauses for that.</exception>
    public (int Clauses, int Files) ExportStatic(string folder, string? site) => new StaticExport(_db).Write(folder, site);

    /// <summary>The work or works that a citation as people write it means.</summary>
    public Resolved Resolve(string citation) => _resolver.Resolve(citation);

    /// <inheritdoc />
    public void Dispose() => _snapshot.Dispose();

    private static ResolutionCatalog Over(VerifiedSnapshot snapshot, AuthorityList known, string root)
    {
        try
        {
            return new(snapshot, known, root);
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    private static SameWordings? WordingsOf(SnapshotParts parts, Database db) =>
        parts.Reuse is { } reuse && parts.Text.Schema.Find(ClauseFields.Words) is not null ? new(db, reuse) : null;

    private static DirectoryNotFoundException Missing(string folder) =>
        new($"no snapshot in {folder}. Build one with 'Search.Indexer build DIR --out {folder}'.");

    private ExportGraph RepetitionsOf(ReuseQuery query) =>
        _reuse is null ? new("Clausegraph", [], []) : _exports.OfReuse(_reuse, query, Generation);

    private static ExportFormat Format(string name) =>
        ExportFormat.TryParse(name, out var format) ? format : throw new ArgumentException($"'{name}' is not a format.", nameof(name));
}
