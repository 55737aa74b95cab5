using FsCheck;
using FsCheck.Fluent;
using Search.FullText.Tests.Oracle;

namespace Search.FullText.Tests.Laws;

/// <summary>
/// However a collection is cut into shards, and whether they are searched in one process or over the wire, the answers are those of one
/// index, bit for bit.
/// </summary>
public class Shards_answer_as_one
{
    private const int QueriesPerCorpus = 50;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Searches_of_every_kind_give_the_same_hits_scores_totals_facets_counts_and_explanations(int shards) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(4),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var collection = new Shards(corpus, shards, 20 + corpus.Random.Next(1200));
            for (var i = 0; i < QueriesPerCorpus; i++)
            {
                var query = corpus.Query(3);
                var options = Options(corpus);
                var what = $"seed {seed}, {shards} shards, query {i}: {query} {options}";
                var one = collection.One.Search(query, options);
                foreach (var index in (ITextIndex[])[collection.Together, collection.Apart])
                {
                    ShouldBeSame(index.Search(query, options), one, what);
                    if (one.Hits.Count == 0) continue;
                    var next = options with { Offset = 0, After = one.Hits[^1].End };
                    ShouldBeSame(index.Search(query, next), collection.One.Search(query, next), "the next page, " + what);
                    long[] keys = [.. one.Hits.Select(h => h.Key).Take(3), 1, 1_000_000];
                    Text(index.Explain(query, keys, options).List).ShouldBe(Text(collection.One.Explain(query, keys, options).List), what);
                }
            }
        }));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    public void Suggestions_corrections_and_languages_are_the_same(int shards) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(4),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var corpus = new RandomCorpus(seed);
            using var collection = new Shards(corpus, shards, 20 + corpus.Random.Next(600));
            for (var i = 0; i < QueriesPerCorpus; i++)
            {
                var word = corpus.Word();
                string[]? fields = corpus.Random.Next(2) == 0 ? null : ["text"];
                var misspelt = word[..^1] + "x";
                foreach (var index in (ITextIndex[])[collection.Together, collection.Apart])
                {
                    index.Suggest(word[..1], 20, fields).ShouldBe(collection.One.Suggest(word[..1], 20, fields), $"seed {seed}: {word}");
                    index.DidYouMean(misspelt, fields).ShouldBe(collection.One.DidYouMean(misspelt, fields), $"seed {seed}: {misspelt}");
                    index.LikelyFields(word, ["text", "title", "code"]).ShouldBe(collection.One.LikelyFields(word, ["text", "title",
                        "code"]), $"seed {seed}: {word}");
                }
            }
        }));

    private static SearchOptions Options(RandomCorpus corpus) => new()
    {
        Limit = corpus.Random.Next(5) == 0 ? int.MaxValue : corpus.Random.Next(12),
        Offset = corpus.Random.Next(4),
        ExactTotal = corpus.Random.Next(3) > 0,
        Sort = corpus.Random.Next(3) == 0 ? new SortBy(corpus.Random.Next(2) == 0 ? "year" : "rank", corpus.Random.Next(2) == 0,
            corpus.Random.Next(2) == 0) : null,
        Facets = corpus.Random.Next(2) == 0 ? [new FacetRequest("organ", corpus.Random.Next(8)), new FacetRequest("cites",
            corpus.Random.Next(60))] : [],
        Counted = corpus.Random.Next(3) == 0 ? [[new KeywordFilter("organ", ["organ A", "organ C"])], [new RangeFilter("year", 1960, 2000),
            new KeywordFilter("cites", ["work7"])]] : [],
        Filters = corpus.Random.Next(3) == 0 ? [new KeywordFilter("cites", ["work1", "work2", "work" + corpus.Random.Next(40)]),
            new RangeFilter("year", 1950, 2020)] : [],
        Ranking = corpus.Random.Next(4) == 0 ? new Bm25(0.9f, 0.4f) : null,
    };

    private static void ShouldBeSame(SearchHits found, SearchHits expected, string what)
    {
        found.Hits.Select(h => (h.Key, BitConverter.SingleToInt32Bits(h.Score), h.SortValue)).ShouldBe(
            expected.Hits.Select(h => (h.Key, BitConverter.SingleToInt32Bits(h.Score), h.SortValue)), what);
        if (found.Total.Relation == expected.Total.Relation && found.Total.Relation == TotalRelation.Equal)
            found.Total.ShouldBe(expected.Total, what);
        found.Complete.ShouldBe(expected.Complete);
        found.Counts.ShouldBe(expected.Counts, what);
        found.Facets.Count.ShouldBe(expected.Facets.Count);
        foreach (var (facet, other) in found.Facets.Zip(expected.Facets))
        {
            (facet.Field, facet.Distinct).ShouldBe((other.Field, other.Distinct), what);
            facet.Values.ShouldBe(other.Values, what);
        }
    }

    private static string Text(IEnumerable<Explanation> explanations) =>
        string.Join('\n', explanations.Select(e => $"{BitConverter.SingleToInt32Bits(e.Value)} {e.Description} [{Text(e.Details)}]"));
}
