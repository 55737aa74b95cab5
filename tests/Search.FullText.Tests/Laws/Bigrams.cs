using Search.FullText.Queries;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Laws;

public class Bigrams
{
    private const int Documents = 3_000;

    [Fact]
    public void Phrases_find_and_score_the_same_with_bigrams_and_without()
    {
        using var folder = new TemporaryFolder();
        using var with = Build(folder.In("with"), leastCommon: 1);
        using var without = Build(folder.In("without"), leastCommon: int.MaxValue);
        with.ByteLength.ShouldBeGreaterThan(without.ByteLength);
        var corpus = new RandomCorpus(4);
        for (var i = 0; i < 600; i++)
        {
            var phrase = new PhraseQuery(corpus.Text(2 + corpus.Random.Next(4)), corpus.Random.Next(5) == 0 ? 1 : 0, "text");
            Query query = (i % 4) switch
            {
                0 => Query.And(phrase, new TermQuery(corpus.Word())),
                1 => Query.Or(phrase, new PhraseQuery(corpus.Text(2), 0, "text")),
                _ => phrase,
            };
            var options = new SearchOptions
            {
                Limit = corpus.Random.Next(2) == 0 ? int.MaxValue : corpus.Random.Next(12),
                ExactTotal = true,
                Ranking = corpus.Random.Next(3) == 0 ? new Bm25(0.9f, 0.4f) : null,
                Filters = corpus.Random.Next(3) == 0 ? [new KeywordFilter("organ", ["organ A", "organ C"])] : [],
            };
            var (found, expected) = (with.Search(query, options), without.Search(query, options));
            found.Hits.ShouldBe(expected.Hits, $"{i}: {query}");
            found.Total.ShouldBe(expected.Total, $"{i}: {query}");
        }
    }

    [Fact]
    public void A_phrase_of_two_common_words_reads_one_list_of_postings()
    {
        using var folder = new TemporaryFolder();
        using var with = Build(folder.In("with"), leastCommon: 1);
        using var without = Build(folder.In("without"), leastCommon: int.MaxValue);
        var exact = new SearchOptions { ExactTotal = true };
        var phrase = new PhraseQuery("the of", 0, "text");
        with.Search(phrase, exact).Work.ShouldBeLessThan(without.Search(phrase, exact).Work / 4);
    }

    [Fact]
    public void No_more_words_are_common_than_bigrams_are_kept_of()
    {
        using var folder = new TemporaryFolder();
        var words = Enumerable.Range(0, 400).Select(w => FormattableString.Invariant($"w{w}x")).ToArray();
        var random = new Random(3);
        using (var writer = IndexWriter.Create(folder.Path, RandomCorpus.Schema, new IndexWriterOptions { LeastCommon = 1 }))
        {
            for (var key = 0; key < 60; key++)
            {
                random.Shuffle(words);
                writer.Add(new IndexDocument(key).Text("text", string.Join(' ', words.Take(300 + key))));
            }

            writer.Commit();
        }

        using var index = FullTextIndex.Open(folder.Path);
        for (var w = 0; w + 1 < 50; w++)
        {
            var (phrase, slow) = (new PhraseQuery($"{words[w]} {words[w + 1]}"), new PhraseQuery($"{words[w]} {words[w + 1]}", 1));
            index.Search(phrase).Total.Value.ShouldBeLessThanOrEqualTo(index.Search(slow).Total.Value);
            index.Search(phrase).Hits.ShouldContain(h => h.Key == 59); // the last document has the words in this order
        }
    }

    [Fact]
    public void Bigrams_that_wait_in_a_file_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        foreach (var atOnce in (int[])[1, 5_000, 1 << 22])
        {
            var corpus = new RandomCorpus(5);
            using var writer = IndexWriter.Create(folder.In($"{atOnce}"), RandomCorpus.Schema,
                new IndexWriterOptions { LeastCommon = 1, BigramsAtOnce = atOnce });
            for (var key = 0; key < 400; key++) writer.Add(corpus.Document(key));
            writer.Commit();
        }

        var expected = Segment(1 << 22);
        Segment(5_000).ShouldBe(expected);
        Segment(1).ShouldBe(expected);

        byte[] Segment(int atOnce) => File.ReadAllBytes(Directory.GetFiles(folder.In($"{atOnce}"), "segment-*").ShouldHaveSingleItem());
    }

    private static FullTextIndex Build(string folder, int leastCommon)
    {
        var corpus = new RandomCorpus(3);
        using (var writer = IndexWriter.Create(folder, RandomCorpus.Schema, new IndexWriterOptions { LeastCommon = leastCommon }))
        {
            for (var key = 0; key < Documents; key++) writer.Add(corpus.Document(key));
            for (var key = 0; key < Documents; key += 7) writer.Delete(key);
            writer.Commit();
        }

        return FullTextIndex.Open(folder);
    }
}
