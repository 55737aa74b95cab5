using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Search.Cluster.Placement;
using Search.Cluster.Shards;

namespace Search.Cluster;

/// <summary>
/// Looks every two seconds at the replicas of the served snapshot, which keeps them open and has those opened that moved to
/// another server, and at the list of servers.
/// </summary>
internal sealed class ClusterWatch(ServedShards served, ServerNames names, IMembershipTable membership, TimeProvider time,
    ILogger<ClusterWatch> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private volatile ClusterHealth? _health;
    private bool _isReachable = true;
    private string _servers = "";

    /// <summary>What was seen last.</summary>
    public ClusterHealth Health => _health ?? new(names.Own, [], "reachable", 0, 0, []);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            if (!names.HasJoined) continue;
            await LookAtMembership(stoppingToken);
            var servers = names.Active();
            if (string.Join(", ", servers) is var now && now != _servers) log.Servers(_servers = now);
            var shards = served.Current;
            var answers = shards is null ? [] : await Task.WhenAll(shards.Shards.Select(s => Answering(shards, s)));
            _health = new(names.Own, servers, _isReachable
                ? "reachable"
                : "unreachable", answers.Length, answers.Sum(), [.. answers.Index().Where(a => a.Item == 0).Select(a => a.Index)]);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static async Task<int> Answering(ClusterShards shards, ShardKey shard)
    {
        var ready = await Task.WhenAll(shards.Replicas(shard).Select(r => IsReady(r.Grain)));
        return ready.Count(r => r);
    }

    private static async Task<bool> IsReady(IShardGrain grain)
    {
        try
        {
            return await grain.Prepare().WaitAsync(Period) is not null;
        }
#pragma warning disable CA1031 // the count of replicas says it
        catch (Exception)
        {
            return false;
        }
#pragma warning restore CA1031
    }

    private async Task LookAtMembership(CancellationToken stopping)
    {
        try
        {
            await membership.ReadAllAsync(stopping).WaitAsync(Period, stopping);
            if (!_isReachable) log.MembershipBack();
            _isReachable = true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // health says it
        catch (Exception e)
        {
            if (_isReachable) log.MembershipLost(e.Message.TrimEnd('.'));
            _isReachable = false;
        }
#pragma warning restore CA1031
    }
}
