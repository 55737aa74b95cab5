using Search.Cluster.Shards;

namespace Search.Cluster;

/// <summary>The shards of the snapshot that this server serves.</summary>
internal sealed class ServedShards
{
    private volatile ClusterShards? _shards;

    /// <summary>Null where no snapshot is served, or one in one part.</summary>
    public ClusterShards? Current => _shards;

    /// <summary>Another snapshot is served from now on.</summary>
    public void Set(ClusterShards? shards) => _shards = shards;
}
