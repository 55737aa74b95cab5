using Search.FullText.Queries;

namespace Search.FullText.Sharding;

/// <summary>All shards of a collection, wherever they are.</summary>
public interface IShardSet
{
    /// <summary>Sends one request to every shard.</summary>
    /// <param name="request">Of the wire form; <see cref="ShardAnswers.To"/> answers it.</param>
    /// <param name="allowMissing">Whether the answer may lack shards; without it one that cannot be reached is an exception.</param>
    /// <param name="cancellation">Of the caller.</param>
    /// <returns>The answers in the order of the shards, null for a shard that is missing.</returns>
    IReadOnlyList<byte[]?> AskAll(byte[] request, bool allowMissing, CancellationToken cancellation);
}

/// <summary>Answers requests of the wire form out of one shard.</summary>
public static class ShardAnswers
{
    /// <summary>The answer to a request, as bytes.</summary>
    /// <exception cref="WireVersionException">The request is of another version.</exception>
    /// <exception cref="WireFormatException">The request is not valid.</exception>
    /// <exception cref="ArgumentException">It names a field that the shard does not have.</exception>
    public static byte[] To(ReadOnlySpan<byte> request, FullTextIndex shard, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shard);
        if (WireReader.KindOf(request) == WireKind.Explain)
        {
            var (explained, keys, budget) = SearchWire.ReadExplain(request, cancellation);
            return shard.ExplainPart(explained, keys, budget).ToBytes();
        }

        var (query, options) = SearchWire.Read(request, cancellation);
        return shard.SearchPart(query, options).ToBytes();
    }
}

/// <summary>
/// Asks the shards of a collection and merges what they answer: the same hits, scores, totals and facets as from one index of all
/// documents.
/// </summary>
/// <param name="statistics">Of the collection; suggestions and corrections come from them alone. Not disposed.</param>
/// <param name="shards">Where the documents are.</param>
public sealed class ShardedIndex(CollectionStatistics statistics, IShardSet shards) : ITextIndex
{
    /// <inheritdoc />
    public Schema Schema => statistics.Schema;

    /// <inheritdoc />
    /// <exception cref="WireFormatException">A shard's answer is not valid.</exception>
    public SearchHits Search(Query query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= SearchOptions.Default;
        var parts = new List<PartialHits>();
        var missing = Ask(SearchWire.Write(query, options), answer => parts.Add(PartialHits.Read(answer)), options);
        if (parts.Exists(p => p.Facets.Count != options.Facets.Count || p.Counts.Count != options.Counted.Count))
            throw new WireFormatException("A shard answered another question than it was asked.");
        return PartialHits.Merge(parts, options) with { MissingShards = missing };
    }

    /// <inheritdoc />
    /// <exception cref="WireFormatException">A shard's answer is not valid.</exception>
    public Explanations Explain(Query query, IEnumerable<long> keys, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= SearchOptions.Default;
        long[] all = [.. keys];
        var parts = new List<PartialExplanations>();
        var missing = Ask(SearchWire.WriteExplain(query, all, options), answer => parts.Add(PartialExplanations.Read(answer)), options);
        return PartialExplanations.Merge(parts, all) with { MissingShards = missing };
    }

    /// <inheritdoc />
    public IReadOnlyList<Suggestion> Suggest(string prefix, int max = 10, IReadOnlyCollection<string>? fields = null) =>
        statistics.Suggest(prefix, max, fields);

    /// <inheritdoc />
    public string? DidYouMean(string term, IReadOnlyCollection<string>? fields = null) => statistics.DidYouMean(term, fields);

    /// <inheritdoc />
    public IReadOnlyList<string> LikelyFields(string text, IReadOnlyCollection<string> fields) => statistics.LikelyFields(text, fields);

    private List<int> Ask(byte[] request, Action<byte[]> take, SearchOptions options)
    {
        var missing = new List<int>();
        foreach (var (shard, answer) in shards.AskAll(request, options.AllowMissingShards, options.Cancellation).Index())
        {
            if (answer is null) missing.Add(shard);
            else take(answer);
        }

        return missing;
    }
}
