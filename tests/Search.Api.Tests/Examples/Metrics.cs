using System.Globalization;
using System.Text.RegularExpressions;
using Search.Api.Tests.Hostile;

namespace Search.Api.Tests.Examples;

/// <summary>The metrics are text that Prometheus reads, and no visitor can make them grow.</summary>
[Collection(Alone.Name)] // the metrics of all servers of a process are one, and a server that is closed takes what it shares with it
public sealed partial class Metrics : IAsyncLifetime
{
    private readonly Api _api = new();

    public async ValueTask InitializeAsync()
    {
        await _api.InitializeAsync();
        await _api.Client.GetStringAsync("/metrics"); // what servers closed before leave behind goes with the first look
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Every_line_is_a_sample_of_a_metric_that_is_described_before_it()
    {
        await _api.Json("/v1/index");
        var (types, seen, last) = (new Dictionary<string, string>(), new HashSet<string>(), "");
        foreach (var line in (await _api.Client.GetStringAsync("/metrics")).TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal)) continue;
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var parts = line.Split(' ');
                types.TryAdd(parts[2], parts[3]).ShouldBeTrue($"{parts[2]} is described twice");
                parts[3].ShouldBeOneOf("counter", "gauge", "histogram");
                if (parts[3] == "counter") parts[2].ShouldEndWith("_total");
                last = parts[2];
                continue;
            }
            var sample = Sample().Match(line);
            sample.Success.ShouldBeTrue(line);
            var name = sample.Groups["name"].Value;
            (types[last] == "histogram" ? Regex.Replace(name, "_(bucket|sum|count)$", "") : name).ShouldBe(last, line);
            double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture);
            seen.Add(name + sample.Groups["labels"].Value).ShouldBeTrue($"twice: {line}");
        }
        types.Keys.ShouldContain("http_server_request_duration_seconds");
    }

    [Fact]
    public async Task Addresses_and_methods_that_are_made_up_add_no_series()
    {
        async Task<int> Series() =>
            (await _api.Client.GetStringAsync("/metrics")).Split('\n')
                .Count(l => l.StartsWith("http_server_request_duration_seconds_count", StringComparison.Ordinal)
                    && !l.Contains("/metrics"));
        async Task Ask(int from, int count)
        {
            for (var i = from; i < from + count; i++)
            {
                foreach (var address in (string[])[$"/made/up/{i}", $"/v1/works/made-up-{i}", $"/v1/search?q=made-up-{i}",
                    $"/documents/{i}"])
                    (await _api.Client.GetAsync(address)).Dispose();
                using var odd = new HttpRequestMessage(new HttpMethod($"MADE{i}"), "/v1/index");
                (await _api.Client.SendAsync(odd)).Dispose();
            }
        }
        await Ask(0, 3); // more than once: a request is counted just after its answer is here
        var before = await Series();
        await Ask(3, 20);
        (await Series()).ShouldBe(before);
        (await _api.Client.GetStringAsync("/metrics")).ShouldNotContain("made-up");
    }

    [Fact]
    public async Task What_came_before_the_first_look_is_counted()
    {
        await using var server = await Listening.Over(_api.Index);
        await server.Exchange("GET /v1/resolve?citation=crc HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", TimeSpan.FromSeconds(20));
        (await server.Exchange("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", TimeSpan.FromSeconds(20))).ShouldContain(
            "http_route=\"/v1/resolve\"");
    }

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{[a-zA-Z_][a-zA-Z0-9_]*="(\\.|[^"\\])*"(,[a-zA-Z_][a-zA-Z0-9_]*="(\\.|[^"\\])*")*\})? (?<value>[0-9eE+.\-]+|NaN|[+-]?Inf(inity)?)$""")]
    private static partial Regex Sample();
}
