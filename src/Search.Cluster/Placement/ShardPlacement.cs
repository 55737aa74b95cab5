using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Search.Cluster.Placement;

/// <summary>Places replicas of shards by their names alone. No directory of grains: a replica is read-only, so that two of them after a
/// change of servers do no harm.</summary>
[Serializable, GenerateSerializer, Immutable, SuppressReferenceTracking]
internal sealed class ShardPlacement : PlacementStrategy
{
    public override bool IsUsingGrainDirectory => false;
}

/// <summary>Marks grains that are placed so.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShardPlacementAttribute() : PlacementAttribute(new ShardPlacement());

/// <summary>Replica r of a shard is on the server of rank r.</summary>
internal sealed class ShardDirector(ServerNames names) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var key = ReplicaKey.Parse(target.GrainIdentity.Key.ToString()!);
        var silos = context.GetCompatibleSilos(target).ToDictionary(names.Of, StringComparer.Ordinal);
        var ranked = Rendezvous.Rank(key.Shard, silos.Keys);
        return Task.FromResult(silos[ranked[key.Replica % ranked.Length]]);
    }
}

/// <summary>The names of the servers of a cluster. A name outlives restarts, an address does not.</summary>
internal sealed class ServerNames(ISiloStatusOracle oracle)
{
    /// <summary>This server.</summary>
    public string Own => oracle.SiloName;

    /// <summary>Whether this server takes part.</summary>
    public bool HasJoined => oracle.CurrentStatus == SiloStatus.Active;

    /// <summary>The servers that are taken to be alive.</summary>
    public string[] Active() =>
        [.. oracle.GetApproximateSiloStatuses(onlyActive: true).Keys.Select(Of).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    /// <summary>The name of a server.</summary>
    public string Of(SiloAddress silo) => oracle.TryGetSiloName(silo, out var name) ? name : silo.Endpoint.ToString();
}
