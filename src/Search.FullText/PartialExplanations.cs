using Search.FullText.Queries;
using Search.FullText.Sharding;
using Search.FullText.Storage;

namespace Search.FullText;

/// <summary>Why documents that a shard holds have their scores.</summary>
public sealed record PartialExplanations
{
    internal PartialExplanations() { }

    /// <summary>By key, in the order of the keys asked for; those of other shards are not among them.</summary>
    public required IReadOnlyList<KeyValuePair<long, Explanation>> Found { get; init; }

    /// <summary>False when the work budget ended it early.</summary>
    public required bool Complete { get; init; }

    /// <summary>What was done, in the units of <see cref="SearchHits.Work"/>.</summary>
    public required long Work { get; init; }

    /// <summary>Merges the answers of shards.</summary>
    /// <param name="parts">One of each shard, in any order.</param>
    /// <param name="keys">Those that were asked for.</param>
    /// <returns>One explanation for each key, in their order, as far as all shards came.</returns>
    public static Explanations Merge(IReadOnlyList<PartialExplanations> parts, IEnumerable<long> keys)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(keys);
        var complete = parts.All(p => p.Complete);
        var found = new Dictionary<long, Explanation>();
        foreach (var part in parts)
        {
            foreach (var (key, explanation) in part.Found) found.TryAdd(key, explanation);
        }

        var list = new List<Explanation>();
        foreach (var key in keys)
        {
            if (found.TryGetValue(key, out var explanation)) list.Add(explanation);
            else if (complete) list.Add(Explainer.NoDocument(key));
            else break;
        }

        return new(list, complete, parts.Sum(p => p.Work));
    }

    /// <summary>The wire form.</summary>
    public byte[] ToBytes()
    {
        var bytes = new ByteBuffer(1024);
        bytes.Byte(WireReader.Version);
        bytes.Byte((byte)WireKind.Explanations);
        bytes.Flag(Complete);
        bytes.Varint((ulong)Work);
        bytes.Varint((ulong)Found.Count);
        foreach (var (key, explanation) in Found)
        {
            bytes.Zigzag(key);
            Write(bytes, explanation);
        }

        return bytes.Bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="WireVersionException">It is of another version.</exception>
    /// <exception cref="WireFormatException">It is not what <see cref="ToBytes"/> writes.</exception>
    public static PartialExplanations Read(ReadOnlySpan<byte> message)
    {
        var at = WireReader.Begin(message, WireKind.Explanations);
        var (complete, work) = (at.Flag(), at.Long());
        var found = new KeyValuePair<long, Explanation>[at.Count()];
        for (var i = 0; i < found.Length; i++)
        {
            var key = at.Zigzag();
            found[i] = new(key, ReadOne(ref at, 0));
        }

        at.End();
        return new() { Found = found, Complete = complete, Work = work };
    }

    private static void Write(ByteBuffer bytes, Explanation explanation)
    {
        bytes.Single(explanation.Value);
        bytes.Text(explanation.Description);
        bytes.Varint((ulong)explanation.Details.Count);
        foreach (var detail in explanation.Details) Write(bytes, detail);
    }

    private static Explanation ReadOne(ref WireReader at, int depth)
    {
        if (depth > PlanBuilder.DeepestNesting + 1) throw at.Wrong("an explanation is nested deeper than a query can be");
        var (value, description) = (at.Single(), at.Text());
        var details = new Explanation[at.Count()];
        for (var i = 0; i < details.Length; i++) details[i] = ReadOne(ref at, depth + 1);
        return new(value, description, details);
    }
}
