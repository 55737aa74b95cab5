using System.IO.Hashing;
using System.Text;

namespace Search.Cluster.Placement;

/// <summary>
/// Rendezvous hashing (Thaler and Ravishankar, 1998): each server has a rank for each shard, and replica r is on the server of rank r.
/// Every server computes the same ranks without asking anyone, replicas of a shard are on different servers, and a server that comes or
/// goes moves only its own shards.
/// </summary>
internal static class Rendezvous
{
    /// <summary>The servers in the order of their ranks for a shard.</summary>
    public static string[] Rank(int shard, IEnumerable<string> servers) =>
        [.. servers.Select(s => (Name: s, Hash: XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{shard}/{s}"))))
            .OrderByDescending(s => s.Hash).ThenBy(s => s.Name, StringComparer.Ordinal).Select(s => s.Name)];
}
