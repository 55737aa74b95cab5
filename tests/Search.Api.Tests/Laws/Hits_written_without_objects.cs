using System.Text.Json;

namespace Search.Api.Tests.Laws;

/// <summary>The hits of an answer are written past the serializer. Where fields are chosen the serializer writes them: both are the same
/// to the byte.</summary>
[Collection(OneApi.Name)]
public class Hits_written_without_objects(Api api)
{
    [Theory]
    [InlineData("q=&limit=100")]
    [InlineData("q=states+parties&limit=100&explain=true")]
    [InlineData("q=%22human+rights%22&sort=oldest")]
    [InlineData("q=rec*+the~&limit=50&fold=true")]
    [InlineData("q=cites%3Acrc&limit=100")]
    [InlineData("q=&limit=100&sort=newest&lang=fr,es,ar,zh,ru")]
    [InlineData("q=nothing-is-called-so")]
    public async Task As_the_serializer_writes_them(string question)
    {
        var written = await api.Json($"/v1/search?{question}");
        var names = string.Join(',', written.EnumerateObject().Select(f => f.Name));
        var serialized = await api.Json($"/v1/search?{question}&fields={names}");
        written.EnumerateObject().Select(f => f.Name).ShouldBe(serialized.EnumerateObject().Select(f => f.Name));
        foreach (var field in written.EnumerateObject().Where(f => f.Name != "next")) // the cursor is of the question, fields included
            field.Value.GetRawText().ShouldBe(serialized.GetProperty(field.Name).GetRawText(), field.Name);
    }

    [Fact]
    public async Task Hits_of_every_kind_are_compared()
    {
        var hits = (await api.Json("/v1/search?q=&limit=100")).GetProperty("hits").EnumerateArray().ToList();
        hits.ShouldContain(h => h.GetProperty("citedWorks").GetArrayLength() > 0);
        hits.ShouldContain(h => h.GetProperty("symbol").ValueKind == JsonValueKind.String);
        hits.ShouldContain(h => h.GetProperty("sameWords").ValueKind == JsonValueKind.Object);
        hits.ShouldContain(h => h.GetProperty("text").GetString()!.Any(c => c > 127));
    }
}
