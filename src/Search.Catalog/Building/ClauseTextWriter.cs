using System.Globalization;
using Search.Catalog.Querying;
using Search.Catalog.Snapshots;
using Search.FullText;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <summary>
/// Writes the clauses of a corpus to the full-text index, one or in shards; the key of each is its row in the table of
/// clauses. All clauses of a document are in the shard that its name says, so that a document stays in
/// its shard from one build to the next.
/// </summary>
internal sealed class ClauseTextWriter : IDisposable
{
    /// <summary>The part of a build's memory in which clauses wait for a segment. What is written does not depend on it.</summary>
    private const int PartOfAllowed = 12;

    private readonly string[] _shards;
    private readonly IndexWriterOptions _options;
    private readonly IndexWriter[] _writers;
    private readonly TextLanes? _lanes;
    private readonly bool _statesLanguage;

    private ClauseTextWriter(string generation, int shards, Disk disk, Func<string, IndexWriterOptions, IndexWriter> open, int threads)
    {
        var lanes = Math.Clamp(threads, 1, TextLanes.Most);
        _shards = [.. TextFolders.Of(shards).Select(f => Path.Combine(generation, f))];
        _options = new() { CreateFile = disk.Create, ForceToDisk = disk.Flush, Replace = disk.Replace };
        _options = _options with { MemoryBudget = Math.Min(_options.MemoryBudget, Allowed / PartOfAllowed) / _shards.Length / lanes };
        _writers = [.. _shards.Select(f => open(f, _options))];
        _statesLanguage = _writers[0].Schema.Find(ClauseFields.Lang) is not null;
        if (lanes > 1) _lanes = new(_shards, _writers, f => open(f, _options), lanes, disk);
    }

    /// <summary>Bytes that the heap may take.</summary>
    private static long Allowed => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>Begins an index.</summary>
    /// <param name="generation">The folder of the generation.</param>
    /// <param name="shards">How many shards; 0 for one index.</param>
    /// <param name="disk">Makes the files.</param>
    /// <param name="languages">Codes of the languages that clauses may be in.</param>
    /// <param name="threads">How many threads add clauses.</param>
    public static ClauseTextWriter Create(
        string generation, int shards, Disk disk, IReadOnlyCollection<string> languages, int threads) =>
        new(generation, shards, disk, (folder, options) =>
        {
            disk.CreateFolder(folder);
            return IndexWriter.Create(folder, ClauseFields.SchemaOf(languages), options);
        }, threads);

    /// <summary>Continues an index that was written before, in as many shards; a clause that it has is
    /// replaced by one of the same row.</summary>
    public static ClauseTextWriter Continue(string generation, int shards, Disk disk) =>
        new(generation, shards, disk, IndexWriter.Open, threads: 1);

    /// <summary>Adds one clause with its texts, the primary one first.</summary>
    public void Add(int row, ClauseLabel label, ClauseKind kind, IReadOnlyList<ClauseText> texts, ClauseOrigin origin, ClauseWords words,
        IReadOnlyCollection<EdgeWords> edges)
    {
        if (!ClauseTexts.IsSearched(label)) return;
        var document = new IndexDocument(row)
            .Keyword(ClauseFields.Label, label.Slug)
            .Keyword(ClauseFields.Kind, kind.Word())
            .Keyword(ClauseFields.Type, origin.Type)
            .Keyword(ClauseFields.Document, origin.Document)
            .Number(ClauseFields.Date, Day(origin.Date))
            .Number(ClauseFields.Words, words.Wording);
        if (origin.Organ is not null) document.Keyword(ClauseFields.Organ, origin.Organ);
        if (origin.Date is { Length: >= 4 } date) document.Keyword(ClauseFields.Year, date[..4]);
        if (words.FirstUsed is { } year) document.Keyword(ClauseFields.FirstUsed, year.ToString("0000", CultureInfo.InvariantCulture));
        foreach (var topic in origin.Topics) document.Keyword(topic.Name, topic.Value);
        var titled = new HashSet<string>();
        foreach (var text in texts)
        {
            var field = ClauseFields.In(ClauseFields.Text, Language.Find(text.Language));
            document.Text(field, text.Text);
            foreach (var note in text.Notes) document.Text(field, note);
            if (text.Head is not null) document.Text(ClauseFields.Verb, text.Head);
            if (_statesLanguage) document.Keyword(ClauseFields.Lang, text.Language);
            var isFirst = titled.Add(text.TitleLanguage);
            if (text.Title is not null && isFirst)
                document.Text(ClauseFields.In(ClauseFields.Title, Language.Find(text.TitleLanguage)), text.Title);
        }
        foreach (var edge in edges)
        {
            document.Keyword(ClauseFields.Treatment, edge.Treatment);
            foreach (var work in edge.Works)
            {
                document.Keyword(ClauseFields.Cites, work);
                document.Keyword(ClauseFields.Edge, ClauseFields.EdgeValue(work, edge.Treatment));
                foreach (var provision in edge.Provisions)
                    document.Keyword(ClauseFields.Provision, ClauseFields.ProvisionValue(work, provision));
            }
        }
        if (_lanes is null) _writers[ShardOf(origin.Document)].Add(document);
        else _lanes.Add(ShardOf(origin.Document), document);
    }

    /// <summary>Removes clauses by their rows, whichever shard they are in.</summary>
    public void Remove(IEnumerable<int> rows)
    {
        foreach (var row in rows)
            foreach (var writer in _writers) writer.Delete(row);
    }

    /// <summary>Ends the index, or its shards, each of which gets the statistics of all.</summary>
    /// <param name="merge">Whether all of it becomes one segment, which a search asks fastest; clauses that were
    /// replaced count for scores until then.</param>
    public void Commit(bool merge)
    {
        _lanes?.Finish();
        foreach (var writer in _writers)
        {
            if (merge) writer.Merge();
            writer.Commit();
            writer.Dispose();
        }
        if (_shards.Length > 1) CollectionStatistics.Write(_shards, _options);
    }

    public void Dispose()
    {
        _lanes?.Dispose();
        foreach (var writer in _writers) writer.Dispose();
    }

    /// <summary>The shard of a document: FNV-1a of its name.</summary>
    private int ShardOf(string document)
    {
        const uint offset = 2166136261, prime = 16777619;
        var hash = offset;
        foreach (var c in document) hash = (hash ^ c) * prime;
        return (int)(hash % (uint)_shards.Length);
    }

    /// <summary>A date as the number 20031222; 0 where it is not known.</summary>
    private static long Day(string? date) =>
        date is { Length: 10 }
            && long.TryParse(date.Replace("-", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? day
            : 0;
}

/// <summary>What a clause has from its document.</summary>
internal readonly record struct ClauseOrigin(string Document, string Type, string? Organ, string? Date, IReadOnlyList<TopicValue> Topics);

/// <summary>One citation of a clause in the words of the index: the work and the wholes that it is part of.</summary>
internal readonly record struct EdgeWords(IReadOnlyList<string> Works, string Treatment, IReadOnlyList<string> Provisions);
