using System.Collections.Immutable;
using System.Text.Json;
using Search.Catalog.Following;
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
    private readonly Continuation? _after;
    private readonly WorkTable _works;
    private readonly WorkRow?[] _documentWorks; // by the number of the document
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
        string folder, Corpus corpus, AuthorityList authorities, int shards, Continuation? after,
        string? reuseState, WrittenMemory? memory, int threads, Disk disk,
        Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        (_after, _reuseState, _memory) = (after, reuseState, memory);
        (_folder, _corpus, _disk, _shards, _threads, _progress, _cancellation) =
            (folder, corpus, disk, shards, threads, progress, cancellation);
        progress?.Invoke(new("relating", 0, 1));
        _works = new(authorities, after?.Works ?? []);
        var same = new HashSet<string>(); // titles and dates recur
        _documentWorks = new WorkRow?[corpus.LastNumber + 1];
        foreach (var document in corpus.Documents)
            _documentWorks[document.Number] = _works.Describe(DescribeDocument(document, same), document.Number);
        foreach (var document in corpus.Documents) // every cited work has its row, and so its relations, before the first clause is written
            foreach (var linked in corpus.Cited(document))
                if (linked.Target != WorkId.Self)
                {
                    _works.Get(linked.Target);
                    _works.Get(linked.Node);
                }
        _relations = _works.Relations(DocumentRelations.Of(corpus.Documents));
        _works.PlaceParts(_relations, document => [.. corpus.Find(document)!.Sheet.Letters]);
        _works.Complete(corpus.Facts);
        WorkPlaces.Set(_works, _relations, corpus);
        _wholes = _works.Wholes(_relations);
        _within = WorkPlaces.Within(_works);
        _languages = [.. corpus.Documents.SelectMany(d => d.Translations.Prepend(d)).SelectMany(d => d.Sheet.Languages).Distinct()
            .Order(StringComparer.Ordinal)];
        if (reuseState is null) return; // no build continues this one
        var signatures = new DocumentSignatures(corpus, _works, _wholes, _within);
        _written = [.. Enumerable.Range(1, corpus.LastNumber).Select(number => corpus.Find(number) is { } document
            ? new(document.Id.Value, Signature(document, WorkOf(document)))
            : WrittenDocument.Gone)];

        string Signature(CorpusDocument document, WorkRow work) =>
            signatures.Of(document, work, TitleOf(document, work), DateOf(document, work));
    }

    /// <summary>Writes everything but the manifest.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="corpus">What to write.</param>
    /// <param name="authorities">The works known beforehand.</param>
    /// <param name="shards">How many shards the full-text index has; 0 for one index.</param>
    /// <param name="last">The live generation, if it may be continued; null to write everything.</param>
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
        if (last?.Manifest.Shards == shards && Continue(last) is var (writer, after))
        {
            if (after.IsWhole && writer._corpus.LastNumber == last.Documents.Length)
            {
                if (last.TryCopy(folder, disk, all: true)) return writer.Written(last.Manifest.Counts, KeptAll(last));
            }
            else if (writer._corpus is var grown && last.MayBecome(grown) && last.TryCopy(folder, disk, all: false))
            {
                return writer.Write();
            }
        }
        memory?.Forget();
        return Of(corpus, null).Write();

        SnapshotWriter Of(Corpus documents, Continuation? after) =>
            new(folder, documents, authorities, shards, after, reuseState, memory, threads, disk, progress, cancellation);

        // What differs can only be said once everything is related; what is removed then can only leave works unnamed.
        (SnapshotWriter, Continuation)? Continue(LastBuild last)
        {
            var all = Continuation.Of(last);
            var first = Of(corpus.After(all.Documents), all);
            if (first.Differing(all) is not { } differing) return null;
            if (differing.IsEmpty && first._works.Unnamed.IsEmpty) return (first, all);
            var rest = all.Without(differing, first._works.Unnamed);
            if (!rest.KeepsSlugs(all)) return null;
            var second = Of(corpus.After(rest.Documents), rest);
            return second.Differing(rest) is { IsEmpty: true } && second._works.Unnamed.IsEmpty ? (second, rest) : null;
        }
    }

    /// <summary>The numbers of the documents of a generation that are gone or of which something else would be written now; null where
    /// that is so of all of them.</summary>
    private ImmutableArray<int>? Differing(Continuation after) => !after.Last.Languages.SequenceEqual(_languages)
        ? null
        : [.. after.Documents.Index().Where(d => d.Item != _written[d.Index]).Select(d => d.Index + 1)];

    private WrittenSnapshot Write()
    {
        using var graph = new CitationGraphBuilder(MostEdges);
        using var db = new DatabaseWriter(Path.Combine(_folder, SnapshotParts.RowsFile), _disk.MostDatabasePages, _after is not null);
        var gone = ClausesOf(db, _after?.Removed ?? []);
        var draftsBefore = gone.Count > 0 ? _after!.Last.Drafts() : DraftsOf(_corpus);
        if (_after is { IsWhole: false })
        {
            RowRemoval.Remove(db, _after.Removed, _after.MovedWorks);
            _memory?.Rows = null;
        }
        var lastClause = _after?.Last.LastClause ?? 0;
        var outputs = new Outputs(db, new(db, TextTables.OfDocuments, lastClause), new(db, _works, _wholes), graph);
        var traits = new List<DocumentTraits>();
        _progress?.Invoke(new("writing", KeptDocuments, _corpus.Documents.Length));
        var reuse = _threads > 1 ? Task.Run(WriteReuse, CancellationToken.None) : Task.FromResult(WriteReuse());
        KeptRowNumbers keptRows = default;
        ReadAhead.Both(() =>
        {
            if (_after is not null) CountKept(outputs, traits);
            keptRows = new(KeptDocuments, outputs.Edges, lastClause, _after?.Works.Count ?? 0);
            WriteRows(outputs, traits);
            outputs.Rows.Forget();
            outputs.Translations.Forget();
            _hasRows = true;
            Finish(outputs, reuse.GetAwaiter().GetResult(), traits);
        }, () => WriteText(reuse.GetAwaiter().GetResult(), lastClause + 1, gone, draftsBefore), _threads);
        _progress?.Invoke(new("indexing", _corpus.Documents.Length, _corpus.Documents.Length));
        return Written(CountsOf(outputs), keptRows) with { LastClause = outputs.Rows.Clauses };
    }

    /// <summary>How many documents are kept.</summary>
    private int KeptDocuments => _after?.Documents.Count(d => d != WrittenDocument.Gone) ?? 0;

    /// <summary>The last numbers, where there are no gaps before them.</summary>
    private SnapshotCounts CountsOf(Outputs outputs) => _corpus.LastNumber > _corpus.Documents.Length
        ? outputs.Db.Counts
        : new(_corpus.Documents.Length, outputs.Rows.Clauses, _works.Rows.Count, outputs.Rows.Citations, outputs.Edges)
        {
            Translations = outputs.Translations.Last,
        };

    /// <summary>The numbers of the clauses of documents.</summary>
    private static List<int> ClausesOf(DatabaseWriter db, ImmutableArray<int> documents)
    {
        var clauses = new List<int>();
        foreach (var document in documents)
            db.Read($"SELECT first_clause, last_clause FROM documents WHERE number = {document}", r =>
                clauses.AddRange(Enumerable.Range(r.GetInt32(0), r.GetInt32(1) - r.GetInt32(0) + 1)));
        return clauses;
    }

    private WrittenSnapshot Written(SnapshotCounts counts, KeptRowNumbers kept) => new()
    {
        Counts = counts,
        Last = _after?.Last,
        Kept = kept,
        WrittenWhole = _after?.Last.WrittenWhole ?? _corpus.Documents.Length,
        LastClause = kept.Clauses,
        Languages = _languages,
        HasReuseState = _savesReuse,
        Documents = _written,
    };

    private static KeptRowNumbers KeptAll(LastBuild last) =>
        new(last.Manifest.Counts.Documents, last.Manifest.Counts.Edges, last.LastClause, last.Manifest.Counts.Works);

    private ReuseIndex WriteReuse()
    {
        var builder = _memory?.Reuse ?? ReuseWriter.Continue(_after?.Last, document => _corpus.Find(document + 1) is { } there
            ? ReuseWriter.TextsOf(_corpus.Load(there).Resolution)
            : null);
        _memory?.Reuse = builder;
        using var own = _memory is null ? builder : null;
        _savesReuse = _reuseState is not null && builder.DocumentCount == 0;
        for (var document = 0; document < builder.DocumentCount; document++)
            if (_corpus.Find(document + 1) is null) builder.Remove(document);
        var before = _after is null ? null : ReuseIndex.Open(Path.Combine(_after.Last.Folder, SnapshotParts.ReuseFile));
        return ReuseWriter.Write(
            Path.Combine(_folder, SnapshotParts.ReuseFile), _savesReuse ? _reuseState : null, _disk, builder, _memory is not null,
            _corpus.Each(Enumerable.Range(builder.DocumentCount, _corpus.LastNumber - builder.DocumentCount), document =>
                _corpus.Find(document + 1) is { } there
                    ? (ReuseWriter.TextsOf(_corpus.Load(there).Resolution), OrderOf(there, WorkOf(there)))
                    : (ReuseWriter.NoTexts(before!.Passages(document)), 0)),
            _cancellation);
    }

    private WorkRow WorkOf(CorpusDocument document) => _documentWorks[document.Number]!;

    /// <summary>The rows of all documents but those that are kept, and the edges of all in the graph.</summary>
    private void WriteRows(Outputs outputs, List<DocumentTraits> traits)
    {
        if (_after is null) _memory?.Rows = new();
        var done = KeptDocuments;
        foreach (var document in Prepared(NewDocuments))
        {
            _cancellation.ThrowIfCancellationRequested();
            traits.Add(WriteDocument(outputs, document));
            _progress?.Invoke(new("writing", ++done, _corpus.Documents.Length));
        }
    }

    /// <summary>The documents that are not kept.</summary>
    private IEnumerable<CorpusDocument> NewDocuments => _corpus.Documents.Where(d => d.Number > (_after?.Documents.Length ?? 0));

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
    private void CountKept(Outputs outputs, List<DocumentTraits> traits)
    {
        var kept = _after!.Documents.Length;
        var rows = _memory?.Rows ?? KeptRows.Read(outputs.Db);
        _memory?.Rows = rows;
        foreach (var (document, edges) in rows.Edges)
        {
            while (traits.Count < document - 1) traits.Add(TraitsOf(traits.Count + 1, []));
            foreach (var edge in edges)
            {
                _works.Rows[edge.Source - 1].Cites++;
                _works.Rows[edge.Work - 1].CitedBy++;
            }
            KeptRows.AddTo(outputs.Graph, edges);
            outputs.Edges += edges.Length;
            traits.Add(TraitsOf(document, [.. edges.Select(e => (_works.Rows[e.Work - 1], e.Treatment))]));
        }
        while (traits.Count < kept) traits.Add(TraitsOf(traits.Count + 1, []));
        foreach (var ((work, provision), count) in rows.Provisions)
            if (ClauseOf(_works.Rows[work - 1], provision) is { } clause)
                outputs.Cited[clause] = outputs.Cited.GetValueOrDefault(clause) + count;
    }

    private void WriteText(ReuseIndex reuse, int firstClause, List<int> gone, HashSet<int> draftsBefore)
    {
        var uses = new FirstUses(reuse, DraftsOf(_corpus));
        using var text = _after is null
            ? ClauseTextWriter.Create(_folder, _shards, _disk, _languages, _threads)
            : ClauseTextWriter.Continue(_folder, _shards, _disk);
        text.Remove(gone);
        var changed = _after is null ? [] : ChangedClauses(reuse, uses, _after.Last, draftsBefore);
        foreach (var document in Prepared(changed.Keys.Select(number => _corpus.Find(number)!)))
            WriteText(text, uses, document, reuse.Passages(document.Number - 1).First + 1, changed[document.Number]);
        var (done, row) = (KeptDocuments, firstClause);
        foreach (var document in Prepared(NewDocuments))
        {
            _cancellation.ThrowIfCancellationRequested();
            row = WriteText(text, uses, document, row);
            done++;
            // Until then the rows are what is shown; that all is indexed is said when the index is merged too.
            if (_hasRows && done < _corpus.Documents.Length) _progress?.Invoke(new("indexing", done, _corpus.Documents.Length));
            if (done % Lineages.DocumentsPerRelease == 0) reuse.Release();
        }
        text.Commit(merge: _after is null || changed.Count > 0 || gone.Count > 0);
    }

    private static HashSet<int> DraftsOf(Corpus corpus) =>
        [.. corpus.Documents.Where(d => d.Sheet.Front.Kind == DocumentKind.Draft).Select(d => d.Number)];

    /// <summary>The clauses of kept documents of whose words the full-text index says something else now, by
    /// the number of the document: their places in it.</summary>
    private SortedDictionary<int, HashSet<int>> ChangedClauses(ReuseIndex reuse, FirstUses uses, LastBuild last, HashSet<int> draftsBefore)
    {
        var changed = new SortedDictionary<int, HashSet<int>>();
        var before = ReuseIndex.Open(Path.Combine(last.Folder, SnapshotParts.ReuseFile));
        var usesBefore = new FirstUses(before, draftsBefore);
        for (var document = 1; document <= last.Documents.Length; document++)
        {
            if (_corpus.Find(document) is null) continue;
            var (first, end) = before.Passages(document - 1);
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
