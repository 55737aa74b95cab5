using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Search.Api.Tests.Compat;

/// <summary>Requests with former names of parameters are answered as before, with a header that the names
/// are deprecated (RFC 9745).</summary>
[Collection(OneApi.Name)]
public class Former_names(Api api)
{
    [Theory]
    [InlineData("/v1/search?q=children&kind=operative", "/v1/search?q=children&clauseKind=operative")]
    [InlineData("/v1/search?q=children&kind=operative,resolution", "/v1/search?q=children&clauseKind=operative&documentKind=resolution")]
    [InlineData("/v1/documents?kind=draft,statement", "/v1/documents?documentKind=draft,statement")]
    [InlineData("/v1/works?kind=protocol", "/v1/works?workKind=protocol")]
    [InlineData("/v1/works/crc/cited-by?kind=resolution", "/v1/works/crc/cited-by?documentKind=resolution")]
    [InlineData("/v1/works/crc/history?kind=resolution", "/v1/works/crc/history?documentKind=resolution")]
    [InlineData("/v1/works/crc?asOf=2010", "/v1/works/crc?to=2010")]
    [InlineData("/v1/paths?from=a-res-80-901&to=palermo-protocol", "/v1/paths?source=a-res-80-901&target=palermo-protocol")]
    [InlineData("/v1/paths?from=crc&to=palermo-protocol&asOf=2015", "/v1/paths?source=crc&target=palermo-protocol&to=2015")]
    public async Task A_former_name_is_answered_as_the_name_in_use_and_said_to_be_deprecated(string former, string inUse)
    {
        using var old = await api.Client.GetAsync(former);
        using var now = await api.Client.GetAsync(inUse);
        old.StatusCode.ShouldBe(HttpStatusCode.OK);
        now.StatusCode.ShouldBe(HttpStatusCode.OK);
        Answer(await old.Content.ReadAsStringAsync()).ShouldBe(Answer(await now.Content.ReadAsStringAsync()));
        old.Headers.GetValues("Deprecation").Single().ShouldMatch(@"^@\d{10}$");
        old.Headers.GetValues("Link").ShouldContain(link => link.Contains("rel=\"deprecation\"", StringComparison.Ordinal));
        now.Headers.Contains("Deprecation").ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_that_is_kept_says_so_too()
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await api.Client.GetAsync("/v1/search?q=children&kind=annex&limit=1");
            answer.Headers.Contains("Deprecation").ShouldBeTrue();
        }
    }

    [Fact]
    public async Task The_name_in_use_wins_over_the_former_one() =>
        (await api.Client.GetStringAsync("/v1/works?workKind=protocol&kind=treaty&limit=1&fields=works")).ShouldBe(
            await api.Client.GetStringAsync("/v1/works?workKind=protocol&limit=1&fields=works"));

    [Fact]
    public async Task Fields_keep_their_former_names_beside_those_in_use()
    {
        var hit = (await api.Json("/v1/search?q=children&limit=1")).GetProperty("hits")[0];
        hit.GetProperty("kind").GetString().ShouldBe(hit.GetProperty("clauseKind").GetString());
        var edge = (await api.Json("/v1/works/crc/cited-by?limit=1")).GetProperty("edges")[0];
        edge.GetProperty("kind").GetString().ShouldBe(edge.GetProperty("clauseKind").GetString());
        var work = (await api.Json("/v1/works?limit=1")).GetProperty("works")[0];
        work.GetProperty("kind").GetString().ShouldBe(work.GetProperty("workKind").GetString());
        var document = await api.Json("/v1/documents/a-res-75-901");
        document.GetProperty("kind").GetString().ShouldBe(document.GetProperty("documentKind").GetString());
        var path = await api.Json("/v1/paths?source=a-res-80-901&target=palermo-protocol&max=1");
        path.GetProperty("from").GetProperty("id").GetString().ShouldBe(path.GetProperty("source").GetProperty("id").GetString());
        var facets = (await api.Json("/v1/search?q=children&facets=true&limit=1")).GetProperty("facets");
        facets.GetProperty("kind").GetRawText().ShouldBe(facets.GetProperty("clauseKind").GetRawText());
        facets.GetProperty("type").GetRawText().ShouldBe(facets.GetProperty("documentKind").GetRawText());
    }

    // A cursor belongs to its address.
    private static string Answer(string body)
    {
        var json = JsonNode.Parse(body)!.AsObject();
        json.Remove("next");
        return json.ToJsonString(JsonSerializerOptions.Web);
    }
}
