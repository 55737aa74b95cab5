using System.Net;

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
        var cursor = (await api.Json("/v1/documents?limit=2&organ=GA&sort=oldest")).GetProperty("next").GetString()!;
        (await api.Json($"/v1/documents?limit=2&organ=GA%0Asort=oldest&cursor={cursor}", HttpStatusCode.BadRequest)).GetProperty("code").GetString().ShouldBe("bad-cursor");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%00")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("../../etc/passwd")]
    public async Task Nonsense_is_refused(string cursor) =>
        (await api.Json($"/v1/search?q=the&cursor={cursor}", HttpStatusCode.BadRequest)).GetProperty("code").GetString().ShouldBe("bad-cursor");
}
