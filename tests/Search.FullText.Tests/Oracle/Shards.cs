using Search.FullText.Sharding;
using Search.Testing;

namespace Search.FullText.Tests.Oracle;

/// <summary>The same random documents as one index and as shards: opened together, and each alone at the other end of the wire.</summary>
internal sealed class Shards : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<FullTextIndex> _parts;
    private readonly CollectionStatistics _statistics;

    public Shards(RandomCorpus corpus, int shards, int documents, int longest = 40)
    {
        Folders = [.. Enumerable.Range(0, shards).Select(s => _folder.In($"shard-{s}"))];
        var options = new IndexWriterOptions { MemoryBudget = 1 << (15 + corpus.Random.Next(6)), LeastCommon = 1 };
        using var whole = IndexWriter.Create(_folder.In("whole"), RandomCorpus.Schema);
        IndexWriter[] writers = [.. Folders.Select(f => IndexWriter.Create(f, RandomCorpus.Schema, options))];
        for (var key = 1; key <= documents; key++)
        {
            var document = corpus.Document(key, longest);
            whole.Add(document);
            writers[corpus.Random.Next(shards)].Add(document);
        }

        whole.Merge();
        whole.Commit();
        foreach (var writer in writers)
        {
            if (corpus.Random.Next(3) > 0) writer.Merge();
            writer.Commit();
            writer.Dispose();
        }

        CollectionStatistics.Write(Folders);
        One = FullTextIndex.Open(_folder.In("whole"));
        Together = FullTextIndex.Open(Folders);
        _parts = [.. Folders.Select(f => FullTextIndex.Open(f))];
        _statistics = CollectionStatistics.Open(Folders[^1]);
        Apart = new ShardedIndex(_statistics, new Wire(_parts));
    }

    public string[] Folders { get; }

    /// <summary>One index of one segment.</summary>
    public FullTextIndex One { get; }

    /// <summary>The shards opened as one index.</summary>
    public FullTextIndex Together { get; }

    /// <summary>The shards behind the wire.</summary>
    public ShardedIndex Apart { get; }

    public void Dispose()
    {
        One.Dispose();
        Together.Dispose();
        foreach (var part in _parts) part.Dispose();
        _statistics.Dispose();
        _folder.Dispose();
    }

    private sealed class Wire(List<FullTextIndex> parts) : IShardSet
    {
        // Answers come in any order.
        public IReadOnlyList<byte[]?> AskAll(byte[] request, bool allowMissing, CancellationToken cancellation) =>
            [.. parts.AsEnumerable().Reverse()
            .Select(p => ShardAnswers.To(request, p, cancellation))];
    }
}
