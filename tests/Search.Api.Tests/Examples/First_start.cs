using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Api.Serving;
using Search.Testing;

namespace Search.Api.Tests.Examples;

/// <summary>What a user reads who starts the server for the first time.</summary>
[Collection(OneApi.Name)]
public class First_start(Api api)
{
    [Fact]
    public async Task The_first_line_says_that_it_starts_and_the_last_one_what_to_open()
    {
        using var process = Started.With("--urls", "http://127.0.0.1:0", "--index", api.Index);
        try
        {
            var lines = new List<string>();
            while (lines.LastOrDefault()?.Contains("Open ", StringComparison.Ordinal) != true
                && await process.StandardOutput.ReadLineAsync() is { } line)
                lines.Add(line);
            lines[1].ShouldContain($"Clausegraph {CommandLine.Version} is starting");
            using var client = new HttpClient();
            (await client.GetStringAsync(lines[^1].Trim()["Open ".Length..])).ShouldContain("<html");
            // nothing is sent unless a collector is named
            if (OperatingSystem.IsLinux()) File.ReadAllText($"/proc/{process.Id}/maps").ShouldNotContain("OpenTelemetry.Exporter");
            if (OperatingSystem.IsWindows()) return; // where a process cannot be asked to end
            Signals.Terminate(process);
            (await process.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task While_the_sample_is_built_every_step_is_reported()
    {
        using var folder = new TemporaryFolder();
        var options = ApiOptions.From(new Settings(new ConfigurationManager())) with
        {
            Index = folder.In("built"),
            SampleIndex = folder.In("built-sample")
        };
        using var log = new Lines();
        await using var server =
            new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.ConfigureTestServices(services => services
            .AddSingleton(options).AddLogging(logging => logging.ClearProviders().AddProvider(log))));
        using var client = server.CreateClient();
        await Started.Ready(client);
        var lines = log.Written.ToList();
        var begun = lines.FindIndex(l => l.StartsWith("No folder of snapshots was named", StringComparison.Ordinal));
        foreach (var step in (string[])["reading", "linking", "writing", "indexing", "publishing"])
            lines.FindIndex(l => l.StartsWith($"Building the sample: {step} ", StringComparison.Ordinal)).ShouldBeGreaterThan(begun, step);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("http://[::]:80", "http://localhost:80")]
    [InlineData("https://0.0.0.0:5443", "https://localhost:5443")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080")]
    [InlineData("http://127.0.0.1:9464 http://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("", null)]
    public void The_address_to_open_is_one_that_a_browser_on_this_machine_can_open(string listening, string? address)
    {
        var options = ApiOptions.From(new Settings(new ConfigurationManager())) with { MetricsAddress = "http://127.0.0.1:9464" };
        Invitation.Address(listening.Split(' ', StringSplitOptions.RemoveEmptyEntries), options).ShouldBe(address);
    }

    [Fact]
    public void Where_the_public_address_is_known_that_is_the_one_to_open()
    {
        var options = ApiOptions.From(new Settings(new ConfigurationManager())) with { PublicAddress = "https://search.example.org" };
        Invitation.Address(["http://127.0.0.1:5080"], options).ShouldBe("https://search.example.org");
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
