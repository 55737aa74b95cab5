using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Search.Api.Serving;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Hostile;

/// <summary>
/// Mixed load and a new snapshot every second, for as many seconds as CLAUSEGRAPH_SOAK says. What it holds is counted,
/// not timed: snapshots, files, mappings, exports, and objects. <c>Search.Benchmarks api soak</c> is the same for an
/// hour, with the memory of the process.
/// </summary>
[Collection(Alone.Name)]
public class Soak(ITestOutputHelper output)
{
    private const int Clients = 6;

    private static readonly TimeSpan Long =
        TimeSpan.FromSeconds(
            int.TryParse(Environment.GetEnvironmentVariable("CLAUSEGRAPH_SOAK"), NumberStyles.None, CultureInfo.InvariantCulture,
                out var s) ? s : 20);

    private static readonly string[] Addresses =
    [
        "/v1/search?q=children&facets=true&limit=50", "/v1/search?q=childr*%20protectoin~&explain=true",
        "/v1/search?q=the%20OR%20of%20OR%20and", "/v1/search?cites=crc&facets=true", "/v1/suggest?q=ch",
        "/v1/documents?limit=50", "/v1/works/crc/cited-by?limit=50", "/v1/works/crc/neighbourhood?depth=3",
        "/v1/resolve?citation=resolution%2055%2F25", "/v1/graph?format=graphml&quotes=true",
        "/v1/graph?format=csv", "/", "/?q=children", "/works/crc", "/search.csv?q=children", "/embed/works/crc", "/metrics",
        "/openapi/v1.json",
    ];

    [Fact]
    public async Task Nothing_fails_and_nothing_is_held_that_is_no_longer_served()
    {
        using var folder = new TemporaryFolder();
        string[] samples = [.. Directory.EnumerateFiles(Places.Sample).Order(StringComparer.Ordinal)];
        Copy(folder.In("few"), samples[..(samples.Length / 2)]);
        Copy(folder.In("all"), samples);
        Build(folder, "all");
        await using var server = await Listening.Over(folder.In("built"));
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{server.Port}"), Timeout = TimeSpan.FromMinutes(5) };
        var live = server.Services.GetRequiredService<LiveCatalog>();

        var failures = new ConcurrentQueue<string>();
        using var stop = new CancellationTokenSource();
        var (asked, swaps, most) = (0, 0, 0);
        var load = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await Ask(client, Interlocked.Increment(ref asked), failures);
        })).ToList();
        var clock = Stopwatch.StartNew();
        var held = new List<long>(); // in bytes, of the same files each time: more files hold more
        string generation = "";
        while (clock.Elapsed < Long || swaps < 8)
        {
            generation = Build(folder, swaps % 2 == 0 ? "few" : "all");
            while (!(await client.GetStringAsync("/health/ready", CancellationToken.None)).Contains(generation))
                await Task.Delay(50, CancellationToken.None);
            swaps++;
            most = Math.Max(most, live.Open);
            if (swaps % 2 == 0) held.Add(Objects());
            await Task.Delay(1000, CancellationToken.None);
        }
        await stop.CancelAsync();
        await Task.WhenAll(load);
        // Requests that are running hold more or less: the least of each half is what is held without them.
        var (early, late) = (held.Take(held.Count / 2).Min(), held.Skip(held.Count / 2).Min());
        output.WriteLine($"{asked} requests, {swaps} snapshots, at most {most} open at once; objects of {early >> 20} MB early and {late >> 20} MB at the end ({string.Join(", ", held.Select(h => h >> 20))})");

        failures.ShouldBeEmpty();
        for (var i = 0; i < 2400 && live.Open > 1; i++) await Task.Delay(100, CancellationToken.None);
        live.Open.ShouldBe(1);
        most.ShouldBeLessThanOrEqualTo(1 + Clients); // one a client at most, and the one served
        server.Services.GetRequiredService<Http.StreamingExports>().Running.ShouldBe(0);
        (late - early).ShouldBeLessThan(16 << 20, $"{early >> 20} MB early, {late >> 20} MB at the end");
        if (!OperatingSystem.IsLinux()) return;
        Named("/proc/self/maps", folder.In("built")).ShouldAllBe(line => line.Contains(generation));
        Directory.EnumerateFiles("/proc/self/fd").Select(Target).Where(t => t.Contains(folder.In("built")))
            .ShouldAllBe(file => file.Contains(generation));
    }

    private static async Task Ask(HttpClient client, int number, ConcurrentQueue<string> failures)
    {
        if (number % 17 == 0)
        {
            using var extracted =
                await client.PostAsync("/v1/extract",
                    new StringContent("Recalling its resolution 55/25 and the Convention on the Rights of the Child,", Encoding.UTF8,
                        "text/plain"), CancellationToken.None);
            if (extracted.StatusCode != HttpStatusCode.OK) failures.Enqueue($"extract: {extracted.StatusCode}");
            return;
        }
        var address = Addresses[number % Addresses.Length];
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
        if (number % 5 == 0) return; // gone before the answer is read
        var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
        // not in every corpus
        var found = answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.MultipleChoices
            || (answer.StatusCode == HttpStatusCode.NotFound && address.Contains("crc"));
        if (!found) failures.Enqueue($"{address}: {answer.StatusCode} {body[..Math.Min(300, body.Length)]}");
    }

    private static long Objects()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static List<string> Named(string file, string text) =>
        [.. File.ReadLines(file).Where(l => l.Contains(text, StringComparison.Ordinal))];

    private static string Target(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget ?? "";
        }
        catch (IOException)
        {
            return ""; // closed meanwhile
        }
    }

    private static void Copy(string to, IEnumerable<string> files)
    {
        Directory.CreateDirectory(to);
        foreach (var file in files) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static string Build(TemporaryFolder folder, string name) => CatalogBuilder.Build(
        new BuildRequest { Sources = [folder.In(name)], Output = folder.In("built"), Authorities = Places.Authorities },
        TimeProvider.System).Generation!;
}
