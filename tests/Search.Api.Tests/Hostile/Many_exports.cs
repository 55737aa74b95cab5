using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Hostile;

/// <summary>Many exports at once: everybody else is answered, one too many is told when to come back, and a reader
/// who waits gets every byte.</summary>
[Collection(Alone.Name)]
public sealed class Many_exports : IDisposable
{
    private const int Most = 200;
    private const string Export = "/v1/graph?format=ndjson&quotes=true";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly WebApplicationFactory<Program> _factory;

    public Many_exports()
    {
        // Large enough that an export does not fit into what the server keeps ready for a reader.
        Directory.CreateDirectory(_folder.In("texts"));
        for (var i = 1; i <= 40; i++)
            File.WriteAllText(_folder.In("texts", $"a-res-60-{i}.txt"), $"""
                60/{i}. Rural roads, part {i}

                The General Assembly,

                {string.Join("\n\n", Enumerable.Range(1, 30).Select(n => $"Recalling its resolution 59/{n} of 2 December 2004 on the upkeep of rural roads and bridges, whose findings concern every district,"))}

                1. Requests the Secretary-General to report on rural roads.
                """);
        CatalogBuilder.Build(new BuildRequest
        {
            Sources = [_folder.In("texts")],
            Output = _folder.In("built"),
            Authorities = Places.Authorities
        }, TimeProvider.System);
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("index", _folder.In("built")).UseSetting("exports", $"{Most}").UseSetting("timeout", "300")
            .UseSetting("Logging:LogLevel:Default", "Critical"));
    }

    [Fact]
    public async Task Stalled_exports_leave_the_server_free_and_one_too_many_is_told_when_to_come_back()
    {
        using var client = _factory.CreateClient();
        for (var i = 0; i < 2400 && !(await client.GetAsync("/health/ready")).IsSuccessStatusCode; i++) await Task.Delay(100);
        var whole = await client.GetByteArrayAsync(Export);
        whole.Length.ShouldBeGreaterThan(300_000);

        // The readers take the headers and then nothing.
        var stalled = await Task.WhenAll(Enumerable.Range(0, Most)
            .Select(_ => client.GetAsync(Export, HttpCompletionOption.ResponseHeadersRead))).WaitAsync(Patience);
        stalled.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await client.GetStringAsync("/health/live").WaitAsync(Patience)).ShouldContain("live");
        (await client.GetStringAsync("/v1/search?q=roads&limit=1").WaitAsync(Patience)).ShouldContain("rural roads");

        using (var refused = await client.GetAsync(Export))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(Http.StreamingExports.RetryAfter));
            JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()
                .ShouldBe("too-many-exports");
        }

        // One goes away, one reads to the end: two places are free again.
        var exports = _factory.Services.GetRequiredService<Http.StreamingExports>();
        stalled[0].Dispose();
        (await stalled[1].Content.ReadAsByteArrayAsync().WaitAsync(Patience)).ShouldBe(whole);
        for (var i = 0; i < 2400 && exports.Running > Most - 2; i++) await Task.Delay(100);
        exports.Running.ShouldBe(Most - 2);
        (await client.GetByteArrayAsync(Export).WaitAsync(Patience)).ShouldBe(whole);
        foreach (var answer in stalled) answer.Dispose();
        for (var i = 0; i < 2400 && exports.Running > 0; i++) await Task.Delay(100);
        exports.Running.ShouldBe(0);
    }

    public void Dispose()
    {
        _factory.Dispose();
        _folder.Dispose();
    }
}
