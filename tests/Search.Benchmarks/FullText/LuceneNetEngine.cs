using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Search.Testing;

namespace Search.Benchmarks.FullText;

/// <summary>
/// Lucene.Net as the benchmark asks it: builds an index of the words in words.tsv, and answers the queries of queries.tsv by
/// number: "run QUERY TIMES" with nanoseconds of processor time, "count QUERY". It gives no highlights.
/// </summary>
internal static class LuceneNetEngine
{
    private const int Hits = 10;
    private const int MostSpellings = 1024;
    private const double BufferMegabytes = 192;

    public static int Build(string folder)
    {
        var target = Path.Combine(folder, "lucene-net");
        if (System.IO.Directory.Exists(target)) System.IO.Directory.Delete(target, recursive: true);
        var process = Process.GetCurrentProcess();
        var clock = Stopwatch.StartNew();
        using (var directory = new MMapDirectory(target))
        using (var writer = new IndexWriter(directory, Configuration()))
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "words.tsv"))) writer.AddDocument(DocumentOf(line.Split('\t')));
            writer.ForceMerge(1);
            writer.Commit();
        }
        process.Refresh();
        var size = new DirectoryInfo(target).EnumerateFiles().Sum(static file => file.Length) / 1e6;
        Console.WriteLine(FormattableString.Invariant(
            $"lucene.net: built in {clock.Elapsed.TotalSeconds:f1} s, {process.TotalProcessorTime.TotalSeconds:f1} s of processor, peak {process.PeakWorkingSet64 >> 20} MB, index {size:f1} MB"));
        return 0;
    }

    public static int Serve(string folder)
    {
        var queries = File.ReadLines(Path.Combine(folder, "queries.tsv")).Select(BenchmarkQuery.Parse).ToArray();
        using var directory = new MMapDirectory(Path.Combine(folder, "lucene-net"));
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity(1.2f, 0.75f) };
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            var query = queries[int.Parse(parts[1], CultureInfo.InvariantCulture)];
            Console.WriteLine(parts[0] == "count"
                ? Count(searcher, query).ToString(CultureInfo.InvariantCulture)
                : Times(searcher, query, int.Parse(parts[2], CultureInfo.InvariantCulture)));
        }
        return 0;
    }

    private static int Count(IndexSearcher searcher, BenchmarkQuery query)
    {
        var count = new TotalHitCountCollector();
        searcher.Search(Of(query), count);
        return count.TotalHits;
    }

    private static string Times(IndexSearcher searcher, BenchmarkQuery query, int times)
    {
        var line = new StringBuilder();
        for (var i = 0; i < times; i++)
        {
            var start = ThreadClock.Nanoseconds;
            Run(searcher, query);
            line.Append(i == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{ThreadClock.Nanoseconds - start}");
        }
        return line.ToString();
    }

    private static long Run(IndexSearcher searcher, BenchmarkQuery asked)
    {
        if (asked.Has("count")) return Count(searcher, asked);
        var query = Of(asked);
        var top = TopScoreDocCollector.Create(Hits, true);
        if (asked.Has("facets")) searcher.Search(query, new FacetCollector(top));
        else searcher.Search(query, top);
        // Every engine hands back the caller's keys.
        var sum = 0L;
        foreach (var hit in top.GetTopDocs().ScoreDocs)
        {
            var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(hit.Doc, searcher.IndexReader.Leaves)];
            sum += leaf.AtomicReader.GetNumericDocValues("key").Get(hit.Doc - leaf.DocBase);
        }
        return sum;
    }

    private static Query Of(BenchmarkQuery asked)
    {
        var query = Words(asked);
        if (!asked.Has("filter")) return query;
        query = new FilteredQuery(query, new QueryWrapperFilter(new TermQuery(new Term("source", asked.Source))));
        return new FilteredQuery(query, FieldCacheRangeFilter.NewInt64Range("date", asked.From, asked.To, true, true));
    }

    private static Query Words(BenchmarkQuery asked)
    {
        switch (asked.Operator)
        {
            case "term":
                return new TermQuery(new Term("stems", asked.Stems[0]));
            case "or" or "and":
                var boolean = new BooleanQuery();
                foreach (var stem in asked.Stems)
                    boolean.Add(new TermQuery(new Term("stems", stem)), asked.Operator == "or" ? Occur.SHOULD : Occur.MUST);
                return boolean;
            case "phrase":
                var phrase = new PhraseQuery();
                foreach (var word in asked.Words) phrase.Add(new Term("text", word));
                return phrase;
            case "prefix":
                return new PrefixQuery(new Term("text", asked.Words[0]));
            case "fuzzy":
                return new FuzzyQuery(new Term("text", asked.Words[0]), 1, 0, MostSpellings, transpositions: true);
            default:
                throw new InvalidOperationException(asked.Operator);
        }
    }

    private static IndexWriterConfig Configuration() => new(LuceneVersion.LUCENE_48, new NoAnalyzer())
    {
        RAMBufferSizeMB = BufferMegabytes,
        Similarity = new BM25Similarity(1.2f, 0.75f),
        MergeScheduler = new SerialMergeScheduler(),
        UseCompoundFile = false,
    };

    private static Document DocumentOf(string[] line)
    {
        var date = long.Parse(line[2], CultureInfo.InvariantCulture);
        return
        [
            new NumericDocValuesField("key", long.Parse(line[0], CultureInfo.InvariantCulture)),
            new StringField("source", line[1], Field.Store.NO),
            new SortedSetDocValuesField("source", new BytesRef(line[1])),
            new NumericDocValuesField("date", date),
            new Int64Field("date", date, Field.Store.NO),
            new Field("text", new Separated(line[3]), Type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS)),
            new Field("stems", new Separated(line[4]), Type(IndexOptions.DOCS_AND_FREQS)),
        ];
    }

    private static FieldType Type(IndexOptions options) => new() { IsIndexed = true, IsTokenized = true, IndexOptions = options };

    /// <summary>Every field brings its own words.</summary>
    private sealed class NoAnalyzer : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            throw new NotSupportedException(fieldName);
    }

    /// <summary>Words separated by spaces; one that begins with ^ shares the position of the preceding word.</summary>
    private sealed class Separated : TokenStream
    {
        private readonly string _words;
        private readonly ICharTermAttribute _term;
        private readonly IPositionIncrementAttribute _increment;
        private int _at;

        public Separated(string words)
        {
            _words = words;
            _term = AddAttribute<ICharTermAttribute>();
            _increment = AddAttribute<IPositionIncrementAttribute>();
        }

        public override bool IncrementToken()
        {
            while (_at < _words.Length && _words[_at] == ' ') _at++;
            if (_at == _words.Length) return false;
            ClearAttributes();
            var end = _words.IndexOf(' ', _at);
            if (end < 0) end = _words.Length;
            if (_words[_at] == '^')
            {
                _increment.PositionIncrement = 0;
                _at++;
            }
            _words.AsSpan(_at, end - _at).CopyTo(_term.ResizeBuffer(end - _at));
            _term.Length = end - _at;
            _at = end;
            return true;
        }

        public override void Reset() => _at = 0;
    }

    /// <summary>Counts sources beside what the other collector keeps.</summary>
    private sealed class FacetCollector(ICollector top) : ICollector
    {
        private readonly Dictionary<SortedSetDocValues, int[]> _counts = [];
        private SortedSetDocValues? _values;
        private int[] _ofSegment = [];

        public bool AcceptsDocsOutOfOrder => top.AcceptsDocsOutOfOrder;

        public void SetScorer(Scorer scorer) => top.SetScorer(scorer);

        public void SetNextReader(AtomicReaderContext context)
        {
            top.SetNextReader(context);
            _values = context.AtomicReader.GetSortedSetDocValues("source");
            _ofSegment = _counts[_values] = new int[_values.ValueCount];
        }

        public void Collect(int doc)
        {
            top.Collect(doc);
            _values!.SetDocument(doc);
            for (long ordinal; (ordinal = _values.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;) _ofSegment[ordinal]++;
        }
    }
}
