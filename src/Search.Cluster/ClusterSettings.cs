using System.Net;

namespace Search.Cluster;

/// <summary>How a server takes part in a cluster.</summary>
public sealed record ClusterSettings
{
    /// <summary>The connection string of the PostgreSQL database that lists the servers, or the address of the first server
    /// (<c>127.0.0.1:11111</c>), which then keeps the list in memory.</summary>
    public required string Membership { get; init; }

    /// <summary>Where the other servers reach this one.</summary>
    public required IPEndPoint Address { get; init; }

    /// <summary>The server's name, the same after a restart: it decides which shards the server holds.</summary>
    public required string Name { get; init; }

    /// <summary>On how many servers each shard is, from 1.</summary>
    public required int Replicas { get; init; }

    /// <summary>The folder for this machine's copies, or null where the snapshots are opened where they are.</summary>
    public required string? Cache { get; init; }

    /// <summary>The folder of snapshots.</summary>
    public required string Index { get; init; }

    /// <summary>The folder that snapshots are opened in.</summary>
    internal string Local => Cache ?? Index;
}
