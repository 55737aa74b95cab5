using Search.FullText.Queries;
using Search.Testing;

namespace Search.FullText.Tests.Budgets;

public class Work_of_searches
{
    private const int Documents = 40_000;

    [Fact]
    public void A_misspelt_word_is_compared_with_few_words_of_the_dictionary()
    {
        var random = new Random(8);
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new SchemaBuilder().Text("text", language: TextLanguage.None).Build()))
        {
            for (var i = 0; i < Documents; i++) writer.Add(new IndexDocument(i).Text("text", Word(random)));
            writer.Commit();
        }

        using var index = FullTextIndex.Open(folder.Path);
        var work = Enumerable.Range(0, 20).Max(_ => index.Search(new FuzzyQuery(Word(random), 1)).Work);
        work.ShouldBeLessThan(WorkMeter.Spelling * Documents / 10);
    }

    [Fact]
    public void A_filter_on_a_value_that_many_documents_in_a_row_have_passes_over_the_others()
    {
        const int run = 1_000; // documents
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new SchemaBuilder().Text("text").Keyword("source").Number("year").Build()))
        {
            for (var i = 0; i < Documents; i++)
            {
                writer.Add(new IndexDocument(i).Text("text", i % 3 == 0 ? "peace security" : "peace and security of all")
                    .Keyword("source", $"source {i / run % 10}").Number("year", i % 100));
            }

            writer.Commit();
        }

        using var index = FullTextIndex.Open(folder.Path);
        var all = new SearchOptions { Limit = Documents }; // none is passed over for its score
        var filtered = all with { Filters = [new KeywordFilter("source", ["source 3"])] };
        Query[] queries =
        [
            new TermQuery("peace"), Query.And(new TermQuery("peace"), new TermQuery("security")),
            Query.Or(new TermQuery("peace"), new TermQuery("all")),
        ];
        foreach (var query in queries)
        {
            var hits = index.Search(query, filtered);
            hits.Hits.Count.ShouldBe(Documents / 10);
            hits.Work.ShouldBeLessThan(index.Search(query, all with { Filters = [new RangeFilter("year", 0, 9)] }).Work / 3, query.ToString());
        }
    }

    [Fact]
    public void Common_words_are_counted_without_reading_their_lists_and_the_first_search_does_the_same_work_as_the_next()
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new SchemaBuilder().Text("text").Build()))
        {
            for (var i = 0; i < Documents; i++)
                writer.Add(new IndexDocument(i).Text("text",
                    $"{(i % 2 == 0 ? "peace" : "")} {(i % 3 == 0 ? "security" : "")} {(i % 7 == 0 ? "all" : "")} x"));
            writer.Commit();
        }

        using var index = FullTextIndex.Open(folder.Path);
        var count = new SearchOptions { Limit = 0, ExactTotal = true };
        foreach (var isAnd in (bool[])[true, false])
        {
            Query[] words = [new TermQuery("peace"), new TermQuery("security"), new TermQuery("all")];
            var query = isAnd ? Query.And(words) : Query.Or(words);
            var first = index.Search(query, count);
            var expected = Enumerable.Range(0, Documents)
                .Count(i => isAnd ? i % 2 == 0 && i % 3 == 0 && i % 7 == 0 : i % 2 == 0 || i % 3 == 0 || i % 7 == 0);
            first.Total.ShouldBe(new HitTotal(expected, TotalRelation.Equal));
            index.Search(query, count).Work.ShouldBe(first.Work);
            (first.Work - expected).ShouldBeLessThan(Documents / 8);
        }
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, 6 + random.Next(4)).Select(_ => (char)('a' + (int)(20 * Math.Pow(random.NextDouble(), 2)))));
}
