using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Search.Api.Description;
using Search.Testing;

namespace Search.Api.Tests.Approved;

/// <summary>The OpenAPI document that a person read is the one that is served. To accept a change:
/// CLAUSEGRAPH_ACCEPT=1 dotnet test.</summary>
[Collection(OneApi.Name)]
public class OpenApiDocument(Api api)
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers that may list nothing: contradictions of time, what is new, files that were left out.</summary>
    private static readonly string[] ListsNothing = ["/v1/graph/time", "/v1/index", "/v1/changes"];

    [Fact]
    public async Task The_document_served_is_the_one_checked_in()
    {
        var served = JsonNode.Parse(await api.Client.GetStringAsync("/openapi/v1.json"))!.ToJsonString(Indented)
            .ReplaceLineEndings("\n") + "\n";
        var path = Places.InRepository("src", "Search.Api", "openapi.json");
        if (Environment.GetEnvironmentVariable("CLAUSEGRAPH_ACCEPT") == "1") await File.WriteAllTextAsync(path, served);
        FirstDifference((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), served).ShouldBeNull();
    }

    /// <summary>The first lines that differ, for the document is thousands of lines long; null where none does.</summary>
    private static string? FirstDifference(string checkedIn, string served)
    {
        var (before, now) = (checkedIn.Split('\n'), served.Split('\n'));
        var at = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == before.Length && at == now.Length ? null
            : $"""
                line {at + 1} differs; to accept what is served, run the test with CLAUSEGRAPH_ACCEPT=1 and read the difference
                checked in: {string.Join(' ', before.Skip(at).Take(3).Select(line => line.Trim()))}
                served:     {string.Join(' ', now.Skip(at).Take(3).Select(line => line.Trim()))}
                """;
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
            var address = path.Name;
            var query = new List<string>();
            if (get.TryGetProperty("parameters", out var parameters))
                foreach (var parameter in parameters.EnumerateArray())
                {
                    var name = parameter.GetProperty("name").GetString()!;
                    parameter.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(path.Name);
                    if (!parameter.TryGetProperty("example", out var example)) continue;
                    var value = Uri.EscapeDataString(example.ValueKind == JsonValueKind.Array
                        ? string.Join(',', example.EnumerateArray())
                        : example.ToString());
                    if (parameter.GetProperty("in").GetString() == "path") address = address.Replace($"{{{name}}}", value);
                    else query.Add($"{name}={value}");
                }
            address += $"?{string.Join('&', query)}";
            using var answer = await api.Client.GetAsync(address); // what Swagger UI sends at the first click
            answer.IsSuccessStatusCode.ShouldBeTrue($"{address}: {(int)answer.StatusCode}");
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.Content.Headers.ContentType!.MediaType != "application/json")
                body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeGreaterThan(1, address);
            else if (!ListsNothing.Contains(path.Name)
                && JsonDocument.Parse(body).RootElement.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.Array)
                    .Select(f => f.Value).ToList() is [_, ..] lists)
                lists.ShouldContain(list => list.GetArrayLength() > 0, address);
        }
    }

    /// <summary>What an operation shows as its answer is what the sample answers. CLAUSEGRAPH_ACCEPT=1 writes the answers;
    /// the next build takes them in.</summary>
    [Fact]
    public async Task Every_answer_shown_is_the_one_given()
    {
        var shown = 0;
        foreach (var endpoint in api.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<ExampleRequest>() is not { IsShown: true } request) continue;
            using var answer = request.Body is { } body
                ? await api.Client.PostAsync(request.Address, new StringContent(body, System.Text.Encoding.UTF8, "text/plain"))
                : await api.Client.GetAsync(request.Address);
            answer.IsSuccessStatusCode.ShouldBeTrue(request.Address);
            var given = Lasting(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!).ToJsonString(Indented)
                .ReplaceLineEndings("\n") + "\n";
            var path = Places.InRepository("src", "Search.Api", "Description", "Examples",
                endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName + ".json");
            if (Environment.GetEnvironmentVariable("CLAUSEGRAPH_ACCEPT") == "1") await File.WriteAllTextAsync(path, given);
            (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n").ShouldBe(given, request.Address);
            shown++;
        }
        shown.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Every_operation_teaches_and_what_it_shows_is_as_it_is_described()
    {
        var document = JsonDocument.Parse(await api.Client.GetStringAsync("/openapi/v1.json")).RootElement;
        var schemas = new JsonSchema(document.GetProperty("components").GetProperty("schemas"));
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                var place = $"{operation.Name} {path.Name}";
                operation.Value.GetProperty("description").GetString()!.Length.ShouldBeGreaterThan(40, place);
                if (operation.Value.TryGetProperty("parameters", out var parameters))
                    foreach (var parameter in parameters.EnumerateArray())
                    {
                        parameter.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(place);
                        if (parameter.TryGetProperty("example", out var example))
                            schemas.Differences(example, parameter.GetProperty("schema"))
                                .ShouldBeEmpty($"{place} {parameter.GetProperty("name")}");
                    }
                foreach (var response in operation.Value.GetProperty("responses").EnumerateObject()
                    .Where(r => r.Value.TryGetProperty("content", out _)))
                    foreach (var content in response.Value.GetProperty("content").EnumerateObject()
                        .Where(c => c.Value.TryGetProperty("examples", out _)))
                        foreach (var example in content.Value.GetProperty("examples").EnumerateObject())
                            schemas.Differences(example.Value.GetProperty("value"), content.Value.GetProperty("schema"))
                                .ShouldBeEmpty(place);
                if (path.Name is not ("/v1/graph" or "/v1/reuse/graph" or "/v1/documents/{id}/source" or "/metrics")
                    && !path.Name.EndsWith(".csv", StringComparison.Ordinal))
                    operation.Value.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json")
                        .TryGetProperty("examples", out _).ShouldBeTrue(place);
            }
    }

    // Which build of the sample it is, when it was made, and the last digits of a weight are not what an example is about.
    private static JsonNode Lasting(JsonNode answer)
    {
        Round(answer);
        foreach (var (name, value) in new[] { ("generation", "g-000001"), ("fingerprint", new string('0', 64)),
            ("built", "2026-01-01T00:00:00Z"), ("next", "Zy0wMDAwMDEBAAAAhJ9sS2b0vKqXW3nU8Lr5Zw") })
            Replace(answer, name, value);
        return answer;

        static void Replace(JsonNode? node, string name, string value)
        {
            if (node is not JsonObject fields) return;
            if (fields[name] is JsonValue) fields[name] = value;
            foreach (var (_, inner) in fields.ToList()) Replace(inner, name, value);
        }
    }

    private static void Round(JsonNode? node)
    {
        if (node is JsonArray list) foreach (var item in list) Round(item);
        if (node is not JsonObject fields) return;
        foreach (var (name, value) in fields.ToList())
            if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && !number.TryGetValue<long>(out _))
                fields[name] = Math.Round(number.GetValue<double>(), 3);
            else Round(value);
    }
}
