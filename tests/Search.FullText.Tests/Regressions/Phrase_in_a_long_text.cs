using Search.FullText.Queries;
using Search.Testing;

namespace Search.FullText.Tests.Regressions;

/// <summary>
/// A quotation was looked for in a long text by going to it, and the texts after it in the block were then
/// ruled out by the occurrences of others.
/// </summary>
public class Phrase_in_a_long_text
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void Does_not_hide_the_texts_that_come_after_it(int limit)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(3);
        using (var writer = IndexWriter.Create(folder.Path, new SchemaBuilder().Text("text").Build()))
        {
            for (var key = 1; key <= 600; key++)
            {
                var text = random.Next(20) == 0 ? string.Join(' ', Enumerable.Repeat("the end of", 300))
                    : string.Join(' ', Enumerable.Range(0, 4 + random.Next(30)).Select(_ => random.Next(3) == 0 ? "of the" : "word"));
                writer.Add(new IndexDocument(key).Text("text", text));
            }

            writer.Commit();
        }

        using var index = FullTextIndex.Open(folder.Path);
        foreach (var query in (Query[])[new PhraseQuery("of the"), new PhraseQuery("of the", 1),
            Query.And(new TermQuery("of"), new TermQuery("the"))])
        {
            var all = index.Search(query, new() { Limit = int.MaxValue, ExactTotal = true });
            index.Search(query, new() { Limit = limit, ExactTotal = true }).Hits.ShouldBe(all.Hits.Take(limit));
        }
    }
}
