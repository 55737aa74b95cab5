namespace Search.Catalog;

/// <summary>Shards of the text index cannot be reached, and a search may not do without them.</summary>
/// <param name="missing">Their numbers, from 0.</param>
/// <param name="shards">How many there are.</param>
public sealed class MissingShardsException(IReadOnlyList<int> missing, int shards)
    : Exception($"No server answers for {(missing.Count == 1 ? "shard" : "shards")} {string.Join(", ", missing)} of {shards}.")
{
    /// <summary>The numbers of the shards, from 0.</summary>
    public IReadOnlyList<int> Missing { get; } = missing;

    /// <summary>How many there are.</summary>
    public int Shards { get; } = shards;
}
