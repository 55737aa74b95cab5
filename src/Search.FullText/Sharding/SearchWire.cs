using Search.FullText.Queries;
using Search.FullText.Storage;

namespace Search.FullText.Sharding;

/// <summary>
/// The wire form of what is asked of a shard: a version, a kind, and the query with its options. Described in
/// docs/formats/full-text-shards.md.
/// </summary>
public static class SearchWire
{
    /// <summary>The bytes of a search. The caller's cancellation is not part of them.</summary>
    /// <exception cref="ArgumentException">The query is nested too deep to be searched.</exception>
    public static byte[] Write(Query query, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        var bytes = Begin(WireKind.Search, query, options);
        return bytes.Bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="WireVersionException">It is of another version.</exception>
    /// <exception cref="WireFormatException">It is not what <see cref="Write"/> writes.</exception>
    public static (Query Query, SearchOptions Options) Read(ReadOnlySpan<byte> message, CancellationToken cancellation = default)
    {
        var at = WireReader.Begin(message, WireKind.Search);
        var (query, options) = (QueryWire.Read(ref at), OptionsWire.Read(ref at, cancellation));
        at.End();
        return (query, options);
    }

    /// <summary>The bytes of a question why documents have their scores.</summary>
    /// <exception cref="ArgumentException">The query is nested too deep to be searched.</exception>
    public static byte[] WriteExplain(Query query, IReadOnlyCollection<long> keys, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(options);
        var bytes = Begin(WireKind.Explain, query, options);
        bytes.Varint((ulong)keys.Count);
        foreach (var key in keys) bytes.Zigzag(key);
        return bytes.Bytes.ToArray();
    }

    /// <summary>Reads what <see cref="WriteExplain"/> wrote.</summary>
    /// <exception cref="WireVersionException">It is of another version.</exception>
    /// <exception cref="WireFormatException">It is not what <see cref="WriteExplain"/> writes.</exception>
    public static (Query Query, IReadOnlyList<long> Keys, SearchOptions Options) ReadExplain(
        ReadOnlySpan<byte> message, CancellationToken cancellation = default)
    {
        var at = WireReader.Begin(message, WireKind.Explain);
        var (query, options) = (QueryWire.Read(ref at), OptionsWire.Read(ref at, cancellation));
        var keys = new long[at.Count()];
        for (var i = 0; i < keys.Length; i++) keys[i] = at.Zigzag();
        at.End();
        return (query, keys, options);
    }

    private static ByteBuffer Begin(WireKind kind, Query query, SearchOptions options)
    {
        var bytes = new ByteBuffer();
        bytes.Byte(WireReader.Version);
        bytes.Byte((byte)kind);
        QueryWire.Write(bytes, query);
        OptionsWire.Write(bytes, options);
        return bytes;
    }
}
