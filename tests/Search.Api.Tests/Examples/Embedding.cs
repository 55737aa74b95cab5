using System.IO.Compression;
using System.Net;

namespace Search.Api.Tests.Examples;

/// <summary>What other sites embed: small, readable from anywhere, and no more than promised.</summary>
[Collection(OneApi.Name)]
public class Embedding(Api api)
{
    [Theory]
    [InlineData("clause-search.js", 6 * 1024)]
    [InlineData("clause-citations.js", 4 * 1024)]
    [InlineData("clause-files.js", 2 * 1024)]
    public async Task A_script_is_small_and_may_be_loaded_by_any_site(string name, int most)
    {
        using var answer = await api.Client.GetAsync("/embed/" + name);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/javascript; charset=utf-8");
        answer.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes);
        packed.Length.ShouldBeLessThanOrEqualTo(most);
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        text.ShouldNotContain("innerHTML");
        text.ShouldNotContain("eval(");
    }

    [Fact]
    public async Task The_frame_of_a_work_may_be_framed_and_other_pages_may_not()
    {
        using var frame = await api.Client.GetAsync("/embed/works/palermo-protocol");
        frame.StatusCode.ShouldBe(HttpStatusCode.OK);
        frame.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors *");
        (await frame.Content.ReadAsStringAsync()).ShouldContain("<clause-citations work=\"palermo-protocol\">");
        using var page = await api.Client.GetAsync("/v1/index");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
    }

    [Theory]
    [InlineData("/embed/demo", HttpStatusCode.OK)]
    [InlineData("/embed/works/nothing", HttpStatusCode.NotFound)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/v1/search?limit=1000", HttpStatusCode.BadRequest)]
    public async Task Errors_carry_the_same_policies_as_answers(string address, HttpStatusCode status)
    {
        using var answer = await api.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(status);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.Contains("Cross-Origin-Embedder-Policy").ShouldBe(address.StartsWith("/embed/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OEmbed_answers_for_a_work_and_for_nothing_else()
    {
        var answer = await api.Json("/oembed?url=http%3A%2F%2Flocalhost%2Fworks%2Fpalermo-protocol&maxwidth=500");
        answer.GetProperty("type").GetString().ShouldBe("rich");
        answer.GetProperty("html")
            .GetString()!.ShouldStartWith("<iframe src=\"http://localhost/embed/works/palermo-protocol\" width=\"500\"");
        await api.Json("/oembed?url=http%3A%2F%2Flocalhost%2Fcorpus", HttpStatusCode.NotFound);
        (await api.Json("/oembed", HttpStatusCode.BadRequest)).GetProperty("parameter").GetString().ShouldBe("url");
    }
}
