using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Search.Api.Tests.Examples;

/// <summary>The tools of assistants, asked with the protocol's own client, which reads every answer; each is held
/// against its output schema.</summary>
[Collection(OneApi.Name)]
public class Assistant_tools(Api api)
{
    private const int MostBytes = 2000;

    /// <summary>Questions over the sample: the tool, its arguments, and what the answer must hold.</summary>
    public static TheoryData<string, string, string> Questions => new()
    {
        { "resolve_citation", """{"citation":"Palermo Protocol"}""", "palermo-protocol" },
        { "resolve_citation", """{"citation":"resolution 55/25, annex II"}""", "palermo-protocol" },
        { "resolve_citation", """{"citation":"Convention on the Rights of the Child"}""", "\"crc\"" },
        { "resolve_citation", """{"citation":"CRC"}""", "\"crc\"" },
        { "resolve_citation", """{"citation":"article 37 (b) of the Convention on the Rights of the Child"}""", "\"crc\"" },
        { "resolve_citation", """{"citation":"A/RES/75/901"}""", "a-res-75-901" },
        { "resolve_citation", """{"citation":"resolution 61/901"}""", "a-res-61-901" },
        { "resolve_citation", """{"citation":"Universal Declaration of Human Rights"}""", "udhr" },
        { "resolve_citation", """{"citation":"Palermo Protocoll"}""", "nearest" },
        { "get_clauses", """{"document":"a-res-75-901","label":"OP5"}""", "trust fund" },
        { "get_clauses", """{"document":"a-res-75-901","label":"op7"}""", "a-hrc-res-40-901" },
        { "get_clauses", """{"document":"A/RES/75/901","label":"OP3"}""", "69/901" },
        { "get_clauses", """{"document":"A/RES/75/901"}""", "river and strait crossings" },
        { "get_clauses", """{"document":"a-res-75-901","label":"PP1"}""", "a-res-71-901" },
        { "get_clauses", """{"document":"a-res-75-901","label":"OP9"}""", "urges-ratification" },
        { "search_clauses", """{"query":"\"early intervention\""}""", "a-res-55-901#op4-c" },
        { "search_clauses", """{"query":"trust fund registrars"}""", "A/RES/75/901" },
        { "search_clauses", """{"query":"cites:\"Palermo Protocol\" treatment:urges-ratification"}""", "\"total\":5" },
        { "search_clauses", """{"query":"treatment:renews"}""", "renews" },
        { "search_clauses", """{"query":"unaccompanied children"}""", "total" },
        { "who_cites", """{"work":"palermo-protocol","treatment":"urges-ratification"}""", "A/RES/80/901" },
        { "who_cites", """{"work":"Palermo Protocol","treatment":"urges-ratification"}""", "\"total\":5" },
        { "who_cites", """{"work":"crc"}""", "evidence" },
        { "who_cites", """{"work":"palermo-protocol","pinpoint":"article 6"}""", "art. 6" },
        { "who_cites", """{"work":"a-res-75-901"}""", "treatments" },
        { "find_path", """{"source":"a-res-80-901","target":"palermo-protocol"}""", "a-res-80-901#" },
        { "find_path", """{"source":"A/RES/80/901","target":"A/RES/61/901"}""", "evidence" },
        { "check_text", """{"text":"Recalling General Assembly resolution 75/901 of 15 December 2020,"}""", "16 December 2020" },
        { "check_text", """{"text":"Recalling Security Council resolution 1325 (2001),"}""", "in 2000, not in 2001" },
        { "check_text", """{"text":"Recalling General Assembly resolution 75/901 of 16 December 2020,"}""", "\"findings\":[]" },
        { "clause_history", """{"document":"a-res-75-901","label":"OP1"}""", "\"versions\":[{" },
        { "clause_history", """{"document":"A/RES/75/901","label":"op1"}""", "/history/a-res-75-901/op1" },
        { "clause_history", """{"document":"A/RES/75/901","label":"PP1"}""", "\"when\":\"itself\"" },
    };

    [Fact]
    public async Task Questions_are_answered_in_one_call_each_within_2_kB_and_by_their_schemas()
    {
        await using var client = await Client();
        var tools = (await client.ListToolsAsync()).ToDictionary(t => t.Name);
        tools.Keys.ShouldBe(["search_clauses", "get_clauses", "resolve_citation", "who_cites", "find_path", "check_text", "clause_history"],
            ignoreOrder: true);
        Questions.Count.ShouldBeGreaterThanOrEqualTo(30);
        var wrong = new List<string>();
        foreach (var row in Questions)
        {
            var (tool, arguments, expected) = row.Data;
            var answer = await Call(client, tool, arguments);
            var text = answer.StructuredContent?.ToString() ?? "";
            if (answer.IsError == true || !Compact(text).Contains(expected, StringComparison.Ordinal))
                wrong.Add($"{tool} {arguments}: {string.Join(' ', answer.Content.OfType<TextContentBlock>().Select(c => c.Text))}");
            else if (Encoding.UTF8.GetByteCount(Compact(text)) > MostBytes) wrong.Add($"{tool} {arguments}: {text.Length} bytes");
            else if (!Json.Schema.JsonSchema.FromText(tools[tool].ProtocolTool.OutputSchema!.Value.GetRawText())
                .Evaluate(answer.StructuredContent!.Value).IsValid)
                wrong.Add($"{tool} {arguments}: not as its schema says");
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_an_answer_follow_each_other_without_a_gap()
    {
        await using var client = await Client();
        var (seen, next) = (new List<string>(), (string?)"");
        for (var calls = 0; next is not null && calls < 100; calls++)
        {
            var page = (await Call(client, "get_clauses", $$"""{"document":"a-res-75-901","next":"{{next}}"}""")).StructuredContent!.Value;
            seen.AddRange(page.GetProperty("clauses").EnumerateArray().Select(c => c.GetProperty("address").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        var all = (await api.Json("/v1/documents/a-res-75-901/clauses?limit=100")).GetProperty("clauses").EnumerateArray()
            .Select(c => c.GetProperty("id").GetString()!.Replace("a-res-75-901/", "")).ToList();
        seen.Select(a => a[(a.IndexOf('#', StringComparison.Ordinal) + 1)..]).ShouldBe(all);
    }

    [Theory]
    [InlineData("who_cites", """{"work":"zzzzqqqq"}""")]
    [InlineData("who_cites", """{"work":"crc","treatment":"urges-ratificaton"}""")]
    [InlineData("get_clauses", """{"document":"<script>"}""")]
    [InlineData("get_clauses", """{"document":"crc","next":"-1"}""")]
    [InlineData("search_clauses", """{"query":"a","next":"999999999999"}""")]
    [InlineData("find_path", """{"source":"","target":"crc"}""")]
    [InlineData("resolve_citation", "{}")]
    [InlineData("clause_history", """{"document":"a-res-75-901","label":"OP99"}""")]
    [InlineData("clause_history", """{"document":"a-res-75-901","label":"op1","next":"x"}""")]
    [InlineData("clause_history", """{"document":"crc","label":"OP1"}""")]
    public async Task An_argument_that_cannot_be_used_is_an_error_in_words(string tool, string arguments)
    {
        await using var client = await Client();
        var answer = await Call(client, tool, arguments);
        answer.IsError.ShouldBe(true);
        var said = answer.Content.OfType<TextContentBlock>().ShouldHaveSingleItem().Text;
        said.Length.ShouldBeGreaterThan(10);
        said.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("get_clauses", """{"document":"crc","labl":"OP1"}""", "'labl' is not an argument of get_clauses. Did you mean label?")]
    [InlineData("clause_history", """{"document":"crc"}""", "clause_history needs label.")]
    [InlineData("search_clauses", """{"query":7}""", "'query' of search_clauses must be of type string.")]
    public async Task An_argument_that_the_tool_does_not_have_or_of_another_type_is_named(string tool, string arguments, string expected)
    {
        await using var client = await Client();
        var answer = await Call(client, tool, arguments);
        answer.IsError.ShouldBe(true);
        answer.Content.OfType<TextContentBlock>().ShouldHaveSingleItem().Text.ShouldStartWith(expected);
    }

    private async Task<McpClient> Client() => await McpClient.CreateAsync(
        new HttpClientTransport(new()
        {
            Endpoint = new("http://localhost/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp
        }, api.Server.CreateClient(), ownsHttpClient: true));

    private static async Task<CallToolResult> Call(McpClient client, string tool, string arguments) => await client.CallToolAsync(
        tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments));

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Relaxed);

    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
