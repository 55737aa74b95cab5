using Search.FullText.Queries;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Budgets;

public class Allocations
{
    private const long BytesPerQuery = 10 << 10;

    [Fact]
    public void A_query_allocates_a_bounded_number_of_bytes_whatever_the_number_of_postings()
    {
        var small = Measure(2_000);
        var large = Measure(20_000);
        foreach (var (query, bytes) in large)
        {
            bytes.ShouldBeLessThanOrEqualTo(BytesPerQuery, query);
            bytes.ShouldBeLessThanOrEqualTo(small[query] + 512, query);
        }
    }

    private static Dictionary<string, long> Measure(int documents)
    {
        using var folder = new TemporaryFolder();
        var corpus = new RandomCorpus(9);
        using (var writer = IndexWriter.Create(folder.Path, RandomCorpus.Schema))
        {
            for (var key = 0; key < documents; key++) writer.Add(corpus.Document(key, 20));
            writer.Commit();
        }

        using var index = FullTextIndex.Open(folder.Path);
        var bytes = new Dictionary<string, long>();
        Ask("term", new TermQuery("the", "text"));
        Ask("or", new BooleanQuery { Should = [new TermQuery("the"), new TermQuery("right"), new TermQuery("peace")] });
        Ask("and", new BooleanQuery { Must = [new TermQuery("the"), new TermQuery("of")] });
        Ask("most of", new BooleanQuery
        {
            Should = [new TermQuery("the"), new TermQuery("right"), new TermQuery("peace")],
            MinShouldMatch = 2
        });
        Ask("phrase", new PhraseQuery("the of", 0, "text"));
        Ask("near", new PhraseQuery("the right", 3, "text"));
        Ask("exact total", new BooleanQuery
        {
            Should =
            [new TermQuery("the"), new TermQuery("right")]
        }, new SearchOptions { ExactTotal = true });
        Ask("facets", new TermQuery("the"), new SearchOptions { Facets = [new FacetRequest("organ")] });
        Ask("sorted", new TermQuery("the"), new SearchOptions { Sort = new SortBy("year") });
        Ask("filtered", new TermQuery("the"), new SearchOptions
        {
            Filters =
            [new KeywordFilter("organ", ["organ A"]), new RangeFilter("year", 1950, 2000)]
        });
        return bytes;

        void Ask(string name, Query query, SearchOptions? options = null)
        {
            var least = long.MaxValue;
            for (var i = 0; i < 40; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                _ = index.Search(query, options);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            bytes[name] = least;
        }
    }
}
