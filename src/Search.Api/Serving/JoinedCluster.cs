using System.Net;
using System.Runtime.CompilerServices;
using Search.Catalog;
using Search.Cluster;

namespace Search.Api.Serving;

/// <summary>How this server takes part in a cluster; the settings of <c>cluster</c> say what each is.</summary>
internal sealed record ClusterOptions(string Membership, IPEndPoint Address, string Name, int Replicas, string? Cache);

/// <summary>Opens the snapshot to serve, as <see cref="ResolutionCatalog.OpenNewer"/> does.</summary>
internal delegate ResolutionCatalog? OpenCatalog(
    string folder, SnapshotIdentity? served, string? authorities, Action<SnapshotDamagedException>? warn, CancellationToken cancellation);

/// <summary>Says how the cluster is.</summary>
internal delegate ClusterAnswer ReadCluster();

/// <summary>The only code that uses Search.Cluster. A server without a cluster never runs it, and so loads none of the cluster's
/// assemblies.</summary>
internal static class JoinedCluster
{
    /// <summary>Makes the server part of a cluster.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddTo(WebApplicationBuilder builder, ClusterOptions options, string index)
    {
        ClusterHosting.AddTo(builder, new()
        {
            Membership = options.Membership,
            Address = options.Address,
            Name = options.Name,
            Replicas = options.Replicas,
            Cache = options.Cache,
            Index = index,
        });
        builder.Services.AddSingleton<OpenCatalog>(s => s.GetRequiredService<ClusterNode>().OpenNewer);
        builder.Services.AddSingleton<ReadCluster>(s => () => Answer(s.GetRequiredService<ClusterNode>().Health));
    }

    private static ClusterAnswer Answer(ClusterHealth health) =>
        new(health.Server, health.Servers, health.Membership, health.Shards, health.Replicas, health.Missing);
}
