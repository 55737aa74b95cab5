using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Search.Testing;

namespace Search.Indexer.Tests.Examples;

/// <summary><c>Search.Indexer mcp</c> as an assistant starts it: a process of its own, asked with the protocol's own client.</summary>
public class Assistant_over_standard_input
{
    [Fact]
    public async Task A_process_answers_over_standard_input_and_output_and_writes_nothing_else_there()
    {
        using var folder = new TemporaryFolder();
        (await Run.Of("build", Places.Sample, "--out", folder.Path, "--authorities", Places.Authorities)).Code.ShouldBe(ExitCode.Ok);
        var errors = new List<string>();
        await using (var client = await McpClient.CreateAsync(new StdioClientTransport(new()
        {
            Name = "clausegraph",
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "Search.Indexer.dll"), "mcp", "--index", folder.Path, "--site",
                "https://clauses.example/un/"],
            StandardErrorLines = errors.Add,
        })))
        {
            client.ServerInfo!.Name.ShouldBe("clausegraph");
            var tools = await client.ListToolsAsync();
            tools.Select(t => t.Name)
                .ShouldBe(["search_clauses", "get_clauses", "resolve_citation", "who_cites", "find_path", "check_text", "clause_history"],
                    ignoreOrder: true);
            tools.ShouldAllBe(t => t.ProtocolTool.OutputSchema != null);

            (await Ask("resolve_citation", """{"citation":"Palermo Protocol"}""")).GetProperty("works")[0].GetProperty("address")
                .GetString().ShouldBe("https://clauses.example/un/works/palermo-protocol");
            (await Ask("clause_history", """{"document":"A/RES/75/901","label":"OP1"}""")).GetProperty("total").GetInt32()
                .ShouldBeGreaterThan(1);
            var refused = await client.CallToolAsync("get_clauses", new Dictionary<string, object?> { ["document"] = "zzzzqqqq" });
            refused.IsError.ShouldBe(true);
            refused.Content.OfType<TextContentBlock>().ShouldHaveSingleItem().Text.ShouldContain("Nothing is known as 'zzzzqqqq'.");

            async Task<JsonElement> Ask(string tool, string arguments)
            {
                var answer = await client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments));
                answer.IsError.ShouldNotBe(true);
                return answer.StructuredContent!.Value;
            }
        }
        errors.ShouldBeEmpty(); // nor is anything amiss
    }
}
