using System.Diagnostics;
using System.Globalization;
using System.Text;
using Search.Citations;
using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Benchmarks.Citations;

/// <summary>How fast citations are recognised and linked, on one thread.</summary>
internal static class CitationBenchmark
{
    private const int Warming = 4;
    private const int Rounds = 9;

    /// <summary>Times the texts of a folder, repeated up to a size: as documents, parsed beforehand, and joined to
    /// one text without a document.</summary>
    /// <param name="folder">Folder of <c>.txt</c> files.</param>
    /// <param name="authoritiesFolder">Folder with <c>works.tsv</c>.</param>
    /// <param name="megabytes">Size to repeat the texts to.</param>
    public static int Measure(string folder, string authoritiesFolder, int megabytes)
    {
        var authorities = Load("authorities, first time in the process", authoritiesFolder);
        for (var n = 0; n < Warming; n++) authorities = Load(null, authoritiesFolder);
        Load("authorities, warm", authoritiesFolder);

        var texts = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        if (texts.Length == 0)
        {
            Console.Error.WriteLine($"no .txt files in {folder}");
            return 2;
        }
        var parsed = texts.Select(t => ResolutionParser.Parse(new SourceText { Name = "text", Text = t })).ToArray();
        var documents = new List<Resolution>();
        var joined = new StringBuilder();
        while (joined.Length < megabytes * 1_000_000)
            for (var i = 0; i < texts.Length && joined.Length < megabytes * 1_000_000; i++)
            {
                documents.Add(parsed[i]);
                joined.Append(texts[i]).Append("\n\n");
            }
        var text = joined.ToString();
        var bytes = Encoding.UTF8.GetByteCount(text);
        var linker = new CitationLinker(authorities);
        Console.WriteLine("| input | MB | citations | best MB/s | median MB/s | bytes allocated a byte |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Report($"{documents.Count:N0} documents", bytes, () => documents.Sum(d => linker.Link(d).Length));
        Report("joined to one text", bytes, () => linker.Extract(text).Length);
        return 0;
    }

    private static AuthorityList Load(string? name, string folder)
    {
        var clock = Stopwatch.StartNew();
        var list = AuthorityList.Load(folder);
        var rows = clock.Elapsed;
        new CitationLinker(list).Extract("Charter of the United Nations"); // its names are made ready when they are first sought
        if (name is not null)
            Console.WriteLine(Invariant(
                $"{name}: {list.Works.Length:N0} works read in {rows.TotalMilliseconds:F0} ms, their names ready after {clock.Elapsed.TotalMilliseconds:F0} ms"));
        return list;
    }

    private static void Report(string name, long bytes, Func<int> run)
    {
        var rates = new double[Rounds];
        var citations = 0;
        var allocated = 0L;
        for (var n = -Warming; n < Rounds; n++)
        {
            GC.Collect();
            allocated = GC.GetAllocatedBytesForCurrentThread();
            var start = ThreadClock.Nanoseconds;
            citations = run();
            if (n >= 0) rates[n] = bytes * 1e3 / (ThreadClock.Nanoseconds - start);
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
        Array.Sort(rates);
        Console.WriteLine(Invariant(
            $"| {name} | {bytes / 1e6:F1} | {citations:N0} | {rates[^1]:F1} | {rates[Rounds / 2]:F1} | {(double)allocated / bytes:F1} |"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
