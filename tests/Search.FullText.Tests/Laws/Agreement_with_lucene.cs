using System.Globalization;
using Search.FullText.Queries;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Laws;

/// <summary>
/// Lucene.Net is given our words and asked the same questions: the same documents must match, with the same totals, facets
/// and pages sorted by a number. Scores are not compared. Both rank by BM25 with the same constants, but Lucene stores a
/// text's length in one byte of its own format, and weighs a word field by field where ours has one weight for all fields.
/// </summary>
public sealed class Agreement_with_lucene(ITestOutputHelper output)
{
    /// <summary>How many queries are asked; CLAUSEGRAPH_ORACLE_QUERIES asks for more.</summary>
    private static readonly int s_queries =
        int.TryParse(Environment.GetEnvironmentVariable("CLAUSEGRAPH_ORACLE_QUERIES"), CultureInfo.InvariantCulture, out var queries)
            ? queries
            : 2000;

    private const int QueriesPerCorpus = 100;
    private const int MostDocuments = 300;

    [Fact]
    public void Random_queries_match_the_same_documents_in_the_same_order()
    {
        var (matches, segments, skipped) = (0L, 0, 0);
        for (var seed = 1; seed <= s_queries / QueriesPerCorpus; seed++)
        {
            var corpus = new RandomCorpus(seed);
            using var folder = new TemporaryFolder();
            using var lucene = new LuceneIndex(RandomCorpus.Schema);
            var documents = new Dictionary<long, IndexDocument>();
            using var index = Build(corpus, lucene, folder.Path, documents);
            segments += lucene.Segments;
            for (var i = 0; i < QueriesPerCorpus; i++)
            {
                var query = corpus.Query();
                if (RepeatsAWord(query))
                {
                    skipped++;
                    continue;
                }
                var which = $"seed {seed}, query {i}: {query}";
                matches += Compare(index, lucene, corpus.Random, query, Filters(corpus.Random), documents, which);
            }
        }
        output.WriteLine(FormattableString.Invariant(
            $"{s_queries - skipped} queries over {segments} segments, {matches} matches; {skipped} left out"));
    }

    private static int Compare(FullTextIndex index, LuceneIndex lucene, Random random, Query query, Filter[] filters,
        Dictionary<long, IndexDocument> documents, string which)
    {
        var expected = lucene.Matching(query, filters);
        var ranked = index.Search(query, new SearchOptions { Limit = int.MaxValue, ExactTotal = true, Filters = filters });
        var found = ranked.Hits.Select(static hit => hit.Key).ToHashSet();
        found.SymmetricExceptWith(expected);
        string.Join('\n', found.Order()
            .Select(key => $"{(expected.Contains(key) ? "missing" : "too many")} {key}: {string.Join(" | ", documents[key].Texts)}"))
            .ShouldBe("", which);
        ranked.Total.ShouldBe(new HitTotal(expected.Count, TotalRelation.Equal), which);

        var sort = new SortBy(random.Next(2) == 0 ? "year" : "rank", random.Next(2) == 0);
        var (offset, limit) = (random.Next(4), 1 + random.Next(20));
        FacetRequest[] facets = [new("organ", 100), new("cites", 5)];
        var theirs = lucene.Sorted(query, filters, sort, offset, limit, facets);
        var ours = index.Search(query, new SearchOptions
        {
            Offset = offset,
            Limit = limit,
            Sort = sort,
            Filters = filters,
            Facets = facets
        });
        ours.Hits.Select(static hit => (hit.Key, hit.SortValue)).ToList().ShouldBe(theirs.Page, which);
        ours.Total.ShouldBe(new HitTotal(theirs.Total, TotalRelation.Equal), which);
        foreach (var (our, their) in ours.Facets.Zip(theirs.Facets))
        {
            our.Values.ShouldBe(their.Values, which);
            our.Distinct.ShouldBe(their.Distinct, which);
        }
        return expected.Count;
    }

    // Lucene's search for near words misses matches where a word is asked for twice; the naive searcher compares those.
    private static bool RepeatsAWord(Query query) => query switch
    {
        PhraseQuery { Slop: > 0 } q => q.Text.Split(' ') is var words && words.Distinct().Count() < words.Length,
        BoostQuery q => RepeatsAWord(q.Query),
        BooleanQuery q => q.Must.Concat(q.Should).Concat(q.MustNot).Any(RepeatsAWord),
        _ => false,
    };

    private static Filter[] Filters(Random random)
    {
        var filters = new List<Filter>();
        if (random.Next(4) == 0) filters.Add(new RangeFilter("year", 1946 + random.Next(40), 1990 + random.Next(40)));
        if (random.Next(4) == 0) filters.Add(new KeywordFilter("cites", ["work" + random.Next(42), "work" + random.Next(42)]));
        if (random.Next(4) == 0) filters.Add(new KeywordFilter("organ", ["organ A", "organ B", "organ Z"]));
        return [.. filters];
    }

    /// <summary>Adds, replaces and deletes the same documents in both, in several commits.</summary>
    private static FullTextIndex Build(RandomCorpus corpus, LuceneIndex lucene, string folder, Dictionary<long, IndexDocument> documents)
    {
        var options = new IndexWriterOptions { ForceToDisk = static _ => { }, MergeFactor = 2 + corpus.Random.Next(8), LeastCommon = 1 };
        using (var writer = IndexWriter.Create(folder, RandomCorpus.Schema, options))
        {
            for (var left = corpus.Random.Next(MostDocuments); left > 0; left--)
            {
                var document = corpus.Document(corpus.Random.Next(2 * MostDocuments));
                writer.Add(document);
                lucene.Add(document);
                documents[document.Key] = document;
                if (corpus.Random.Next(10) == 0)
                {
                    var gone = corpus.Random.Next(2 * MostDocuments);
                    writer.Delete(gone);
                    lucene.Delete(gone);
                }
                if (corpus.Random.Next(MostDocuments / 5) > 0) continue;
                writer.Commit();
                lucene.Commit();
            }
            writer.Commit();
            lucene.Commit();
        }
        return FullTextIndex.Open(folder);
    }
}
