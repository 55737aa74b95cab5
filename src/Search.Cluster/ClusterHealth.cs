namespace Search.Cluster;

/// <summary>How a cluster is, as one server sees it.</summary>
/// <param name="Server">The name of this server.</param>
/// <param name="Servers">The servers that are up.</param>
/// <param name="Membership">Whether the list of servers can be read: <c>reachable</c> or <c>unreachable</c>.</param>
/// <param name="Shards">How many shards the text index of the served snapshot has.</param>
/// <param name="Replicas">How many replicas of them answer.</param>
/// <param name="Missing">The numbers of the shards of which no replica answers.</param>
public sealed record ClusterHealth(string Server, IReadOnlyList<string> Servers, string Membership, int Shards, int Replicas,
    IReadOnlyList<int> Missing);
