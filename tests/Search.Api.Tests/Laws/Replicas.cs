using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Laws;

/// <summary>Servers on copies of one snapshot answer as one: a proxy may send each request to any of them, also after a restart.</summary>
public sealed class Replicas : IDisposable
{
    private static readonly string[] Lists =
        ["/v1/search?q=the&limit=3", "/v1/documents?limit=3", "/v1/works?limit=50", "/v1/works/crc/cited-by?limit=2",
            "/v1/changes?since=g-000001&list=clauses&limit=20"];
    private static readonly string[] Tagged =
        ["/v1/search?q=children&facets=true", "/v1/suggest?q=ch", "/v1/index", "/v1/works/crc", "/v1/changes?since=g-000001", "/",
            "/works/crc", "/works/crc/cited-by.atom"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pages_follow_each_other_whichever_server_gives_them_and_through_a_restart()
    {
        Build("few");
        Build("all");
        CopyTo("two");
        await using var one = await Server.Over(_folder.In("one"));
        var two = await Server.Over(_folder.In("two"));
        try
        {
            foreach (var list in Lists)
            {
                var whole = await Follow(list, _ => one.Client);
                whole.Count.ShouldBeGreaterThan(1, list);
                (await Follow(list, page => page % 2 == 0 ? two.Client : one.Client)).ShouldBe(whole);
            }
            var first = await Json(two.Client, Lists[0]);
            await two.DisposeAsync();
            two = await Server.Over(_folder.In("two"));
            var second = $"{Lists[0]}&cursor={first.GetProperty("next").GetString()}";
            (await two.Client.GetStringAsync(second)).ShouldBe(await one.Client.GetStringAsync(second));
        }
        finally
        {
            await two.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_one_server_gave_another_need_not_send_again()
    {
        Build("few");
        Build("all");
        CopyTo("two");
        await using var one = await Server.Over(_folder.In("one"));
        await using var two = await Server.Over(_folder.In("two"));
        foreach (var address in Tagged)
        {
            using var given = await one.Client.GetAsync(address);
            given.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            Named(given).ShouldBe("g-000002", address);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            // pages hold absolute addresses of the host that was asked for
            if (!address.StartsWith("/v1", StringComparison.Ordinal)) request.Headers.Host = one.Client.BaseAddress!.Authority;
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(given.Headers.ETag!.ToString()));
            using var again = await two.Client.SendAsync(request);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, address);
            Named(again).ShouldBe("g-000002", address);
        }
    }

    [Fact]
    public async Task Readiness_and_headers_say_which_snapshot_a_server_is_at_while_a_newer_one_is_rolled_out()
    {
        Build("few");
        CopyTo("two");
        await using var one = await Server.Over(_folder.In("one"));
        await using var two = await Server.Over(_folder.In("two"));
        await Agree(one, two, "g-000001");

        Build("all");
        await one.At("g-000002");
        (await Json(two.Client, "/health/ready")).GetProperty("generation").GetString().ShouldBe("g-000001");
        var cursor = (await Json(one.Client, Lists[0])).GetProperty("next").GetString();
        using (var gone = await two.Client.GetAsync($"{Lists[0]}&cursor={cursor}"))
        {
            gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
            Named(gone).ShouldBe("g-000001");
        }
        CopyTo("two");
        await two.At("g-000002");
        await Agree(one, two, "g-000002");
        (await two.Client.GetStringAsync($"{Lists[0]}&cursor={cursor}")).ShouldBe(
            await one.Client.GetStringAsync($"{Lists[0]}&cursor={cursor}"));
    }

    private static async Task Agree(Server one, Server two, string generation)
    {
        var (first, second) = (await Json(one.Client, "/health/ready"), await Json(two.Client, "/health/ready"));
        first.GetProperty("generation").GetString().ShouldBe(generation);
        first.GetProperty("fingerprint").GetString()!.Length.ShouldBe(64);
        second.ToString().ShouldBe(first.ToString());
    }

    private static string Named(HttpResponseMessage answer) => answer.Headers.GetValues("Clausegraph-Generation").Single();

    /// <summary>The pages of a list, each from the server that a choice names.</summary>
    private static async Task<List<string>> Follow(string list, Func<int, HttpClient> server)
    {
        var pages = new List<string>();
        for (string? cursor = ""; cursor is not null && pages.Count < 8;)
        {
            var page = await server(pages.Count).GetStringAsync(cursor.Length == 0 ? list : $"{list}&cursor={cursor}");
            pages.Add(page);
            cursor = JsonDocument.Parse(page).RootElement.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        return pages;
    }

    private static async Task<JsonElement> Json(HttpClient client, string address) =>
        JsonDocument.Parse(await client.GetStringAsync(address)).RootElement;

    private void Build(string documents)
    {
        Directory.CreateDirectory(_folder.In("few"));
        foreach (var file in (string[])["a-res-61-901.txt", "a-res-55-901.txt"])
            File.Copy(Places.InRepository("index-data", "sample", file), _folder.In("few", file), overwrite: true);
        CatalogBuilder.Build(new BuildRequest
        {
            Sources = [documents == "all" ? Places.Sample : _folder.In(documents)],
            Output = _folder.In("one"),
            Authorities = Places.Authorities
        }, TimeProvider.System);
    }

    /// <summary>Copies the live snapshot as docs/deploying.md says.</summary>
    private void CopyTo(string other)
    {
        var (from, to) = (_folder.In("one"), _folder.In(other));
        var generation = File.ReadAllText(Path.Combine(from, "CURRENT")).Trim();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(from, generation), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, ".copy", Path.GetRelativePath(Path.Combine(from, generation), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        Directory.Move(Path.Combine(to, ".copy"), Path.Combine(to, generation));
        foreach (var beside in (string[])["first-seen.bin", "CURRENT"])
        {
            File.Copy(Path.Combine(from, beside), Path.Combine(to, beside + ".new"));
            File.Move(Path.Combine(to, beside + ".new"), Path.Combine(to, beside), overwrite: true);
        }
    }

    private sealed class Server(Listening listening) : IAsyncDisposable
    {
        public HttpClient Client { get; } = new() { BaseAddress = new($"http://127.0.0.1:{listening.Port}") };

        public static async Task<Server> Over(string index) => new(await Listening.Over(index));

        public async Task At(string generation)
        {
            for (var i = 0; i < 2400; i++)
            {
                if ((await Client.GetStringAsync("/health/ready")).Contains($"\"{generation}\"", StringComparison.Ordinal)) return;
                await Task.Delay(50);
            }
            throw new TimeoutException($"{generation} was not served in time");
        }

        public ValueTask DisposeAsync()
        {
            Client.Dispose();
            return listening.DisposeAsync();
        }
    }
}
