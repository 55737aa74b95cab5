using Search.Catalog.Tests.Oracle;
using Search.FullText;
using Search.FullText.Sharding;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>A snapshot whose full-text index is cut into shards answers every search as one that is not, whether the
/// shards are here or elsewhere.</summary>
public sealed class Shards_answer_as_one_index : IDisposable
{
    private const int Searches = 200;
    private readonly TemporaryFolder _folder = new();
    private readonly ResolutionCatalog _one;

    public Shards_answer_as_one_index() => _one = Build(1);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Searches_of_every_kind_are_answered_alike_and_so_are_beginnings(int shards)
    {
        using var catalog = Build(shards);
        ShouldAnswerAlike(catalog, shards);
    }

    [Fact]
    public void Shards_that_are_not_read_from_the_snapshot_answer_alike()
    {
        Build(4).Dispose();
        var elsewhere = _folder.In("elsewhere");
        using var catalog = ResolutionCatalog.OpenWithTextElsewhere(_folder.In("4"), served: null, shards =>
        {
            Directory.Move(Path.Combine(shards.Folder, "text"), elsewhere);
            shards.List.Select(s => (s.Number, s.Folder, s.Files.Count)).ShouldBe(
                [(0, "text/shard-000", 3), (1, "text/shard-001", 3), (2, "text/shard-002", 3), (3, "text/shard-003", 3)]);
            return new Elsewhere([.. shards.List.Select(s => Path.Combine(elsewhere, s.Folder["text/".Length..]))]);
        }, Places.Authorities)!;
        ShouldAnswerAlike(catalog, 4);
    }

    private void ShouldAnswerAlike(ResolutionCatalog catalog, int seed)
    {
        var random = new RandomSearches(_one, seed, clauses: 300);
        for (var i = 0; i < Searches; i++)
        {
            var request = random.Next(i);
            RandomSearches.Answer(catalog, request).ShouldBe(RandomSearches.Answer(_one, request), $"search {i}: {request}");
            var beginning = random.Beginning();
            catalog.Suggest(beginning).Words.ShouldBe(_one.Suggest(beginning).Words, beginning);
        }
    }

    private ResolutionCatalog Build(int shards)
    {
        var output = _folder.In(shards.ToString(System.Globalization.CultureInfo.InvariantCulture));
        CatalogBuilder.Build(
            new() { Sources = [Places.Sample], Output = output, Authorities = Places.Authorities, Shards = shards }, TimeProvider.System);
        ResolutionCatalog.Verify(output);
        return ResolutionCatalog.Open(output, Places.Authorities);
    }

    public void Dispose()
    {
        _one.Dispose();
        _folder.Dispose();
    }

    /// <summary>Shards at the other end of the wire.</summary>
    private sealed class Elsewhere : IShardSet, ITextIndex, IDisposable
    {
        private readonly FullTextIndex[] _shards;
        private readonly CollectionStatistics _statistics;
        private readonly ShardedIndex _index;

        public Elsewhere(string[] folders)
        {
            _shards = Array.ConvertAll(folders, f => FullTextIndex.Open(f));
            _statistics = CollectionStatistics.Open(folders[0]);
            _index = new(_statistics, this);
        }

        public Schema Schema => _index.Schema;

        public IReadOnlyList<byte[]?> AskAll(byte[] request, bool allowMissing, CancellationToken cancellation) =>
            Array.ConvertAll(_shards, s => ShardAnswers.To(request, s, cancellation));

        public SearchHits Search(FullText.Queries.Query query, SearchOptions? options = null) => _index.Search(query, options);

        public Explanations Explain(FullText.Queries.Query query, IEnumerable<long> keys, SearchOptions? options = null) =>
            _index.Explain(query, keys, options);

        public IReadOnlyList<Suggestion> Suggest(string prefix, int max = 10, IReadOnlyCollection<string>? fields = null) =>
            _index.Suggest(prefix, max, fields);

        public string? DidYouMean(string term, IReadOnlyCollection<string>? fields = null) => _index.DidYouMean(term, fields);

        public IReadOnlyList<string> LikelyFields(string text, IReadOnlyCollection<string> fields) => _index.LikelyFields(text, fields);

        public void Dispose()
        {
            foreach (var shard in _shards) shard.Dispose();
            _statistics.Dispose();
        }
    }
}
