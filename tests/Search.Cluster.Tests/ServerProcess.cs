using System.Diagnostics;
using System.Globalization;

namespace Search.Cluster.Tests;

/// <summary>A server of a cluster in a process of its own, which can be killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Client = new() { BaseAddress = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
    }

    public HttpClient Client { get; }

    /// <summary>Starts a server and waits until it answers that it is ready.</summary>
    /// <param name="index">The folder of snapshots.</param>
    /// <param name="first">The port of the cluster's first server, which keeps the list of servers.</param>
    /// <param name="port">The port of this one.</param>
    public static async Task<ServerProcess> Start(string index, int first, int port)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Search.Api.dll"), "--urls", "http://127.0.0.1:0", "--index", index, "--timeout", "300",
            "--rateLimit:burst", "0",
            "--cluster", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{first}"), "--cluster:address",
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
        var listening = 0;
        while (listening == 0 && await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("Now listening on:", StringComparison.Ordinal)) listening = new Uri(line.Split(": ")[1].Trim()).Port;
        if (listening == 0) throw new InvalidOperationException($"the server ended: {await process.StandardError.ReadToEndAsync()}");
        _ = process.StandardOutput.ReadToEndAsync(); // a pipe that nobody empties would stop it
        _ = process.StandardError.ReadToEndAsync();
        var server = new ServerProcess(process, listening);
        for (var i = 0; i < 1200; i++)
        {
            using var answer = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode) return server;
            await Task.Delay(50);
        }
        throw new TimeoutException("the server did not become ready");
    }

    /// <summary>Ends the process at once, as a crash does.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
