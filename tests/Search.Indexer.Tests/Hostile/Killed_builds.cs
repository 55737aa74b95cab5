using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Search.Testing;

namespace Search.Indexer.Tests.Hostile;

/// <summary>A process that builds is killed in every step: the snapshot before or the new one is served, and the next build ends with the
/// bytes of one that nobody disturbed.</summary>
public partial class Killed_builds
{
    private const int Documents = 12;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_next_build_ends_with_the_same_bytes(bool appends)
    {
        using var folder = new TemporaryFolder();
        var files = Directory.GetFiles(Places.Sample, "*.txt").Order(StringComparer.Ordinal).Take(Documents).ToArray();
        foreach (var file in files[..^1]) folder.Write($"in/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        string[] Into(string index) => ["build", folder.In("in"), "--out", folder.In(index), "--authorities", Places.Authorities,
            "--progress", "plain", .. appends ? new[] { "--append" } : []];
        (await Run.Of(Into("before"))).Code.ShouldBe(ExitCode.Ok);
        folder.Write($"in/{Path.GetFileName(files[^1])}", File.ReadAllBytes(files[^1]));
        Copy(folder.In("before"), folder.In("undisturbed"));
        var undisturbed = await Run.Of(Into("undisturbed"));
        undisturbed.Code.ShouldBe(ExitCode.Ok, undisturbed.Error);
        undisturbed.Out.Contains("documents appended: ", StringComparison.Ordinal).ShouldBe(appends);
        var (before, after) = (await Served(folder.In("before")), await Served(folder.In("undisturbed")));
        after.ShouldNotBe(before);

        var steps = Steps(undisturbed.Error);
        foreach (var step in (string[])["reading", "identifying", "learning", "relating", "writing", "indexing", "publishing", "noting"])
            steps.ShouldContain(s => s.StartsWith(step, StringComparison.Ordinal));
        foreach (var step in steps)
        {
            Copy(folder.In("before"), folder.In(step));
            await KillAt(step, Into(step), Directory.CreateDirectory(folder.In("temporary")).FullName);
            Directory.GetFileSystemEntries(folder.In("temporary")).ShouldBeEmpty($"left by a build killed at '{step}'");
            (await Served(folder.In(step))).ShouldBeOneOf(before, after);

            var resumed = await Run.Of(Into(step));
            resumed.Code.ShouldBe(ExitCode.Ok, resumed.Error);
            (await Served(folder.In(step))).ShouldBe(after, $"resumed after '{step}'");
            resumed.Out.Contains("documents appended: ", StringComparison.Ordinal).ShouldBe(appends, $"resumed after '{step}'");
            Left(folder.In(step)).ShouldBe(Left(folder.In("undisturbed")), $"resumed after '{step}'");
        }
    }

    /// <summary>The steps that a build reports, in their order.</summary>
    private static List<string> Steps(string progress) =>
        [.. progress.Split('\n').Select(StepOf).OfType<string>().Distinct()];

    private static string? StepOf(string line) => Step().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Starts a process that builds, and kills it as soon as it names a step.</summary>
    private static async Task KillAt(string step, string[] command, string temporary)
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
        var isNamed = false;
        while (!isNamed && await build.StandardError.ReadLineAsync() is { } line) isNamed = StepOf(line) == step;
        build.Kill();
        await build.WaitForExitAsync();
        isNamed.ShouldBeTrue($"the build did not come to '{step}'");
    }

    /// <summary>Names and checksums of all files of the live generation, and what it answers.</summary>
    private static async Task<string> Served(string index)
    {
        var live = (await File.ReadAllTextAsync(Path.Combine(index, "CURRENT"))).Trim();
        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(index, live, "manifest.json")));
        var search = await Run.Of("search", "report", "--index", index, "--json");
        search.Code.ShouldBe(ExitCode.Ok, search.Error);
        return manifest.RootElement.GetProperty("files").GetRawText() + search.Out.Replace(live, "live", StringComparison.Ordinal);
    }

    /// <summary>The names of what lies in a folder of snapshots, with all generations under one name.</summary>
    private static string Left(string index) => string.Join(' ', Directory.GetFileSystemEntries(index)
        .Select(path => Generation().Replace(Path.GetFileName(path), "g")).Order(StringComparer.Ordinal));

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    [GeneratedRegex(@"^([a-z ]+) \d+/\d+\r?$")]
    private static partial Regex Step();

    [GeneratedRegex(@"^g-\d{6}$")]
    private static partial Regex Generation();
}
