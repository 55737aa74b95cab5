using Search.Benchmarks.Api;
using Search.Benchmarks.Building;
using Search.Benchmarks.Checking;
using Search.Benchmarks.Citations;
using Search.Benchmarks.FullText;
using Search.Benchmarks.Graph;
using Search.Benchmarks.Languages;
using Search.Benchmarks.Reuse;
using Search.Benchmarks.Shards;

return args switch
{
    ["api", "documents", var passages, var folder] => PassageDocuments.Write(passages, folder),
    ["api", "measure", var server, var passages] => await ApiBenchmark.Measure(server, passages),
    ["api", "processor", var server, var process, var passages] => await ProcessorBenchmark.Measure(
        server, int.Parse(process, System.Globalization.CultureInfo.InvariantCulture), passages),
    ["api", "pages", var server, var process, var passages] => await PagesBenchmark.Measure(
        server, int.Parse(process, System.Globalization.CultureInfo.InvariantCulture), passages),
    ["api", "answers", var index, var passages] => AnswerBenchmark.Measure(index, passages),
    ["api", "cost", var index] => CostBenchmark.Measure(index),
    ["api", "open", var index] => OpeningBenchmark.Measure(index),
    ["api", "provisions", var index, .. var seed] =>
        ProvisionDraw.Measure(index, seed is [var n] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 1),
    ["api", "exports", var server, var exports, var seconds] => await ExportsBenchmark.Measure(
        server, int.Parse(exports, System.Globalization.CultureInfo.InvariantCulture),
        double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)),
    ["api", "soak", var server, var process, var index, var few, var many, var minutes] => await SoakBenchmark.Run(
        server, int.Parse(process, System.Globalization.CultureInfo.InvariantCulture), index, [few, many],
        double.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture)),
    ["build", "corpus", var texts, var folder, var documents] =>
        RepeatedCorpus.Write(texts, folder, int.Parse(documents, System.Globalization.CultureInfo.InvariantCulture)),
    ["build", "measure", var sources, var output, var authorities] => BuildBenchmark.Measure(sources, output, authorities, append: false),
    ["build", "measure", var sources, var output, var authorities, "append"] =>
        BuildBenchmark.Measure(sources, output, authorities, append: true),
    ["graph", "describe", var edges] => GraphBenchmark.Describe(edges),
    ["graph", "generate", var model, var edges, var path] =>
        GraphBenchmark.Generate(model, int.Parse(edges, System.Globalization.CultureInfo.InvariantCulture), path),
    ["graph", "measure", var path] => GraphBenchmark.Measure(path),
    ["graph", "measure", var path, var only] => GraphBenchmark.Measure(path, only),
    ["graph", "first", var path] => GraphBenchmark.First(path),
    ["full-text", "prepare", var passages, var folder, .. var count] =>
        Preparation.Prepare(passages, folder, count is [var n]
            ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)
            : int.MaxValue),
    ["full-text", "build", var folder] => FullTextBenchmark.Build(folder),
    ["full-text", "measure", var folder, .. var lucene] => FullTextBenchmark.Measure(folder, lucene),
    ["full-text", "lucene-net", "build", var folder] => LuceneNetEngine.Build(folder),
    ["full-text", "lucene-net", "serve", var folder] => LuceneNetEngine.Serve(folder),
    ["full-text", "fts5", var folder] => SqliteBenchmark.Measure(folder),
    ["full-text", "damage", var folder, var flips] =>
        IndexDamage.Measure(folder, int.Parse(flips, System.Globalization.CultureInfo.InvariantCulture)),
    ["citations", "measure", var folder, var authorities, .. var size] =>
        CitationBenchmark.Measure(folder, authorities, size is [var n]
            ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)
            : 20),
    ["languages", "accents", var folder, var language] => AccentLists.Write(folder, language),
    ["languages", "stems", var folder, var language] => StemAgreement.Measure(folder, language),
    ["languages", "recall", var english, var other, var terms, .. var languages] =>
        LanguageBenchmark.Recall(english, other, terms, languages),
    ["languages", "misses", var english, var other, var terms, var language] => LanguageBenchmark.Misses(english, other, terms, language),
    ["reuse", "measure", var source, var file, .. var count] =>
        ReuseBenchmark.Measure(source, file, count is [var n]
            ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)
            : int.MaxValue),
    ["reuse", "times", var index, var folder] => ReuseBenchmark.Times(index, folder),
    ["reuse", "recall", var source, var every] =>
        ReuseBenchmark.Recall(source, int.Parse(every, System.Globalization.CultureInfo.InvariantCulture)),
    ["check", "plant", var index, var folder, var errors, .. var seed] => CheckBenchmark.Plant(
        index, folder, int.Parse(errors, System.Globalization.CultureInfo.InvariantCulture),
        seed is [var n] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 1),
    ["check", "correct", var index, var folder] => CheckBenchmark.Correct(index, folder),
    ["check", "times", var index, var folder] => CheckBenchmark.Times(index, folder),
    ["shards", "equal", var one, var sharded, var searches, .. var seed] => ShardBenchmark.Equal(
        one, sharded, int.Parse(searches, System.Globalization.CultureInfo.InvariantCulture),
        seed is [var n] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 1),
    ["shards", "times", var searches, .. var indexes] =>
        ShardBenchmark.Times(indexes, int.Parse(searches, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Search.Benchmarks build corpus TEXTS DIR N        N documents out of a folder of texts: the same again with other numbers of resolutions and other days
        Search.Benchmarks build measure DIR INDEX AUTHORITIES [append]  processor time, memory and size of building a folder of documents into a folder of snapshots
        Search.Benchmarks graph describe EDGES            degree statistics of a list of edges (source and target, separated by white space)
        Search.Benchmarks graph generate MODEL N PATH     a graph of N edges by a model (law, hepph, resolutions), written to PATH
        Search.Benchmarks graph measure PATH [TEXT]       the times of the graph's questions, one thread; those whose names hold a text
        Search.Benchmarks graph first PATH                the times of the first question of a graph, its file in memory or not
        Search.Benchmarks full-text prepare JSONL DIR [N] texts, words and queries for the others, from N clauses
        Search.Benchmarks full-text build DIR             builds our index in DIR/ours, with time and memory
        Search.Benchmarks full-text measure DIR [COMMAND...] every query on ours and, alternating, on what the command serves
        Search.Benchmarks api documents JSONL DIR         passages as documents for the indexer
        Search.Benchmarks api measure ADDRESS JSONL       answers a second of a running server, and their times
        Search.Benchmarks api processor ADDRESS PID JSONL processor time of a running server and of the client for an answer, alternating with /health/live
        Search.Benchmarks api pages ADDRESS PID JSONL     processor time of a running server for each search page and each answer of the API
        Search.Benchmarks api answers INDEX JSONL         processor time and memory of finding, counting and reading the hits of drawn queries
        Search.Benchmarks api cost INDEX                  processor time and work of a thousand queries that are meant to cost much
        Search.Benchmarks api open INDEX                  processor time of opening a snapshot, every byte of it verified
        Search.Benchmarks api provisions INDEX [SEED]     whether 300 drawn pinpoints into the texts of a snapshot open, and those that do not
        Search.Benchmarks api exports ADDRESS N SECONDS   times of /health/live of a running server while it sends N exports to fast and slow readers
        Search.Benchmarks api soak ADDRESS PID INDEX DIR1 DIR2 MINUTES  load on a running server, with a snapshot of one folder or the other every 20 s, and its memory
        Search.Benchmarks full-text lucene-net build DIR  builds Lucene.Net's index in DIR/lucene-net
        Search.Benchmarks full-text lucene-net serve DIR  answers "full-text measure" with it
        Search.Benchmarks full-text fts5 DIR              builds and asks SQLite's FTS5
        Search.Benchmarks citations measure TEXTS AUTHORITIES [MB]  recognition and linking of the folder's texts, repeated to 20 MB, one thread
        Search.Benchmarks languages accents FOLDER LANGUAGE  words of XML texts (fr or es) that are stemmed otherwise without their accents
        Search.Benchmarks languages stems FOLDER LANGUAGE  words of texts (en, fr, es, ru or ar) whose stems differ from those of the library's stemmer
        Search.Benchmarks languages recall INDEX1 INDEX2 TERMS LANGUAGE...  searches in languages of INDEX2 against the same in English in INDEX1
        Search.Benchmarks languages misses INDEX1 INDEX2 TERMS LANGUAGE  the clauses that the English searches find and the others do not
        Search.Benchmarks reuse measure DB|JSONL FILE [N] cost of finding reuse among N clauses of a catalog.db or passages, written to FILE
        Search.Benchmarks shards equal INDEX1 INDEX2 N [SEED]  whether N random searches of every kind have the same answers in both snapshots
        Search.Benchmarks shards times N INDEX...         times of N random searches on each snapshot, in turns
        Search.Benchmarks reuse recall DB|JSONL EVERY     pairs found of those that an exact join finds, among every n-th document's clauses
        Search.Benchmarks reuse times INDEX TEXTS         times of the versions of 300 clauses and of looking up 100 kB, one thread
        Search.Benchmarks check plant INDEX TEXTS N [SEED] N errors of eight kinds in correct citations of the texts, and how many a check names with the right kind
        Search.Benchmarks check correct INDEX TEXTS       what a check says of texts as they are
        Search.Benchmarks check times INDEX TEXTS         times of checks of 100 kB, one thread
        Search.Benchmarks full-text damage DIR N          damages a copy of our index N times and counts how often that is told
        """);
    return 2;
}
