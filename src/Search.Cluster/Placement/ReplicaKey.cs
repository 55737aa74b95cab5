using System.Globalization;

namespace Search.Cluster.Placement;

/// <summary>A shard of a snapshot.</summary>
/// <param name="Generation">The snapshot's name.</param>
/// <param name="Fingerprint">SHA-256 of its manifest, hex.</param>
/// <param name="Shard">The number of the shard, from 0.</param>
internal readonly record struct ShardKey(string Generation, string Fingerprint, int Shard);

/// <summary>A replica of a shard: <c>g-000017/FINGERPRINT/3/1</c>. The key names the snapshot, so that no replica
/// can answer for another one.</summary>
/// <param name="Of">The shard.</param>
/// <param name="Replica">The number of the replica, from 0.</param>
internal readonly record struct ReplicaKey(ShardKey Of, int Replica)
{
    /// <summary>The number of the shard.</summary>
    public int Shard => Of.Shard;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static ReplicaKey Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 4) throw new FormatException($"'{text}' is no key of a replica.");
        return new(new(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture)),
            int.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Of.Generation}/{Of.Fingerprint}/{Of.Shard}/{Replica}");
}
