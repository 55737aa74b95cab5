using Search.Catalog;
using Search.Cluster.Placement;

namespace Search.Cluster.Shards;

/// <summary>The shards that this server holds, each opened once however many replicas of it are here.</summary>
internal sealed class LocalShards(ClusterSettings settings) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ShardKey, LocalShard> _held = [];

    /// <summary>The shards held.</summary>
    public ShardKey[] Held
    {
        get
        {
            lock (_gate) return [.. _held.Keys];
        }
    }

    /// <summary>Holds a shard until <see cref="Release"/>; it is copied and opened in the background.</summary>
    public LocalShard Hold(ShardKey key)
    {
        lock (_gate)
        {
            if (!_held.TryGetValue(key, out var shard))
                _held.Add(key, shard =
                    new(key, () => SnapshotCopy.Shard(settings.Index, settings.Local, key.Generation, key.Fingerprint, key.Shard)));
            shard.Holders++;
            return shard;
        }
    }

    /// <summary>Lets go of a shard: the last to do so closes it, after the requests that are running.</summary>
    public void Release(LocalShard shard)
    {
        lock (_gate)
        {
            if (--shard.Holders > 0) return;
            _held.Remove(shard.Key);
        }
        shard.Close();
    }

    public void Dispose()
    {
        foreach (var shard in _held.Values) shard.Close();
        _held.Clear();
    }
}
