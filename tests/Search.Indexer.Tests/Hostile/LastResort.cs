using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Search.Catalog;
using Search.Testing;

namespace Search.Indexer.Tests.Hostile;

/// <summary>Whatever goes wrong, a command ends with one line and an exit code; as processes, with the disk and the
/// memory that they are given.</summary>
public class LastResort
{
    public static TheoryData<Exception, int, string> Failures => new()
    {
        { new IOException("No space left on device : '/x/y'"), ExitCode.InputOutput, "Free some space" },
        { new IOException("the device failed"), ExitCode.InputOutput, "Check the path" },
        { new UnauthorizedAccessException("Access to the path '/x' is denied."), ExitCode.InputOutput, "Check the path" },
        { new SqliteException("database or disk is full", 13), ExitCode.InputOutput, "could not be read or written" },
        { new AggregateException(new OperationCanceledException(), new AggregateException(new IOException("No space left"))),
            ExitCode.InputOutput, "Free some space" },
        { new AggregateException(new OperationCanceledException()), ExitCode.Interrupted, "" },
        { new TypeInitializationException("X", new FormatException("works.tsv, line 3: no title")), ExitCode.Invalid, "works.tsv, line 3" },
        { new InsufficientMemoryException(), ExitCode.OutOfMemory, "not enough memory" },
        { new AggregateException(new InsufficientMemoryException()), ExitCode.OutOfMemory, "not enough memory" },
        { new SnapshotBusyException("/x", "process 7 on here since then"), ExitCode.InputOutput, "process 7 on here" },
        { new SnapshotDamagedException("g-000001", "graph.bin", "is missing"), ExitCode.Invalid, "graph.bin" },
        { new FileNotFoundException("no such file: x"), ExitCode.InputMissing, "no such file" },
        { new InvalidOperationException("first\n   at Some.Where()"), ExitCode.Internal, "Please report" },
        { new InvalidCastException(), ExitCode.Internal, "InvalidCastException" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Every_exception_is_one_line_and_a_code(Exception error, int code, string said)
    {
        var failure = Failure.Of(error);
        failure.Code.ShouldBe(code);
        failure.Message.ShouldContain(said);
        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_folder_that_is_being_built_is_refused_with_who_builds_it()
    {
        using var folder = new TemporaryFolder();
        var refusals = new List<Run>();
        CatalogBuilder.Build(
            new BuildRequest { Sources = [Places.Sample], Output = folder.In("out"), Authorities = Places.Authorities },
            TimeProvider.System,
            progress: p =>
            {
                if (p.Step == "publishing" && p.Done == 0)
                    refusals.Add(Run.Of("build", Places.Sample, "--out", folder.In("out"), "--authorities", Places.Authorities).GetAwaiter()
                        .GetResult());
            });
        var refusal = refusals.ShouldHaveSingleItem();
        refusal.Code.ShouldBe(ExitCode.InputOutput);
        refusal.Error.Trim().ShouldStartWith($"error: {folder.In("out")} is being built by process {Environment.ProcessId} on ");
        (await Run.Of("verify", "--index", folder.In("out"))).Code.ShouldBe(ExitCode.Ok);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(300)]
    public async Task A_disk_that_takes_no_more_ends_a_build_with_one_line_and_74(int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the limit of a file's size is set with ulimit");
        using var folder = new TemporaryFolder();
        (await Build(folder)).Code.ShouldBe(ExitCode.Ok);
        // Above the limit a write fails as on a full disk. The runtime's own trick with its code needs a large
        // file in memory, and is switched off.
        var run = await Shell($"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {kilobytes}; exec dotnet \"$@\"",
            Command(folder));
        run.Code.ShouldBe(ExitCode.InputOutput, run.Error);
        Lines(run.Error).ShouldHaveSingleItem().ShouldStartWith("error: ");
        (await Run.Of("verify", "--index", folder.In("out"))).Out.ShouldStartWith("g-000001");
    }

    [Fact]
    public async Task Too_little_memory_ends_a_build_with_one_line_and_71()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the limit is set in the shell");
        using var folder = new TemporaryFolder();
        var run = await Shell("export DOTNET_GCHeapHardLimit=0x1000000; exec dotnet \"$@\"", Command(folder));
        run.Code.ShouldBe(ExitCode.OutOfMemory, run.Error);
        Lines(run.Error).ShouldHaveSingleItem().ShouldStartWith("error: there is not enough memory");
    }

    [Fact]
    public async Task A_folder_of_snapshots_that_cannot_be_one_is_named_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        folder.Write("file", "");
        var file = await Run.Of("build", Places.Sample, "--out", folder.In("file"), "--authorities", Places.Authorities);
        file.Code.ShouldBe(ExitCode.InputOutput);
        file.Error.Trim().ShouldBe($"error: {folder.In("file")} is a file, not a folder of snapshots. Name a folder with --out.");
        var under = await Run.Of("build", Places.Sample, "--out", folder.In("file", "below"), "--authorities", Places.Authorities);
        under.Code.ShouldBe(ExitCode.InputOutput);
        under.Error.ShouldContain($"{folder.In("file", "below")} could not be created");
        under.Error.ShouldContain("--out");
    }

    [Fact]
    public async Task Without_temporary_files_documents_are_read_and_a_dry_run_says_what_it_needs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the folder of temporary files is set in the shell");
        using var folder = new TemporaryFolder();
        const string Script = "export TMPDIR=/no/such/folder; exec dotnet \"$@\"";
        var docx = Directory.GetFiles(Places.Sample, "*.docx").ShouldHaveSingleItem();
        var read = await Shell(Script, ["parse", docx, "--out", folder.In("parsed"), "--authorities", Places.Authorities]);
        read.Code.ShouldBe(ExitCode.Ok, read.Error);
        var run = await Shell(Script, ["build", Places.Sample, "--dry-run", "--authorities", Places.Authorities]);
        run.Code.ShouldBe(ExitCode.InputOutput, run.Error);
        Lines(run.Error).ShouldHaveSingleItem().ShouldStartWith("error: no temporary file could be created in /no/such/folder");
        run.Error.ShouldContain("Set TMPDIR");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_folder_that_may_not_be_read_is_named_and_the_rest_is_indexed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/setpriv")
            && Environment.IsPrivilegedProcess, "needs root, to become somebody else who may not read");
        using var folder = new TemporaryFolder();
        folder.Write("in/good.txt", "The General Assembly,\n\n1. Decides to remain seized of the matter.\n");
        folder.Write("in/good.meta.json", "{}");
        folder.Write("in/closed/other.txt", "The General Assembly,\n\n1. Decides to remain seized of the matter.\n");
        var all = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead
            | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder.Path, all | UnixFileMode.OtherWrite);
        File.SetUnixFileMode(folder.In("in", "closed"), UnixFileMode.UserRead);
        File.SetUnixFileMode(folder.In("in", "good.meta.json"), UnixFileMode.UserRead);
        var run = await Shell("export HOME=/tmp; exec setpriv --reuid=65534 --regid=65534 --clear-groups dotnet \"$@\"",
            ["build", folder.In("in"), "--out", folder.In("out"), "--authorities", Places.Authorities]);
        Assert.SkipWhen(run.Error.Contains("libhostfxr", StringComparison.Ordinal)
            || run.Error.Contains("does not exist", StringComparison.Ordinal), "others may not run this build");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        run.Out.ShouldContain("1 documents");
        run.Out.ShouldContain("closed/: This folder could not be read");
        run.Out.ShouldContain("good.meta.json was ignored: it could not be read");
    }

    private static Task<Run> Build(TemporaryFolder folder) => Run.Of([.. Command(folder)]);

    private static string[] Command(TemporaryFolder folder) =>
        ["build", Places.Sample, "--out", folder.In("out"), "--authorities", Places.Authorities];

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Search.Indexer.dll");

    private static async Task<Run> Shell(string script, string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(
            new ProcessStartInfo("bash", ["-c", script, "bash", Program, .. arguments])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false
            })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output, await error);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
