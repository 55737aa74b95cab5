using Search.FullText.Queries;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Laws;

public class Spellings
{
    [Fact]
    public void Walking_the_dictionary_finds_every_word_that_is_near_enough_and_no_other()
    {
        var random = new Random(8);
        var words = Enumerable.Range(0, 6000).Select(_ => Word(random, 2 + random.Next(9))).Distinct().ToArray();
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new SchemaBuilder().Text("text", language: TextLanguage.None).Build()))
        {
            for (var i = 0; i < words.Length; i++) writer.Add(new IndexDocument(i).Text("text", words[i]));
            writer.Commit();
        }

        using var index = FullTextIndex.Open(folder.Path);
        for (var i = 0; i < 300; i++)
        {
            var (word, edits) = (i % 3 == 0 ? words[random.Next(words.Length)] : Word(random, 6 + random.Next(6)), random.Next(3));
            var expected = Enumerable.Range(0, words.Length).Where(k => NaiveSearch.Distance(words[k], word) <= edits).Select(k => (long)k)
                .ToArray();
            if (expected.Length > 100) continue;
            index.Search(new FuzzyQuery(word, edits), new SearchOptions { Limit = 1000 }).Hits.Select(h => h.Key).Order().ToArray()
                .ShouldBe(expected, $"{word} within {edits}");
        }
    }

    private static string Word(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => "aabbcdeжя"[random.Next(9)]));
}
