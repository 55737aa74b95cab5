using Search.FullText.Queries;
using Search.Testing;

namespace Search.FullText.Tests.Regressions;

public class Spelling_in_a_second_field
{
    [Fact]
    public void A_spelling_is_found_in_a_field_after_another_whose_last_word_was_given_up()
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new SchemaBuilder().Text("text").Text("title").Build()))
        {
            writer.Add(new IndexDocument(1).Text("text", "zoo").Text("title", "ferries"));
            writer.Commit();
        }
        using var index = FullTextIndex.Open(folder.Path);
        index.Search(new FuzzyQuery("ferriex", 2)).Hits.Select(static hit => hit.Key).ShouldBe([1L]);
    }
}
