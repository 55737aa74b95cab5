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

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, 6 + random.Next(4)).Select(_ => (char)('a' + (int)(20 * Math.Pow(random.NextDouble(), 2)))));
}
