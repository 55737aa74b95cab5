using System.Diagnostics;
using System.Globalization;
using Search.FullText;
using Search.FullText.Queries;
using Search.FullText.Snippets;
using Search.Testing;

namespace Search.Benchmarks.FullText;

/// <summary>Builds our index and asks it the queries, alternating with another engine that a command serves.</summary>
internal static class FullTextBenchmark
{
    private const int Rounds = 7;
    private const int Repeats = 3;
    private const int WarmUp = 12;

    public static int Build(string folder)
    {
        var schema = new SchemaBuilder().Text("text").Keyword("source").Number("date").Build();
        var target = Path.Combine(folder, "ours");
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        var process = Process.GetCurrentProcess();
        var clock = Stopwatch.StartNew();
        using (var writer = IndexWriter.Create(target, schema))
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "texts.tsv")))
            {
                var p = line.Split('\t');
                writer.Add(new IndexDocument(long.Parse(p[0], CultureInfo.InvariantCulture)).Text("text", p[3]).Keyword("source", p[1])
                    .Number("date", long.Parse(p[2], CultureInfo.InvariantCulture)));
            }

            writer.Merge();
            writer.Commit();
        }

        process.Refresh();
        Report($"ours: built in {clock.Elapsed.TotalSeconds:f1} s, {process.TotalProcessorTime.TotalSeconds:f1} s of processor, peak {process.PeakWorkingSet64 >> 20} MB, index {new DirectoryInfo(target).EnumerateFiles().Sum(f => f.Length) / 1e6:f1} MB");
        return 0;
    }

    public static int Measure(string folder, string[] command)
    {
        var queries = File.ReadLines(Path.Combine(folder, "queries.tsv")).Select(BenchmarkQuery.Parse).ToArray();
        var opening = Stopwatch.StartNew();
        using var index = FullTextIndex.Open(Path.Combine(folder, "ours"));
        Report($"ours: {index.DocumentCount} documents opened and verified in {opening.Elapsed.TotalMilliseconds:f0} ms, resident {Process.GetCurrentProcess().WorkingSet64 >> 20} MB");
        Report($"ours: opened again in {Opening(folder, verify: true):f1} ms, without verifying in {Opening(folder, verify: false):f1} ms");
        var texts = queries.Any(q => q.Has("highlights")) ? new TextFile(Path.Combine(folder, "texts.tsv")) : null;
        using var other = command.Length > 0 ? new OtherEngine(command) : null;

        var ours = new List<double>[queries.Length];
        var theirs = new List<double>[queries.Length];
        var allocated = new long[queries.Length];
        var differing = 0;
        for (var i = 0; i < queries.Length; i++) (ours[i], theirs[i]) = ([], []);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < queries.Length; i++)
            {
                var (query, options) = (queries[i].ToQuery(), queries[i].ToOptions());
                for (var r = 0; r < Repeats; r++)
                {
                    var bytes = GC.GetAllocatedBytesForCurrentThread();
                    var start = ThreadClock.Nanoseconds;
                    Run(index, queries[i], query, options, texts);
                    if (round >= 0) ours[i].Add((ThreadClock.Nanoseconds - start) / 1e6);
                    allocated[i] = GC.GetAllocatedBytesForCurrentThread() - bytes;
                }

                if (other is null) continue;
                var times = other.Ask($"run {i} {Repeats}");
                if (round >= 0) theirs[i].AddRange(times.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture) / 1e6));
                if (round != 0) continue;
                var expected = long.Parse(other.Ask($"count {i}"), CultureInfo.InvariantCulture);
                var found = index.Search(query, options with { Limit = 0, ExactTotal = true }).Total.Value;
                if (found == expected) continue;
                differing++;
                Report($"differing count: {queries[i].ToLine()} ours {found}, theirs {expected}");
            }
        }

        if (other is not null) Report($"{queries.Length - differing} of {queries.Length} hit counts identical");
        File.WriteAllLines(Path.Combine(folder, "measured.tsv"),
            queries.Select((q, i) => FormattableString.Invariant($"{Median(ours[i]):f4}\t{Median(theirs[i]):f4}\t{q.ToLine()}")));
        Table(queries, ours, theirs, allocated);
        Threads(index, queries, texts);
        return differing == 0 ? 0 : 1;
    }

    /// <summary>Milliseconds to open the index, the median of some times.</summary>
    private static double Opening(string folder, bool verify)
    {
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            using (FullTextIndex.Open(Path.Combine(folder, "ours"), verify)) times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return Median(times);
    }

    private static void Run(FullTextIndex index, BenchmarkQuery asked, Query query, SearchOptions options, TextFile? texts)
    {
        var hits = index.Search(query, options);
        if (!asked.Has("highlights")) return;
        var terms = Array.ConvertAll(asked.Words, w => new HighlightTerm(w, HighlightKind.Word));
        var highlighter = new Highlighter(terms);
        foreach (var hit in hits.Hits) _ = highlighter.Highlight(texts![(int)hit.Key]);
    }

    private static void Table(BenchmarkQuery[] queries, List<double>[] ours, List<double>[] theirs, long[] allocated)
    {
        Report("| kind | ours ms | theirs ms | ours / theirs | ours least ms | bytes allocated |");
        Report("|---|---|---|---|---|---|");
        var ratios = new List<double>();
        foreach (var kind in queries.Select((q, i) => (q.Kind, i)).GroupBy(q => q.Kind, q => q.i))
        {
            var our = GeometricMean(kind.Select(i => Median(ours[i])));
            var their = GeometricMean(kind.Select(i => Median(theirs[i])));
            ratios.Add(our / their);
            Report($"| {kind.Key} | {our:f4} | {their:f4} | {our / their:f2} | {GeometricMean(kind.Select(i => ours[i].Min())):f4} | {kind.Max(i => allocated[i])} |");
        }

        var medians = ours.Select(Median).Order().ToArray();
        Report($"| geometric mean over kinds | | | {GeometricMean(ratios):f3} | | |");
        Report($"ours: p99 over queries {medians[(int)(medians.Length * 0.99)]:f2} ms, worst {medians[^1]:f2} ms");
        if (theirs[0].Count == 0) return;
        var others = theirs.Select(Median).Order().ToArray();
        Report($"theirs: p99 over queries {others[(int)(others.Length * 0.99)]:f2} ms, worst {others[^1]:f2} ms");
    }

    private static void Threads(FullTextIndex index, BenchmarkQuery[] queries, TextFile? texts)
    {
        var rates = new double[3];
        foreach (var threads in (int[])[1, 2, 1, 2])
        {
            var clock = Stopwatch.StartNew();
            var asked = 0;
            var work = Enumerable.Range(0, threads).Select(t => new Thread(() =>
            {
                for (var i = t; clock.ElapsedMilliseconds < 3000; i++)
                {
                    var q = queries[i % queries.Length];
                    Run(index, q, q.ToQuery(), q.ToOptions(), texts);
                    Interlocked.Increment(ref asked);
                }
            })).ToArray();
            foreach (var thread in work) thread.Start();
            foreach (var thread in work) thread.Join();
            rates[threads] = Math.Max(rates[threads], asked / clock.Elapsed.TotalSeconds);
        }

        Report($"ours: {rates[1]:f0} queries a second on one thread, {rates[2]:f0} on two ({rates[2] / rates[1]:f2} times)");
    }

    private static double Median(List<double> values)
    {
        if (values.Count == 0) return double.NaN;
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static double GeometricMean(IEnumerable<double> values) => Math.Exp(values.Average(v => Math.Log(v)));

    private static void Report(string text) => Console.WriteLine(text);
}
