using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.FullText.Segments;

namespace Search.FullText.Tests.Oracle;

/// <summary>
/// Lucene.Net given our words: forms with positions in a field, their stems in a second one beside it. Answers our queries
/// through <see cref="LuceneTranslation"/>.
/// </summary>
internal sealed class LuceneIndex : IDisposable
{
    public const string Key = "#key";

    private static readonly FieldType s_forms = Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static readonly FieldType s_stems = Type(IndexOptions.DOCS_AND_FREQS);

    private readonly RAMDirectory _directory = new();
    private readonly Lucene.Net.Index.IndexWriter _writer;
    private readonly Schema _schema;
    private DirectoryReader? _reader;

    public LuceneIndex(Schema schema)
    {
        _schema = schema;
        _writer = new Lucene.Net.Index.IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WordAnalyzer())
        {
            Similarity = new BM25Similarity(Bm25.Default.K1, Bm25.Default.B),
            MergePolicy = NoMergePolicy.COMPOUND_FILES, // every commit stays a segment of its own
        });
    }

    public static string Stems(string field) => field + "#stems";

    /// <summary>Adds a document, or replaces the one with its key.</summary>
    public void Add(IndexDocument source)
    {
        var key = source.Key.ToString(CultureInfo.InvariantCulture);
        var document = new Document { new StringField(Key, key, Lucene.Net.Documents.Field.Store.NO),
            new NumericDocValuesField(Key, source.Key) };
        foreach (var (name, text) in source.Texts)
        {
            document.Add(new Lucene.Net.Documents.Field(name, new WordStream(text, TextLanguage.None), s_forms));
            var language = _schema.Find(name)!.Language;
            if (language != TextLanguage.None)
                document.Add(new Lucene.Net.Documents.Field(Stems(name), new WordStream(text, language), s_stems));
        }

        foreach (var (name, value) in source.Keywords.Distinct())
        {
            document.Add(new StringField(name, value, Lucene.Net.Documents.Field.Store.NO));
            document.Add(new SortedSetDocValuesField(name, new BytesRef(value)));
        }

        foreach (var field in _schema.Fields.Where(static field => field.Kind == FieldKind.Number))
        {
            var value = source.Numbers.LastOrDefault(number => number.Field == field.Name).Value;
            document.Add(new NumericDocValuesField(field.Name, value));
            document.Add(new Int64Field(field.Name, value, Lucene.Net.Documents.Field.Store.NO));
        }

        _writer.UpdateDocument(new Term(Key, key), document);
    }

    public void Delete(long key) => _writer.DeleteDocuments(new Term(Key, key.ToString(CultureInfo.InvariantCulture)));

    public void Commit() => _writer.Commit();

    /// <summary>How many segments a search goes through.</summary>
    public int Segments => Reader.Leaves.Count;

    /// <summary>The keys of all documents that match, in order.</summary>
    public List<long> Matching(Queries.Query query, IReadOnlyList<Filter> filters)
    {
        var collector = new KeyCollector([]);
        new IndexSearcher(Reader).Search(Filtered(query, filters), collector);
        collector.Keys.Sort();
        return collector.Keys;
    }

    /// <summary>A page in the order of a number field, the count of all matches, and facets over them.</summary>
    public (List<(long Key, long Value)> Page, int Total, List<Facet> Facets) Sorted(
        Queries.Query query, IReadOnlyList<Filter> filters, SortBy sort, int offset, int limit, IReadOnlyList<FacetRequest> facets)
    {
        var order = new Sort(new SortField(sort.Field, SortFieldType.INT64, sort.Descending), new SortField(Key, SortFieldType.INT64));
        var searcher = new IndexSearcher(Reader);
        var top = searcher.Search(Filtered(query, filters), null, offset + limit, order);
        var counts = facets.Select(static facet => new LuceneFacet(facet)).ToArray();
        searcher.Search(Filtered(query, filters), new KeyCollector(counts));
        var page = top.ScoreDocs.Skip(offset).Select(static hit => ((FieldDoc)hit).Fields)
            .Select(static fields => (Number(fields[1]), Number(fields[0]))).ToList();
        return (page, top.TotalHits, [.. counts.Select(static count => count.ToFacet())]);
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _writer.Dispose();
        _directory.Dispose();
    }

    private DirectoryReader Reader => _reader ??= DirectoryReader.Open(_directory);

    private Lucene.Net.Search.Query Filtered(Queries.Query query, IReadOnlyList<Filter> filters)
    {
        var filtered = new LuceneTranslation(_schema).Of(query);
        foreach (var filter in filters) filtered = new FilteredQuery(filtered, LuceneTranslation.Of(filter));
        return filtered;
    }

    private static long Number(object value) => ((J2N.Numerics.Int64)value).ToInt64();

    private static FieldType Type(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options };
        type.Freeze();
        return type;
    }

    /// <summary>Only for the gap between two texts of one field; the words come from <see cref="WordStream"/>.</summary>
    private sealed class WordAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new NotSupportedException("Every field brings its own words.");

        public override int GetPositionIncrementGap(string fieldName) => DocumentBuffer.GapBetweenTexts;
    }

    /// <summary>Collects keys and counts facets.</summary>
    private sealed class KeyCollector(LuceneFacet[] facets) : ICollector
    {
        private NumericDocValues? _keys;

        public List<long> Keys { get; } = [];

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void SetNextReader(AtomicReaderContext context)
        {
            _keys = context.AtomicReader.GetNumericDocValues(Key);
            foreach (var facet in facets) facet.Enter(context.AtomicReader);
        }

        public void Collect(int doc)
        {
            Keys.Add(_keys!.Get(doc));
            foreach (var facet in facets) facet.Count(doc);
        }
    }
}
