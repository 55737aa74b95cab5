using FsCheck;
using FsCheck.Fluent;
using Search.FullText.Queries;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Laws;

public class Agreement_with_naive_search
{
    private const int QueriesPerCorpus = 60;

    [Fact]
    public void Every_query_finds_exactly_what_looking_at_every_word_finds() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(6),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var corpus = new RandomCorpus(seed);
            var naive = new NaiveSearch(RandomCorpus.Schema);
            using var folder = new TemporaryFolder();
            using var index = Build(corpus, naive, folder.Path);
            index.DocumentCount.ShouldBe(naive.Keys.Count);
            for (var i = 0; i < QueriesPerCorpus; i++)
            {
                var query = corpus.Query();
                var expected = naive.Matching(query);
                var all = index.Search(query, new SearchOptions { Limit = int.MaxValue, ExactTotal = true });
                all.Hits.Select(h => h.Key).Order().ToArray().ShouldBe(expected, $"seed {seed}, query {i}: {Tell(query)}");
                all.Total.ShouldBe(new HitTotal(expected.Length, TotalRelation.Equal), $"seed {seed}, query {i}: {Tell(query)}");
            }
        }));

    [Fact]
    public void Passing_over_what_cannot_win_changes_no_hit_of_the_page() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var corpus = new RandomCorpus(seed);
            var naive = new NaiveSearch(RandomCorpus.Schema);
            using var folder = new TemporaryFolder();
            using var index = Build(corpus, naive, folder.Path, documents: 1500, longest: 30);
            for (var i = 0; i < QueriesPerCorpus; i++)
            {
                var query = corpus.Query();
                var options = new SearchOptions
                {
                    Limit = 1 + corpus.Random.Next(12),
                    Offset = corpus.Random.Next(3),
                    Ranking = corpus.Random.Next(4) == 0 ? new Bm25(1.2f, 0.75f) : null,
                    Filters = Filters(corpus),
                    ExactTotal = corpus.Random.Next(2) == 0,
                };
                var all = index.Search(query, options with { Limit = int.MaxValue, Offset = 0, ExactTotal = true });
                var page = index.Search(query, options);
                page.Hits.ShouldBe(all.Hits.Skip(options.Offset).Take(options.Limit), $"seed {seed}, query {i}: {Tell(query)} {options}");
                if (page.Total.Relation == TotalRelation.Equal) page.Total.ShouldBe(all.Total);
                else page.Total.Value.ShouldBeLessThanOrEqualTo(all.Total.Value);
                if (options.ExactTotal) page.Total.ShouldBe(all.Total);
                all.Hits.ShouldBe(all.Hits.OrderByDescending(h => h.Score).ThenBy(h => h.Key));
                if (page.Hits.Count == 0) continue;
                var next = index.Search(query, options with { Offset = 0, After = page.Hits[^1].End });
                next.Hits.ShouldBe(all.Hits.Skip(options.Offset + page.Hits.Count)
                    .Take(options.Limit), $"page behind: seed {seed}, query {i}: {Tell(query)} {options}");
            }
        }));

    [Fact]
    public void Filters_facets_and_sorting_agree_with_counting_by_hand() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var corpus = new RandomCorpus(seed);
            var naive = new NaiveSearch(RandomCorpus.Schema);
            var documents = new Dictionary<long, IndexDocument>();
            using var folder = new TemporaryFolder();
            using var index = Build(corpus, naive, folder.Path, seen: documents);
            for (var i = 0; i < QueriesPerCorpus; i++)
            {
                var query = corpus.Query(1);
                var filters = Filters(corpus);
                var descending = corpus.Random.Next(2) == 0;
                var found = index.Search(query, new SearchOptions
                {
                    Limit = 20,
                    Filters = filters,
                    Sort = new SortBy("year", descending),
                    Facets = [new FacetRequest("cites", 5), new FacetRequest("organ", 100)]
                });
                var matching = naive.Matching(query).Where(k => filters.All(f => Admits(documents[k], f))).Select(k => documents[k])
                    .ToList();
                var sorted = descending ? matching.OrderByDescending(Year) : matching.OrderBy(Year);
                found.Hits.Select(h => (h.Key, h.SortValue))
                    .ShouldBe(sorted.ThenBy(d => d.Key).Take(20)
                        .Select(d => (d.Key, Year(d))), $"seed {seed}, query {i}: {Tell(query)} filters {string.Join(" ", filters)}");
                found.Total.ShouldBe(new HitTotal(matching.Count, TotalRelation.Equal));
                foreach (var (facet, max) in found.Facets.Zip([5, 100]))
                {
                    var counts = matching.SelectMany(d => d.Keywords.Where(k => k.Field == facet.Field).Distinct()).GroupBy(k => k.Value)
                        .Select(g => new FacetValue(g.Key, g.Count())).OrderByDescending(v => v.Count)
                        .ThenBy(v => v.Value, StringComparer.Ordinal).ToList();
                    facet.Values.ShouldBe(counts.Take(max));
                    facet.Distinct.ShouldBe(counts.Count);
                }
            }
        }));

    private static string Tell(Query query) => query is BooleanQuery b
        ? $"(must {string.Join(" ", b.Must.Select(Tell))} should>={b.Required} {string.Join(" ", b.Should.Select(Tell))} not {string.Join(" ", b.MustNot.Select(Tell))})"
        : query is BoostQuery { Query: var inner } ? "boosted " + Tell(inner) : query.ToString();

    private static long Year(IndexDocument document) => document.Numbers.Single(n => n.Field == "year").Value;

    private static bool Admits(IndexDocument document, Filter filter) => filter switch
    {
        KeywordFilter f => document.Keywords.Any(k => k.Field == f.Field && f.Values.Contains(k.Value)),
        RangeFilter f => document.Numbers.Single(n => n.Field == f.Field).Value is var v && v >= f.From && v <= f.To,
        _ => false,
    };

    private static List<Filter> Filters(RandomCorpus corpus)
    {
        var filters = new List<Filter>();
        if (corpus.Random.Next(4) == 0) filters.Add(new RangeFilter("year", 1946 + corpus.Random.Next(40), 1990 + corpus.Random.Next(40)));
        if (corpus.Random.Next(4) == 0)
            filters.Add(new KeywordFilter("cites", ["work" + corpus.Random.Next(42), "work" + corpus.Random.Next(42)]));
        if (corpus.Random.Next(4) == 0) filters.Add(new KeywordFilter("organ", ["organ A", "organ B", "organ Z"]));
        return filters;
    }

    /// <summary>Adds, replaces and deletes in several commits, with a budget that makes one segment or many.</summary>
    private static FullTextIndex Build(RandomCorpus corpus, NaiveSearch naive, string folder, int documents =
        300, int longest = 60, Dictionary<long, IndexDocument>? seen = null)
    {
        var options = new IndexWriterOptions
        {
            ForceToDisk = _ => { },
            MemoryBudget = corpus.Random.Next(3) switch { 0 => 1 << 15, 1 => 1 << 18, _ => 1 << 24 },
            MergeFactor = 2 + corpus.Random.Next(4),
            LeastCommon = 1 + corpus.Random.Next(documents)
        };
        var count = corpus.Random.Next(documents);
        var keys = corpus.Random.Next(3) switch
        {
            0 => Enumerable.Range(0, count).Select(k => (long)k * 7),
            _ => Enumerable.Range(0, count).Select(_ => corpus.Random.NextInt64(-1000, 2 * documents))
        };
        var writer = IndexWriter.Create(folder, RandomCorpus.Schema, options);
        foreach (var key in keys)
        {
            var document = corpus.Document(key, longest);
            writer.Add(document);
            naive.Add(document);
            if (seen is not null) seen[key] = document;
            if (corpus.Random.Next(10) == 0 && naive.Keys.Count > 0)
            {
                var gone = naive.Keys.ElementAt(corpus.Random.Next(naive.Keys.Count));
                writer.Delete(gone);
                naive.Delete(gone);
            }

            if (corpus.Random.Next(documents / 3) > 0) continue;
            writer.Commit();
            writer.Dispose();
            writer = IndexWriter.Open(folder, options);
        }

        if (corpus.Random.Next(2) == 0) writer.Merge();
        writer.Commit();
        writer.Dispose();
        return FullTextIndex.Open(folder);
    }
}
