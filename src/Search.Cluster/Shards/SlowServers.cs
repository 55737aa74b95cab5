using System.Collections.Concurrent;

namespace Search.Cluster.Shards;

/// <summary>The servers that failed or let a request wait a moment ago: they are asked last.</summary>
internal sealed class SlowServers(TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, long> _noted = new();

    /// <summary>Notes that a server was slow now.</summary>
    public void Note(string server) => _noted[server] = time.GetTimestamp();

    /// <summary>Whether it was slow within the last second.</summary>
    public bool IsSlow(string server) => _noted.TryGetValue(server, out var at) && time.GetElapsedTime(at) < Moment;
}
