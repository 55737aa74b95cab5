using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Search.Cluster.Membership;
using Search.Cluster.Placement;
using Search.Cluster.Shards;

namespace Search.Cluster;

/// <summary>Makes a server part of a cluster.</summary>
public static class ClusterHosting
{
    private const string Cluster = "clausegraph";

    /// <summary>Threads of the pool that are there at once: requests wait on some of them while shards answer on others.</summary>
    private const int LeastThreads = 64;

    /// <summary>Adds the cluster's services, of which <see cref="ClusterNode"/> is for others.</summary>
    public static void AddTo(IHostApplicationBuilder builder, ClusterSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, LeastThreads), ports);
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Orleans", LogLevel.Error);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton<ServerNames>();
        services.AddSingleton<SlowServers>();
        services.AddSingleton<LocalShards>();
        services.AddSingleton<ServedShards>();
        services.AddSingleton<ClusterCatalogs>();
        services.AddSingleton<ClusterWatch>();
        services.AddSingleton(s => new ClusterNode(s.GetRequiredService<ClusterCatalogs>(), s.GetRequiredService<ClusterWatch>()));
        var first = IPEndPoint.TryParse(settings.Membership, out var address) ? address : null;
        if (first is null) services.AddHostedService<PostgresSchema>(); // before the silo, which needs what it creates
        builder.UseOrleans(silo =>
        {
            if (first is null) silo.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = ("Npgsql", settings.Membership));
            else silo.UseDevelopmentClustering(first);
            Configure(silo, settings);
        });
        services.AddHostedService(s => s.GetRequiredService<ClusterWatch>());
    }

    private static void Configure(ISiloBuilder silo, ClusterSettings settings)
    {
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (Cluster, Cluster));
        silo.Configure<SiloOptions>(o => o.SiloName = settings.Name);
        silo.ConfigureEndpoints(settings.Address.Address, settings.Address.Port, gatewayPort: 0); // nobody asks from outside
        silo.AddPlacementDirector<ShardPlacement, ShardDirector>();
        silo.Configure<ClusterMembershipOptions>(o =>
        {
            // A server that does not answer is gone after about six seconds; requests go round it after 150 ms.
            o.ProbeTimeout = TimeSpan.FromSeconds(2);
            o.NumMissedProbesLimit = 2;
            o.TableRefreshTimeout = TimeSpan.FromSeconds(5);
            o.DeathVoteExpirationTimeout = TimeSpan.FromSeconds(60);
        });
        silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(10));
        silo.Configure<GrainCollectionOptions>(o =>
        {
            // Replicas of a snapshot that is no longer served are asked by nobody, and closed.
            o.CollectionAge = TimeSpan.FromMinutes(2);
            o.CollectionQuantum = TimeSpan.FromSeconds(30);
        });
    }
}
