using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Search.Api.Serving;

/// <summary>The last line of a start: the address to open, once there is something to see there.</summary>
internal sealed class Invitation(IServer server, ApiOptions options, IHostApplicationLifetime lifetime, ILogger<Invitation> log)
{
    private bool _extended;

    /// <summary>Writes the line when the server listens; the first time only.</summary>
    public async Task Extend(CancellationToken stopping)
    {
        if (_extended) return;
        _extended = true;
        using var startedOrStopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStarted, stopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, startedOrStopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.ThrowIfCancellationRequested();
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (Address(listening, options) is { } address) log.Open(address);
    }

    /// <summary>The address for a browser on this machine, or the public one where it is known; null where
    /// the server does not listen.</summary>
    public static string? Address(IEnumerable<string> listening, ApiOptions options)
    {
        if (options.PublicAddress is { } stated) return stated + options.PathBase;
        var first = listening.Select(BindingAddress.Parse).FirstOrDefault(a => a.Port != options.MetricsPort);
        if (first is null) return null;
        var isEveryInterface = first.Host is "*" or "+" or "0.0.0.0" or "[::]";
        return $"{first.Scheme}://{(isEveryInterface ? "localhost" : first.Host)}:{first.Port}{options.PathBase}";
    }
}
