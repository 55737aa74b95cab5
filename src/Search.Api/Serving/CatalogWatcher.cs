using Microsoft.AspNetCore.OutputCaching;
using Search.Catalog;

namespace Search.Api.Serving;

/// <summary>Opens the first snapshot — building it from the sample documents where there is none — and every newer one as it is published.</summary>
internal sealed class CatalogWatcher(LiveCatalog live, ApiOptions options, Settings settings, TimeProvider time, IOutputCacheStore answers, ILogger<CatalogWatcher> log) : BackgroundService
{
    private string? _tried;
    private string? _serving;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var setting in Settings.All.Keys)
        {
            var value = setting switch { "index" => options.Index, "authorities" => options.Authorities, _ => settings.Text(setting) };
            if (value is not null) log.Setting(setting, value, settings.Origin(setting));
        }
        using var timer = new PeriodicTimer(options.Watch, time);
        var first = true;
        do
        {
            try
            {
                var current = ResolutionCatalog.LiveGeneration(options.Index);
                if (current is null && first) current = BuildSample(stoppingToken);
                if (current is null || current == _tried) continue;
                _tried = current;
                var catalog = ResolutionCatalog.Open(options.Index, options.Authorities, e => log.SnapshotDamaged(e.Message));
                live.Swap(catalog);
                if (_serving is not null && _serving != catalog.Generation) await answers.EvictByTagAsync(_serving, stoppingToken);
                _serving = catalog.Generation;
                log.Serving(catalog.Generation, catalog.Counts.Documents, catalog.Counts.Clauses);
            }
            catch (Exception e) when (e is SnapshotDamagedException or IOException or UnauthorizedAccessException or FormatException)
            {
                log.CannotOpen(e.Message);
            }
            finally
            {
                first = false;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private string? BuildSample(CancellationToken cancellation)
    {
        log.BuildingSample(options.Sample, options.Index);
        try
        {
            return CatalogBuilder.Build(
                new BuildRequest { Sources = [options.Sample], Output = options.Index, Authorities = options.Authorities }, time, cancellation: cancellation).Generation;
        }
        catch (InvalidDataException e)
        {
            log.CannotOpen(e.Message);
            return null;
        }
    }
}
