using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Search.Indexer.Tests.Hostile;

/// <summary>A build in a process of its own, which is killed.</summary>
internal static partial class BuildProcess
{
    /// <summary>The line that the last step of a build ends with.</summary>
    private const string Done = "noting what is new 1/1";

    /// <summary>How long a line may take before a test gives up: machines may be busy.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Starts a process that builds, and kills it as soon as it names a step.</summary>
    /// <param name="step">A step, as the progress names it.</param>
    /// <param name="command">A command that reports its progress line by line.</param>
    /// <param name="temporary">The process's folder of temporary files.</param>
    /// <param name="change">Where it is not null: done when the first build is over; the step is one of the build that follows.</param>
    public static async Task KillAt(string step, string[] command, string temporary, Action? change = null)
    {
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Search.Indexer.dll"), .. command])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                // The runtime's own sockets are none of the build's files.
                Environment = { ["TMPDIR"] = temporary, ["DOTNET_EnableDiagnostics"] = "0" },
            })!;
        try
        {
            if (change is not null)
            {
                await Until(build.StandardError, line => line.StartsWith(Done, StringComparison.Ordinal), Done);
                await Until(build.StandardOutput, line => line.StartsWith("g-", StringComparison.Ordinal), "its report");
                change();
            }
            await Until(build.StandardError, line => StepOf(line) == step, step);
        }
        finally
        {
            build.Kill();
            await build.WaitForExitAsync();
        }
    }

    /// <summary>The step that a line of progress names; null where it is no such line.</summary>
    public static string? StepOf(string line) => Step().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    private static async Task Until(StreamReader lines, Func<string, bool> isMeant, string what)
    {
        while (await lines.ReadLineAsync().WaitAsync(Limit) is { } line)
            if (isMeant(line)) return;
        throw new InvalidOperationException($"the build did not come to '{what}'");
    }

    [GeneratedRegex(@"^([a-z ]+) \d+/\d+\r?$")]
    private static partial Regex Step();
}
