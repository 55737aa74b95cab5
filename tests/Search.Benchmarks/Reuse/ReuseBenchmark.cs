using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Search.Catalog;
using Search.Reuse;
using Search.Reuse.Oracle;
using Search.Testing;
using static System.FormattableString;

namespace Search.Benchmarks.Reuse;

/// <summary>What finding reuse costs: processor time, memory and bytes on disk, of the clauses of a catalog
/// or of a file of passages.</summary>
internal static class ReuseBenchmark
{
    private const int FewestWords = 8;

    public static int Measure(string path, string file, int most)
    {
        var documents = Read(path, most).ToList();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (cpu, memory) = (process.TotalProcessorTime, GC.GetTotalMemory(forceFullCollection: true));
        var builder = new ReuseIndexBuilder(365);
        foreach (var (order, passages) in documents)
        {
            builder.AddDocument(order);
            foreach (var passage in passages) builder.Add(passage);
        }
        var read = process.TotalProcessorTime - cpu;
        using var watch = new MemoryWatch();
        using (var stream = File.Create(file)) builder.Write(stream);
        process.Refresh();
        Console.WriteLine(Invariant(
            $"{documents.Sum(d => d.Passages.Count):N0} passages: read {read.TotalSeconds:F1} s, all {(process.TotalProcessorTime - cpu).TotalSeconds:F1} s CPU, {(watch.Highest - memory) >> 20} MB more memory, {new FileInfo(file).Length:N0} bytes"));
        var clock = Stopwatch.StartNew();
        var index = ReuseIndex.Open(file);
        Console.WriteLine(Invariant(
            $"{index.WordingCount:N0} wordings, {index.SimilarCount / 2:N0} pairs, opened in {clock.Elapsed.TotalMilliseconds:F0} ms"));
        var kinds = Enumerable.Range(0, index.PassageCount).Select(p => index.Kind(index.Wording(p))).CountBy(k => k);
        Console.WriteLine(string.Join(", ", kinds.Select(k => Invariant($"{k.Key} {k.Value:N0}"))));
        return 0;
    }

    public static int Recall(string path, int every)
    {
        var texts = Read(path, int.MaxValue).Where((_, i) => i % every == 0).SelectMany(d => d.Passages).ToList();
        var file = Path.GetTempFileName();
        var builder = new ReuseIndexBuilder(365);
        foreach (var text in texts)
        {
            builder.AddDocument(1);
            builder.Add(text);
        }
        using (var stream = File.Create(file)) builder.Write(stream);
        var index = ReuseIndex.Open(file);
        File.Delete(file);
        var found = new HashSet<(int, int)>();
        for (var wording = 0; wording < index.WordingCount; wording++)
            foreach (var similar in index.Similar(wording))
            {
                var (a, b) = (index.PassagesOf(wording).First(), index.PassagesOf(similar.Wording).First());
                found.Add(a < b ? (a, b) : (b, a));
            }
        var pairs = ExactJoin.Pairs(texts, Overlap.Least, FewestWords);
        foreach (var least in (double[])[0.6, 0.7, 0.8, 0.9, 0.95])
        {
            var wanted = pairs.Where(p => p.Value >= least).Select(p => p.Key).ToList();
            var missed = wanted.Where(p => !found.Contains(p)).ToList();
            Console.WriteLine(Invariant(
                $"overlap >= {least}: {wanted.Count:N0} pairs, {100.0 * (wanted.Count - missed.Count) / Math.Max(1, wanted.Count):F2} % found"));
        }
        return 0;
    }

    private static IEnumerable<(int Order, List<string> Passages)> Read(string path, int most)
    {
        var rows = path.EndsWith(".jsonl", StringComparison.Ordinal) ? Passages(path) : Clauses(path);
        return rows.Take(most).GroupBy(r => (r.Document, r.Order)).Select(g => (g.Key.Order, g.Select(r => r.Text).ToList()));
    }

    /// <summary>Times the versions of clauses that are drawn, and where the words of pasted texts come from.</summary>
    public static int Times(string index, string folder)
    {
        const int drawn = 300, seed = 1;
        using var catalog = ResolutionCatalog.Open(index, Places.Authorities);
        var random = new Random(seed);
        var (_, documents) = catalog.Documents(new() { Take = int.MaxValue });
        var versions = new AnswerTimes();
        for (var i = 0; i < drawn; i++)
        {
            var clauses = catalog.Clauses(documents[random.Next(documents.Count)].Id);
            var id = clauses[random.Next(clauses.Count)].Id;
            var slash = id.IndexOf('/', StringComparison.Ordinal);
            versions.Add(() => catalog.Versions(id[..slash], id[(slash + 1)..]));
        }
        Console.WriteLine($"versions of a clause: {versions}");
        var pasted = new AnswerTimes();
        foreach (var text in AnswerTimes.Texts(folder)) pasted.Add(() => catalog.ReuseIn(text));
        Console.WriteLine($"reuse in 100 kB: {pasted}");
        return 0;
    }

    private static IEnumerable<(string Document, int Order, string Text)> Passages(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var document = json.RootElement.GetProperty("doc").GetString()!;
            yield return (document, 1 + (document.Sum(c => c) % 20_000), json.RootElement.GetProperty("text").GetString()!);
        }
    }

    private static IEnumerable<(string Document, int Order, string Text)> Clauses(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT d.slug, coalesce(julianday(d.date) - 2400000, 0), c.text FROM clauses c JOIN documents d ON d.number = c.document WHERE c.label NOT IN ('front', 'back') ORDER BY c.number";
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return (reader.GetString(0), (int)reader.GetDouble(1), reader.GetString(2));
    }

    /// <summary>The most managed memory in use, looked at every few milliseconds.</summary>
    private sealed class MemoryWatch : IDisposable
    {
        private readonly Timer _timer;
        private long _highest = GC.GetTotalMemory(forceFullCollection: false);

        public MemoryWatch() => _timer = new(_ => _highest = Math.Max(_highest, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 2);

        public long Highest => _highest;

        public void Dispose() => _timer.Dispose();
    }
}
