using Search.Api.Serving;

namespace Search.Api.Hosting;

/// <summary>A setting of the server as an option of a command line.</summary>
/// <param name="Name">As it is written after <c>--</c>.</param>
/// <param name="Default">What holds without it; empty for nothing.</param>
/// <param name="Description">What it does and what it may be.</param>
public sealed record ServerOption(string Name, string Default, string Description);

/// <summary>The server as a program.</summary>
public static class Server
{
    /// <summary>What can be set.</summary>
    public static IReadOnlyList<ServerOption> Options { get; } = [.. Settings.All.Select(s => new ServerOption(s.Name, s.Default, s.What))];

    /// <summary>Serves until the process is asked to stop, or prints what the arguments ask for.</summary>
    /// <param name="arguments">Settings as <c>--name value</c>, <c>--help</c> or <c>--version</c>.</param>
    /// <param name="output">Where help and version go.</param>
    /// <param name="error">Where the line goes that says what failed.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            if (CommandLine.Read(arguments) is { } answer)
            {
                await output.WriteLineAsync(answer);
                return 0;
            }
            await ApiApplication.Create(arguments).RunAsync();
            return 0;
        }
#pragma warning disable CA1031 // the last resort: no program ends in a trace of calls
        catch (Exception e) when (e is not HostAbortedException) // which tools use to end a host that they have looked at
        {
            return LastResort.Report(e, error);
        }
#pragma warning restore CA1031
    }
}
