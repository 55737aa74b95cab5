using Search.FullText.Analysis;
using Search.FullText.Queries;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Budgets;

public class Retrieval_quality(ITestOutputHelper output)
{
    /// <summary>The constants of the published figures.</summary>
    private static readonly Bm25 s_published = new(0.9f, 0.4f);

    [Fact]
    public void Ranking_is_as_good_as_published_figures_and_the_shipped_constants_are_no_worse()
    {
        using var folder = new TemporaryFolder();
        var unpacked = RetrievalCollection.Unpack(folder.Path);
        if (unpacked is null) Assert.Skip(Places.SharedIsAbsent + ", or tar and xz are not");

        var scifact = Both("SciFact", RetrievalCollection.SciFact(unpacked));
        var cranfield = Both("Cranfield", RetrievalCollection.Cranfield(unpacked));
        var cisi = Both("CISI", RetrievalCollection.Cisi(unpacked));

        // Published for BM25 on title and text as one field: 0.6789 and 0.9253.
        scifact.Plain.Ndcg10.ShouldBeGreaterThanOrEqualTo(0.678);
        scifact.Plain.Recall100.ShouldBeGreaterThanOrEqualTo(0.925);
        foreach (var (plain, shipped) in new[] { scifact, cranfield, cisi }) shipped.Ndcg10.ShouldBeGreaterThanOrEqualTo(plain.Ndcg10);
    }

    private ((double Ndcg10, double Recall100) Plain,
        (double Ndcg10, double Recall100) Shipped) Both(string name, RetrievalCollection collection)
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new SchemaBuilder().Text("text").Build()))
        {
            foreach (var (key, text) in collection.Texts) writer.Add(new IndexDocument(key).Text("text", text));
            writer.Commit();
        }

        using var index = FullTextIndex.Open(folder.Path);
        var plain = collection.Measure(q => Ask(index, q, s_published));
        var shipped = collection.Measure(q => Ask(index, q, null));
        output.WriteLine(FormattableString.Invariant(
            $"{name}: nDCG@10 {plain.Ndcg10:f4}, R@100 {plain.Recall100:f4} with k1 = 0.9, b = 0.4; shipped {shipped.Ndcg10:f4}, {shipped.Recall100:f4}"));
        return (plain, shipped);
    }

    private static long[] Ask(FullTextIndex index, string question, Bm25? ranking)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(question, tokens);
        var words = Enumerable.Range(0, tokens.Count)
            .Where(i => tokens[i].Span == 1 && !Language.Of(TextLanguage.English).IsFunctionWord(tokens.Term(i)))
            .Select(i => (Query)new TermQuery(tokens.Term(i).ToString())).ToArray();
        if (words.Length == 0) return [];
        return [.. index.Search(new BooleanQuery { Should = words }, new SearchOptions { Limit = 100, Ranking = ranking }).Hits
            .Select(h => h.Key)];
    }
}
