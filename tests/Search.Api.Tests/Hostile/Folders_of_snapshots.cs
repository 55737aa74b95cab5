using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Search.Api.Serving;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Hostile;

/// <summary>The server serves the folder that was named and nothing else, writes into none that builds write into, and
/// says where it shows the sample.</summary>
public class Folders_of_snapshots
{
    private static readonly string[] Pages =
        ["/", "/documents/a-res-61-901", "/works/palermo-protocol", "/explore", "/paste", "/corpus", "/works/no-such-work",
            "/embed/works/palermo-protocol", "/embed/demo"];

    [Fact]
    public async Task A_named_folder_without_a_snapshot_is_not_filled_with_the_sample()
    {
        using var folder = new TemporaryFolder();
        await using var server = Over(folder.In("mistyped"));
        using var client = server.CreateClient();
        for (var i = 0; i < 20; i++)
        {
            using var ready = await client.GetAsync("/health/ready");
            ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            await Task.Delay(50);
        }
        Directory.Exists(folder.In("mistyped")).ShouldBeFalse();
        Build(folder.In("mistyped"), sample: false);
        (await Index(client)).GetProperty("sample").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_lost_CURRENT_costs_no_generation()
    {
        using var folder = new TemporaryFolder();
        var generation = Build(folder.Path, sample: false);
        File.WriteAllText(folder.In("CURRENT"), "\0\0\0");
        await using var server = Over(folder.Path);
        using var client = server.CreateClient();
        (await Index(client)).GetProperty("generation").GetString().ShouldBe(generation);
        Directory.GetDirectories(folder.Path, "g-*").Select(Path.GetFileName).ShouldBe([generation]);
    }

    [Fact]
    public async Task Every_page_and_the_index_say_that_the_sample_is_invented()
    {
        using var folder = new TemporaryFolder();
        Build(folder.In("sample"), sample: true);
        Build(folder.In("own"), sample: false);
        foreach (var (name, sample) in ((string, bool)[])[("sample", true), ("own", false)])
        {
            await using var server = Over(folder.In(name));
            using var client = server.CreateClient();
            (await Index(client)).GetProperty("sample").GetBoolean().ShouldBe(sample);
            foreach (var page in Pages)
            {
                using var answer = await client.GetAsync(page);
                (await answer.Content.ReadAsStringAsync()).Contains("invented sample", StringComparison.Ordinal)
                    .ShouldBe(sample, $"{name}: {page}");
            }
        }
    }

    [Fact]
    public void The_sample_is_served_from_a_folder_of_its_own_and_only_where_nothing_else_is()
    {
        using var folder = new TemporaryFolder();
        ApiOptions Options(string? sample) =>
            ApiOptions.From(new Settings(new ConfigurationManager())) with { Index = folder.In("built"), SampleIndex = sample };
        var unnamed = Options(folder.In("built-sample"));
        unnamed.ServedFolder().ShouldBe(folder.In("built-sample"));
        Options(null).ServedFolder().ShouldBe(folder.In("built"));
        folder.Write("built/CURRENT", "");
        folder.Write("built/g-000007/catalog.db", "a wreck");
        unnamed.ServedFolder().ShouldBe(folder.In("built")); // what is damaged is reported, not replaced
    }

    private static WebApplicationFactory<Program> Over(string index) => new WebApplicationFactory<Program>()
        .WithWebHostBuilder(host => host.UseSetting("index", index).UseSetting("watch", "0.05")
            .UseSetting("Logging:LogLevel:Default", "Critical"));

    private static string Build(string output, bool sample) => CatalogBuilder.Build(
        new BuildRequest { Sources = [Places.Sample], Output = output, Authorities = Places.Authorities, Sample = sample },
        TimeProvider.System).Generation!;

    private static async Task<JsonElement> Index(HttpClient client)
    {
        for (var i = 0; i < 2400; i++)
        {
            using var answer = await client.GetAsync("/v1/index");
            if (answer.IsSuccessStatusCode) return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            await Task.Delay(100);
        }
        throw new TimeoutException("no snapshot was served in time");
    }
}
