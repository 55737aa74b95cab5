using System.Diagnostics;

namespace Search.Api.Tests;

/// <summary>The program in a process of its own, for what only a process can show: options, exit codes, restarts.</summary>
internal static class Started
{
    /// <summary>Starts the program; its output and errors are read by the caller.</summary>
    public static Process With(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Search.Api.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>The ports of the addresses that the program says it listens on, as many as there are to be.</summary>
    public static async Task<List<int>> Ports(Process process, int count = 1)
    {
        var ports = new List<int>();
        while (ports.Count < count && await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("Now listening on:")) ports.Add(new Uri(line.Split(": ")[1].Trim()).Port);
        return ports;
    }

    /// <summary>Waits until the server answers 200 to <c>/health/ready</c>.</summary>
    /// <param name="client">Of the server.</param>
    /// <param name="below">The path that it serves at.</param>
    public static async Task Ready(HttpClient client, string below = "")
    {
        for (var i = 0; i < 1200 && !(await client.GetAsync(below + "/health/ready")).IsSuccessStatusCode; i++) await Task.Delay(100);
    }
}
