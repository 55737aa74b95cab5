using System.Diagnostics;
using System.Globalization;
using System.Text;
using Search.Catalog;

namespace Search.Benchmarks.Api;

/// <summary>
/// Mixed load on a running server and a new snapshot every 20 seconds, with the private memory of its process:
/// whether it grows in the second half, and whether it is given back when nothing is asked.
/// </summary>
internal static class SoakBenchmark
{
    private const int Clients = 8;
    private const double MostAfterwards = 1.2;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    private static readonly string[] Addresses =
    [
        "/v1/search?q={0}%20{1}&facets=true", "/v1/search?q={0}*%20{1}~&limit=50", "/v1/search?q=%22{0}%20of%22&explain=true",
        "/v1/suggest?q={0}", "/v1/documents?limit=100",
        "/v1/works?inCorpus=false&limit=100", "/v1/works/crc/cited-by?limit=100", "/v1/works/crc/neighbourhood?depth=2",
        "/v1/resolve?citation=crc", "/v1/graph?format=csv", "/?q={0}%20{1}", "/metrics",
    ];

    /// <summary>Asks for as many minutes, publishing copies of two corpora in turns into the folder that the server serves.</summary>
    public static async Task<int> Run(string server, int process, string index, string[] corpora, double minutes)
    {
        var address = new Uri(server);
        Build(index, corpora[0]);
        await Ready(address);
        var length = TimeSpan.FromMinutes(minutes);
        var clock = Stopwatch.StartNew();
        var (asked, failed, swaps) = (0, 0, 0);
        var memory = new List<long>();
        using var stop = new CancellationTokenSource(length);
        var load = Enumerable.Range(0, Clients).Select(n => Task.Run(async () =>
        {
            var random = new Random(n);
            using var connection = await Connection.Open(address);
            while (!stop.IsCancellationRequested)
            {
                var question = string.Format(CultureInfo.InvariantCulture, Addresses[random.Next(Addresses.Length)], Word(random),
                    Word(random));
                if (!await connection.Ask(Connection.Request(question)) && Interlocked.Increment(ref failed) < 10)
                    Console.WriteLine($"failed: {question}");
                Interlocked.Increment(ref asked);
            }
        })).ToList();
        var sampling = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                memory.Add(PrivateMemory(process));
                await Task.Delay(1000);
            }
        });
        while (!stop.IsCancellationRequested)
        {
            Build(index, corpora[++swaps % corpora.Length]);
            var next = swaps * Every;
            while (clock.Elapsed < next && !stop.IsCancellationRequested) await Task.Delay(200);
        }
        await Task.WhenAll([.. load, sampling]);
        await Task.Delay(Idle);
        var after = PrivateMemory(process);

        long Average(int quarter) => (long)memory.Skip(memory.Count * quarter / 4).Take(Math.Max(1, memory.Count / 4)).Average();
        var quarters = Enumerable.Range(0, 4).Select(Average).ToArray();
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"{minutes} minutes, {asked} requests, {failed} failed, {swaps} snapshots; ");
        report.Append(CultureInfo.InvariantCulture,
            $"private memory by quarters {string.Join(", ", quarters.Select(q => q >> 20))} MB, after {Idle.TotalSeconds:f0} s idle {after >> 20} MB, {(double)after / quarters[0]:f2} times the first quarter");
        Console.WriteLine(report);
        return failed == 0 && after <= MostAfterwards * quarters[0] ? 0 : 1;
    }

    private static void Build(string index, string corpus) => CatalogBuilder.Build(
        new BuildRequest { Sources = [corpus], Output = index, Authorities = CatalogFolders.Authorities() }, TimeProvider.System);

    private static async Task Ready(Uri server)
    {
        using var connection = await Connection.Open(server);
        while (!await connection.Ask(Connection.Request("/health/ready"))) await Task.Delay(200);
    }

    private static string Word(Random random) =>
        Words[random.Next(Words.Length)] + (random.Next(3) == 0 ? random.Next(1000).ToString(CultureInfo.InvariantCulture) : "");

    private static readonly string[] Words =
        ["children", "women", "peace", "security", "water", "health", "trade", "refugees", "climate", "rights", "education", "development"];

    private static long PrivateMemory(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
    }
}
