using System.Globalization;
using Search.Testing;

namespace Search.Benchmarks.Api;

/// <summary>Processor time that a running server takes for each search page, and for each answer of the API, one after another: compiling
/// and collecting garbage count for the request that they run beside. Every query is asked once.</summary>
internal static class PagesBenchmark
{
    private const int WarmUp = 1_500;
    private const int Measured = 1_500;

    public static async Task<int> Measure(string server, int process, string passages)
    {
        string[] queries = [.. ApiBenchmark.Queries(passages, every: 20)];
        foreach (var (i, path) in ((string[])["/v1/search?q=", "/?q="]).Index())
        {
            using var connection = await Connection.Open(new(server));
            var times = new List<double>();
            for (var n = 0; n < WarmUp + Measured; n++)
            {
                var query = queries[((i * (WarmUp + Measured)) + n) % queries.Length];
                var request = Connection.Request(path + Uri.EscapeDataString(query));
                var before = ThreadClock.NanosecondsOf(process);
                if (!await connection.Ask(request)) throw new IOException($"not a 200: {path}{query}. Start the server with --rateLimit:burst 0.");
                if (n >= WarmUp) times.Add((ThreadClock.NanosecondsOf(process) - before) / 1e6);
            }

            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{path}: {times.Count} asked, processor time median {At(times, 0.5):f2} ms, mean {times.Average():f2} ms, p99 {At(times, 0.99):f2} ms, longest {times[^1]:f1} ms"));
        }

        return 0;
    }

    private static double At(List<double> sorted, double part) => sorted[(int)(part * (sorted.Count - 1))];
}
