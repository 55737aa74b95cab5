using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Hostile;

/// <summary>A snapshot that cannot be opened, whatever is wrong with it, changes nothing but what <c>/health/ready</c> says; and a good one
/// after it is served.</summary>
public sealed class Bad_snapshots(Bad_snapshots.Generations generations) : IClassFixture<Bad_snapshots.Generations>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Damages =>
        ["null among the files", "no manifest", "not JSON", "an endless name", "empty text", "a folder for a file"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task The_present_one_stays_served_and_the_next_good_one_is_taken(string damage)
    {
        Publish("g-000001", "none");
        await using var server = Served();
        using var client = server.CreateClient();
        (await Ready(client, r => r.Status == HttpStatusCode.OK)).Body.GetProperty("generation").GetString().ShouldBe("g-000001");

        Publish("g-000002", damage);
        var ready = await Ready(client, r => r.Body.TryGetProperty("refused", out var refused)
            && refused.ValueKind == JsonValueKind.Object);
        ready.Status.ShouldBe(HttpStatusCode.OK);
        ready.Body.GetProperty("generation").GetString().ShouldBe("g-000001");
        ready.Body.GetProperty("refused").GetProperty("generation").GetString().ShouldBe("g-000002");
        // no path of this machine
        ready.Body.GetProperty("refused").GetProperty("reason").GetString()!.ShouldNotContain(_folder.In("built"));
        (await client.GetAsync("/v1/search?q=the&limit=1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        Publish("g-000003", "none");
        ready = await Ready(client, r => r.Body.GetProperty("generation").GetString() == "g-000003");
        ready.Body.GetProperty("refused").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Where_it_is_the_only_one_the_server_waits_for_another_and_says_why()
    {
        Publish("g-000001", "null among the files");
        await using var server = Served();
        using var client = server.CreateClient();
        var ready = await Ready(client, r => r.Body.GetProperty("detail").GetString()!.Contains("refused"));
        ready.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/v1/index")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Publish("g-000002", "none");
        (await Ready(client, r => r.Status == HttpStatusCode.OK)).Body.GetProperty("generation").GetString().ShouldBe("g-000002");
    }

    [Fact]
    public async Task One_that_is_mended_under_its_name_is_tried_again()
    {
        Publish("g-000001", "no manifest");
        await using var server = Served();
        using var client = server.CreateClient();
        await Ready(client, r => r.Body.GetProperty("detail").GetString()!.Contains("refused"));
        File.Copy(generations.Path("g-000001", "manifest.json"), _folder.In("built", "g-000001", "manifest.json"));
        (await Ready(client, r => r.Status == HttpStatusCode.OK)).Body.GetProperty("generation").GetString().ShouldBe("g-000001");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Copies a generation beside those that are served, damages it, and makes it the live one.</summary>
    private void Publish(string generation, string damage)
    {
        var to = _folder.In("built", generation);
        foreach (var file in Directory.EnumerateFiles(generations.Path(generation), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(generations.Path(generation), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var manifest = Path.Combine(to, "manifest.json");
        switch (damage)
        {
            case "null among the files":
                File.WriteAllText(manifest, File.ReadAllText(manifest)
                .Replace("\"files\": [", "\"files\": [ null,")); break;
            case "no manifest": File.Delete(manifest); break;
            case "not JSON": File.WriteAllText(manifest, "{"); break;
            case "an endless name":
                File.WriteAllText(manifest, File.ReadAllText(manifest)
                .Replace("catalog.db", new string('x', 5000) + "\\u0000")); break;
            case "empty text": foreach (var file in Directory.EnumerateFiles(Path.Combine(to, "text"))) File.WriteAllText(file, ""); break;
            case "a folder for a file":
                File.Delete(Path.Combine(to, "graph.bin"));
                Directory.CreateDirectory(Path.Combine(to, "graph.bin"));
                break;
        }
        var pointer = _folder.In("built", "CURRENT.new");
        File.WriteAllText(pointer, generation + "\n");
        File.Move(pointer, _folder.In("built", "CURRENT"), overwrite: true);
    }

    private WebApplicationFactory<Program> Served() => new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseSetting("index", _folder.In("built")).UseSetting("watch", "0.05").UseSetting("timeout", "300")
        .UseSetting("Logging:LogLevel:Default", "None"));

    private static async Task<(HttpStatusCode Status,
        JsonElement Body)> Ready(HttpClient client, Func<(HttpStatusCode Status, JsonElement Body), bool> until)
    {
        for (var i = 0; i < 2400; i++)
        {
            using var answer = await client.GetAsync("/health/ready");
            var ready = (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
            if (until(ready)) return ready;
            await Task.Delay(50);
        }
        throw new TimeoutException("/health/ready did not come to say what was waited for");
    }

    /// <summary>Three whole generations of the sample, built once for all tests of the class.</summary>
    public sealed class Generations : IDisposable
    {
        private const int Count = 3;

        private readonly TemporaryFolder _folder = new();

        public Generations()
        {
            var request = new BuildRequest
            {
                Sources = [Places.Sample],
                Output = _folder.In("built"),
                Authorities = Places.Authorities,
                Keep = Count
            };
            for (var i = 0; i < Count; i++) CatalogBuilder.Build(request, TimeProvider.System);
        }

        public string Path(params string[] parts) => _folder.In(["built", .. parts]);

        public void Dispose() => _folder.Dispose();
    }
}
