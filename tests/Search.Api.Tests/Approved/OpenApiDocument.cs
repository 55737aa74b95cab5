using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Testing;

namespace Search.Api.Tests.Approved;

/// <summary>The OpenAPI document that a person read is the one that is served. To accept a change: CLAUSEGRAPH_ACCEPT=1 dotnet test.</summary>
[Collection(OneApi.Name)]
public class OpenApiDocument(Api api)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_served_is_the_one_checked_in()
    {
        var served = JsonNode.Parse(await api.Client.GetStringAsync("/openapi/v1.json"))!.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        var path = Places.InRepository("src", "Search.Api", "openapi.json");
        if (Environment.GetEnvironmentVariable("CLAUSEGRAPH_ACCEPT") == "1") await File.WriteAllTextAsync(path, served);
        served.ShouldBe((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_reader_of_the_standard_finds_no_error_in_it()
    {
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(await api.Client.GetStringAsync("/openapi/v1.json"), "json");
        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        read.Document!.Paths.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Every_example_in_it_is_answered()
    {
        var document = JsonDocument.Parse(await api.Client.GetStringAsync("/openapi/v1.json")).RootElement;
        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(p => p.Name.StartsWith("/v1", StringComparison.Ordinal)))
        {
            if (!path.Value.TryGetProperty("get", out var get)) continue;
            get.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            var address = path.Name.Replace("{id}", path.Name.Contains("documents") ? "a-res-61-901" : "palermo-protocol").Replace("{label}", "op1");
            var query = new List<string>();
            if (get.TryGetProperty("parameters", out var parameters))
                foreach (var parameter in parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query"))
                {
                    parameter.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(path.Name);
                    if (parameter.TryGetProperty("example", out var example))
                        query.Add($"{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(example.ValueKind == JsonValueKind.Array ? example[0].ToString() : example.ToString())}");
                }
            using var answer = await api.Client.GetAsync($"{address}?{string.Join('&', query)}");
            answer.IsSuccessStatusCode.ShouldBeTrue($"{address}?{string.Join('&', query)}: {(int)answer.StatusCode}");
        }
    }
}
