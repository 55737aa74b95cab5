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
        undisturbed.Out.Contains("documents written: ", StringComparison.Ordinal).ShouldBe(appends);
        var (before, after) = (await Served(folder.In("before")), await Served(folder.In("undisturbed")));
        after.ShouldNotBe(before);

        foreach (var step in Steps(undisturbed))
        {
            Copy(folder.In("before"), folder.In(step));
            await BuildProcess.KillAt(step, Into(step), Directory.CreateDirectory(folder.In("temporary")).FullName);
            Directory.GetFileSystemEntries(folder.In("temporary")).ShouldBeEmpty($"left by a build killed at '{step}'");
            (await Served(folder.In(step))).ShouldBeOneOf(before, after);

            var resumed = await Run.Of(Into(step));
            resumed.Code.ShouldBe(ExitCode.Ok, resumed.Error);
            (await Served(folder.In(step))).ShouldBe(after, $"resumed after '{step}'");
            resumed.Out.Contains("documents written: ", StringComparison.Ordinal).ShouldBe(appends, $"resumed after '{step}'");
            Left(folder.In(step)).ShouldBe(Left(folder.In("undisturbed")), $"resumed after '{step}'");
        }
    }

    [Fact]
    public async Task A_process_that_watches_is_killed_in_the_build_of_a_new_document()
    {
        using var folder = new TemporaryFolder();
        var files = Directory.GetFiles(Places.Sample, "*.txt").Order(StringComparer.Ordinal).Take(Documents).ToArray();
        foreach (var file in files[..^1]) folder.Write($"in/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        var added = folder.In($"in/{Path.GetFileName(files[^1])}");
        string[] Into(string index, params string[] more) => ["build", folder.In("in"), "--out", folder.In(index), "--authorities",
            Places.Authorities, "--progress", "plain", .. more];
        (await Run.Of(Into("before", "--append"))).Code.ShouldBe(ExitCode.Ok);
        File.Copy(files[^1], added);
        Copy(folder.In("before"), folder.In("undisturbed"));
        var undisturbed = await Run.Of(Into("undisturbed", "--append"));
        undisturbed.Out.ShouldContain("documents written: 1;", customMessage: undisturbed.Error);
        (await Run.Of(Into("whole"))).Code.ShouldBe(ExitCode.Ok);
        (await Answers(folder, "undisturbed")).ShouldBe(await Answers(folder, "whole"));
        var (before, after) = (await Served(folder.In("before")), await Served(folder.In("undisturbed")));

        foreach (var step in Steps(undisturbed))
        {
            Copy(folder.In("before"), folder.In(step));
            File.Move(added, folder.In("aside"));
            await BuildProcess.KillAt(step, Into(step, "--watch"), Directory.CreateDirectory(folder.In("temporary")).FullName,
                () => File.Move(folder.In("aside"), added));
            Directory.GetFileSystemEntries(folder.In("temporary")).ShouldBeEmpty($"left by a process killed at '{step}'");
            (await Served(folder.In(step))).ShouldBeOneOf(before, after);

            var resumed = await Run.Until("g-", Into(step, "--watch"));
            resumed.Code.ShouldBe(ExitCode.Ok, resumed.Error);
            resumed.Out.ShouldContain("documents written: ", customMessage: $"resumed after '{step}'");
            (await Served(folder.In(step))).ShouldBe(after, $"resumed after '{step}'");
            Left(folder.In(step)).ShouldBe(Left(folder.In("undisturbed")), $"resumed after '{step}'");
        }
    }

    [Fact]
    public async Task A_killed_dry_run_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        string[] command = ["build", Places.Sample, "--dry-run", "--out", folder.In("none"), "--authorities", Places.Authorities,
            "--progress", "plain"];
        var undisturbed = await Run.Of(command);
        undisturbed.Code.ShouldBe(ExitCode.Ok, undisturbed.Error);
        var steps = Named(undisturbed);
        steps.Count.ShouldBeGreaterThan(1);
        foreach (var step in steps)
        {
            await BuildProcess.KillAt(step, command, Directory.CreateDirectory(folder.In("temporary")).FullName);
            Directory.GetFileSystemEntries(folder.In("temporary")).ShouldBeEmpty($"left by a dry run killed at '{step}'");
        }
        Directory.Exists(folder.In("none")).ShouldBeFalse();
    }

    private static List<string> Named(Run build) =>
        [.. build.Error.Split('\n').Select(BuildProcess.StepOf).OfType<string>().Distinct()];

    /// <summary>The steps that a build reported, in their order.</summary>
    private static List<string> Steps(Run build)
    {
        var steps = Named(build);
        foreach (var step in (string[])["reading", "identifying", "learning", "relating", "writing", "indexing", "publishing", "noting"])
            steps.ShouldContain(s => s.StartsWith(step, StringComparison.Ordinal));
        return steps;
    }

    /// <summary>What a snapshot answers, whatever the order of equals and the numbers of its rows.</summary>
    private static async Task<string> Answers(TemporaryFolder folder, string index)
    {
        var edges = folder.In(index + ".csv");
        var answers = new List<string>();
        foreach (var question in (string[][])[["export", "--format", "csv", "--out", edges], ["search", "states", "--limit", "1000"],
            ["search", "\"human rights\"", "--limit", "1000"], ["cited-by", "palermo-protocol", "--limit", "1000"]])
        {
            var run = await Run.Of([.. question, "--index", folder.In(index)]);
            run.Code.ShouldBe(ExitCode.Ok, run.Error);
            answers.AddRange(run.Out.Split('\n').Order(StringComparer.Ordinal));
        }
        var lines = (await File.ReadAllLinesAsync(edges)).Select(line => line[line.IndexOf(',', StringComparison.Ordinal)..]);
        return string.Join('\n', [.. answers, .. lines.Order(StringComparer.Ordinal)]);
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

    [GeneratedRegex(@"^g-\d{6}$")]
    private static partial Regex Generation();
}
