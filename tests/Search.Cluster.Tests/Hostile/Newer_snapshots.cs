using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Search.Testing;

namespace Search.Cluster.Tests.Hostile;

/// <summary>Newer snapshots are served without a failed request, and no answer mixes two, though each is put together
/// from shards on several servers.</summary>
public class Newer_snapshots
{
    private const int Switches = 20;

    private static readonly string[] Questions =
        ["/v1/search?q=children&limit=100&facets=true", "/v1/search?q=%22early%20intervention%22&explain=true",
            "/v1/search?q=crime&sort=newest&groupBy=year", "/v1/documents?limit=100"];

    [Fact]
    public async Task Twenty_snapshots_under_load_fail_no_request_and_mix_no_answer()
    {
        using var folder = new TemporaryFolder();
        string[] few = ["a-res-75-901.txt", "s-res-9101-2019.html", "a-res-61-901.txt"];
        string[] more = [.. few, "a-res-55-901.txt", "a-c3-75-l901.txt"];
        var corpora = new Dictionary<string, string> { [TestCluster.Build(folder.In("built"), 3, few)] = "few" };
        await using var cluster =
            await TestCluster.Start(folder.In("built"), servers: 2, shards: 3, replicas: 1, cache: i =>
                folder.In(string.Create(CultureInfo.InvariantCulture, $"cache-{i}")));
        var answers = new ConcurrentDictionary<(string Generation, string Question), string>();
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var load = cluster.Servers.Select(server => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref asked);
                var question = Questions[number % Questions.Length];
                using var request = new HttpRequestMessage(HttpMethod.Get, question);
                // an answer for another client is not the kept one
                request.Headers.Add("Accept", FormattableString.Invariant($"application/json, application/x-{number}"));
                using var answer = await server.Client.SendAsync(request, CancellationToken.None);
                var body = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{question}: {body}");
                body = System.Text.RegularExpressions.Regex.Replace(body, "\"next\":\"[^\"]*\"", ""); // it names the snapshot
                var generation = answer.Headers.GetValues("Clausegraph-Generation").Single();
                answers.GetOrAdd((generation, question), body).ShouldBe(body, $"{question} changed within {generation}");
                await Task.Delay(20);
            }
        })).ToList();
        for (var i = 1; i <= Switches; i++)
        {
            var generation = TestCluster.Build(folder.In("built"), 3, i % 2 == 0 ? few : more);
            corpora.Add(generation, i % 2 == 0 ? "few" : "more");
            foreach (var server in cluster.Servers)
                await server.Until("/v1/index", index => index.GetProperty("generation").GetString() == generation);
        }
        await stop.CancelAsync();
        await Task.WhenAll(load);
        answers.Keys.Select(a => a.Generation).Distinct().Count().ShouldBeGreaterThan(Switches / 2);
        foreach (var same in answers.GroupBy(a => (corpora[a.Key.Generation], a.Key.Question), a => a.Value))
            same.Distinct().Count().ShouldBe(1, same.Key.ToString());
        answers.Where(a => a.Key.Question == Questions[0]).Select(a => a.Value).Distinct().Count().ShouldBe(2);
    }
}
