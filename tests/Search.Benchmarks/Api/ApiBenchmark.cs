using System.Diagnostics;
using System.Text.Json;

namespace Search.Benchmarks.Api;

/// <summary>Asks a running server: how many answers a second it gives at most, and how long they take at half of that.</summary>
internal static class ApiBenchmark
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(6);

    public static async Task<int> Measure(string server, string passages)
    {
        var address = new Uri(server);
        var hello = new Requests([Connection.Request("/health/live")]);
        var first = new Requests(Requested(passages, every: 3)); // more than are asked: every one is asked once
        var again = new Requests(Requested(passages, every: 479));
        Console.WriteLine($"{first.Count} queries asked once, {again.Count} asked again and again, {Environment.ProcessorCount} processors");
        // until what is used most is compiled well
        foreach (var warm in (Requests[])[first, first, first, again, hello]) await Peak(address, warm, 8);
        var most = new double[3];
        foreach (var connections in (int[])[4, 8, 16, 32])
        {
            double[] rates = [await Peak(address, hello, connections), await Peak(address, first, connections),
                await Peak(address, again, connections)];
            for (var i = 0; i < most.Length; i++) most[i] = Math.Max(most[i], rates[i]);
            Console.WriteLine($"{connections,3} connections: hello {rates[0]:f0}/s, search {rates[1]:f0}/s, ratio {rates[1] / rates[0]:f3}, asked again {rates[2]:f0}/s, ratio {rates[2] / rates[0]:f3}");
        }
        Console.WriteLine($"peak: hello {most[0]:f0}/s, search {most[1]:f0}/s, ratio {most[1] / most[0]:f3}, asked again {most[2]:f0}/s, ratio {most[2] / most[0]:f3}");
        foreach (var part in (double[])[0.25, 0.5])
        {
            var times = await Steady(address, first, most[1] * part);
            Console.WriteLine($"search at {part:p0} of its peak ({most[1] * part:f0}/s, {times.Length} asked): median {At(times, 0.5):f2} ms, p99 {At(times, 0.99):f2} ms, p99.9 {At(times, 0.999):f2} ms");
        }
        Console.WriteLine(first.Asked > first.Count
            ? $"{first.Asked - first.Count} queries were asked twice"
            : "none of the first was asked twice");
        return 0;
    }

    /// <summary>Answers a second when every connection asks again at once.</summary>
    private static async Task<double> Peak(Uri server, Requests requests, int connections)
    {
        var clock = Stopwatch.StartNew();
        var answered = 0;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await Connection.Open(server);
            while (clock.Elapsed < Each)
            {
                if (!await connection.Ask(requests.Next())) throw new IOException("not a 200");
                Interlocked.Increment(ref answered);
            }
        })));
        return answered / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Milliseconds from when each request was due, asked at a steady rate whether or not others are still under way.</summary>
    private static async Task<double[]> Steady(Uri server, Requests requests, double rate)
    {
        const int connections = 64;
        var count = (int)(rate * Each.TotalSeconds);
        var times = new double[count];
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var connection = await Connection.Open(server);
            for (int n; (n = Interlocked.Increment(ref next)) < count;)
            {
                var due = TimeSpan.FromSeconds(n / rate);
                while (clock.Elapsed < due) await Task.Delay(1);
                await connection.Ask(requests.Next());
                times[n] = (clock.Elapsed - due).TotalMilliseconds;
            }
        })));
        Array.Sort(times);
        return times;
    }

    private static double At(double[] sorted, double part) => sorted[(int)(part * (sorted.Length - 1))];

    internal static byte[][] Requested(string passages, int every) =>
        [.. Queries(passages, every).Select(q => Connection.Request("/v1/search?q=" + Uri.EscapeDataString(q)))];

    /// <summary>What people type: one to four words of a passage, now and then quoted or cut short. Always the same, none twice.</summary>
    internal static IEnumerable<string> Queries(string passages, int every)
    {
        var random = new Random(20261122);
        var queries = new HashSet<string>();
        foreach (var (number, line) in File.ReadLines(passages).Index())
        {
            if (number % every != 0) continue;
            using var passage = JsonDocument.Parse(line);
            string[] words = [.. passage.RootElement.GetProperty("text")
                .GetString()!.Split([' ', ',', '.', ';', ':', '(', ')', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
                .Where(w => w.Length > 3 && w.All(char.IsAsciiLetter))];
            if (words.Length < 8) continue;
            var at = random.Next(words.Length - 4);
            queries.Add(random.Next(10) switch
            {
                0 => words[at],
                1 => $"\"{words[at]} {words[at + 1]}\"",
                2 => $"{words[at]} {words[at + 1][..3]}*",
                < 7 => $"{words[at]} {words[at + 2]}",
                _ => $"{words[at]} {words[at + 1]} {words[at + 3]}",
            });
        }
        return queries;
    }

    /// <summary>Requests that are sent one after the other, from the beginning again when all were.</summary>
    private sealed class Requests(byte[][] all)
    {
        private int _asked;

        public int Count => all.Length;

        public int Asked => _asked;

        public byte[] Next() => all[(uint)(Interlocked.Increment(ref _asked) - 1) % all.Length];
    }
}
