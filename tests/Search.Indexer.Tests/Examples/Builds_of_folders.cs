using System.Text.Json;
using Search.Catalog;
using Search.Indexer.Commands;
using Search.Indexer.Progress;
using Search.Testing;

namespace Search.Indexer.Tests.Examples;

/// <summary>What <c>build</c> takes and says.</summary>
public class Builds_of_folders
{
    private const string Text =
        "A/RES/99/901\n\nThe General Assembly,\n\nRecalling resolution 1325 (2000), and all previous relevant resolutions,\n\n1. Requests a report.\n";

    [Fact]
    public async Task A_summary_says_what_documents_lack_and_what_is_gone()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", Text);
        folder.Write("in/b.txt", "The Council,\n\n1. Recalls A/RES/58/137.\n");
        var first = await Build(folder);
        first.Code.ShouldBe(ExitCode.Ok, first.Error);
        first.Out.ShouldContain("files read: 2;");
        first.Out.ShouldContain("without symbol: 1: b.txt");
        first.Out.ShouldContain("next: state a missing symbol in NAME.meta.json");

        folder.Write("in/a.txt", "A/RES/99/901\n\nThe General Assembly,\n\n1. Requests a report.\n");
        File.Delete(folder.In("in/b.txt"));
        var second = await Build(folder);
        second.Out.ShouldContain("files read: 1;");
        second.Out.ShouldContain("gone since g-000001: 1 documents: b");
        second.Out.ShouldContain("fewer edges than in g-000001: a-res-99-901, 0 instead of 1");

        using var report = JsonDocument.Parse((await Build(folder, "--json")).Out);
        report.RootElement.GetProperty("filesRead").GetInt32().ShouldBe(0);
        report.RootElement.GetProperty("summary").GetProperty("withoutSymbol").GetProperty("count").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("build", "in", "--indx", "out")]
    [InlineData("build", "in", "--out", "--dry-rn")]
    [InlineData("parse", "--corpu", "in")]
    public async Task An_option_is_never_taken_for_a_folder(params string[] command)
    {
        var run = await Run.Of(command);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("is not an option of " + command[0]);
        Directory.Exists("--dry-rn").ShouldBeFalse();
    }

    [Fact]
    public async Task The_help_names_formats_and_sidecars()
    {
        var help = (await Run.Of("build", "--help")).Out;
        foreach (var format in SourceFolders.Formats) help.ShouldContain(format);
        help.ShouldContain("NAME.meta.json");
    }

    [Theory]
    [InlineData("800M", 800L << 20)]
    [InlineData("1.5g", 1536L << 20)]
    [InlineData("12", null)]
    [InlineData("", null)]
    [InlineData("-1G", null)]
    [InlineData("many", null)]
    public void A_size_of_memory_has_a_unit(string size, long? bytes) => MemoryBudget.Parse(size).ShouldBe(bytes);

    [Fact]
    public async Task A_size_that_cannot_be_used_is_refused()
    {
        (await Run.Of("build", "in", "--memory", "12")).Error.ShouldContain("such as 800M or 2G");
        (await Run.Of("build", "in", "--memory", "10M")).Error.ShouldContain("at least 400M");
    }

    [Fact]
    public async Task A_watch_builds_again_when_files_change_and_have_come_to_rest()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", Text);
        using var stop = new CancellationTokenSource();
        var builds = 0;
        var code = await BuildWatch.RunAsync(
            new(TextWriter.Null, TextWriter.Null, Style.Plain), [folder.In("in")],
            () =>
            {
                builds++;
                if (builds == 1) folder.Write("in/b.txt", Text);
                if (builds == 2) throw new InvalidDataException("no documents");
                if (builds == 2 + 1) stop.Cancel();
                return 0;
            },
            new HastyTime(() => { if (builds == 2 && !File.Exists(folder.In("in/c.txt"))) folder.Write("in/c.txt", Text); }), stop.Token);
        (code, builds).ShouldBe((ExitCode.Ok, 3));
    }

    [Fact]
    public async Task A_watch_does_not_wait_for_what_no_build_reads()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", Text);
        (await BuildsUntilRest(folder, "in/app.log", HastyTime.Never)).ShouldBe(2);
    }

    [Fact]
    public async Task A_document_that_is_written_all_the_time_does_not_keep_others_waiting_forever()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", Text);
        (await BuildsUntilRest(folder, "in/a.txt", TimeSpan.FromSeconds(1))).ShouldBe(2);
    }

    [Fact]
    public async Task A_build_that_failed_is_tried_again_though_nothing_has_changed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", Text);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var error = new StringWriter();
        var builds = 0;
        await BuildWatch.RunAsync(
            new(TextWriter.Null, error, Style.Plain), [folder.In("in")],
            () =>
            {
                if (++builds == 1) throw new IOException("No space left on device : '/x/y'");
                stop.Cancel();
                return 0;
            },
            new HastyTime(() => { }, TimeSpan.FromSeconds(1)), stop.Token);
        builds.ShouldBe(2);
        error.ToString().Trim().ShouldBe("error: No space left on device : '/x/y'. Free some space, then run the command again.");
    }

    /// <summary>How many builds there were when a second document came while a file was written in every pause.</summary>
    private static async Task<int> BuildsUntilRest(TemporaryFolder folder, string written, TimeSpan pause)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(5)); // where it never comes to rest
        var builds = 0;
        await BuildWatch.RunAsync(
            new(TextWriter.Null, TextWriter.Null, Style.Plain), [folder.In("in")],
            () =>
            {
                builds++;
                if (builds == 1) folder.Write("in/b.txt", Text);
                if (builds == 2) stop.Cancel();
                return 0;
            },
            new HastyTime(() => File.AppendAllText(folder.In(written), "Another line.\n"), pause), stop.Token);
        return builds;
    }

    [Fact]
    public void Only_documents_and_their_sidecars_count_as_changes()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", Text);
        folder.Write("in/deep/b.html", Text);
        var last = SourceFolders.Fingerprint([folder.In("in")]);
        foreach (var ignored in (string[])["in/app.log", "in/README.md", "in/.a.txt.swp", "in/.hidden/c.txt", "in/g-000001/catalog.db",
            "in/g-000001/manifest.json", "in/a.txt~", "in/deep/list"])
        {
            folder.Write(ignored, Text);
            SourceFolders.Fingerprint([folder.In("in")]).ShouldBe(last, ignored);
            SourceFolders.IsRead(ignored["in/".Length..]).ShouldBeFalse(ignored);
        }
        foreach (var read in (string[])["in/c.txt", "in/C.PDF", "in/deep/b.meta.json", "in/deep/er/d.docx", "in/a.txt"])
        {
            folder.Write(read, Text + "\n");
            Differs(read);
            SourceFolders.IsRead(read["in/".Length..]).ShouldBeTrue(read);
        }
        Directory.Move(folder.In("in/deep"), folder.In("in/deeper"));
        Differs("a folder with another name");
        Directory.Delete(folder.In("in/deeper"), recursive: true);
        Differs("a folder that is gone");

        var one = SourceFolders.Fingerprint([folder.In("in/a.txt")]);
        folder.Write("in/a.meta.json", "{}");
        SourceFolders.Fingerprint([folder.In("in/a.txt")]).ShouldNotBe(one);

        void Differs(string change)
        {
            var now = SourceFolders.Fingerprint([folder.In("in")]);
            now.ShouldNotBe(last, change);
            last = now;
        }
    }

    [Theory]
    [InlineData("in", "in/deep/b.txt")]
    [InlineData("in", "in/deep/b.meta.json")]
    [InlineData("in/a.txt", "in/a.txt")]
    public async Task A_change_is_told_without_waiting(string source, string written)
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", Text);
        Directory.CreateDirectory(folder.In("in/deep"));
        using var signal = new ChangeSignal([folder.In(source)]);
        folder.Write(written, Text + "\n");
        await signal.WaitAsync(TimeSpan.FromSeconds(1), new EndlessTime(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_folder_that_comes_or_goes_is_told_without_waiting()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/deep/a.txt", Text);
        folder.Write("beside/c.1999/b.txt", Text);
        using var signal = new ChangeSignal([folder.In("in")]);
        Directory.Move(folder.In("beside/c.1999"), folder.In("in/c.1999"));
        await signal.WaitAsync(TimeSpan.FromSeconds(1), new EndlessTime(), TestContext.Current.CancellationToken);
        Directory.Move(folder.In("in/deep"), folder.In("beside/deep"));
        await signal.WaitAsync(TimeSpan.FromSeconds(1), new EndlessTime(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Where_nobody_tells_of_changes_a_pause_ends()
    {
        using var signal = new ChangeSignal([Path.Combine(Places.Sample, "not-there")]);
        await signal.WaitAsync(TimeSpan.FromSeconds(1), new HastyTime(() => { }), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Progress_on_a_terminal_says_the_rate_and_what_is_left()
    {
        using var writer = new StringWriter();
        var time = new Clock();
        var progress = new ProgressLine(writer, rewrite: true, time);
        progress.Report(new("reading", 0, 1000));
        time.Seconds = 10;
        progress.Report(new("reading", 100, 1000));
        writer.ToString().ShouldContain("reading 100/1000, 10 a second, 90 s left");
        time.Seconds = 1000;
        progress.Report(new("reading", 500, 1000));
        writer.ToString().ShouldContain("17 min left");
    }

    private static Task<Run> Build(TemporaryFolder folder, params string[] more) =>
        Run.Of(["build", folder.In("in"), "--index", folder.In("out"), "--authorities", Places.Authorities, "--progress", "none", .. more]);

    /// <summary>A clock that is set by hand.</summary>
    private sealed class Clock : TimeProvider
    {
        public int Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }

    /// <summary>A clock by which no pause is ever over.</summary>
    private sealed class EndlessTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A clock by which every pause is over at once.</summary>
    /// <param name="onPause">Done in each pause.</param>
    /// <param name="pause">How long a pause is by this clock, or null to show the time that it is.</param>
    private sealed class HastyTime(Action onPause, TimeSpan? pause = null) : TimeProvider
    {
        /// <summary>No time passes.</summary>
        public static TimeSpan Never => TimeSpan.Zero;

        private long _passed;

        public override long GetTimestamp() => pause is null ? base.GetTimestamp() : _passed;

        public override long TimestampFrequency => pause is null ? base.TimestampFrequency : TimeSpan.TicksPerSecond;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            onPause();
            _passed += pause?.Ticks ?? 0;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
