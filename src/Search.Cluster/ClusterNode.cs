using Search.Catalog;

namespace Search.Cluster;

/// <summary>This server as part of its cluster.</summary>
public sealed class ClusterNode
{
    private readonly ClusterCatalogs _catalogs;
    private readonly ClusterWatch _watch;

    internal ClusterNode(ClusterCatalogs catalogs, ClusterWatch watch) => (_catalogs, _watch) = (catalogs, watch);

    /// <summary>How the cluster is, as seen two seconds ago at most.</summary>
    public ClusterHealth Health => _watch.Health;

    /// <summary>Opens the snapshot to serve, as <see cref="ResolutionCatalog.OpenNewer"/> does, when every shard
    /// of it has a replica ready.</summary>
    /// <param name="folder">The folder of snapshots.</param>
    /// <param name="served">The snapshot that is served now, or null.</param>
    /// <param name="authorities">The folder with works.tsv.</param>
    /// <param name="warn">Called with each reason why the live snapshot was not the one opened.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public ResolutionCatalog? OpenNewer(
        string folder, SnapshotIdentity? served, string? authorities, Action<SnapshotDamagedException>? warn,
        CancellationToken cancellation) =>
        _catalogs.OpenNewer(folder, served, authorities, warn, cancellation);
}
