using System.Net;
using System.Text.Json;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Hostile;

/// <summary>A cursor serves whom it was given to, for what it was given, as long as its snapshot is served.</summary>
[Collection(OneApi.Name)]
public class Cursors(Api api)
{
    [Fact]
    public async Task Every_changed_character_is_noticed()
    {
        var cursor = (await api.Json("/v1/search?q=the&limit=5")).GetProperty("next").GetString()!;
        for (var i = 0; i < cursor.Length; i++)
        {
            var forged = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            using var answer = await api.Client.GetAsync($"/v1/search?q=the&limit=5&cursor={Uri.EscapeDataString(forged)}");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, forged);
        }
    }

    [Theory]
    [InlineData("/v1/search?q=of&limit=5")]
    [InlineData("/v1/search?q=the&limit=6")]
    [InlineData("/v1/documents?limit=5")]
    public async Task It_serves_no_other_question(string other)
    {
        var cursor = (await api.Json("/v1/search?q=the&limit=5")).GetProperty("next").GetString()!;
        (await api.Json($"{other}&cursor={cursor}", HttpStatusCode.BadRequest)).GetProperty("code").GetString().ShouldBe("bad-cursor");
    }

    [Fact]
    public async Task It_serves_no_question_whose_values_hold_the_next_parameter()
    {
        var cursor = (await api.Json("/v1/search?limit=2&q=the&sort=oldest")).GetProperty("next").GetString()!;
        (await api.Json($"/v1/search?limit=2&q=the%0Asort=oldest&cursor={cursor}", HttpStatusCode.BadRequest)).GetProperty("code")
            .GetString().ShouldBe("bad-cursor");
    }

    [Fact]
    public async Task It_serves_at_another_server_of_the_same_snapshot_and_after_a_restart()
    {
        const string question = "/v1/search?q=the&limit=3";
        var first = await api.Json(question);
        var cursor = first.GetProperty("next").GetString()!;
        var second = await api.Json($"{question}&cursor={cursor}");
        for (var start = 0; start < 2; start++)
        {
            using var process = Started.With("--urls", "http://127.0.0.1:0", "--index", api.Index, "--timeout", "300");
            try
            {
                using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{(await Started.Ports(process))[0]}") };
                await Started.Ready(client);
                JsonDocument.Parse(await client.GetStringAsync(question)).RootElement.GetProperty("next").GetString().ShouldBe(cursor);
                JsonDocument.Parse(await client.GetStringAsync($"{question}&cursor={cursor}")).RootElement.ToString()
                    .ShouldBe(second.ToString());
            }
            finally
            {
                process.Kill();
            }
        }
    }

    [Fact]
    public async Task It_is_gone_with_its_snapshot_even_where_another_has_the_same_name()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("texts"));
        foreach (var file in Directory.EnumerateFiles(Places.Sample).Take(6)) File.Copy(file, folder.In("texts", Path.GetFileName(file)));
        CatalogBuilder.Build(new BuildRequest
        {
            Sources = [folder.In("texts")],
            Output = folder.In("built"),
            Authorities = Places.Authorities
        }, TimeProvider.System);
        var cursor = (await api.Json("/v1/search?q=the&limit=3")).GetProperty("next").GetString()!;
        await using var other = await Tests.Listening.Over(folder.In("built"));
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{other.Port}") };
        (await client.GetAsync($"/v1/search?q=the&limit=3&cursor={cursor}")).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%00")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../etc/passwd")]
    public async Task Nonsense_is_refused(string cursor) =>
        (await api.Json($"/v1/search?q=the&cursor={cursor}", HttpStatusCode.BadRequest)).GetProperty("code").GetString()
            .ShouldBe("bad-cursor");
}
