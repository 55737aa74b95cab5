using Search.FullText.Queries;

namespace Search.FullText;

/// <summary>What can be asked of an index, whether its documents are here or in shards elsewhere.</summary>
public interface ITextIndex
{
    /// <summary>The fields of its documents.</summary>
    Schema Schema { get; }

    /// <inheritdoc cref="FullTextIndex.Search" />
    SearchHits Search(Query query, SearchOptions? options = null);

    /// <summary>
    /// Why documents have their scores, in the order of their keys; fewer where the work of <see cref="SearchOptions.MaxWork"/> is done
    /// before.
    /// </summary>
    Explanations Explain(Query query, IEnumerable<long> keys, SearchOptions? options = null);

    /// <inheritdoc cref="FullTextIndex.Suggest" />
    IReadOnlyList<Suggestion> Suggest(string prefix, int max = 10, IReadOnlyCollection<string>? fields = null);

    /// <inheritdoc cref="FullTextIndex.DidYouMean" />
    string? DidYouMean(string term, IReadOnlyCollection<string>? fields = null);

    /// <inheritdoc cref="FullTextIndex.LikelyFields" />
    IReadOnlyList<string> LikelyFields(string text, IReadOnlyCollection<string> fields);
}
