using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Hostile;

/// <summary>What happens on the disk to the generations of a running server: no answer is that of a damaged one,
/// and a whole one is served.</summary>
public sealed class Snapshots_under_a_server : IDisposable
{
    private const int Damages = 12;

    private static readonly string[] Questions =
        ["/v1/search?q=ferries&facets=true", "/v1/documents", "/v1/works?inCorpus=true", "/v1/works/crc/cited-by", "/v1/graph?format=csv"];

    private readonly TemporaryFolder _folder = new();

    public Snapshots_under_a_server()
    {
        foreach (var (corpus, count) in ((string, int)[])[("few", 1), ("more", 2)])
            for (var i = 1; i <= count; i++)
                _folder.Write($"{corpus}/a-res-99-90{i}.txt",
                    $"The General Assembly,\n\nRecalling the Convention on the Rights of the Child,\n\n1. Calls upon States to inspect ferries, part {i};\n\n2. Decides to remain seized of the matter.\n");
    }

    [Fact]
    public async Task Random_damages_of_newer_ones_change_no_answer()
    {
        Build("built", "few");
        await using var server = Served();
        using var client = server.CreateClient();
        await Ready(client, r => Served(r) == "g-000001");
        var answers = await Answers(client);

        Build("other", "few");
        Build("other", "more");
        var (older, whole) = (SnapshotDamage.Files(_folder.In("other", "g-000001")), SnapshotDamage.Files(_folder.In("other", "g-000002")));
        var random = new Random(20261129);
        for (var number = 2; number < 2 + Damages; number++)
        {
            var generation = Name(number);
            SnapshotDamage.Rename(whole, generation);
            var (damaged, what) = (whole, "");
            while (IsSame(whole, damaged)) // some damages change nothing
            {
                damaged = whole.ToDictionary();
                what = SnapshotDamage.Apply(damaged, older, random);
            }
            Publish(generation, damaged);
            Served(await Ready(client, r => Refused(r) == generation)).ShouldBe("g-000001", what);
            (await Answers(client)).ShouldBe(answers, what);
        }
        var last = Name(2 + Damages);
        SnapshotDamage.Rename(whole, last);
        Publish(last, whole);
        Refused(await Ready(client, r => Served(r) == last)).ShouldBeNull();
        (await Answers(client)).ShouldNotBe(answers);
    }

    [Fact]
    public async Task One_that_is_built_again_under_its_name_while_it_is_served_is_taken()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "files that are served cannot be removed there");
        Build("built", "few");
        await using var server = Served();
        using var client = server.CreateClient();
        await Ready(client, r => Served(r) == "g-000001");
        using var before = await client.GetAsync(Questions[0]);

        Directory.Delete(_folder.In("built"), recursive: true);
        Build("built", "more");
        for (var i = 0; i < 1200 && await Documents(client) == 1; i++) await Task.Delay(50);
        (await Documents(client)).ShouldBe(2);
        Served(await Ready(client, _ => true)).ShouldBe("g-000001");
        using var after = await client.GetAsync(Questions[0]);
        after.Headers.ETag.ShouldNotBe(before.Headers.ETag);
        (await after.Content.ReadAsStringAsync()).ShouldNotBe(await before.Content.ReadAsStringAsync());
    }

    public void Dispose() => _folder.Dispose();

    private static string Name(int number) => FormattableString.Invariant($"g-{number:d6}");

    private static bool IsSame(Dictionary<string, byte[]> one, Dictionary<string, byte[]> other) =>
        one.All(f => other.TryGetValue(f.Key, out var bytes) && bytes.AsSpan().SequenceEqual(f.Value));

    private static string? Served(JsonElement ready) =>
        ready.TryGetProperty("generation", out var generation) ? generation.GetString() : null;

    private static string? Refused(JsonElement ready) =>
        ready.TryGetProperty("refused", out var refused) && refused.ValueKind == JsonValueKind.Object
            ? refused.GetProperty("generation").GetString()
            : null;

    private static async Task<string> Answers(HttpClient client)
    {
        var answers = new StringBuilder();
        foreach (var question in Questions) answers.AppendLine(await client.GetStringAsync(question));
        return answers.ToString();
    }

    private static async Task<int> Documents(HttpClient client) =>
        JsonDocument.Parse(await client.GetStringAsync("/v1/index")).RootElement.GetProperty("counts").GetProperty("documents").GetInt32();

    private void Build(string folder, string corpus) => CatalogBuilder.Build(
        new BuildRequest { Sources = [_folder.In(corpus)], Output = _folder.In(folder), Authorities = Places.Authorities },
        TimeProvider.System);

    private void Publish(string generation, Dictionary<string, byte[]> files)
    {
        SnapshotDamage.Write(_folder.In("built", generation), files);
        var pointer = _folder.In("built", "CURRENT.new");
        File.WriteAllText(pointer, generation + "\n");
        File.Move(pointer, _folder.In("built", "CURRENT"), overwrite: true);
    }

    private WebApplicationFactory<Program> Served() => new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseSetting("index", _folder.In("built")).UseSetting("watch", "0.05").UseSetting("timeout", "300")
        .UseSetting("Logging:LogLevel:Default", "None"));

    private static async Task<JsonElement> Ready(HttpClient client, Func<JsonElement, bool> until)
    {
        for (var i = 0; i < 1200; i++)
        {
            using var answer = await client.GetAsync("/health/ready");
            var ready = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            if (until(ready)) return ready;
            await Task.Delay(50);
        }
        throw new TimeoutException("/health/ready did not come to say what was waited for");
    }
}
