using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Search.Catalog;
using Search.Cluster.Placement;
using Search.FullText.Sharding;

namespace Search.Cluster.Shards;

/// <summary>
/// The shards of one snapshot, wherever they are. Each is asked at one of its replicas; where that one fails, or has not answered after
/// <see cref="Hedge"/>, the next one is asked too, and the first answer counts.
/// </summary>
internal sealed class ClusterShards(IGrainFactory grains, ServerNames names, SlowServers slow, ClusterSettings settings, ShardKey[] shards,
    ILogger log) : IShardSet
{
    /// <summary>How long a replica may take before another one is asked as well.</summary>
    public static readonly TimeSpan Hedge = TimeSpan.FromMilliseconds(150);

    /// <summary>How long replicas that fail are asked again before a shard counts as missing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    private int _turn;

    /// <summary>The shards in their order.</summary>
    public IReadOnlyList<ShardKey> Shards => shards;

    /// <inheritdoc />
    /// <exception cref="MissingShardsException">A shard is missing, and may not be.</exception>
    public IReadOnlyList<byte[]?> AskAll(byte[] request, bool allowMissing, CancellationToken cancellation)
    {
        var turn = Interlocked.Increment(ref _turn);
        // The thread of a request waits here: ClusterHosting gives the pool enough of them.
        var answers = Task.WhenAll(shards.Select(s => Ask(s, new(request), turn, cancellation))).GetAwaiter().GetResult();
        if (allowMissing || Array.TrueForAll(answers, a => a is not null)) return answers;
        throw new MissingShardsException([.. answers.Index().Where(a => a.Item is null).Select(a => a.Index)], shards.Length);
    }

    /// <summary>The grains of a shard with the servers that they are on, none of them twice.</summary>
    public IReadOnlyList<(IShardGrain Grain, string Server)> Replicas(ShardKey shard)
    {
        var ranked = Rendezvous.Rank(shard.Shard, names.Active());
        return [.. ranked.Take(settings.Replicas)
            .Select((server, replica) => (grains.GetGrain<IShardGrain>(new ReplicaKey(shard, replica).ToString()), server))];
    }

    private async Task<byte[]?> Ask(ShardKey shard, Immutable<byte[]> request, int turn, CancellationToken cancellation)
    {
        for (var begun = Stopwatch.GetTimestamp(); ; await Task.Delay(Pause, cancellation))
        {
            if (await AskOnce(shard, request, turn, cancellation) is { } answer) return answer;
            cancellation.ThrowIfCancellationRequested();
            if (Stopwatch.GetElapsedTime(begun) > Patience) return null;
        }
    }

    private async Task<byte[]?> AskOnce(ShardKey shard, Immutable<byte[]> request, int turn, CancellationToken cancellation)
    {
        using var settled = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var waiting = new Queue<(IShardGrain Grain, string Server)>(InOrder(Replicas(shard), turn));
        var asked = new List<(Task<byte[]?> Answer, string Server)>();
        try
        {
            while (waiting.Count > 0 || asked.Count > 0)
            {
                if (waiting.TryDequeue(out var next)) asked.Add((Ask(next.Grain, next.Server, request, settled.Token), next.Server));
                var answered = Task.WhenAny(asked.Select(a => a.Answer));
                if (waiting.Count > 0 && await Task.WhenAny(answered, Task.Delay(Hedge, settled.Token)) != answered)
                {
                    foreach (var (_, server) in asked) slow.Note(server);
                    continue;
                }
                var first = await answered;
                if (await first is { } answer) return answer;
                asked.RemoveAll(a => a.Answer == first);
            }
            return null;
        }
        finally
        {
            await settled.CancelAsync(); // what still runs elsewhere is no longer needed
        }
    }

    /// <summary>This server first where it has the shard, otherwise in turn; those that were slow a moment ago last.</summary>
    private IEnumerable<(IShardGrain Grain, string Server)> InOrder(IReadOnlyList<(IShardGrain Grain, string Server)> replicas, int turn) =>
        replicas.Select((r, i) => (r.Grain, r.Server, Turn: (i + turn) % replicas.Count)).OrderBy(r => slow.IsSlow(r.Server))
            .ThenBy(r => r.Server != names.Own).ThenBy(r => r.Turn).Select(r => (r.Grain, r.Server));

    private async Task<byte[]?> Ask(IShardGrain grain, string server, Immutable<byte[]> request, CancellationToken cancellation)
    {
        try
        {
            return (await grain.Ask(request, cancellation)).Value;
        }
        catch (OperationCanceledException)
        {
            return null; // another replica answered, or nobody waits any more
        }
#pragma warning disable CA1031 // whatever is wrong with one replica, another may answer; a shard that none answers for is reported
        catch (Exception e)
        {
            slow.Note(server);
            log.ReplicaFailed(grain.GetPrimaryKeyString(), server, $"{e.GetType().Name}: {e.Message}");
            return null;
        }
#pragma warning restore CA1031
    }
}
