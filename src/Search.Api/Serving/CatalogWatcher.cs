using Microsoft.AspNetCore.OutputCaching;
using Search.Catalog;

namespace Search.Api.Serving;

/// <summary>
/// Opens the first snapshot — building it from the sample documents where there is none — and every newer one as it
/// is published. A snapshot that cannot be opened leaves the present one served, whatever the reason; it is
/// tried again after a pause that doubles.
/// </summary>
internal sealed class CatalogWatcher(
    LiveCatalog live, SnapshotState state, ApiOptions options, Settings settings, TimeProvider time, IOutputCacheStore answers,
    Invitation invitation, OpenCatalog open, ILogger<CatalogWatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    private readonly MemoryTrim _memory = new(live, time, MemoryTrim.Collect);
    private string? _folder;
    private SnapshotIdentity? _serving;
    private SnapshotIdentity? _failed;
    private TimeSpan _pause;
    private DateTimeOffset _again;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var setting in Settings.All.Select(s => s.Name))
        {
            var value = setting switch { "index" => options.Index, "authorities" => options.Authorities, _ => settings.Text(setting) };
            if (value is not null) log.Setting(setting, value, settings.Origin(setting));
        }
        using var timer = new PeriodicTimer(options.Watch, time);
        await LookAsync(first: true, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(first: false, stoppingToken);
            _memory.Look();
        }
    }

    private async Task LookAsync(bool first, CancellationToken stopping)
    {
        SnapshotIdentity? newest = null;
        try
        {
            var folder = options.ServedFolder();
            newest = ResolutionCatalog.Live(folder);
            if (newest is null && first && folder == options.SampleIndex)
            {
                await OffThePool(() => BuildSample(folder, stopping));
                newest = ResolutionCatalog.Live(folder);
            }
            if (newest is null && first) log.NoSnapshot(folder);
            var served = folder == _folder ? _serving : null; // snapshots of another folder have the same names
            if (newest is null) return;
            if (newest == served)
            {
                (_failed, state.Refused) = (null, null); // what was refused is gone
                return;
            }
            if (newest == _failed && time.GetUtcNow() < _again) return;
            state.Opening = newest.Generation;
            await ServeAsync(folder, newest, served, stopping);
            if (_serving is not null) await invitation.Extend(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // an exception that left here would end the server, which has a whole snapshot or waits for one
        catch (Exception e)
        {
            Refuse(newest, e);
        }
#pragma warning restore CA1031
        finally
        {
            state.Opening = null;
        }
    }

    private async Task ServeAsync(string folder, SnapshotIdentity newest, SnapshotIdentity? served, CancellationToken stopping)
    {
        void Warn(SnapshotDamagedException damage)
        {
            var isOfAnother = damage.Generation.Length > 0 && damage.Generation != newest.Generation; // tried because the newest is damaged
            if (!isOfAnother) Refuse(newest, damage);
        }
        var catalog = await OffThePool(() =>
        {
            var next = open(folder, served, options.Authorities, Warn, stopping);
            next?.Preload();
            return next;
        });
        if (catalog is null) return; // what is served already is the newest that is whole
        // or newer than the one looked for, where another was published meanwhile
        var isLive = catalog.Identity == ResolutionCatalog.Live(folder);
        if (isLive) (_failed, state.Refused) = (null, null);
        live.Swap(catalog);
        _memory.Swapped();
        var before = _serving;
        (_folder, _serving) = (folder, catalog.Identity);
        log.Serving(catalog.Generation, catalog.Counts.Documents, catalog.Counts.Clauses);
        if (catalog.FirstSeenDamage is { } damage) log.FirstSeenDamaged(damage, catalog.Generation);
        if (before?.Fingerprint is { } tag) await answers.EvictByTagAsync(tag, stopping);
    }

    private void Refuse(SnapshotIdentity? refused, Exception error)
    {
        _pause = refused == _failed ? TimeSpan.FromTicks(Math.Min(2 * _pause.Ticks, LongestPause.Ticks)) : options.Watch;
        (_failed, _again) = (refused, time.GetUtcNow() + _pause);
        var reason = error is SnapshotDamagedException ? error.Message : $"{error.GetType().Name}: {LastResort.OneLine(error.Message)}";
        // messages have paths of this machine
        var told = error is SnapshotDamagedException damaged
            ? $"{damaged.File} is missing or damaged; the log says more."
            : "It cannot be opened; the log says why.";
        if (state.Refused is not { } already || already.Generation != refused?.Generation || already.Reason != told)
            log.Refused(refused?.Generation ?? options.Index, reason, _serving?.Generation ?? "no snapshot");
        state.Refused = new(refused?.Generation, told);
    }

    private BuildReport BuildSample(string folder, CancellationToken cancellation)
    {
        log.BuildingSample(options.Sample, folder);
        var (gate, reported, step) = (new Lock(), 0L, "");
        void Report(BuildProgress progress) // several threads do
        {
            lock (gate)
            {
                if (progress.Step == step && time.GetElapsedTime(reported) < BetweenReports) return;
                (reported, step) = (time.GetTimestamp(), progress.Step);
                log.SampleProgress(progress.Step, progress.Done, progress.Total);
            }
        }
        return CatalogBuilder.Build(
            new BuildRequest { Sources = [options.Sample], Output = folder, Authorities = options.Authorities, Sample = true }, time,
            Report, cancellation);
    }

    // Minutes of work that must not take a thread from the requests.
    private static Task<T> OffThePool<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
