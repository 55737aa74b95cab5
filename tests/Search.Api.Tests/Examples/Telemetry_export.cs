using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Search.Api.Tests.Hostile;

namespace Search.Api.Tests.Examples;

/// <summary>Metrics and traces go to a collector where one is named, and nowhere else.</summary>
[Collection(Alone.Name)] // the meters and sources of all servers of a process are one
public sealed class Telemetry_export : IAsyncLifetime
{
    private readonly Api _api = new();

    public ValueTask InitializeAsync() => _api.InitializeAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_collector_is_sent_metrics_and_traces_by_route_and_not_what_visitors_search_for()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = WebApplication.CreateSlimBuilder(["--Logging:LogLevel:Default=None"]).Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/base/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.AddOrUpdate(signal, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before
                + Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync();
        await using (var server = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("index", _api.Index).UseSetting("otlp:endpoint", collector.Urls.First() + "/base/")
            .ConfigureAppConfiguration((_, c) =>
                c.AddInMemoryCollection([new("OTEL_BSP_SCHEDULE_DELAY", "100"), new("OTEL_METRIC_EXPORT_INTERVAL", "100")]))
            .UseSetting("Logging:LogLevel:Default", "Critical")))
        {
            using var client = server.CreateClient();
            await Started.Ready(client);
            (await client.GetAsync("/v1/search?q=lighthouse")).EnsureSuccessStatusCode();
            bool IsHere(string signal) =>
                received.TryGetValue(signal, out var sent) && sent.Contains("/v1/search", StringComparison.Ordinal);
            for (var i = 0; i < 1200 && !(IsHere("traces") && IsHere("metrics")); i++) await Task.Delay(50);
        }

        received["traces"].ShouldContain("/v1/search");
        received["traces"].ShouldContain("clausegraph");
        received["traces"].ShouldNotContain("lighthouse");
        received["traces"].ShouldNotContain("/health/ready");
        received["metrics"].ShouldContain("http.server.request.duration");
        received["metrics"].ShouldContain("/v1/search");
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_traced()
    {
        await using var server =
            new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSetting("index", _api.Index)
                .UseSetting("Logging:LogLevel:Default", "Critical"));
        server.Services.GetService<TracerProvider>().ShouldBeNull();
    }
}
