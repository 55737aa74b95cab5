using System.Diagnostics;
using System.Text.Json;
using Search.Testing;

namespace Search.Indexer.Tests.Examples;

/// <summary>What an administrator does from an empty folder on: build, serve, add the documents of a day, see what is
/// new, and recover from damage.</summary>
public class Administrators_tasks
{
    [Fact]
    public async Task From_an_empty_folder_to_a_server_that_shows_the_documents_of_the_next_day_and_outlives_damage()
    {
        using var folder = new TemporaryFolder();
        var index = folder.In("built");
        folder.Write("texts/earlier.txt", Lighthouses.Earlier);
        await Build(folder);

        using var server = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Search.Indexer.dll"), "serve", "--index", index, "--authorities",
                Places.Authorities, "--urls", "http://127.0.0.1:0"])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        try
        {
            using var client = new HttpClient { BaseAddress = await Address(server) };
            (await Until(client, "/v1/index", a => a.GetProperty("generation").GetString() == "g-000001")).GetProperty("counts")
                .GetProperty("documents").GetInt32().ShouldBe(1);

            folder.Write("texts/later.txt", Lighthouses.Later);
            await Build(folder);
            await Until(client, "/v1/index", a => a.GetProperty("generation").GetString() == "g-000002");
            var changes = await Json(client, "/v1/changes?since=g-000001");
            changes.GetProperty("counts").GetProperty("edges").GetInt32().ShouldBe(2);
            var edges = (await Json(client, "/v1/works/a-res-90-901/cited-by")).GetProperty("edges").EnumerateArray();
            edges.Select(e => e.GetProperty("treatment").GetString()).ShouldBe(["recalls", "endorses"], ignoreOrder: true);

            var graph = Path.Combine(index, "g-000002", "graph.bin");
            var bytes = await File.ReadAllBytesAsync(graph);
            bytes[bytes.Length / 2] ^= 1;
            File.Delete(graph); // the server has the old file mapped
            await File.WriteAllBytesAsync(graph, bytes);
            var verified = await Run.Of("verify", "--index", index);
            verified.Code.ShouldNotBe(ExitCode.Ok);
            (verified.Out + verified.Error).ShouldContain("graph.bin");
            var search = await Run.Of("search", "lighthouses", "--index", index);
            search.Code.ShouldBe(ExitCode.Ok);
            search.Error.ShouldContain("g-000002");

            await Build(folder);
            await Until(client, "/v1/index", a => a.GetProperty("generation").GetString() == "g-000003");
            (await Run.Of("verify", "--index", index)).Code.ShouldBe(ExitCode.Ok);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    private static async Task Build(TemporaryFolder folder)
    {
        var build = await Run.Of("build", folder.In("texts"), "--out", folder.In("built"), "--authorities", Places.Authorities,
            "--progress", "none");
        build.Code.ShouldBe(ExitCode.Ok, build.Error);
    }

    /// <summary>The address that the last line of a start says to open.</summary>
    private static async Task<Uri> Address(Process server)
    {
        const string said = "Open ";
        var errors = server.StandardError.ReadToEndAsync();
        while (await server.StandardOutput.ReadLineAsync() is { } line)
            if (line.IndexOf(said + "http", StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = server.StandardOutput.ReadToEndAsync(); // so that a full pipe stops nothing
                return new Uri(line[(at + said.Length)..].Trim());
            }
        throw new InvalidOperationException(await errors);
    }

    private static async Task<JsonElement> Until(HttpClient client, string address, Func<JsonElement, bool> holds)
    {
        const int patience = 600;
        for (var i = 0; i < patience; i++)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            if (answer.IsSuccessStatusCode && JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement is var root
                && holds(root))
                return root;
            await Task.Delay(100);
        }
        throw new TimeoutException(address);
    }

    private static async Task<JsonElement> Json(HttpClient client, string address) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative))).RootElement;
}
