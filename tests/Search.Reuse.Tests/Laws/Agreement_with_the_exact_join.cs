using System.Text.Json;
using Search.Testing;

namespace Search.Reuse.Laws;

public sealed class Agreement_with_the_exact_join
{
    private const int FewestWords = 8;

    [Fact]
    public void Nearly_all_pairs_of_a_corpus_are_found_and_none_is_wrong()
    {
        Assert.SkipWhen(CorpusTexts.Of("structured") is null, CorpusTexts.Absent);
        var texts = CorpusTexts.Names("structured", every: 12).SelectMany(Paragraphs).ToList();

        Check(Recall.Of(texts, FewestWords), pairs: 1000);
    }

    [Fact]
    public void Nearly_all_pairs_of_edited_sentences_are_found_and_none_is_wrong() =>
        Check(Recall.Of([.. Sentences.Edited(seed: 7, families: 300, versions: 5)], FewestWords), pairs: 1500);

    private static void Check(Recall recall, int pairs)
    {
        recall.Wrong.ShouldBeEmpty();
        recall.Pairs(0.6).ShouldBeGreaterThan(pairs);
        recall.OfPairs(0.9).ShouldBeGreaterThanOrEqualTo(0.999);
        recall.OfPairs(0.6).ShouldBeGreaterThanOrEqualTo(0.97);
    }

    private static IEnumerable<string> Paragraphs(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(CorpusTexts.Of("structured")!, name + ".json")));
        return [.. json.RootElement.EnumerateArray().Select(b => b.GetProperty("text").GetString() ?? "")];
    }
}
