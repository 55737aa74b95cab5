using System.Collections.Immutable;
using System.Text.Json;
using Search.Catalog.Querying;
using Search.Catalog.Snapshots;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Graph;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;
using Search.Reuse;

namespace Search.Catalog.Building;

/// <summary>
/// Writes the files of one generation: catalog.db, the full-text segments, the graph, and which clauses share their
/// words. Documents are loaded one at a time, three times over: for their rows and, meanwhile, for what they share; then for the full-text
/// index, which says of each clause when its words were first used. What is written depends on the documents
/// alone, and not on the number of threads.
/// </summary>
internal sealed partial class SnapshotWriter
{
    /// <summary>The graph's flag of works whose text is in the corpus.</summary>
    private const byte InCorpus = 1;

    /// <summary>Edges that are held in memory, 22 bytes each; more of them wait in a temporary file.</summary>
    private const int MostEdges = 1 << 20;

    /// <summary>Citing documents that are listed as the evidence of a fact.</summary>
    private const int MostSources = 20;

    private readonly string _folder;
    private readonly Corpus _corpus;
    private readonly Disk _disk;
    private readonly int _shards;
    private readonly int _threads;
    private readonly Action<BuildProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly WorkTable _works;
    private readonly ImmutableArray<WorkRow> _documentWorks;
    private readonly ImmutableArray<StructuralRelation> _relations;
    private readonly Dictionary<int, ImmutableArray<WorkRow>> _wholes;
    private readonly ILookup<int, WorkRow> _within;
    private readonly ImmutableArray<string> _languages;
    private readonly ImmutableArray<WrittenDocument> _written = [];
    private readonly string? _reuseState;
    private readonly WrittenMemory? _memory;
    private volatile bool _savesReuse;
    private volatile bool _hasRows;

    private SnapshotWriter(
        string folder, Corpus corpus, AuthorityList authorities, int shards, IReadOnlyList<(string Id, string Slug)> earlier,
        string? reuseState, WrittenMemory? memory, int threads, Disk disk,
        Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        (_reuseState, _memory) = (reuseState, memory);
        (_folder, _corpus, _disk, _shards, _threads, _progress, _cancellation) =
            (folder, corpus, disk, shards, threads, progress, cancellation);
        progress?.Invoke(new("relating", 0, 1));
        _works = new(authorities, earlier);
        var same = new HashSet<string>(); // titles and dates recur
        _documentWorks = [.. corpus.Documents.Select((d, i) => _works.Describe(DescribeDocument(d, same), i + 1))];
        foreach (var document in corpus.Documents) // every cited work has its row, and so its relations, before the first clause is written
            foreach (var linked in corpus.Cited(document))
                if (linked.Target != WorkId.Self)
                {
                    _works.Get(linked.Target);
                    _works.Get(linked.Node);
                }
        _relations = _works.Relations(DocumentRelations.Of(corpus.Documents));
        _works.PlaceParts(_relations, document => [.. corpus.Documents[document - 1].Sheet.Letters]);
        _works.Complete(corpus.Facts);
        WorkPlaces.Set(_works, _relations, corpus);
        _wholes = _works.Wholes(_relations);
        _within = WorkPlaces.Within(_works);
        _languages = [.. corpus.Documents.SelectMany(d => d.Translations.Prepend(d)).SelectMany(d => d.Sheet.Languages).Distinct()
            .Order(StringComparer.Ordinal)];
        if (reuseState is null) return; // no build continues this one
        var signatures = new DocumentSignatures(corpus, _works, _wholes, _within);
        _written = [.. corpus.Documents.Select((d, i) =>
            new WrittenDocument(d.Id.Value, signatures.Of(i
                + 1, d, _documentWorks[i], TitleOf(d, _documentWorks[i]), DateOf(d, _documentWorks[i]))))];
    }

    /// <summary>Writes everything but the manifest.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="corpus">What to write.</param>
    /// <param name="authorities">The works known beforehand.</param>
    /// <param name="shards">How many shards the full-text index has; 0 for one index.</param>
    /// <param name="last">The live generation, if documents may be written after those that it has; whatever
    /// else changed, all is written.</param>
    /// <param name="reuseState">The file in which the next build finds what it needs to write documents after these, or null.</param>
    /// <param name="memory">What is known of the live generation and is to be known of this one; or null.</param>
    /// <param name="threads">How many threads work at once.</param>
    /// <param name="disk">Makes the files.</param>
    /// <param name="progress">Is told how far the work has come.</param>
    /// <param name="cancellation">Stops it.</param>
    public static WrittenSnapshot Write(
        string folder, Corpus corpus, AuthorityList authorities, int shards, LastBuild? last, string? reuseState, WrittenMemory? memory,
        int threads, Disk disk, Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        if (last?.Manifest.Shards == shards && last.MayGrowTo(corpus.Documents.Length) && corpus.After(last.Documents) is { } grown)
        {
            var writer = new SnapshotWriter(folder, grown, authorities, shards, last.Works(), reuseState, memory, threads, disk,
                progress, cancellation);
            var isSame = grown.Documents.Length == last.Documents.Length;
            if (writer.Continues(last) && last.TryCopy(folder, disk, all: isSame))
                return isSame ? writer.Written(last, last.Manifest.Counts) : writer.Write(last);
        }
        memory?.Forget();
        return new SnapshotWriter(folder, corpus, authorities, shards, [], reuseState, memory, threads, disk, progress, cancellation)
            .Write(null);
    }

    /// <summary>Whether all that a generation says of its documents alone would be written again as it is.</summary>
    private bool Continues(LastBuild last) =>
        last.Languages.SequenceEqual(_languages) && last.Documents.AsSpan().SequenceEqual(_written.AsSpan(0, last.Documents.Length));

    private WrittenSnapshot Write(LastBuild? last)
    {
        var kept = last?.Documents.Length ?? 0;
        using var graph = new CitationGraphBuilder(MostEdges);
        using var db = new DatabaseWriter(Path.Combine(_folder, SnapshotParts.RowsFile), _disk.MostDatabasePages, isKept: last is not null);
        var outputs = new Outputs(db, new(db, TextTables.OfDocuments), new(db, _works, _wholes), graph);
        var traits = new List<DocumentTraits>();
        var firstClause = outputs.Rows.Clauses + 1;
        _progress?.Invoke(new("writing", kept, _corpus.Documents.Length));
        var reuse = _threads > 1 ? Task.Run(() => WriteReuse(last), CancellationToken.None) : Task.FromResult(WriteReuse(last));
        ReadAhead.Both(() =>
        {
            WriteRows(outputs, traits, kept);
            outputs.Rows.Forget();
            outputs.Translations.Forget();
            _hasRows = true;
            Finish(outputs, reuse.GetAwaiter().GetResult(), traits);
        }, () => WriteText(reuse.GetAwaiter().GetResult(), last, firstClause), _threads);
        _progress?.Invoke(new("indexing", _corpus.Documents.Length, _corpus.Documents.Length));
        return Written(last, new(_corpus.Documents.Length, outputs.Rows.Clauses, _works.Rows.Count, outputs.Rows.Citations, outputs.Edges)
        {
            Translations = outputs.Translations.Count,
        });
    }

    private WrittenSnapshot Written(LastBuild? last, SnapshotCounts counts) => new()
    {
        Counts = counts,
        Last = last,
        WrittenWhole = last?.WrittenWhole ?? _corpus.Documents.Length,
        Languages = _languages,
        HasReuseState = _savesReuse,
        Documents = _written,
    };

    private ReuseIndex WriteReuse(LastBuild? last)
    {
        var builder = _memory?.Reuse ?? ReuseWriter.Continue(last, index =>
            ReuseWriter.TextsOf(_corpus.Load(_corpus.Documents[index]).Resolution));
        _memory?.Reuse = builder;
        using var own = _memory is null ? builder : null;
        _savesReuse = _reuseState is not null && builder.DocumentCount == 0;
        return ReuseWriter.Write(
            Path.Combine(_folder, SnapshotParts.ReuseFile), _savesReuse ? _reuseState : null, _disk, builder, _memory is not null,
            _corpus.Each(Enumerable.Range(builder.DocumentCount, _corpus.Documents.Length - builder.DocumentCount), index =>
            {
                var document = _corpus.Documents[index];
                return (ReuseWriter.TextsOf(_corpus.Load(document).Resolution), OrderOf(document, _documentWorks[index]));
            }),
            _cancellation);
    }

    /// <summary>The rows of all documents but those that are kept, and the edges of all in the graph.</summary>
    private void WriteRows(Outputs outputs, List<DocumentTraits> traits, int kept)
    {
        if (kept > 0) CountKept(outputs, traits, kept);
        else _memory?.Rows = new();
        foreach (var document in Prepared(Enumerable.Range(kept, _corpus.Documents.Length - kept)))
        {
            _cancellation.ThrowIfCancellationRequested();
            traits.Add(WriteDocument(outputs, document));
            _progress?.Invoke(new("writing", traits.Count, _corpus.Documents.Length));
        }
    }

    /// <summary>The rows that need those of all documents, and the graph.</summary>
    private void Finish(Outputs outputs, ReuseIndex reuse, List<DocumentTraits> traits)
    {
        var (db, graph) = (outputs.Db, outputs.Graph);
        foreach (var row in _works.Rows) graph.AddNode(GraphDates.Parse(row.Work.Adopted), row.Document is null ? (byte)0 : InCorpus);
        foreach (var (source, kind, target, place) in _relations) db.Insert("relations", source, kind.Word(), target, place);
        var path = Path.Combine(_folder, SnapshotParts.GraphName);
        using (var file = _disk.Create(path)) graph.Write(file);
        graph.Dispose();
        var influence = Influence(path);
        var sums = WithParts(_works.Rows, _wholes);
        foreach (var row in _works.Rows)
        {
            var work = row.Work;
            db.Insert("works", row.Number, row.Slug, work.Id.Value, work.Title == work.Id.Value
                ? null
                : work.Title, work.Kind, work.Adopted, work.Articles, row.Document, row.Place,
                sums[row.Number - 1].CitedBy, sums[row.Number - 1].Cites, row.CitedBy, row.Cites, influence[row.Number - 1]);
            foreach (var fact in _corpus.Facts.Of(work.Id))
                db.Insert("facts", row.Number, fact.Kind.Word(), fact.Value, fact.IsAccepted
                    ? 1
                    : 0, fact.Documents.Length, JsonSerializer.Serialize(fact.Documents.Take(MostSources)));
            foreach (var name in work.Names) db.Insert("names", row.Number, name, "name");
            foreach (var symbol in work.Symbols) db.Insert("names", row.Number, symbol, "symbol");
            foreach (var treaty in work.TreatySeries) db.Insert("names", row.Number, treaty, "treaty-series");
        }
        _corpus.ForgetFacts();
        _cancellation.ThrowIfCancellationRequested();
        foreach (var row in new Lineages(reuse, traits).All()) db.Insert("lineage", row.Document, row.Source, row.Kind, row.Shared, row.Words);
        traits.Clear();
        traits.TrimExcess();
        _cancellation.ThrowIfCancellationRequested();
        db.Finish(outputs.Cited);
    }

    /// <summary>What the rows of kept documents say, as writing them said it.</summary>
    private void CountKept(Outputs outputs, List<DocumentTraits> traits, int kept)
    {
        var rows = _memory?.Rows ?? KeptRows.Read(outputs.Db);
        _memory?.Rows = rows;
        foreach (var (document, edges) in rows.Edges)
        {
            while (traits.Count < document - 1) traits.Add(TraitsOf(traits.Count, []));
            foreach (var edge in edges)
            {
                _works.Rows[edge.Source - 1].Cites++;
                _works.Rows[edge.Work - 1].CitedBy++;
            }
            KeptRows.AddTo(outputs.Graph, edges);
            outputs.Edges += edges.Length;
            traits.Add(TraitsOf(document - 1, [.. edges.Select(e => (_works.Rows[e.Work - 1], e.Treatment))]));
        }
        while (traits.Count < kept) traits.Add(TraitsOf(traits.Count, []));
        foreach (var ((work, provision), count) in rows.Provisions)
            if (ClauseOf(_works.Rows[work - 1], provision) is { } clause)
                outputs.Cited[clause] = outputs.Cited.GetValueOrDefault(clause) + count;
    }

    private void WriteText(ReuseIndex reuse, LastBuild? last, int firstClause)
    {
        var uses = FirstUsesOf(reuse, _corpus.Documents.Length);
        var kept = last?.Documents.Length ?? 0;
        using var text = last is null
            ? ClauseTextWriter.Create(_folder, _shards, _disk, _languages, _threads)
            : ClauseTextWriter.Continue(_folder, _shards, _disk);
        var changed = last is null ? [] : ChangedClauses(reuse, uses, last);
        foreach (var document in Prepared(changed.Keys))
            WriteText(text, uses, document, reuse.Passages(document.Number - 1).First + 1, changed[document.Number - 1]);
        var (done, row) = (kept, firstClause);
        foreach (var document in Prepared(Enumerable.Range(kept, _corpus.Documents.Length - kept)))
        {
            _cancellation.ThrowIfCancellationRequested();
            row = WriteText(text, uses, document, row);
            done++;
            // Until then the rows are what is shown; that all is indexed is said when the index is merged too.
            if (_hasRows && done < _corpus.Documents.Length) _progress?.Invoke(new("indexing", done, _corpus.Documents.Length));
            if (done % Lineages.DocumentsPerRelease == 0) reuse.Release();
        }
        text.Commit(merge: last is null || changed.Count > 0);
    }

    private FirstUses FirstUsesOf(ReuseIndex reuse, int documents) =>
        new(reuse, [.. _corpus.Documents.Take(documents).Select(d => d.Sheet.Front.Kind == DocumentKind.Draft)]);

    /// <summary>The clauses of kept documents of whose words the full-text index says something else now, by
    /// document: their places in it.</summary>
    private SortedDictionary<int, HashSet<int>> ChangedClauses(ReuseIndex reuse, FirstUses uses, LastBuild last)
    {
        var changed = new SortedDictionary<int, HashSet<int>>();
        var before = ReuseIndex.Open(Path.Combine(last.Folder, SnapshotParts.ReuseFile));
        var usesBefore = FirstUsesOf(before, last.Documents.Length);
        for (var document = 0; document < last.Documents.Length; document++)
        {
            var (first, end) = before.Passages(document);
            for (var passage = first; passage < end; passage++)
            {
                if (uses.Of(passage) == usesBefore.Of(passage)) continue;
                if (!changed.TryGetValue(document, out var clauses)) changed.Add(document, clauses = []);
                clauses.Add(passage - first);
            }
        }
        return changed;
    }
}
