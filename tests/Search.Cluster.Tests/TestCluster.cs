using System.Globalization;
using Search.Catalog;
using Search.Testing;

namespace Search.Cluster.Tests;

/// <summary>Several servers of one cluster in this process, over one folder of snapshots.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly List<ClusterServer> _servers = [];

    /// <summary>The list that the servers share.</summary>
    public SharedMembership Membership { get; } = new();

    public IReadOnlyList<ClusterServer> Servers => _servers;

    /// <summary>Starts servers one after another, and waits until each sees all of them.</summary>
    public static async Task<TestCluster> Start(string index, int servers, int shards, int replicas = 2, Func<int, string>? cache = null)
    {
        var cluster = new TestCluster();
        for (var i = 0; i < servers; i++)
            cluster._servers.Add(await ClusterServer.Start(cluster.Membership, Name(i), index, replicas, cache?.Invoke(i)));
        foreach (var server in cluster._servers) await server.Sees(servers, shards * Math.Min(replicas, servers));
        return cluster;
    }

    /// <summary>The name of a server.</summary>
    public static string Name(int server) => string.Create(CultureInfo.InvariantCulture, $"server-{server}");

    /// <summary>Stops the last server.</summary>
    public async Task StopLast()
    {
        await _servers[^1].DisposeAsync();
        _servers.RemoveAt(_servers.Count - 1);
    }

    /// <summary>Builds documents of the sample into a folder of snapshots.</summary>
    public static string Build(string folder, int shards, params string[] files)
    {
        using var documents = new TemporaryFolder();
        foreach (var file in files) File.Copy(Places.InRepository("index-data", "sample", file), documents.In(file));
        var sources = files.Length == 0 ? Places.Sample : documents.Path;
        return CatalogBuilder.Build(new BuildRequest
        {
            Sources = [sources],
            Output = folder,
            Authorities = Places.Authorities,
            Shards = shards
        }, TimeProvider.System).Generation!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers) await server.DisposeAsync();
    }
}
