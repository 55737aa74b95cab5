using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Search.Benchmarks.Api;

/// <summary>How long <c>/health/live</c> takes while many exports are sent, half of them to readers who take all
/// they can and half to slow ones.</summary>
internal static class ExportsBenchmark
{
    private const int AtOnce = 64 << 10;
    private const double Most = 100;
    private static readonly byte[] Export =
        Encoding.ASCII.GetBytes("GET /v1/graph?format=ndjson&quotes=true HTTP/1.1\r\nHost: benchmark\r\nConnection: close\r\n\r\n");
    private static readonly TimeSpan PauseOfSlow = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMilliseconds(20);

    /// <summary>Keeps as many exports running for as many seconds as are named; the server must allow them (<c>--exports</c>).</summary>
    public static async Task<int> Measure(string server, int exports, double seconds)
    {
        var address = new Uri(server);
        using var probe = await Connection.Open(address);
        Show("alone", await Probe(probe, TimeSpan.FromSeconds(seconds / 4)));
        using var stop = new CancellationTokenSource();
        var (read, finished, refused) = (0L, 0, 0);
        var readers = Enumerable.Range(0, exports).Select(n => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var (bytes, ok) = await Read(address, isSlow: n % 2 == 1, stop.Token);
                Interlocked.Add(ref read, bytes);
                if (!ok) Interlocked.Increment(ref refused);
                else if (!stop.IsCancellationRequested) Interlocked.Increment(ref finished);
            }
        })).ToList();
        await Task.Delay(TimeSpan.FromSeconds(2)); // until all have begun
        var times = await Probe(probe, TimeSpan.FromSeconds(seconds));
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Show(FormattableString.Invariant($"{exports} exports, {finished} read to the end, {refused} refused, {read >> 20} MB"), times);
        return At(times, 0.99) <= Most && refused == 0 ? 0 : 1;
    }

    private static async Task<double[]> Probe(Connection probe, TimeSpan length)
    {
        var request = Connection.Request("/health/live");
        var times = new List<double>();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < length;)
        {
            var start = Stopwatch.GetTimestamp();
            if (!await probe.Ask(request)) throw new IOException("/health/live did not answer 200");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(BetweenProbes);
        }
        return [.. times.Order()];
    }

    // An export is as long as the graph: it is read and thrown away.
    private static async Task<(long Bytes, bool Ok)> Read(Uri server, bool isSlow, CancellationToken stop)
    {
        var buffer = new byte[AtOnce];
        var bytes = 0L;
        var ok = true;
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(server.Host, server.Port, stop);
            await socket.SendAsync(Export, stop);
            for (int count; (count = await socket.ReceiveAsync(buffer, stop)) > 0; bytes += count)
            {
                if (bytes == 0) ok = buffer.AsSpan(9, 3).SequenceEqual("200"u8);
                if (isSlow) await Task.Delay(PauseOfSlow, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
        return (bytes, ok);
    }

    private static void Show(string what, double[] times) => Console.WriteLine(FormattableString.Invariant(
        $"{what}: /health/live {times.Length} times, median {At(times, 0.5):f1} ms, p99 {At(times, 0.99):f1} ms, longest {times[^1]:f1} ms"));

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
