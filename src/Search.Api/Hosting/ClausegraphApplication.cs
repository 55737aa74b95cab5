using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;
using Search.Api.Serving;

namespace Search.Api.Hosting;

/// <summary>
/// Clausegraph as it runs within another application: whole, with services, limits and routes of its own, so that neither
/// changes how the other behaves. It starts and stops with the other one, writes to its log, and answers
/// the requests that are handed to it.
/// </summary>
internal sealed class ClausegraphApplication(IOptions<ClausegraphOptions> options, ILoggerFactory log) : IHostedService, IAsyncDisposable
{
    private readonly HandedRequests _requests = new();
    private WebApplication? _application;

    /// <summary>Answers a request that came for an address at or below the path <paramref name="at"/>.</summary>
    public Task AnswerAsync(HttpContext context, PathString at) => _requests.AnswerAsync(context, at);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName =
            typeof(ClausegraphApplication).Assembly.GetName().Name
        });
        builder.Configuration.Sources.Clear(); // the other application's settings are not meant for this one
        builder.Configuration.AddInMemoryCollection(SettingsOf(options.Value));
        builder.Services.AddSingleton(log);
        builder.Services.AddSingleton<IServer>(_requests);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>(); // signals go to the other application
        _application = ApiApplication.Create(builder);
        await _application.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => _application?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _application?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Dictionary<string, string?> SettingsOf(ClausegraphOptions options)
    {
        if (options.Settings.Keys.FirstOrDefault(name => Settings.Find(name) is null) is { } unknown)
            throw new SettingException(
                $"'{unknown}' is not a setting. Settings are {string.Join(", ", Settings.All.Select(s => s.Name))}.");
        var settings = new Dictionary<string, string?>(options.Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in (ReadOnlySpan<(string,
            string?)>)[("index", options.Index), ("authorities", options.Authorities), ("publicAddress", options.PublicAddress)])
            if (value is not null) settings[name] = value;
        return settings;
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
