using Search.Catalog;

namespace Search.Indexer.Commands;

/// <summary>Builds whenever the documents change, until it is interrupted. A build that fails is reported, and tried again after the
/// next change or a while later.</summary>
internal static class BuildWatch
{
    /// <summary>The shortest time between two looks while nothing changes: not every file system tells of changes.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>How long files stay as they are until they count as at rest, at least. A file that is written with longer pauses is built
    /// as far as it has come, and again when there is more of it.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(0.6);

    /// <summary>How long files that change all the time keep others waiting, at most: then all are built as they are.</summary>
    private static readonly TimeSpan LongestUnrest = TimeSpan.FromMinutes(1);

    /// <summary>How long after a build that failed, as on a full disk, another one is tried though nothing has changed.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    /// <summary>Looking takes at most one part in this many of the time while nothing changes.</summary>
    private const int ShareOfLooking = 20;

    /// <summary>Runs builds.</summary>
    /// <param name="line">Where failures are reported.</param>
    /// <param name="sources">Folders of documents.</param>
    /// <param name="build">Builds once.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<int> RunAsync(CommandLine line, IReadOnlyCollection<string> sources, Func<int> build, TimeProvider time,
        CancellationToken cancellation)
    {
        using var signal = new ChangeSignal(sources);
        try
        {
            while (true)
            {
                // Looked at before the build: what changes meanwhile is built next.
                var built = SourceFolders.Fingerprint(sources);
                var hasFailed = false;
                try
                {
                    build();
                }
                catch (Exception e) when (Failure.Of(e)
                    is { Code: not (ExitCode.Interrupted or ExitCode.OutOfMemory or ExitCode.Internal) } failure)
                {
                    line.Fail(failure.Code, failure.Message);
                    hasFailed = true;
                }
                await ChangeAsync(sources, signal, built, hasFailed ? Retry : TimeSpan.MaxValue, time, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Ok;
        }
    }

    /// <summary>Waits until the documents differ from what was built, and are the same at two looks: files that are
    /// being copied come to rest, or a document is written all the time.</summary>
    /// <param name="sources">Folders of documents.</param>
    /// <param name="signal">Tells of changes.</param>
    /// <param name="built">The documents that were built.</param>
    /// <param name="most">How long to wait for a change.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends it.</param>
    private static async Task ChangeAsync(IReadOnlyCollection<string> sources, ChangeSignal signal, ulong built, TimeSpan most,
        TimeProvider time, CancellationToken cancellation)
    {
        var before = built;
        var start = time.GetTimestamp();
        var rested = start;
        while (true)
        {
            var began = time.GetTimestamp();
            var seen = SourceFolders.Fingerprint(sources);
            if (seen == built && time.GetElapsedTime(start) > most) return;
            if (seen == built) rested = began;
            else if (seen == before || time.GetElapsedTime(rested) > LongestUnrest) return;
            before = seen;
            var looking = time.GetElapsedTime(began);
            if (seen == built) await signal.WaitAsync(Longer(looking * ShareOfLooking, Shortest), time, cancellation);
            else await Task.Delay(Longer(looking, Rest), time, cancellation);
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
