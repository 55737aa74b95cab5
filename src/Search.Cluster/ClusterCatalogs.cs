using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Search.Catalog;
using Search.Cluster.Placement;
using Search.Cluster.Shards;
using Search.FullText;

namespace Search.Cluster;

/// <summary>Opens snapshots whose text index is in shards on several servers: a snapshot is handed over to be served when every shard of it
/// has a replica ready.</summary>
internal sealed class ClusterCatalogs(IGrainFactory grains, ServerNames names, SlowServers slow, ClusterSettings settings,
    ServedShards served, ILogger<ClusterCatalogs> log)
{
    /// <summary>How long the other replicas may take when each shard has one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>As <see cref="ResolutionCatalog.OpenNewer"/>; what is not on this machine is copied to it first.</summary>
    public ResolutionCatalog? OpenNewer(string folder, SnapshotIdentity? serving, string? authorities,
        Action<SnapshotDamagedException>? warn, CancellationToken cancellation)
    {
        if (settings.Cache is { } cache)
        {
            if (ResolutionCatalog.Live(folder) == serving) return null;
            SnapshotCopy.Live(folder, cache, cancellation);
        }
        ClusterShards? shards = null;
        var catalog = ResolutionCatalog.OpenWithTextElsewhere(settings.Cache
            ?? folder, serving, of => Open(of, out shards), authorities, warn, cancellation);
        if (catalog is null) return null;
        try
        {
            // a thread of its own: the watcher's
            if (shards is not null) Prepare(catalog.Generation, shards, cancellation).GetAwaiter().GetResult();
        }
        catch
        {
            catalog.Dispose();
            throw;
        }
        served.Set(shards);
        return catalog;
    }

    private ITextIndex Open(SnapshotShards of, out ClusterShards? shards)
    {
        shards = null;
        var first = Path.Combine(of.Folder, of.List[0].Folder);
        if (of.List.Count == 1) return FullTextIndex.Open(first); // a text index in one part is whole on every server
        shards = new(grains, names, slow, settings, [.. of.List.Select(s => new ShardKey(of.Generation, of.Fingerprint, s.Number))], log);
        return new ClusterIndex(CollectionStatistics.Open(first), shards);
    }

    /// <summary>Has every replica copied and opened; returns when each shard has one and the others have
    /// one too or take too long.</summary>
    private async Task Prepare(string generation, ClusterShards shards, CancellationToken cancellation)
    {
        while (!names.HasJoined) await Task.Delay(Pause, cancellation);
        var each = (long?)null;
        while (true)
        {
            var replicas = shards.Shards.SelectMany(s => shards.Replicas(s).Select(r => (Shard: s, r.Grain, r.Server))).ToList();
            var ready = await Task.WhenAll(replicas.Select(r => IsReady(r.Grain, r.Server)));
            var missing = shards.Shards.Count(s => !replicas.Zip(ready).Any(r => r.First.Shard == s && r.Second));
            if (missing == 0) each ??= Stopwatch.GetTimestamp();
            if (missing == 0 && (Array.TrueForAll(ready, r => r) || Stopwatch.GetElapsedTime(each!.Value) > Patience))
            {
                log.Prepared(generation, ready.Count(r => r), ready.Length, shards.Shards.Count);
                return;
            }
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task<bool> IsReady(IShardGrain grain, string server)
    {
        try
        {
            return await grain.Prepare() is not null;
        }
#pragma warning disable CA1031 // it is asked again until the snapshot is given up for a newer one
        catch (Exception e)
        {
            log.ReplicaNotReady(grain.GetPrimaryKeyString(), server, $"{e.GetType().Name}: {e.Message}");
            return false;
        }
#pragma warning restore CA1031
    }
}
