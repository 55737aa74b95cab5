using Search.FullText;
using Search.FullText.Queries;
using Search.FullText.Sharding;

namespace Search.Cluster.Shards;

/// <summary>A text index whose shards are on several servers, with the statistics of the whole, which it closes.</summary>
internal sealed class ClusterIndex(CollectionStatistics statistics, ClusterShards shards) : ITextIndex, IDisposable
{
    private readonly ShardedIndex _index = new(statistics, shards);

    public Schema Schema => _index.Schema;

    public SearchHits Search(Query query, SearchOptions? options = null) => _index.Search(query, options);

    public Explanations Explain(Query query, IEnumerable<long> keys, SearchOptions? options = null) => _index.Explain(query, keys, options);

    public IReadOnlyList<Suggestion> Suggest(string prefix, int max = 10, IReadOnlyCollection<string>? fields = null) =>
        _index.Suggest(prefix, max, fields);

    public string? DidYouMean(string term, IReadOnlyCollection<string>? fields = null) => _index.DidYouMean(term, fields);

    public IReadOnlyList<string> LikelyFields(string text, IReadOnlyCollection<string> fields) => _index.LikelyFields(text, fields);

    public void Dispose() => statistics.Dispose();
}
