using Microsoft.Extensions.Logging;

namespace Search.Cluster;

/// <summary>What the cluster logs.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Debug, "Replica {Replica} on {Server} did not answer: {Reason}")]
    public static partial void ReplicaFailed(this ILogger log, string replica, string server, string reason);

    [LoggerMessage(102, LogLevel.Warning, "Replica {Replica} on {Server} is not ready: {Reason}")]
    public static partial void ReplicaNotReady(this ILogger log, string replica, string server, string reason);

    [LoggerMessage(103, LogLevel.Information, "Snapshot {Generation}: {Ready} of {Replicas} replicas of {Shards} shards are ready")]
    public static partial void Prepared(this ILogger log, string generation, int ready, int replicas, int shards);

    [LoggerMessage(104, LogLevel.Error,
        "The membership database cannot be reached: {Reason}. The servers that are up serve on; none can join, and one that fails is not noticed as gone.")]
    public static partial void MembershipLost(this ILogger log, string reason);

    [LoggerMessage(105, LogLevel.Information, "The membership database answers again")]
    public static partial void MembershipBack(this ILogger log);

    [LoggerMessage(106, LogLevel.Information, "Servers of the cluster: {Servers}")]
    public static partial void Servers(this ILogger log, string servers);
}
