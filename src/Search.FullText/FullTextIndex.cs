using Search.FullText.Queries;
using Search.FullText.Segments;
using Search.FullText.Suggestions;

namespace Search.FullText;

/// <summary>
/// An index as it was when opened: immutable, for any number of threads. A shard of a collection scores as the whole collection would; all
/// shards opened
/// together are searched on all cores and answer as one index.
/// </summary>
public sealed class FullTextIndex : ITextIndex, IDisposable
{
    private const int AttemptsWhileWritten = 5;
    private readonly List<IndexSegment> _segments;
    private readonly List<List<IndexSegment>> _shards;
    private readonly IndexStatistics _statistics;
    private readonly StatisticsFile? _collection;

    private FullTextIndex(Schema schema, List<List<IndexSegment>> shards, StatisticsFile? collection)
    {
        (Schema, _shards, _collection) = (schema, shards, collection);
        _segments = [.. shards.SelectMany(s => s)];
        _statistics = new IndexStatistics(schema, _segments, collection?.Vocabulary);
        foreach (var s in _segments) DocumentCount += s.DocumentCount - (s.Deleted?.Count ?? 0);
    }

    /// <summary>Maps the last commit of the index in that folder.</summary>
    /// <param name="folder">Where an <see cref="IndexWriter"/> committed.</param>
    /// <param name="verify">
    /// Whether every byte is checked against its checksum now (some thirty milliseconds for 80 MB that the system has in memory). Without
    /// it only
    /// what opening reads is checked, and the caller answers for the rest: <see cref="Verify"/>.
    /// </param>
    /// <exception cref="IndexCorruptException">A file is damaged.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder holds no index.</exception>
    public static FullTextIndex Open(string folder, bool verify = true)
    {
        for (var attempt = 1; ; attempt++)
        {
            var commit = CommitFile.Read(folder);
            try
            {
                return Open([folder], [commit], verify);
            }
            catch (IndexCorruptException) when (attempt < AttemptsWhileWritten && CommitFile.Read(folder).Generation != commit.Generation)
            {
                // A writer committed in between and removed the segments of the commit just read: read the new one.
            }
        }
    }

    /// <summary>Maps all shards of a collection, which answer together as one index and are searched on all cores.</summary>
    /// <param name="shards">Their folders.</param>
    /// <param name="verify">As for one index.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="IndexCorruptException">A file is damaged, or a folder holds no shard of the collection of the first.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">A folder holds no index.</exception>
    public static FullTextIndex Open(IReadOnlyList<string> shards, bool verify = true)
    {
        ArgumentNullException.ThrowIfNull(shards);
        if (shards.Count == 0) throw new ArgumentException("There is no shard.", nameof(shards));
        CommitFile[] commits = [.. shards.Select(CommitFile.Read)];
        for (var s = 0; s < commits.Length; s++)
        {
            if (commits[s].Statistics is null || commits[s].Statistics != commits[0].Statistics
                || !commits[s].Schema.Fields.SequenceEqual(commits[0].Schema.Fields))
                throw new IndexCorruptException(Path.Combine(shards[s], CommitFile.Name), 0,
                    $"this is not a shard of the same collection as {shards[0]}");
        }

        return Open(shards, commits, verify);
    }

    /// <summary>The fields the index was created with.</summary>
    public Schema Schema { get; }

    /// <summary>Documents that can be found.</summary>
    public long DocumentCount { get; }

    /// <summary>Bytes of all segments and statistics on disk.</summary>
    public long ByteLength => _segments.Sum(s => s.Segment.Length) + (_collection?.Committed.Length * _shards.Count ?? 0);

    /// <summary>Checks every byte of every segment against its checksum.</summary>
    /// <exception cref="IndexCorruptException">A byte is not what was written.</exception>
    public void Verify()
    {
        foreach (var s in _segments) s.Segment.Verify();
        _collection?.Verify();
    }

    /// <summary>The best hits, how many there are, and the facets asked for.</summary>
    /// <exception cref="ArgumentException">
    /// Query or options name a field that the schema does not have, or the query is nested deeper than 64.
    /// </exception>
    public SearchHits Search(Query query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= SearchOptions.Default;
        return _shards.Count == 1 ? SearchRun.Whole(_statistics, query, options) : SearchRun.Parallel(_statistics, _shards, query, options);
    }

    /// <summary>
    /// The part of an answer that is in this shard, to be merged with those of the other shards; the same, were it not a shard, as all
    /// parts.
    /// </summary>
    /// <exception cref="ArgumentException">As for <see cref="Search"/>.</exception>
    public PartialHits SearchPart(Query query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        return SearchRun.Part(_statistics, query, options ?? SearchOptions.Default);
    }

    /// <summary>Why the document of that key has its score for the query.</summary>
    public Explanation Explain(Query query, long key, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        _ = WorkMeter.Begin(long.MaxValue);
        return new Explainer(_statistics, options ?? SearchOptions.Default).Explain(query, key) ?? Explainer.NoDocument(key);
    }

    /// <summary>
    /// The same for several documents, in their order; fewer where the work of <see cref="SearchOptions.MaxWork"/> is done before.
    /// </summary>
    public Explanations Explain(Query query, IEnumerable<long> keys, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(keys);
        var explained = new List<Explanation>();
        var (complete, work) = Explain(query, keys, options, (key, explanation) => explained.Add(explanation ?? Explainer.NoDocument(key)));
        return new Explanations(explained, complete, work);
    }

    /// <summary>Explains those of the documents that are in this shard, to be merged with what the other shards explain.</summary>
    public PartialExplanations ExplainPart(Query query, IEnumerable<long> keys, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(keys);
        var found = new List<KeyValuePair<long, Explanation>>();
        var (complete, work) = Explain(query, keys, options, (key, explanation) =>
        {
            if (explanation is not null) found.Add(new(key, explanation));
        });
        return new() { Found = found, Complete = complete, Work = work };
    }

    /// <summary>The most frequent words that begin so.</summary>
    /// <param name="prefix">Of several words the last is completed.</param>
    /// <param name="max">The most words returned.</param>
    /// <param name="fields">Text fields whose words are known; null for all.</param>
    public IReadOnlyList<Suggestion> Suggest(string prefix, int max = 10, IReadOnlyCollection<string>? fields = null) =>
        WordSuggestions.Suggest(_statistics.Vocabulary, prefix, max, fields);

    /// <summary>A more frequent word spelt nearly so, when the word is not in the index or very rare; else null.</summary>
    /// <param name="term">The word.</param>
    /// <param name="fields">Text fields whose words are known; null for all.</param>
    public string? DidYouMean(string term, IReadOnlyCollection<string>? fields = null) =>
        WordSuggestions.DidYouMean(_statistics.Vocabulary, term, fields);

    /// <summary>
    /// Of text fields that each hold a language, those whose language a text is likely in, by how common its words are in each.
    /// </summary>
    /// <param name="text">A query or its words.</param>
    /// <param name="fields">The text fields.</param>
    /// <returns>The likely ones in the order given; all where none has any of the words.</returns>
    /// <exception cref="ArgumentException">The index has no such text field.</exception>
    public IReadOnlyList<string> LikelyFields(string text, IReadOnlyCollection<string> fields) =>
        Queries.LikelyFields.Of(_statistics.Vocabulary, text, fields);

    /// <summary>Unmaps the files. No search may be running.</summary>
    public void Dispose()
    {
        foreach (var s in _segments) s.Segment.Dispose();
        _collection?.Dispose();
    }

    private (bool Complete, long Work) Explain(Query query, IEnumerable<long> keys, SearchOptions? options, Action<long, Explanation?> take)
    {
        var begun = WorkMeter.Begin(options?.MaxWork ?? long.MaxValue);
        var explainer = new Explainer(_statistics, options ?? SearchOptions.Default);
        foreach (var key in keys)
        {
            var explanation = explainer.Explain(query, key);
            if (WorkMeter.IsSpent) break; // it may be of a part of the query
            take(key, explanation);
        }

        return (!WorkMeter.IsSpent, WorkMeter.Units - begun);
    }

    private static FullTextIndex Open(IReadOnlyList<string> folders, CommitFile[] commits, bool verify)
    {
        var opened = new List<IDisposable>();
        try
        {
            StatisticsFile? collection = null;
            if (commits[0].Statistics is not null) opened.Add(collection = StatisticsFile.Open(folders[0], commits[0], verify));
            var (shards, start, ordinal) = (new List<List<IndexSegment>>(), 0, 0);
            for (var s = 0; s < commits.Length; s++)
                shards.Add(OpenSegments(folders[s], commits[s], verify, opened, ref start, ref ordinal));
            return new FullTextIndex(commits[0].Schema, shards, collection);
        }
        catch
        {
            foreach (var file in opened) file.Dispose();
            throw;
        }
    }

    private static List<IndexSegment> OpenSegments(
        string folder, CommitFile commit, bool verify, List<IDisposable> opened, ref int start, ref int ordinal)
    {
        var found = new List<(Segment Segment, DeletedDocuments? Deleted)>();
        foreach (var committed in commit.Segments)
        {
            var segment = WrittenSegment.OpenCommitted(folder, committed, commit.Schema, verify, out var deleted);
            opened.Add(segment);
            found.Add((segment, deleted));
        }

        // In the order of keys where they do not overlap: hits of a like score then come in the order of keys by themselves.
        found.Sort((a, b) => a.Segment.Keys.Smallest.CompareTo(b.Segment.Keys.Smallest));
        var segments = new List<IndexSegment>(found.Count);
        var largest = long.MinValue;
        foreach (var (segment, deleted) in found)
        {
            var followsAll = segments.Count == 0 || segment.Keys.Smallest > largest;
            segments.Add(new IndexSegment(commit.Schema, segment, deleted, start, ordinal++, followsAll));
            start += segment.DocumentCount;
            largest = Math.Max(largest, segment.Keys.Largest);
        }

        return segments;
    }
}
