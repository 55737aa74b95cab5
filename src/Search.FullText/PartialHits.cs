using Search.FullText.Scoring;
using Search.FullText.Sharding;
using Search.FullText.Storage;

namespace Search.FullText;

/// <summary>What one shard answers to a search. The parts of all shards merge into the answer of one index.</summary>
public sealed record PartialHits
{
    internal PartialHits() { }

    /// <summary>How many documents of the shard match.</summary>
    public required HitTotal Total { get; init; }

    /// <summary>
    /// The best hits in the order asked for, as many as the page and what is before it: the offset is left out by the merge.
    /// </summary>
    public required IReadOnlyList<Hit> Hits { get; init; }

    /// <summary>One for each facet asked for, with all its values.</summary>
    public required IReadOnlyList<PartialFacet> Facets { get; init; }

    /// <summary>How many matches meet each of <see cref="SearchOptions.Counted"/>.</summary>
    public required IReadOnlyList<long> Counts { get; init; }

    /// <summary>False when the work budget or the caller stopped the search early.</summary>
    public required bool Complete { get; init; }

    /// <summary>What was done, in the units of <see cref="SearchHits.Work"/>.</summary>
    public required long Work { get; init; }

    /// <summary>Merges the answers of shards to one search.</summary>
    /// <param name="parts">One of each shard, in any order.</param>
    /// <param name="options">Those that were asked with.</param>
    /// <returns>The answer of an index that holds the documents of all of them.</returns>
    /// <exception cref="ArgumentException">A part is the answer to another question.</exception>
    public static SearchHits Merge(IReadOnlyList<PartialHits> parts, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(options);
        if (parts.Any(p => p.Facets.Count != options.Facets.Count || p.Counts.Count != options.Counted.Count))
            throw new ArgumentException("A part of the answer has other facets or counts than were asked for.", nameof(parts));
        var hits = new List<Hit>();
        foreach (var part in parts) hits.AddRange(part.Hits);
        hits.Sort(new HitOrder(options.Sort));
        Hit[] page = [.. hits.Skip(options.Offset).Take(options.Limit)];
        var complete = parts.All(p => p.Complete);
        var relation = complete && parts.All(p => p.Total.Relation == TotalRelation.Equal) ? TotalRelation.Equal : TotalRelation.AtLeast;
        return new(
            new(Math.Max(parts.Sum(p => p.Total.Value), page.Length), relation), page,
            [.. options.Facets.Select((f, i) => CountedValues.Top(f.Field, f.Max, [.. parts.Select(p => p.Facets[i].Values)]))], complete)
        {
            Counts = [.. options.Counted.Select((_, i) => parts.Sum(p => p.Counts[i]))],
            Work = parts.Sum(p => p.Work),
        };
    }

    /// <summary>The wire form.</summary>
    public byte[] ToBytes()
    {
        var bytes = new ByteBuffer(1024);
        bytes.Byte(WireReader.Version);
        bytes.Byte((byte)WireKind.Hits);
        bytes.Varint((ulong)Total.Value);
        bytes.Flag(Total.Relation == TotalRelation.Equal);
        bytes.Flag(Complete);
        bytes.Varint((ulong)Work);
        bytes.Varint((ulong)Hits.Count);
        foreach (var hit in Hits)
        {
            bytes.Zigzag(hit.Key);
            bytes.Single(hit.Score);
            bytes.Zigzag(hit.SortValue);
        }

        bytes.Varint((ulong)Counts.Count);
        foreach (var count in Counts) bytes.Varint((ulong)count);
        bytes.Varint((ulong)Facets.Count);
        foreach (var facet in Facets)
        {
            bytes.Varint((ulong)facet.Values.Length);
            bytes.Raw(facet.Values.Span);
        }

        return bytes.Bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote. The engine's own numbers of documents are not part of it.</summary>
    /// <exception cref="WireVersionException">It is of another version.</exception>
    /// <exception cref="WireFormatException">It is not what <see cref="ToBytes"/> writes.</exception>
    public static PartialHits Read(ReadOnlySpan<byte> message)
    {
        var at = WireReader.Begin(message, WireKind.Hits);
        var part = new PartialHits
        {
            Total = new(at.Long(), at.Flag() ? TotalRelation.Equal : TotalRelation.AtLeast),
            Complete = at.Flag(),
            Work = at.Long(),
            Hits = ReadHits(ref at),
            Counts = ReadCounts(ref at),
            Facets = ReadFacets(ref at),
        };
        at.End();
        return part;
    }

    private static Hit[] ReadHits(ref WireReader at)
    {
        var hits = new Hit[at.Count()];
        for (var i = 0; i < hits.Length; i++) hits[i] = new(at.Zigzag(), 0, at.Single(), at.Zigzag());
        return hits;
    }

    private static long[] ReadCounts(ref WireReader at)
    {
        var counts = new long[at.Count()];
        for (var i = 0; i < counts.Length; i++) counts[i] = at.Long();
        return counts;
    }

    private static PartialFacet[] ReadFacets(ref WireReader at)
    {
        var facets = new PartialFacet[at.Count()];
        for (var i = 0; i < facets.Length; i++)
        {
            var values = at.Raw().ToArray();
            if (CountedValues.Check(values) is not (>= 0 and var distinct)) throw at.Wrong("the values of a facet are not in order");
            facets[i] = new(values, distinct);
        }

        return facets;
    }
}

/// <summary>All values of one keyword field among the matches of a shard, with their counts.</summary>
public sealed class PartialFacet
{
    internal PartialFacet(ReadOnlyMemory<byte> values, int distinct) => (Values, Distinct) = (values, distinct);

    /// <summary>How many values there are.</summary>
    public int Distinct { get; }

    /// <summary>See <see cref="CountedValues"/>.</summary>
    internal ReadOnlyMemory<byte> Values { get; }
}
