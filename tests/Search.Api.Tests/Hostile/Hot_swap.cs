using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Hostile;

/// <summary>Newer snapshots are served without a restart: no request fails, no answer mixes two, and what is
/// no longer served is let go.</summary>
[Collection(Alone.Name)]
public class Hot_swap
{
    private const int Swaps = 8;

    // What these answer depends on the documents alone.
    private static readonly string[] Questions =
    [
        "/v1/search?q=children&limit=100&facets=true", "/v1/search?q=%22early%20intervention%22", "/v1/documents?limit=100",
        "/v1/works?inCorpus=true&limit=100", "/v1/works/crc/cited-by?limit=100",
        "/v1/works/crc/history", "/v1/works/crc/neighbourhood?depth=2", "/v1/suggest?q=ch",
        "/v1/resolve?citation=Convention%20on%20the%20Rights%20of%20the%20Child", "/v1/graph/time",
    ];

    [Fact]
    public async Task Eight_snapshots_under_load_fail_no_request_mix_no_answer_and_leave_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        Copy(folder, "few", "a-res-75-901.txt", "a-res-75-901.meta.json", "s-res-9101-2019.html");
        Copy(folder, "more", "a-res-75-901.txt", "a-res-75-901.meta.json", "s-res-9101-2019.html", "a-res-55-901.txt", "a-c3-75-l901.txt",
            "a-res-61-901.txt");
        var corpora = new Dictionary<string, string> { [Build(folder, "few")] = "few" };
        await using var server = await Listening.Over(folder.In("built"));
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{server.Port}") };
        var cursor = JsonDocument.Parse(await client.GetStringAsync("/v1/search?limit=1")).RootElement.GetProperty("next").GetString();

        var answers = new ConcurrentDictionary<(string Generation, string Question), string>();
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var load = Enumerable.Range(0, 2).Select(n => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var question = Questions[(Interlocked.Increment(ref asked) + n) % Questions.Length];
                using var answer = await client.GetAsync(question, CancellationToken.None);
                var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{question}: {body}");
                // the bodies themselves would be the memory that grows
                var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
                answers.GetOrAdd((Generation(answer), question), hash).ShouldBe(hash, $"{question} changed within {Generation(answer)}");
            }
        })).ToList();
        var before = 0L;
        for (var i = 1; i <= Swaps; i++)
        {
            var generation = Build(folder, i % 2 == 0 ? "few" : "more");
            corpora.Add(generation, i % 2 == 0 ? "few" : "more");
            while (JsonDocument.Parse(await client.GetStringAsync("/v1/index")).RootElement.GetProperty("generation")
                .GetString() != generation)
                await Task.Delay(20);
            if (i == 4) before = Memory();
        }
        var after = Memory();
        await stop.CancelAsync();
        await Task.WhenAll(load);

        answers.Keys.Select(a => a.Generation).Distinct().Count().ShouldBeGreaterThan(Swaps / 2);
        foreach (var same in answers.GroupBy(a => (corpora[a.Key.Generation], a.Key.Question), a => a.Value))
            same.Distinct().Count().ShouldBe(1, $"{same.Key} was answered in {same.Distinct().Count()} ways");
        answers.Where(a => a.Key.Question == Questions[0]).Select(a => a.Value).Distinct().Count().ShouldBe(2);

        (after - before).ShouldBeLessThan(16 << 20, $"{before >> 20} MB after four swaps, {after >> 20} MB after {Swaps}");
        var live = corpora.Keys.Max()!;
        if (OperatingSystem.IsLinux())
            foreach (var map in File.ReadLines("/proc/self/maps").Where(m => m.Contains(folder.In("built"), StringComparison.Ordinal)))
                map.ShouldContain(live);
        using var gone = await client.GetAsync($"/v1/search?limit=1&cursor={cursor}", CancellationToken.None);
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    private static string Generation(HttpResponseMessage answer)
    {
        var tag = answer.Headers.ETag!.Tag; // "g-000017-0123456789abcdef"
        return tag[1..tag.LastIndexOf('-')];
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Copy(TemporaryFolder folder, string name, params string[] files)
    {
        Directory.CreateDirectory(folder.In(name));
        foreach (var file in files) File.Copy(Places.InRepository("index-data", "sample", file), folder.In(name, file));
    }

    private static string Build(TemporaryFolder folder, string name) => CatalogBuilder.Build(
        new BuildRequest { Sources = [folder.In(name)], Output = folder.In("built"), Authorities = Places.Authorities },
        TimeProvider.System).Generation!;
}

/// <summary>For tests that measure the whole process: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
