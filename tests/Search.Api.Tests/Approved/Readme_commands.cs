using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Search.Testing;

namespace Search.Api.Tests.Approved;

/// <summary>What the README shows is what the sample answers. A line that is only … stands for any lines; each
/// shown line must follow in order.</summary>
[Collection(OneApi.Name)]
public partial class Readme_commands(Api api)
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Every_request_shown_is_answered_as_shown()
    {
        var readme = (await File.ReadAllTextAsync(Places.InRepository("README.md"))).ReplaceLineEndings("\n");
        var blocks = RunBlock().Matches(readme);
        blocks.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (Match block in blocks)
        {
            var lines = block.Groups["body"].Value.TrimEnd('\n').Split('\n');
            var address = new Uri(Regex.Match(lines[0], "'(?<url>[^']+)'").Groups["url"].Value);
            var body = await api.Client.GetStringAsync(address.PathAndQuery);
            var answer = JsonNode.Parse(body)!.ToJsonString(Indented).ReplaceLineEndings("\n").Split('\n');
            Follows(lines.AsSpan(1), answer).ShouldBeTrue($"{lines[0]}\nnow answers\n{string.Join('\n', answer)}");
        }
    }

    [Fact]
    public async Task Every_other_request_named_is_answered()
    {
        var requests = Regex.Matches(await File.ReadAllTextAsync(Places.InRepository("README.md")),
            "^curl '(?<url>[^']+)'(?: -H 'Content-Type: (?<type>[^']+)' -d '(?<body>[^']+)')?", RegexOptions.Multiline);
        requests.Count.ShouldBe(7);
        foreach (Match request in requests)
        {
            var address = new Uri(request.Groups["url"].Value).PathAndQuery;
            using var answer = request.Groups["body"] is { Success: true, Value: var body }
                ? await api.Client.PostAsync(address, new StringContent(body, System.Text.Encoding.UTF8, request.Groups["type"].Value))
                : await api.Client.GetAsync(address);
            answer.IsSuccessStatusCode.ShouldBeTrue(address);
        }
    }

    private static bool Follows(ReadOnlySpan<string> shown, string[] answer)
    {
        var at = 0;
        var free = false;
        foreach (var line in shown)
        {
            if (line.Trim() == "…")
            {
                free = true;
                continue;
            }
            var found = free ? Array.IndexOf(answer, line, at) : at < answer.Length && answer[at] == line ? at : -1;
            if (found < 0) return false;
            at = found + 1;
            free = false;
        }
        return shown.Length > 1 && (free || at == answer.Length);
    }

    [GeneratedRegex("<!-- run -->\n```console\n\\$ curl (?<body>.*?)```", RegexOptions.Singleline)]
    private static partial Regex RunBlock();
}
