using System.Collections.Immutable;
using System.Globalization;
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
internal sealed class SnapshotWriter
{
    /// <summary>The graph's flag of works whose text is in the corpus.</summary>
    private const byte InCorpus = 1;

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
    private readonly ImmutableArray<WrittenDocument> _written;
    private readonly string? _reuseState;
    private volatile bool _hasRows;

    private SnapshotWriter(
        string folder, Corpus corpus, AuthorityList authorities, int shards, IReadOnlyList<(string Id, string Slug)> earlier,
        string? reuseState, int threads, Disk disk,
        Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        _reuseState = reuseState;
        (_folder, _corpus, _disk, _shards, _threads, _progress, _cancellation) =
            (folder, corpus, disk, shards, threads, progress, cancellation);
        progress?.Invoke(new("relating", 0, 1));
        _works = new(authorities, earlier);
        _documentWorks = [.. corpus.Documents.Select((d, i) => _works.Describe(DescribeDocument(d), i + 1))];
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
    /// <param name="threads">How many threads work at once.</param>
    /// <param name="disk">Makes the files.</param>
    /// <param name="progress">Is told how far the work has come.</param>
    /// <param name="cancellation">Stops it.</param>
    public static WrittenSnapshot Write(
        string folder, Corpus corpus, AuthorityList authorities, int shards, LastBuild? last, string? reuseState, int threads, Disk disk,
        Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        if (last?.Manifest.Shards == shards && last.MayGrowTo(corpus.Documents.Length) && corpus.After(last.Documents) is { } grown)
        {
            var writer = new SnapshotWriter(folder, grown, authorities, shards, last.Works(), reuseState, threads, disk, progress,
                cancellation);
            if (writer.Continues(last) && last.TryCopy(folder, disk)) return writer.Write(last);
        }
        return new SnapshotWriter(folder, corpus, authorities, shards, [], reuseState, threads, disk, progress, cancellation).Write(null);
    }

    /// <summary>Whether all that a generation says of its documents alone would be written again as it is.</summary>
    private bool Continues(LastBuild last) =>
        last.Languages.SequenceEqual(_languages) && last.Documents.AsSpan().SequenceEqual(_written.AsSpan(0, last.Documents.Length));

    private WrittenSnapshot Write(LastBuild? last)
    {
        var kept = last?.Documents.Length ?? 0;
        using var graph = new CitationGraphBuilder();
        using var db = new DatabaseWriter(Path.Combine(_folder, SnapshotParts.RowsFile), _disk.MostDatabasePages, isKept: last is not null);
        var outputs = new Outputs(db, new(db, TextTables.OfDocuments), new(db, _works, _wholes), graph);
        var traits = new List<DocumentTraits>();
        var firstClause = outputs.Rows.Clauses + 1;
        _progress?.Invoke(new("writing", kept, _corpus.Documents.Length));
        var reuse = _threads > 1 ? Task.Run(() => WriteReuse(last), CancellationToken.None) : Task.FromResult(WriteReuse(last));
        ReadAhead.Both(() =>
        {
            WriteRows(outputs, traits, kept);
            _hasRows = true;
            Finish(outputs, new(reuse.GetAwaiter().GetResult(), traits));
        }, () => WriteText(reuse.GetAwaiter().GetResult(), last, firstClause), _threads);
        return new()
        {
            Counts = new(_corpus.Documents.Length, outputs.Rows.Clauses, _works.Rows.Count, outputs.Rows.Citations,
                outputs.Edges)
            { Translations = outputs.Translations.Count },
            Last = last,
            WrittenWhole = last?.WrittenWhole ?? _corpus.Documents.Length,
            Languages = _languages,
            HasReuseState = _reuseState is not null,
            Documents = _written,
        };
    }

    private ReuseIndex WriteReuse(LastBuild? last)
    {
        var builder = ReuseWriter.Continue(last);
        return ReuseWriter.Write(
            Path.Combine(_folder, SnapshotParts.ReuseFile), _reuseState, _disk, builder,
            _corpus.Each(_corpus.Documents.Select((d, i) => (d, i))
                .Skip(builder.DocumentCount),
                ((CorpusDocument Document,
                    int Index) d) => (ReuseWriter.TextsOf(_corpus.Load(d.Document).Resolution),
                        OrderOf(d.Document, _documentWorks[d.Index]))),
            _cancellation);
    }

    /// <summary>The rows of all documents but those that are kept, and the edges of all in the graph.</summary>
    private void WriteRows(Outputs outputs, List<DocumentTraits> traits, int kept)
    {
        if (kept > 0) CountKept(outputs, traits, kept);
        foreach (var document in Prepared(Enumerable.Range(kept, _corpus.Documents.Length - kept)))
        {
            _cancellation.ThrowIfCancellationRequested();
            traits.Add(WriteDocument(outputs, document));
            _progress?.Invoke(new("writing", traits.Count, _corpus.Documents.Length));
        }
    }

    /// <summary>The rows that need those of all documents, and the graph.</summary>
    private void Finish(Outputs outputs, Lineages lineages)
    {
        var (db, graph) = (outputs.Db, outputs.Graph);
        foreach (var row in _works.Rows) graph.AddNode(GraphDates.Parse(row.Work.Adopted), row.Document is null ? (byte)0 : InCorpus);
        foreach (var (source, kind, target, place) in _relations) db.Insert("relations", source, kind.Word(), target, place);
        var path = Path.Combine(_folder, SnapshotParts.GraphName);
        using (var file = _disk.Create(path)) graph.Write(file);
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
        _cancellation.ThrowIfCancellationRequested();
        foreach (var row in lineages.All()) db.Insert("lineage", row.Document, row.Source, row.Kind, row.Shared, row.Words);
        _cancellation.ThrowIfCancellationRequested();
        db.Finish(outputs.Cited);
    }

    /// <summary>What the rows of kept documents say, as writing them said it.</summary>
    private void CountKept(Outputs outputs, List<DocumentTraits> traits, int kept)
    {
        KeptRows.EachDocument(outputs.Db, (document, edges) =>
        {
            while (traits.Count < document - 1) traits.Add(TraitsOf(traits.Count, []));
            foreach (var edge in edges)
            {
                _works.Rows[edge.Source - 1].Cites++;
                _works.Rows[edge.Work - 1].CitedBy++;
            }
            KeptRows.AddTo(outputs.Graph, edges);
            outputs.Edges += edges.Count;
            traits.Add(TraitsOf(document - 1, [.. edges.Select(e => (_works.Rows[e.Work - 1], e.Treatment))]));
        });
        while (traits.Count < kept) traits.Add(TraitsOf(traits.Count, []));
        foreach (var (work, provision, count) in KeptRows.Provisions(outputs.Db))
            if (ClauseOf(_works.Rows[work - 1], provision) is { } clause)
                outputs.Cited[clause] = outputs.Cited.GetValueOrDefault(clause) + count;
    }

    private void WriteText(ReuseIndex reuse, LastBuild? last, int firstClause)
    {
        var uses = FirstUsesOf(reuse, _corpus.Documents.Length);
        var kept = last?.Documents.Length ?? 0;
        using var text = last is null
            ? ClauseTextWriter.Create(_folder, _shards, _disk, _languages)
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
            if (_hasRows) _progress?.Invoke(new("indexing", done, _corpus.Documents.Length)); // until then the rows are what is shown
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

    /// <summary>Documents by their indexes, each with what is written of it.</summary>
    private IEnumerable<PreparedDocument> Prepared(IEnumerable<int> documents) => _corpus.Each(documents, Prepare);

    private PreparedDocument Prepare(int index)
    {
        var (document, work) = (_corpus.LoadWhole(_corpus.Documents[index]), _documentWorks[index]);
        var (resolution, citations) = document.Linked;
        var slugs = ClauseSlugs.Of(resolution.Clauses, resolution.Front.Kind);
        var sources = slugs.Select(s => WorkPlaces.Of(s.Slug, _within[index + 1], work)).ToImmutableArray();
        // A document does not cite itself, nor does a treaty that is annexed to it.
        var edges = EdgeList.Of(resolution, citations, document.Document.Id).Where(e => sources[e.Clause].Work.Id != e.Work)
            .ToImmutableArray();
        return new()
        {
            Number = index + 1,
            Text = document,
            Work = work,
            Title = TitleOf(document.Document, work),
            Date = DateOf(document.Document, work),
            Topics = Topics.Of(document.Document.Symbol, resolution),
            Slugs = slugs,
            Sources = sources,
            Edges = edges,
            EdgesOfClause = edges.ToLookup(e => e.Clause),
        };
    }

    private static double[] Influence(string path)
    {
        using var graph = CitationGraph.Open(path);
        return graph.Influence(new InfluenceModel { Weights = CitationWeights.Default }).Scores;
    }

    private static ImmutableArray<string> WithWholes(WorkRow work, Dictionary<int, ImmutableArray<WorkRow>> wholes) =>
        wholes.TryGetValue(work.Number, out var rows) ? [.. rows.Select(r => r.Slug)] : [work.Slug];

    /// <summary>What cites each work or a part of it, and what its text with those of its parts cites.</summary>
    private static (int CitedBy, int Cites)[] WithParts(IReadOnlyList<WorkRow> works, Dictionary<int, ImmutableArray<WorkRow>> wholes)
    {
        var sums = works.Select(w => (w.CitedBy, w.Cites)).ToArray();
        foreach (var (part, rows) in wholes)
            foreach (var whole in rows.Where(r => r.Number != part))
            {
                ref var sum = ref sums[whole.Number - 1];
                sum = (sum.CitedBy + works[part - 1].CitedBy, sum.Cites + works[part - 1].Cites);
            }
        return sums;
    }

    private static Work DescribeDocument(CorpusDocument document) => new()
    {
        Id = document.Id,
        Title = document.Sheet.Title ?? document.Id.Value,
        Kind = document.Sheet.Front.Kind.Word(),
        Adopted = DateOf(document),
    };

    private static string? DateOf(CorpusDocument document) => document.Sheet.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int OrderOf(CorpusDocument document, WorkRow work) =>
        DocumentOrder.Of(DateOf(document, work), document.Sheet.Front.Kind);

    private static string? TitleOf(CorpusDocument document, WorkRow work) =>
        document.Sheet.Title ?? (work.Work.Title == work.Work.Id.Value ? null : work.Work.Title);

    private static string? DateOf(CorpusDocument document, WorkRow work) =>
        DateOf(document) ?? (work.Work.Adopted is { Length: 10 } day ? day : null);

    private DocumentTraits WriteDocument(Outputs outputs, PreparedDocument prepared)
    {
        var (db, rows, translations, graph) = outputs;
        var (number, work, document) = (prepared.Number, prepared.Work, prepared.Text.Document);
        var resolution = prepared.Text.Linked.Resolution;
        var front = resolution.Front;
        if (resolution.Source.Stated.Iri is { } iri) db.Insert("names", work.Number, iri, "iri");
        foreach (var topic in prepared.Topics) db.Insert("topics", number, topic.Name, topic.Value);

        var (firstClause, firstCitation, firstEdge) = (rows.Clauses + 1, rows.Citations + 1, outputs.Edges + 1);
        rows.Write(number, prepared.Text.Linked, prepared.Slugs, own: null, id => id == WorkId.Self ? work : _works.Get(id));
        foreach (var edge in prepared.Edges)
        {
            var (citing, target) = (prepared.Sources[edge.Clause], _works.Get(edge.Work));
            var cited = target.Number;
            citing.Cites++;
            target.CitedBy++;
            db.Insert("edges", ++outputs.Edges, citing.Number, number, firstClause + edge.Clause, cited, edge.Pinpoint, (int)edge.Treatment,
                (int)edge.Place, firstCitation + edge.Citation);
            graph.AddEdge(new(citing.Number
                - 1, cited - 1, (int)edge.Treatment, (int)edge.Place, firstClause + edge.Clause, edge.Pinpoint.Length > 0,
                Math.Max(1, prepared.EdgesOfClause[edge.Clause].Select(e => e.Work).Distinct().Count())));
            foreach (var provision in Pinpoint.Of(edge.Pinpoint).Provisions)
            {
                db.Insert("provisions", outputs.Edges, cited, provision);
                if (ClauseOf(target, provision) is { } clause) outputs.Cited[clause] = outputs.Cited.GetValueOrDefault(clause) + 1;
            }
        }
        var organ = front.Organ.IsNone ? null : front.Organ.Code;
        db.Insert("documents", number, work.Slug, work.Number, document.Symbol, prepared.Title, organ, front.Kind.Word(), prepared.Date,
            document.IdentifiedBy.Word(), document.Evidence,
            front.Session, front.Meeting, front.AgendaItem, front.Sponsors, front.CommitteeReport, front.Vote, front.Language,
            document.File.Name, document.Hash,
            prepared.Text.Linked.SourceEdits, firstClause, rows.Clauses, firstCitation, rows.Citations, firstEdge, outputs.Edges);
        translations.Write(prepared.Text, number, work, prepared.Slugs, firstClause, prepared.Edges);
        return TraitsOf(number - 1, [.. prepared.Edges.Select(e => (_works.Get(e.Work), e.Treatment))]);
    }

    private DocumentTraits TraitsOf(int index, IReadOnlyList<(WorkRow Work, Treatment Treatment)> edges)
    {
        var (document, work) = (_corpus.Documents[index], _documentWorks[index]);
        var front = document.Sheet.Front;
        return new(
            DocumentOrder.Of(DateOf(document, work), front.Kind), front.Kind, front.Organ.IsNone ? null : front.Organ.Code,
            CitationResolver.Fold(TitleOf(document, work) ?? ""), DocumentsOf(edges),
            DocumentsOf(edges.Where(e => e.Treatment == Treatment.Renews)));

        HashSet<int> DocumentsOf(IEnumerable<(WorkRow Work, Treatment)> some) =>
            [.. some.SelectMany(e => _wholes.TryGetValue(e.Work.Number, out var rows) ? rows : [e.Work]).Select(w => w.Document)
                .OfType<int>()];
    }

    /// <summary>Adds the clauses of a document, the first of which has a row, to the full-text index, or only some of them;
    /// returns the row after the last.</summary>
    private int WriteText(ClauseTextWriter text, FirstUses uses, PreparedDocument prepared, int firstClause, HashSet<int>? only = null)
    {
        var resolution = prepared.Text.Linked.Resolution;
        var front = resolution.Front;
        var texts = ClauseTexts.Of(prepared.Text, prepared.Title, prepared.Slugs);
        var origin = new ClauseOrigin(prepared.Work.Slug, front.Kind.Word(), front.Organ.IsNone
            ? null
            : front.Organ.Code, prepared.Date, prepared.Topics);
        foreach (var (i, clause) in resolution.Clauses.Index().Where(c => only?.Contains(c.Index) != false))
            text.Add(firstClause + i, clause.Label, clause.Kind, texts[i], origin, uses.Of(firstClause + i - 1),
                [.. prepared.EdgesOfClause[i].Select(e =>
                    new EdgeWords(WithWholes(_works.Get(e.Work), _wholes), e.Treatment.Word(), Pinpoint.Of(e.Pinpoint).Provisions))]);
        return firstClause + resolution.Clauses.Length;
    }

    /// <summary>Where in the corpus a provision of a work would be.</summary>
    private static (int Document, string Slug)? ClauseOf(WorkRow cited, string provision)
    {
        if (cited is not { Document: { } document, Place: { } place } || place.Length == 0 && !cited.IsDocument) return null;
        var slug = ProvisionAddress.Of(Pinpoint.Of(provision)).Slug;
        return slug.Length == 0 ? null : (document, place.Length == 0 ? slug : $"{place}/{slug}");
    }

    /// <summary>A document with what is written of it.</summary>
    private sealed record PreparedDocument
    {
        /// <summary>Its number.</summary>
        public required int Number { get; init; }

        /// <summary>Its text.</summary>
        public required DocumentText Text { get; init; }

        /// <summary>Its work.</summary>
        public required WorkRow Work { get; init; }

        /// <summary>Its title, also where only texts that cite it give it; or null.</summary>
        public required string? Title { get; init; }

        /// <summary>Its day, also where only texts that cite it give it; or null.</summary>
        public required string? Date { get; init; }

        /// <summary>By what it can be found beyond its words.</summary>
        public required IReadOnlyList<TopicValue> Topics { get; init; }

        /// <summary>Labels and addresses of its clauses.</summary>
        public required ImmutableArray<ClauseSlug> Slugs { get; init; }

        /// <summary>Of each clause the work whose text it is.</summary>
        public required ImmutableArray<WorkRow> Sources { get; init; }

        /// <summary>What its clauses cite.</summary>
        public required ImmutableArray<ClauseEdge> Edges { get; init; }

        /// <summary>The same by the index of the clause.</summary>
        public required ILookup<int, ClauseEdge> EdgesOfClause { get; init; }
    }

    private sealed record Outputs(DatabaseWriter Db, TextRows Rows, TranslationRows Translations, CitationGraphBuilder Graph)
    {
        /// <summary>How many edges name a provision of an annex or treaty.</summary>
        public Dictionary<(int Document, string Slug), int> Cited { get; } = [];

        /// <summary>Edges written so far.</summary>
        public int Edges { get; set; }
    }
}
