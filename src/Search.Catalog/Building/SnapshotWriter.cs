using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Search.Catalog.Querying;
using Search.Catalog.Snapshots;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Graph;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>Writes the files of one generation: catalog.db, the full-text segments and the graph.</summary>
internal static class SnapshotWriter
{
    /// <summary>The graph's flag of works whose text is in the corpus.</summary>
    private const byte InCorpus = 1;

    /// <summary>Citing documents that are listed as the evidence of a fact.</summary>
    private const int MostSources = 20;

    /// <summary>Writes everything but the manifest.</summary>
    public static SnapshotCounts Write(
        string folder, Corpus corpus, AuthorityList authorities, Disk disk, Action<BuildProgress>? progress, CancellationToken cancellation)
    {
        var works = new WorkTable(authorities);
        var documentWorks = corpus.Documents.Select((d, i) => works.Describe(DescribeDocument(d), i + 1)).ToList();

        foreach (var document in corpus.Documents) // every cited work has its row, and so its relations, before the first clause is written
            foreach (var citation in document.Linked.Citations)
                if (citation.Link is Link.Linked linked && linked.Target != WorkId.Self)
                {
                    works.Get(linked.Target);
                    works.Get(linked.Node);
                }
        var relations = works.Relations(DocumentRelations.Of(corpus.Documents));
        works.PlaceParts(relations, document => WorkPlaces.Letters(corpus.Documents[document - 1].Linked.Resolution.Clauses));
        works.Complete(corpus.Facts);
        WorkPlaces.Set(works, relations, corpus.Documents);
        var wholes = works.Wholes(relations);
        var within = WorkPlaces.Within(works);

        progress?.Invoke(new("comparing", 0, 1));
        var reuse = ReuseWriter.Write(Path.Combine(folder, SnapshotParts.ReuseFile), disk, corpus.Documents.Zip(documentWorks, (d, work) => (d, OrderOf(d, work))), cancellation);
        var uses = new FirstUses(reuse, [.. corpus.Documents.Select(d => d.Linked.Resolution.Front.Kind == "draft")]);

        var counts = new Counter();
        var traits = new List<DocumentTraits>();
        using var graph = new CitationGraphBuilder();
        using var text = new ClauseTextWriter(Path.Combine(folder, "text"), disk, Languages(corpus));
        SnapshotCounts written;
        using (var db = new DatabaseWriter(Path.Combine(folder, "catalog.db"), disk.MostDatabasePages))
        {
            var outputs = new Outputs(db, new(db, TextTables.OfDocuments), new(db, works, wholes), text, graph, uses);
            for (var i = 0; i < corpus.Documents.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                traits.Add(WriteDocument(outputs, works, wholes, within[counts.Documents + 1], corpus.Documents[i], documentWorks[i], ++counts.Documents, counts));
                progress?.Invoke(new("writing", i + 1, corpus.Documents.Length));
            }
            foreach (var row in works.Rows) graph.AddNode(GraphDates.Parse(row.Work.Adopted), row.Document is null ? (byte)0 : InCorpus);
            foreach (var (source, kind, target, place) in relations) db.Insert("relations", source, kind, target, place);
            using (var file = disk.Create(Path.Combine(folder, "graph.bin"))) graph.Write(file);
            var influence = Influence(Path.Combine(folder, "graph.bin"));
            var sums = WithParts(works.Rows, wholes);
            foreach (var row in works.Rows)
            {
                var work = row.Work;
                db.Insert("works", row.Number, row.Slug, work.Id.Value, work.Title == work.Id.Value ? null : work.Title, work.Kind, work.Adopted, work.Articles, row.Document, row.Place,
                    sums[row.Number - 1].CitedBy, sums[row.Number - 1].Cites, row.CitedBy, row.Cites, influence[row.Number - 1]);
                foreach (var fact in corpus.Facts.Of(work.Id))
                    db.Insert("facts", row.Number, fact.Kind.Word(), fact.Value, fact.IsAccepted ? 1 : 0, fact.Documents.Length, JsonSerializer.Serialize(fact.Documents.Take(MostSources)));
                foreach (var name in work.Names) db.Insert("names", row.Number, name, "name");
                foreach (var symbol in work.Symbols) db.Insert("names", row.Number, symbol, "symbol");
                foreach (var treaty in work.TreatySeries) db.Insert("names", row.Number, treaty, "treaty-series");
            }
            foreach (var row in new Lineages(reuse, traits).All()) db.Insert("lineage", row.Document, row.Source, row.Kind, row.Shared, row.Words);
            progress?.Invoke(new("indexing", 0, 1));
            db.Finish(counts.Cited);
            written = new(counts.Documents, outputs.Rows.Clauses, works.Rows.Count, outputs.Rows.Citations, counts.Edges) { Translations = outputs.Translations.Count };
        }
        text.Commit();
        return written;
    }

    private static HashSet<string> Languages(Corpus corpus) =>
        [.. corpus.Documents.SelectMany(d => d.Translations.Prepend(d)).SelectMany(d => d.Linked.Resolution.Clauses.Select(c => c.Language ?? d.Language))];

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

    private static Work DescribeDocument(CorpusDocument document)
    {
        var front = document.Linked.Resolution.Front;
        return new Work
        {
            Id = document.Id,
            Title = document.Linked.Resolution.Source.Stated.Title ?? front.Title ?? document.Id.Value,
            Kind = front.Kind,
            Adopted = DateOf(document),
        };
    }

    private static string? DateOf(CorpusDocument document) =>
        (document.Linked.Resolution.Source.Stated.Date ?? document.Linked.Resolution.Front.Date)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int OrderOf(CorpusDocument document, WorkRow work) => DocumentOrder.Of(DateOf(document, work), document.Linked.Resolution.Front.Kind);

    private static string? DateOf(CorpusDocument document, WorkRow work) => DateOf(document) ?? (work.Work.Adopted is { Length: 10 } day ? day : null);

    private static DocumentTraits WriteDocument(
        Outputs outputs, WorkTable works, Dictionary<int, ImmutableArray<WorkRow>> wholes, IEnumerable<WorkRow> within, CorpusDocument document, WorkRow work, int number, Counter counts)
    {
        var (db, rows, translations, text, graph, uses) = outputs;
        var resolution = document.Linked.Resolution;
        var front = resolution.Front;
        var title = resolution.Source.Stated.Title ?? front.Title ?? (work.Work.Title == work.Work.Id.Value ? null : work.Work.Title);
        var date = DateOf(document, work);
        var organ = front.Organ.IsNone ? null : front.Organ.Code;
        if (resolution.Source.Stated.Iri is { } iri) db.Insert("names", work.Number, iri, "iri");

        var topics = Topics.Of(document);
        foreach (var topic in topics) db.Insert("topics", number, topic.Name, topic.Value);

        var (firstClause, firstCitation, firstEdge) = (rows.Clauses + 1, rows.Citations + 1, counts.Edges + 1);
        var slugs = ClauseSlugs.Of(resolution.Clauses, front.Kind);
        rows.Write(number, document.Linked, slugs, own: null, id => id == WorkId.Self ? work : works.Get(id));
        var texts = ClauseTexts.Of(document, title, slugs);

        var citations = document.Linked.Citations;
        var sources = slugs.Select(s => WorkPlaces.Of(s.Slug, within, work)).ToArray(); // of each clause the work whose text it is
        var edges = EdgeList.Of(resolution, citations, document.Id).Where(e => sources[e.Clause].Work.Id != e.Work).ToList(); // nor does an annexed treaty cite itself
        var edgesOfClause = edges.ToLookup(e => e.Clause);
        for (var i = 0; i < resolution.Clauses.Length; i++)
        {
            var clause = resolution.Clauses[i];
            text.Add(firstClause + i, clause.Label, clause.Kind, texts[i], new(work.Slug, front.Kind, organ, date, topics), uses.Of(firstClause + i - 1),
                [.. edgesOfClause[i].Select(e => new EdgeWords(WithWholes(works.Get(e.Work), wholes), e.Treatment.Word(), Pinpoint.Of(e.Pinpoint).Provisions))]);
        }

        foreach (var edge in edges)
        {
            var (citing, target) = (sources[edge.Clause], works.Get(edge.Work));
            var cited = target.Number;
            citing.Cites++;
            target.CitedBy++;
            db.Insert("edges", ++counts.Edges, citing.Number, number, firstClause + edge.Clause, cited, edge.Pinpoint, (int)edge.Treatment,
                (int)edge.Place, firstCitation + edge.Citation);
            graph.AddEdge(new(citing.Number - 1, cited - 1, (int)edge.Treatment, (int)edge.Place, firstClause + edge.Clause, edge.Pinpoint.Length > 0, Math.Max(1, edgesOfClause[edge.Clause].Select(e => e.Work).Distinct().Count())));
            foreach (var provision in Pinpoint.Of(edge.Pinpoint).Provisions)
            {
                db.Insert("provisions", counts.Edges, cited, provision);
                if (ClauseOf(target, provision) is { } clause) counts.Cited[clause] = counts.Cited.GetValueOrDefault(clause) + 1;
            }
        }
        db.Insert("documents", number, work.Slug, work.Number, document.Symbol, title, organ, front.Kind, date, document.IdentifiedBy, document.Evidence,
            front.Session, front.Meeting, front.AgendaItem, front.Sponsors, front.CommitteeReport, front.Vote, front.Language, document.File.Name, document.Hash,
            SourceEdits.Of(resolution.Source.Text, [.. resolution.Clauses.Select(c => c.Text), .. resolution.Notes.Select(n => n.Text)]),
            firstClause, rows.Clauses, firstCitation, rows.Citations, firstEdge, counts.Edges);
        translations.Write(document, number, work, slugs, firstClause, edges);
        return new(
            DocumentOrder.Of(date, front.Kind), front.Kind, organ, CitationResolver.Fold(title ?? ""), DocumentsOf(edges), DocumentsOf(edges.Where(e => e.Treatment == Treatment.Renews)));

        HashSet<int> DocumentsOf(IEnumerable<ClauseEdge> some) =>
            [.. some.SelectMany(e => wholes.TryGetValue(works.Get(e.Work).Number, out var rows) ? rows : [works.Get(e.Work)]).Select(w => w.Document).OfType<int>()];
    }

    /// <summary>Where in the corpus a provision of a work would be.</summary>
    private static (int Document, string Slug)? ClauseOf(WorkRow cited, string provision)
    {
        if (cited is not { Document: { } document, Place: { } place } || place.Length == 0 && !cited.IsDocument) return null;
        var slug = ProvisionAddress.Of(Pinpoint.Of(provision)).Slug;
        return slug.Length == 0 ? null : (document, place.Length == 0 ? slug : $"{place}/{slug}");
    }

    private sealed record Outputs(DatabaseWriter Db, TextRows Rows, TranslationRows Translations, ClauseTextWriter Text, CitationGraphBuilder Graph, FirstUses Uses);

    private sealed class Counter
    {
        /// <summary>How many edges name a provision of an annex or treaty.</summary>
        public Dictionary<(int Document, string Slug), int> Cited { get; } = [];

        public int Documents;
        public int Edges;
    }
}
