import java.io.*;
import java.lang.management.*;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.tokenattributes.*;
import org.apache.lucene.document.*;
import org.apache.lucene.facet.*;
import org.apache.lucene.facet.sortedset.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.*;

/**
 * Lucene as the benchmark asks it: builds an index of the words in words.tsv, and answers the queries of queries.tsv by number.
 *   java -cp ... LuceneHarness build DIR
 *   java -cp ... LuceneHarness serve DIR    then on standard input: "run QUERY TIMES" (nanoseconds of processor time) or "count QUERY"
 */
public final class LuceneHarness {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final FacetsConfig FACETS = new FacetsConfig();

    public static void main(String[] args) throws Exception {
        Path folder = Paths.get(args[1]);
        if (args[0].equals("build")) build(folder);
        else serve(folder);
    }

    /** Words separated by spaces; one that begins with ^ shares the position of the word before. */
    static final class Words extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private String text = "";
        private int at;

        Words set(String words) {
            text = words;
            at = 0;
            return this;
        }

        @Override
        public boolean incrementToken() {
            while (at < text.length() && text.charAt(at) == ' ') at++;
            if (at >= text.length()) return false;
            clearAttributes();
            int end = text.indexOf(' ', at);
            if (end < 0) end = text.length();
            if (text.charAt(at) == '^') {
                increment.setPositionIncrement(0);
                at++;
            }
            term.append(text, at, end);
            at = end;
            return true;
        }

        @Override
        public void reset() {
            at = 0;
        }
    }

    static void build(Path folder) throws Exception {
        Path target = folder.resolve("lucene");
        if (Files.exists(target)) try (var files = Files.list(target)) {
            for (Path file : (Iterable<Path>) files::iterator) Files.delete(file);
        }
        long wall = System.nanoTime();
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setRAMBufferSizeMB(192);
        config.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        config.setUseCompoundFile(false);
        config.setMergeScheduler(new SerialMergeScheduler());
        FieldType exact = new FieldType();
        exact.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        exact.setTokenized(true);
        FieldType stems = new FieldType();
        stems.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        stems.setTokenized(true);
        Words exactWords = new Words();
        Words stemWords = new Words();
        try (IndexWriter writer = new IndexWriter(new MMapDirectory(target), config);
             BufferedReader lines = Files.newBufferedReader(folder.resolve("words.tsv"))) {
            for (String line; (line = lines.readLine()) != null; ) {
                String[] p = line.split("\t", -1);
                Document document = new Document();
                document.add(new NumericDocValuesField("key", Long.parseLong(p[0])));
                document.add(new StringField("source", p[1], Field.Store.NO));
                document.add(new SortedSetDocValuesFacetField("source", p[1]));
                document.add(new NumericDocValuesField("date", Long.parseLong(p[2])));
                document.add(new LongPoint("date", Long.parseLong(p[2])));
                document.add(new Field("text", exactWords.set(p[3]), exact));
                document.add(new Field("stems", stemWords.set(p[4]), stems));
                writer.addDocument(FACETS.build(document));
            }
            writer.forceMerge(1);
            writer.commit();
        }
        long size = 0;
        TreeMap<String, Long> byKind = new TreeMap<>();
        try (var files = Files.list(target)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                size += Files.size(file);
                String name = file.getFileName().toString();
                byKind.merge(name.substring(name.lastIndexOf('.') + 1), Files.size(file), Long::sum);
            }
        }
        System.out.printf(Locale.ROOT, "lucene: built in %.1f s, %.1f s of processor in the writing thread, %.1f s in all, index %.1f MB %s%n", (System.nanoTime() - wall) / 1e9,
            THREADS.getCurrentThreadCpuTime() / 1e9, ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9, size / 1e6, byKind);
    }

    private static IndexSearcher searcher;
    private static SortedSetDocValuesReaderState facetState;
    private static UnifiedHighlighter highlighter;
    private static List<String[]> queries = new ArrayList<>();
    private static FileChannel words;
    private static long[] starts;

    static void serve(Path folder) throws Exception {
        IndexReader reader = DirectoryReader.open(new MMapDirectory(folder.resolve("lucene")));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        facetState = new DefaultSortedSetDocValuesReaderState(reader);
        highlighter = new UnifiedHighlighter(null, new WhitespaceAnalyzer());
        for (String line : Files.readAllLines(folder.resolve("queries.tsv"))) queries.add(line.split("\t", -1));
        openTexts(folder.resolve("texts.tsv"), reader.maxDoc());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = in.readLine()) != null; ) {
            String[] p = line.split(" ");
            String[] query = queries.get(Integer.parseInt(p[1]));
            if (p[0].equals("count")) {
                out.println(searcher.count(parse(query)));
                continue;
            }
            StringBuilder times = new StringBuilder();
            for (int r = Integer.parseInt(p[2]); r > 0; r--) {
                long start = THREADS.getCurrentThreadCpuTime();
                run(query);
                if (times.length() > 0) times.append(' ');
                times.append(THREADS.getCurrentThreadCpuTime() - start);
            }
            out.println(times);
        }
    }

    static Query parse(String[] query) {
        String[] exact = query[3].split(" ");
        String[] stems = query[4].split(" ");
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        Query parsed;
        switch (query[1]) {
            case "term":
                parsed = new TermQuery(new Term("stems", stems[0]));
                break;
            case "or":
            case "and":
                for (String stem : stems) builder.add(new TermQuery(new Term("stems", stem)), query[1].equals("or") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST);
                parsed = builder.build();
                break;
            case "phrase":
                parsed = new PhraseQuery("text", exact);
                break;
            case "prefix":
                parsed = new PrefixQuery(new Term("text", exact[0]));
                break;
            default:
                parsed = new FuzzyQuery(new Term("text", exact[0]), 1, 0, 1024, true);
                break;
        }
        if (!query[2].contains("filter")) return parsed;
        int from = Integer.parseInt(query[6]);
        int to = Integer.parseInt(query[7]);
        return new BooleanQuery.Builder().add(parsed, BooleanClause.Occur.MUST)
            .add(new TermQuery(new Term("source", query[5])), BooleanClause.Occur.FILTER)
            .add(new IndexOrDocValuesQuery(LongPoint.newRangeQuery("date", from, to), NumericDocValuesField.newSlowRangeQuery("date", from, to)), BooleanClause.Occur.FILTER).build();
    }

    static long run(String[] parts) throws IOException {
        Query query = parse(parts);
        if (parts[2].contains("count")) return searcher.count(query);
        TopDocs top;
        if (parts[2].contains("facets")) {
            FacetsCollector facets = new FacetsCollector();
            top = FacetsCollector.search(searcher, query, 10, facets);
            new SortedSetDocValuesFacetCounts(facetState, facets).getTopChildren(10, "source");
        } else if (parts[2].contains("total")) {
            TopScoreDocCollector collector = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
            searcher.search(query, collector);
            top = collector.topDocs();
        } else {
            top = searcher.search(query, 10);
        }
        // Every engine hands back the caller's keys.
        long sum = 0;
        for (ScoreDoc hit : top.scoreDocs) {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            NumericDocValues keys = leaf.reader().getNumericDocValues("key");
            keys.advanceExact(hit.doc - leaf.docBase);
            long key = keys.longValue();
            sum += key;
            if (parts[2].contains("highlights")) {
                BooleanQuery.Builder exact = new BooleanQuery.Builder();
                for (String word : parts[3].split(" ")) exact.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
                highlighter.highlightWithoutSearcher("text", exact.build(), text((int) key), 1);
            }
        }
        return sum;
    }

    static void openTexts(Path path, int count) throws IOException {
        words = FileChannel.open(path);
        starts = new long[count + 1];
        int next = 1;
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(1 << 20);
        for (long at = 0; words.read(buffer, at) > 0; buffer.clear()) {
            for (int i = 0; i < buffer.position(); i++) if (buffer.get(i) == '\n') starts[next++] = at + i + 1;
            at += buffer.position();
        }
    }

    static String text(int key) throws IOException {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate((int) (starts[key + 1] - starts[key] - 1));
        words.read(buffer, starts[key]);
        String line = new String(buffer.array(), StandardCharsets.UTF_8);
        return line.substring(line.lastIndexOf('\t') + 1);
    }
}
