using System.Diagnostics;
using System.Globalization;

namespace Search.Benchmarks.Api;

/// <summary>
/// Processor time of a running server and of the client for an answer: what decides how many answers a second a
/// machine gives, and hardly depends on what else runs on it. Rounds of /health/live and of new searches
/// alternate, and every query is asked once.
/// </summary>
internal static class ProcessorBenchmark
{
    private const int Rounds = 7;
    private const int WarmUp = 6;
    private const int Connections = 8;
    private const int Hellos = 20_000;
    private const int Searches = 4_000;

    public static async Task<int> Measure(string server, int process, string passages)
    {
        var address = new Uri(server);
        var hello = Connection.Request("/health/live");
        byte[][] searches = [.. ApiBenchmark.Requested(passages, every: 3)];
        var hellos = new List<Cost>();
        var answers = new List<Cost>();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var first = await Ask(address, process, Hellos, _ => hello);
            var from = (round + WarmUp) * Searches;
            var second = await Ask(address, process, Searches, n => searches[(from + n) % searches.Length]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: hello {first}, search {second}, ratio {first.Sum / second.Sum:f3}"));
            if (round < 0) continue;
            hellos.Add(first);
            answers.Add(second);
        }

        Cost of(List<Cost> costs) => new(Median(costs.Select(c => c.Server)), Median(costs.Select(c => c.Client)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"medians: hello {of(hellos)}, search {of(answers)}, ratio {of(hellos).Sum / of(answers).Sum:f3}"));
        return 0;
    }

    private static async Task<Cost> Ask(Uri server, int process, int count, Func<int, byte[]> request)
    {
        using var serving = Process.GetProcessById(process);
        using var asking = Process.GetCurrentProcess();
        var (serverBefore, clientBefore) = (serving.TotalProcessorTime, asking.TotalProcessorTime);
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await Connection.Open(server);
            for (int n; (n = Interlocked.Increment(ref next)) < count;)
                if (!await connection.Ask(request(n))) throw new IOException("not a 200");
        })));
        serving.Refresh();
        asking.Refresh();
        return new((serving.TotalProcessorTime
            - serverBefore).TotalMicroseconds / count, (asking.TotalProcessorTime - clientBefore).TotalMicroseconds / count);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Microseconds of processor time an answer.</summary>
    private readonly record struct Cost(double Server, double Client)
    {
        public double Sum => Server + Client;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Server:f1} + {Client:f1} µs");
    }
}
