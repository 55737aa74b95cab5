using Search.Catalog.Querying;
using Search.Catalog.Snapshots;
using Search.Citations.Authorities;
using Search.Graph;
using Search.Graph.Exports;
using Search.FullText;

namespace Search.Catalog;

/// <summary>One snapshot, opened read-only: every question that the API and the command line answer. Safe to use from any number of threads.</summary>
public sealed class ResolutionCatalog : IDisposable
{
    private readonly IDisposable _hold;
    private readonly Database _db;
    private readonly FullTextIndex _text;
    private readonly CitationGraph _graph;
    private readonly DocumentQueries _documents;
    private readonly WorkQueries _works;
    private readonly ClauseSearch _search;
    private readonly CitationResolver _resolver;
    private readonly GraphQueries _graphs;
    private readonly Lazy<TimeView> _time;

    private ResolutionCatalog(Manifest manifest, string folder, string authorities, IDisposable hold)
    {
        _hold = hold;
        Generation = manifest.Generation;
        Built = manifest.Built;
        Corpus = manifest.Corpus;
        Counts = manifest.Counts;
        LeftOut = manifest.LeftOut;
        _db = new(Path.Combine(folder, "catalog.db"));
        _text = FullTextIndex.Open(Path.Combine(folder, "text"));
        _graph = CitationGraph.Open(Path.Combine(folder, "graph.bin"));
        _documents = new(_db);
        _works = new(_db);
        var known = AuthorityList.Load(authorities);
        _resolver = new(_db, _works, known);
        _search = new(_db, _text, _resolver);
        _graphs = new(_graph, _works);
        _time = new(_graphs.CheckTime);
        Extraction = new(known, _db);
    }

    /// <summary>Name of the generation: <c>g-000017</c>.</summary>
    public string Generation { get; }

    /// <summary>When it was built, ISO 8601, UTC.</summary>
    public string Built { get; }

    /// <summary>SHA-256 over the names and contents of all sources, hex.</summary>
    public string Corpus { get; }

    /// <summary>How much it holds.</summary>
    public SnapshotCounts Counts { get; }

    /// <summary>Files that were not indexed, and why.</summary>
    public IReadOnlyList<LeftOutFile> LeftOut { get; }

    /// <summary>Finds the citations of a pasted text.</summary>
    public TextExtraction Extraction { get; }

    /// <summary>Opens the live snapshot in a folder of snapshots; where it is damaged, the newest whole one before it.</summary>
    /// <param name="folder">The folder that holds CURRENT.</param>
    /// <param name="authorities">The folder with works.tsv.</param>
    /// <param name="damaged">Told what was passed over and why.</param>
    /// <exception cref="DirectoryNotFoundException">There is no snapshot.</exception>
    /// <exception cref="SnapshotDamagedException">There is one, but no whole one.</exception>
    public static ResolutionCatalog Open(string folder, string? authorities = null, Action<SnapshotDamagedException>? damaged = null)
    {
        var snapshots = new SnapshotFolder(folder);
        var live = snapshots.Current();
        var candidates = snapshots.Generations().Where(g => live is null || string.CompareOrdinal(g, live) <= 0).ToList();
        if (candidates.Count == 0)
            throw new DirectoryNotFoundException($"no snapshot in {folder}. Build one with 'Search.Indexer build DIR --out {folder}'.");
        SnapshotDamagedException? first = null;
        foreach (var generation in candidates)
        {
            try
            {
                return OpenGeneration(snapshots, generation, CatalogFolders.Authorities(authorities));
            }
            catch (SnapshotDamagedException e)
            {
                first ??= e;
                damaged?.Invoke(e);
            }
        }
        throw first!;
    }

    /// <summary>The live generation's name without opening it, or null; cheap enough to ask every second.</summary>
    public static string? LiveGeneration(string folder) => new SnapshotFolder(folder).Current();

    /// <summary>Checks every byte of a generation (the live one when null) against its checksums.</summary>
    /// <returns>The generation and how many files were checked.</returns>
    /// <exception cref="SnapshotDamagedException">Something is damaged.</exception>
    public static (string Generation, int Files) Verify(string folder, string? generation = null)
    {
        var snapshots = new SnapshotFolder(folder);
        var name = generation ?? snapshots.Current()
            ?? throw new DirectoryNotFoundException($"no snapshot in {folder}. Build one with 'Search.Indexer build DIR --out {folder}'.");
        return (name, snapshots.Check(name, deep: true).Files.Length);
    }

    /// <summary>The words for what a citing clause does to what it cites.</summary>
    public static IReadOnlyList<string> TreatmentWords => Citations.TreatmentWords.All;

    /// <summary>The words for where in a document a citation stands.</summary>
    public static IReadOnlyList<string> PlaceWords => Citations.CitationPlaceWords.All;

    /// <summary>Kinds of documents.</summary>
    public static IReadOnlyList<string> DocumentKinds { get; } = ["resolution", "decision", "draft", "statement", "report", "document"];

    /// <summary>Kinds of clauses.</summary>
    public static IReadOnlyList<string> ClauseKinds { get; } = ["preambular", "operative", "annex", "other"];

    /// <summary>What can be counted over all clauses that a search finds.</summary>
    public static IReadOnlyList<string> FacetNames => ClauseSearch.FacetFields;

    /// <summary>Ranked clauses.</summary>
    public SearchResult Search(SearchRequest request) => _search.Run(request);

    /// <summary>Works, documents and words that begin so.</summary>
    public Suggestions Suggest(string prefix, int most = 10) => _search.Suggest(prefix, most);

    /// <summary>A page of documents, and how many match.</summary>
    public (int Total, IReadOnlyList<DocumentSummary> Page) Documents(
        IReadOnlyList<string>? organs = null, IReadOnlyList<string>? kinds = null, string? from = null, string? to = null, bool newestFirst = true, int skip = 0, int take = 20) =>
        _documents.List(organs ?? [], kinds ?? [], from, to, newestFirst, skip, take);

    /// <summary>A document, or null.</summary>
    public DocumentDetails? Document(string id) => _documents.Details(id);

    /// <summary>The source text that spans count in, or null.</summary>
    public string? Source(string document) => _documents.Source(document);

    /// <summary>All clauses of a document in reading order, with their citations; empty where there is no such document.</summary>
    public IReadOnlyList<ClauseDetails> Clauses(string document) => _documents.Clauses(document);

    /// <summary>One clause by its label as in URLs (<c>op5-b-ii</c>), or null.</summary>
    public ClauseDetails? Clause(string document, string label) => _documents.Clause(document, label);

    /// <summary>A page of works, and how many match.</summary>
    /// <param name="sort">cited-by, influence, cites, date or title.</param>
    /// <param name="inCorpus">Only works whose text is (not) here; null for both.</param>
    /// <param name="cited">Only works that something (or nothing) cites; null for both.</param>
    /// <param name="kinds">Only these kinds; none for all.</param>
    /// <param name="skip">Left out at the start.</param>
    /// <param name="take">The most returned.</param>
    public (int Total, IReadOnlyList<WorkSummary> Page) Works(
        string sort = "cited-by", bool? inCorpus = null, bool? cited = null, IReadOnlyList<string>? kinds = null, int skip = 0, int take = 20) =>
        _works.List(sort, inCorpus, cited, kinds ?? [], skip, take);

    /// <summary>A work by its slug, or null.</summary>
    public WorkDetails? Work(string id) => _works.Details(id);

    /// <summary>What cites a work; null where there is no such work.</summary>
    public EdgePage? CitedBy(string work, EdgeQuery query) => _works.Exists(work) ? _works.CitedBy(work, query) : null;

    /// <summary>What cites a work, by year, with the first and the last; null where there is no such work.</summary>
    public CitationHistory? History(string work, EdgeQuery query) => _works.Exists(work) ? _works.History(work, query) : null;

    /// <summary>What a work's text cites; null where there is no such work.</summary>
    public EdgePage? Cites(string work, EdgeQuery query) => _works.Exists(work) ? _works.Cites(work, query) : null;

    /// <summary>The works around a work and the edges among them; null where there is no such work.</summary>
    public NeighbourhoodView? Neighbourhood(string work, NeighbourhoodQuery query) => _graphs.Neighbourhood(work, query);

    /// <summary>The shortest chains of citations from one work to another; null where one of them is not known.</summary>
    public PathsView? Paths(string from, string to, PathQuery query) => _graphs.Paths(from, to, query);

    /// <summary>Works cited together with a work or citing the same; null where there is no such work.</summary>
    public RelatedView? Related(string work, RelatedQuery query) => _graphs.Related(work, query);

    /// <summary>What in the graph contradicts the order of time: a pass over all of it, made once.</summary>
    public TimeView CheckTime() => _time.Value;

    /// <summary>The formats of <see cref="Export"/>.</summary>
    public static IReadOnlyList<ExportFormatName> ExportFormats { get; } = [.. ExportFormat.All.Select(f => new ExportFormatName(f.Name, f.MediaType, f.Extension))];

    /// <summary>Writes the graph or a part of it; the stream stays open.</summary>
    /// <exception cref="ArgumentException">The format is none of <see cref="ExportFormats"/>.</exception>
    /// <exception cref="OperationCanceledException">It was given up on the way.</exception>
    public void Export(ExportQuery query, string format, Stream to, CancellationToken cancellation = default)
    {
        if (!ExportFormat.TryParse(format, out var known)) throw new ArgumentException($"'{format}' is not a format.", nameof(format));
        new GraphExport(_db, _works).Write(query, known, Generation, to, cancellation);
    }

    /// <summary>Writes a folder that the embedded search box searches without a server.</summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <param name="site">Address of the server whose pages the hits lead to.</param>
    /// <returns>Clauses and files written.</returns>
    /// <exception cref="InvalidDataException">The snapshot has too many clauses for that.</exception>
    public (int Clauses, int Files) ExportStatic(string folder, string site) => new StaticExport(_db).Write(folder, site);

    /// <summary>The work or works that a citation as people write it means.</summary>
    public Resolved Resolve(string citation) => _resolver.Resolve(citation);

    /// <inheritdoc />
    public void Dispose()
    {
        _graph.Dispose();
        _text.Dispose();
        _db.Dispose();
        _hold.Dispose();
    }

    private static ResolutionCatalog OpenGeneration(SnapshotFolder snapshots, string generation, string authorities)
    {
        var manifest = snapshots.Check(generation, deep: false);
        IDisposable? hold = null;
        try
        {
            hold = snapshots.Hold(generation);
            return new(manifest, snapshots.PathOf(generation), authorities, hold);
        }
        catch (Exception e) when (e is IndexCorruptException or GraphCorruptException or IOException or Microsoft.Data.Sqlite.SqliteException)
        {
            hold?.Dispose();
            throw new SnapshotDamagedException(generation, "files", e.Message, e);
        }
    }
}
