using System.Net;
using System.Text.Json;

namespace Search.Api.Tests.Hostile;

/// <summary>A newer snapshot is served without a restart and without a failed request.</summary>
public class HotSwap
{
    [Fact]
    public async Task Snapshots_published_under_load_fail_no_request_and_end_old_cursors()
    {
        await using var api = new Api();
        await api.InitializeAsync();
        var cursor = (await api.Json("/v1/search?q=the&limit=5")).GetProperty("next").GetString();
        using var stop = new CancellationTokenSource();
        var answered = 0;
        var load = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var answer = await api.Client.GetAsync("/v1/search?q=children&limit=3");
                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                Interlocked.Increment(ref answered);
            }
        })).ToList();
        for (var i = 0; i < 5; i++) await api.Ready(api.Build());
        await stop.CancelAsync();
        await Task.WhenAll(load);
        answered.ShouldBeGreaterThan(10);
        (await api.Json($"/v1/search?q=the&limit=5&cursor={cursor}", HttpStatusCode.Gone)).GetProperty("code").GetString().ShouldBe("gone");
    }
}
