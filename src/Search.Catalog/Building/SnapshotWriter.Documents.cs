using System.Collections.Immutable;
using System.Globalization;
using Search.Catalog.Querying;
using Search.Citations;
using Search.Graph;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <content>What one document gives to the tables, the graph and the text index.</content>
internal sealed partial class SnapshotWriter
{
    /// <summary>Documents, each with what is written of it.</summary>
    private IEnumerable<PreparedDocument> Prepared(IEnumerable<CorpusDocument> documents) => _corpus.Each(documents, Prepare);

    private PreparedDocument Prepare(CorpusDocument described)
    {
        var (document, work) = (_corpus.LoadWhole(described), WorkOf(described));
        var (resolution, citations) = document.Linked;
        var slugs = ClauseSlugs.Of(resolution.Clauses, resolution.Front.Kind);
        var sources = slugs.Select(s => WorkPlaces.Of(s.Slug, _within[described.Number], work)).ToImmutableArray();
        // A document does not cite itself, nor does a treaty that is annexed to it.
        var edges = EdgeList.Of(resolution, citations, document.Document.Id).Where(e => sources[e.Clause].Work.Id != e.Work)
            .ToImmutableArray();
        return new()
        {
            Number = described.Number,
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

    private static Work DescribeDocument(CorpusDocument document, HashSet<string> same) => new()
    {
        Id = document.Id,
        Title = Same(document.Sheet.Title, same) ?? document.Id.Value,
        Kind = document.Sheet.Front.Kind.Word(),
        Adopted = Same(DateOf(document), same),
    };

    /// <summary>One object for equal strings.</summary>
    private static string? Same(string? text, HashSet<string> known)
    {
        if (text is null || known.Add(text)) return text;
        known.TryGetValue(text, out var first);
        return first;
    }

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
        _memory?.Rows?.Add(number, [.. prepared.Edges.Select(e => new KeptEdge(prepared.Sources[e.Clause].Number, firstClause + e.Clause,
            _works.Get(e.Work).Number, e.Pinpoint.Length > 0, e.Treatment, (int)e.Place))]);
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
                _memory?.Rows?.AddProvision(cited, provision);
                if (ClauseOf(target, provision) is { } clause) outputs.Cited[clause] = outputs.Cited.GetValueOrDefault(clause) + 1;
            }
        }
        var organ = front.Organ.IsNone ? null : front.Organ.Code;
        db.Insert("documents", number, work.Slug, work.Number, document.Symbol, prepared.Title, organ, front.Kind.Word(), prepared.Date,
            document.IdentifiedBy.Word(), document.Evidence,
            front.Session, front.Meeting, front.AgendaItem, front.Sponsors, front.CommitteeReport, front.Vote, front.Language,
            document.File, document.Hash,
            prepared.Text.Linked.SourceEdits, firstClause, rows.Clauses, firstCitation, rows.Citations, firstEdge, outputs.Edges);
        translations.Write(prepared.Text, number, work, prepared.Slugs, firstClause, prepared.Edges);
        return TraitsOf(number, [.. prepared.Edges.Select(e => (_works.Get(e.Work), e.Treatment))]);
    }

    private DocumentTraits TraitsOf(int number, IReadOnlyList<(WorkRow Work, Treatment Treatment)> edges)
    {
        if (_corpus.Find(number) is not { } document) return DocumentTraits.None;
        var work = WorkOf(document);
        var front = document.Sheet.Front;
        return new(
            DocumentOrder.Of(DateOf(document, work), front.Kind), front.Kind, front.Organ.IsNone ? null : front.Organ.Code,
            DocumentTraits.HashOf(CitationResolver.Fold(TitleOf(document, work) ?? "")), DocumentsOf(edges),
            DocumentsOf(edges.Where(e => e.Treatment == Treatment.Renews)));

        NumberSet DocumentsOf(IEnumerable<(WorkRow Work, Treatment)> some) =>
            new(some.SelectMany(e => _wholes.TryGetValue(e.Work.Number, out var rows) ? rows : [e.Work]).Select(w => w.Document)
                .OfType<int>());
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
