using Orleans.Concurrency;
using Search.Cluster.Placement;

namespace Search.Cluster.Shards;

/// <summary>One replica of one shard.</summary>
internal interface IShardGrain : IGrainWithStringKey
{
    /// <summary>The name of the server that has the replica once it is open, or null while it is copied and opened.</summary>
    [AlwaysInterleave]
    Task<string?> Prepare();

    /// <summary>Answers a request of the wire form of <c>Search.FullText</c>; null while the replica is not open.</summary>
    [AlwaysInterleave]
    Task<Immutable<byte[]?>> Ask(Immutable<byte[]> request, CancellationToken cancellation);
}

/// <inheritdoc cref="IShardGrain" />
[ShardPlacement]
internal sealed class ShardGrain(LocalShards local, ServerNames names) : Grain, IShardGrain
{
    private LocalShard? _shard;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _shard = local.Hold(ReplicaKey.Parse(this.GetPrimaryKeyString()).Of);
        return Task.CompletedTask;
    }

    public async Task<string?> Prepare() => await _shard!.OpenWithin(TimeSpan.FromSeconds(1)) ? names.Own : null;

    public Task<Immutable<byte[]?>> Ask(Immutable<byte[]> request, CancellationToken cancellation)
    {
        var shard = _shard!;
        // not on the grain's turn: requests run side by side
        return Task.Run(() => new Immutable<byte[]?>(shard.Answer(request.Value, cancellation)), CancellationToken.None);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_shard is not null) local.Release(_shard);
        return Task.CompletedTask;
    }
}
