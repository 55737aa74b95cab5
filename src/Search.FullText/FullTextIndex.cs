using Search.FullText.Queries;
using Search.FullText.Segments;
using Search.FullText.Suggestions;

namespace Search.FullText;

/// <summary>An index as it was when opened: immutable, for any number of threads.</summary>
public sealed class FullTextIndex : IDisposable
{
    private const int AttemptsWhileWritten = 5;
    private readonly List<IndexSegment> _segments;
    private readonly IndexStatistics _statistics;

    private FullTextIndex(Schema schema, List<IndexSegment> segments)
    {
        (Schema, _segments) = (schema, segments);
        _statistics = new IndexStatistics(schema, segments);
        foreach (var s in segments) DocumentCount += s.DocumentCount - (s.Deleted?.Count ?? 0);
    }

    /// <summary>Maps the last commit of the index in that folder.</summary>
    /// <param name="folder">Where an <see cref="IndexWriter"/> committed.</param>
    /// <param name="verify">
    /// Whether every byte is checked against its checksum now (some thirty milliseconds for 80 MB that the system has in memory). Without it only
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
                return Open(folder, commit, verify);
            }
            catch (IndexCorruptException) when (attempt < AttemptsWhileWritten && CommitFile.Read(folder).Generation != commit.Generation)
            {
                // A writer committed in between and removed the segments of the commit just read: read the new one.
            }
        }
    }

    /// <summary>The fields the index was created with.</summary>
    public Schema Schema { get; }

    /// <summary>Documents that can be found.</summary>
    public long DocumentCount { get; }

    /// <summary>Bytes of all segments on disk.</summary>
    public long ByteLength => _segments.Sum(s => s.Segment.Length);

    /// <summary>Checks every byte of every segment against its checksum.</summary>
    /// <exception cref="IndexCorruptException">A byte is not what was written.</exception>
    public void Verify()
    {
        foreach (var s in _segments) s.Segment.Verify();
    }

    /// <summary>The best hits, how many there are, and the facets asked for.</summary>
    /// <exception cref="ArgumentException">Query or options name a field that the schema does not have, or the query is nested deeper than 64.</exception>
    public SearchHits Search(Query query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new SearchRun(_statistics, query, options ?? SearchOptions.Default).Run();
    }

    /// <summary>Why the document of that key has its score for the query.</summary>
    public Explanation Explain(Query query, long key, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        _ = WorkMeter.Begin(long.MaxValue);
        return new Explainer(_statistics, options ?? SearchOptions.Default).Explain(query, key);
    }

    /// <summary>The same for several documents, in their order; fewer where the work of <see cref="SearchOptions.MaxWork"/> is done before.</summary>
    public Explanations Explain(Query query, IEnumerable<long> keys, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(keys);
        var begun = WorkMeter.Begin(options?.MaxWork ?? long.MaxValue);
        var explainer = new Explainer(_statistics, options ?? SearchOptions.Default);
        var explained = new List<Explanation>();
        foreach (var key in keys)
        {
            var explanation = explainer.Explain(query, key);
            if (WorkMeter.IsSpent) break; // it may be of a part of the query
            explained.Add(explanation);
        }

        return new Explanations(explained, !WorkMeter.IsSpent, WorkMeter.Units - begun);
    }

    /// <summary>The most frequent words that begin so.</summary>
    /// <param name="prefix">Of several words the last is completed.</param>
    /// <param name="max">The most words returned.</param>
    /// <param name="fields">Text fields whose words are known; null for all.</param>
    public IReadOnlyList<Suggestion> Suggest(string prefix, int max = 10, IReadOnlyCollection<string>? fields = null)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return new WordSuggestions(_statistics, TextFields(fields)).StartingWith(prefix, max);
    }

    /// <summary>A more frequent word spelt nearly so, when the word is not in the index or very rare; else null.</summary>
    /// <param name="term">The word.</param>
    /// <param name="fields">Text fields whose words are known; null for all.</param>
    public string? DidYouMean(string term, IReadOnlyCollection<string>? fields = null)
    {
        ArgumentNullException.ThrowIfNull(term);
        return new WordSuggestions(_statistics, TextFields(fields)).Correction(term);
    }

    /// <summary>Of text fields that each hold a language, those whose language a text is likely in, by how common its words are in each.</summary>
    /// <param name="text">A query or its words.</param>
    /// <param name="fields">The text fields.</param>
    /// <returns>The likely ones in the order given; all where none has any of the words.</returns>
    /// <exception cref="ArgumentException">The index has no such text field.</exception>
    public IReadOnlyList<string> LikelyFields(string text, IReadOnlyCollection<string> fields)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fields);
        return [.. new LikelyFields(_statistics).Of(text, TextFields(fields)).Select(f => Schema.Fields[f].Name)];
    }

    private int[] TextFields(IReadOnlyCollection<string>? names) => names is not null
        ? [.. names.Select(n => Schema.OrdinalOf(n, FieldKind.Text))]
        : [.. Enumerable.Range(0, Schema.Fields.Count).Where(f => Schema.Fields[f].Kind == FieldKind.Text)];

    /// <summary>Unmaps the files. No search may be running.</summary>
    public void Dispose()
    {
        foreach (var s in _segments) s.Segment.Dispose();
    }

    private static FullTextIndex Open(string folder, CommitFile commit, bool verify)
    {
        var opened = new List<(Segment Segment, DeletedDocuments? Deleted)>();
        try
        {
            foreach (var committed in commit.Segments)
            {
                var segment = WrittenSegment.OpenCommitted(folder, committed, commit.Schema, verify, out var deleted);
                opened.Add((segment, deleted));
            }
        }
        catch
        {
            foreach (var (segment, _) in opened) segment.Dispose();
            throw;
        }

        // In the order of keys where they do not overlap: hits of a like score then come in the order of keys by themselves.
        opened.Sort((a, b) => a.Segment.Keys.Smallest.CompareTo(b.Segment.Keys.Smallest));
        var segments = new List<IndexSegment>(opened.Count);
        var start = 0;
        var largest = long.MinValue;
        foreach (var (segment, deleted) in opened)
        {
            segments.Add(new IndexSegment(commit.Schema, segment, deleted, start, segments.Count, segments.Count == 0 || segment.Keys.Smallest > largest));
            start += segment.DocumentCount;
            largest = Math.Max(largest, segment.Keys.Largest);
        }

        return new FullTextIndex(commit.Schema, segments);
    }
}
