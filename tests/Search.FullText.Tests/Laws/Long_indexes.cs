using Search.FullText.Queries;
using Search.FullText.Scoring;
using Search.Testing;

namespace Search.FullText.Tests.Laws;

/// <summary>What holds of an index that is worked on in one window holds of one that takes several.</summary>
public class Long_indexes
{
    private const int Documents = (2 * Scorer.Window) + 9_000;
    private const int Words = 60;
    private const int Rounds = 120;

    private static readonly Schema s_schema = new SchemaBuilder().Text("text").Number("year").Keyword("series").Keyword("leaf").Build();

    [Fact]
    public void A_page_is_the_beginning_of_all_hits_however_it_is_found()
    {
        var random = new Random(23);
        using var folder = new TemporaryFolder();
        Write(folder.Path, random);
        using var index = FullTextIndex.Open(folder.Path);
        for (var round = 0; round < Rounds; round++)
        {
            var query = Some(random);
            var options = new SearchOptions
            {
                Limit = 1 + random.Next(15),
                Filters = random.Next(3) == 0 ? [new RangeFilter("year", random.Next(40), 30 + random.Next(80))] : []
            };
            var all = index.Search(query, options with { Limit = int.MaxValue, ExactTotal = true });
            all.Total.ShouldBe(new HitTotal(all.Hits.Count, TotalRelation.Equal));
            all.Hits.ShouldBe(all.Hits.OrderByDescending(h => h.Score).ThenBy(h => h.Key));
            var counted = index.Search(query, options with { ExactTotal = true });
            counted.Hits.ShouldBe(all.Hits.Take(options.Limit), $"round {round}: {query}");
            counted.Total.ShouldBe(all.Total);
            index.Search(query, options).Hits.ShouldBe(all.Hits.Take(options.Limit), $"round {round}: {query}");
            index.Search(query, options with { Limit = 0, ExactTotal = true }).Total.ShouldBe(all.Total);
            if (round % 4 == 0) CheckCounts(index, query, options);
            if (round % 4 == 0)
                CheckFacets(index.Search(query, options
                    with
                { Facets = [new FacetRequest("series", 100), new FacetRequest("leaf", 100)] }), all.Hits);
        }
    }

    private static void CheckCounts(FullTextIndex index, Query query, SearchOptions options)
    {
        IReadOnlyList<Filter>[] conditions =
        [
            [new KeywordFilter("series", ["series 3", "series 4"])],
            [new KeywordFilter("leaf", ["leaf 7"]), new RangeFilter("year", 20, 60)],
            [new RangeFilter("year", 90, 99)], [], [new KeywordFilter("leaf", ["none"])],
        ];
        index.Search(query, options with { Counted = conditions }).Counts
            .ShouldBe(conditions.Select(c =>
                index.Search(query, options with { Limit = 0, ExactTotal = true, Filters = [.. options.Filters, .. c] }).Total.Value));
    }

    private static void CheckFacets(SearchHits found, IReadOnlyList<Hit> all)
    {
        found.Total.Value.ShouldBe(all.Count);
        foreach (var (facet, value) in found.Facets.Zip((Func<long, string?>[])[Series, Leaf]))
        {
            var counts = all.Select(h => value(h.Key)).OfType<string>().CountBy(v => v).Select(c => new FacetValue(c.Key, c.Value));
            FacetValue[] expected = [.. counts.OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];
            facet.Values.ToArray().ShouldBe(expected, facet.Field);
        }
    }

    /// <summary>Alike in many neighbours, some of which have none.</summary>
    private static string? Series(long key) => key / 700 % 30 is > 0 and var number ? $"series {number % 17}" : null;

    /// <summary>Another in every document.</summary>
    private static string Leaf(long key) => $"leaf {key % 23}";

    /// <summary>Words from one in two documents to one in all, the rarer of them close together: lists of many
    /// blocks, of few, and of none.</summary>
    private static void Write(string folder, Random random)
    {
        using var writer = IndexWriter.Create(folder, s_schema);
        var text = new System.Text.StringBuilder();
        for (var key = 0; key < Documents; key++)
        {
            text.Clear();
            for (var length = random.Next(12); length >= 0; length--)
            {
                var word = (int)(Words * Math.Pow(random.NextDouble(), 3));
                if (word > Words / 2 && (key / 3_000 % 7) != word % 7) word = 0;
                for (var times = random.Next(8) == 0 ? 3 : 1; times > 0; times--)
                    text.Append('w').Append((char)('a' + (word / 8))).Append((char)('a' + (word % 8))).Append(' ');
            }

            if (key % 40_000 == 33_000) text.Append("rare ");
            if (key > Documents - 30_000 && key % 1_000 == 7) text.Append("late ");
            var document = new IndexDocument(key).Text("text", text.ToString()).Number("year", random.Next(100)).Keyword("leaf", Leaf(key));
            if (Series(key) is { } series) document.Keyword("series", series);
            writer.Add(document);
        }

        writer.Commit();
    }

    private static Query Some(Random random)
    {
        Query[] words = [.. Enumerable.Range(0, 2 + random.Next(4)).Select(_ => Word(random))];
        return random.Next(4) switch
        {
            0 => new BooleanQuery { Should = words, MinShouldMatch = 1 },
            1 => new BooleanQuery
            {
                Must = [words[0], new PrefixQuery("w" + (char)('a' + random.Next(8)))],
                Should = random.Next(2) == 0 ? words[1..] : []
            },
            _ => new BooleanQuery { Should = words, MinShouldMatch = Math.Min(words.Length, 2 + random.Next(2)) },
        };
    }

    private static Query Word(Random random)
    {
        if (random.Next(8) == 0) return new TermQuery(random.Next(2) == 0 ? "rare" : "late");
        var word = random.Next(Words);
        return new TermQuery($"w{(char)('a' + (word / 8))}{(char)('a' + (word % 8))}", Exact: random.Next(3) == 0);
    }
}
