using Search.FullText.Segments;
using Search.FullText.Suggestions;

namespace Search.FullText;

/// <summary>
/// What scores, suggestions and corrections depend on in a collection that is cut into shards: the numbers of documents and of words in
/// each text field, and in
/// how many documents each word is. Every shard holds a copy, so that each scores its documents as one index would. Safe to use from any
/// number of threads.
/// </summary>
public sealed class CollectionStatistics : IDisposable
{
    /// <summary>The file's name in the folder of a shard.</summary>
    public const string FileName = "collection.stats";

    private readonly StatisticsFile _file;

    private CollectionStatistics(StatisticsFile file) => _file = file;

    /// <summary>The fields of the collection.</summary>
    public Schema Schema => _file.Vocabulary.Schema;

    /// <summary>Documents of the collection.</summary>
    public long DocumentCount => _file.Vocabulary.Documents;

    /// <summary>The checksum of the file: shards with the same one are of the same collection.</summary>
    public uint Checksum => _file.Committed.Checksum;

    /// <summary>Bytes on disk.</summary>
    public long ByteLength => _file.Committed.Length;

    /// <summary>Maps the statistics that a shard holds. Its segments are not needed.</summary>
    /// <param name="folder">The folder of any shard, or a copy of its <c>index.commit</c> and <see cref="FileName"/>.</param>
    /// <param name="verify">Whether every byte is checked against its checksum now.</param>
    /// <exception cref="IndexCorruptException">A file is damaged, or the index in the folder is not a shard.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder holds no index.</exception>
    public static CollectionStatistics Open(string folder, bool verify = true)
    {
        var commit = CommitFile.Read(folder);
        if (commit.Statistics is null)
            throw new IndexCorruptException(Path.Combine(folder, FileName), 0,
                "the index in this folder is not a shard: it has no statistics of a collection");
        return new(StatisticsFile.Open(folder, commit, verify));
    }

    /// <summary>
    /// Makes committed indexes the shards of one collection: adds up their statistics and commits them to each. A later commit to one of
    /// them undoes it there.
    /// </summary>
    /// <param name="shards">Folders of indexes with the same fields, and no document in two of them.</param>
    /// <param name="options">How files are written.</param>
    /// <exception cref="ArgumentException">There is none, or their fields differ.</exception>
    /// <exception cref="IndexCorruptException">One of them is damaged.</exception>
    public static void Write(IReadOnlyList<string> shards, IndexWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(shards);
        if (shards.Count == 0) throw new ArgumentException("There is no shard.", nameof(shards));
        options ??= new();
        CommitFile[] commits = [.. shards.Select(CommitFile.Read)];
        var schema = commits[0].Schema;
        if (!Array.TrueForAll(commits, c => c.Schema.Fields.SequenceEqual(schema.Fields)))
            throw new ArgumentException("The shards have different fields.", nameof(shards));
        var segments = new List<Segment>();
        try
        {
            for (var s = 0; s < commits.Length; s++)
                foreach (var segment in commits[s].Segments)
                    segments.Add(WrittenSegment.OpenCommitted(shards[s], segment, schema, verify: false, out _));
            foreach (var folder in shards) // the same bytes, each written by the one way in which files are written
            {
                using var stream = options.CreateFile(Path.Combine(folder, FileName));
                StatisticsFile.Write(stream, schema, segments);
            }
        }
        finally
        {
            foreach (var segment in segments) segment.Dispose();
        }

        for (var s = 0; s < commits.Length; s++)
        {
            options.ForceToDisk(Path.Combine(shards[s], FileName));
            commits[s].WithStatistics(StatisticsFile.CommittedIn(shards[s])).Replace(shards[s], options);
        }
    }

    /// <inheritdoc cref="FullTextIndex.Suggest" />
    public IReadOnlyList<Suggestion> Suggest(string prefix, int max = 10, IReadOnlyCollection<string>? fields = null) =>
        WordSuggestions.Suggest(_file.Vocabulary, prefix, max, fields);

    /// <inheritdoc cref="FullTextIndex.DidYouMean" />
    public string? DidYouMean(string term, IReadOnlyCollection<string>? fields = null) =>
        WordSuggestions.DidYouMean(_file.Vocabulary, term, fields);

    /// <inheritdoc cref="FullTextIndex.LikelyFields" />
    public IReadOnlyList<string> LikelyFields(string text, IReadOnlyCollection<string> fields) =>
        Queries.LikelyFields.Of(_file.Vocabulary, text, fields);

    /// <summary>Unmaps the file. No question may be under way.</summary>
    public void Dispose() => _file.Dispose();
}
