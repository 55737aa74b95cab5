using Search.FullText.Queries;
using Search.FullText.Sharding;
using Search.FullText.Tests.Oracle;

namespace Search.FullText.Tests.Hostile;

/// <summary>
/// Messages between the parts of a sharded index come over a network: what no program wrote is refused, and what is not refused is searched
/// as any query is.
/// </summary>
public class Hostile_messages
{
    private static readonly SearchOptions s_options = new()
    {
        Limit = 3,
        Offset = 1,
        After = new PageEnd(1.5f, -3, 7),
        ExactTotal = true,
        Facets = [new FacetRequest("organ", 5), new FacetRequest("cites", 40)],
        Counted = [[new KeywordFilter("organ", ["organ A", "état"])], []],
        Sort = new SortBy("year", Descending: true, ZeroLast: true),
        Filters = [new RangeFilter("year", long.MinValue, long.MaxValue), new KeywordFilter("cites", [])],
        Ranking = new Bm25(0.9f, 0.1f),
        MaxWork = 1_000_000,
    };

    [Fact]
    public void Queries_and_options_come_back_as_they_were()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var query = new RandomCorpus(seed).Query(4);
            var options = seed % 3 == 0 ? SearchOptions.Default : s_options;
            var bytes = SearchWire.Write(query, options);
            var (readQuery, readOptions) = SearchWire.Read(bytes, TestContext.Current.CancellationToken);
            SearchWire.Write(readQuery, readOptions).ShouldBe(bytes);
            Told(readQuery).ShouldBe(Told(query));
            (readOptions.Limit, readOptions.Offset, readOptions.After, readOptions.ExactTotal, readOptions.Sort, readOptions.Ranking,
                readOptions.MaxWork)
                .ShouldBe((options.Limit, options.Offset, options.After, options.ExactTotal, options.Sort, options.Ranking,
                    options.MaxWork));
            readOptions.Facets.ShouldBe(options.Facets);
            readOptions.Filters.Select(Told).ShouldBe(options.Filters.Select(Told));
            readOptions.Counted.Select(c => string.Join(';', c.Select(Told))).ShouldBe(options.Counted.Select(c => string.Join(';',
                c.Select(Told))));
        }
    }

    [Fact]
    public void A_message_that_is_cut_or_continued_is_refused()
    {
        foreach (var (message, read) in Messages())
        {
            read(message);
            for (var length = 0; length < message.Length; length++)
                Should.Throw<WireFormatException>(() => read(message[..length]), $"{length} of {message.Length} bytes");
            Should.Throw<WireFormatException>(() => read([.. message, 0])).Message.ShouldContain("follow its end");
        }
    }

    [Fact]
    public void A_message_of_another_version_or_kind_is_told_apart()
    {
        foreach (var (message, read) in Messages())
        {
            var newer = message.ToArray();
            newer[0] = 2;
            Should.Throw<WireVersionException>(() => read(newer)).Version.ShouldBe(2);
            var other = message.ToArray();
            other[1] ^= 7;
            Should.Throw<WireFormatException>(() => read(other)).ShouldNotBeOfType<WireVersionException>();
        }
    }

    [Fact]
    public void A_message_with_changed_bytes_is_refused_or_read_and_takes_no_more_memory_than_it_is_long()
    {
        var random = new Random(5);
        foreach (var (message, read) in Messages())
        {
            for (var i = 0; i < 3000; i++)
            {
                var changed = message.ToArray();
                for (var change = 0; change <= random.Next(3); change++)
                    changed[random.Next(2, changed.Length)] = random.Next(3) == 0 ? (byte)0xFF : (byte)random.Next(256);
                var before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    read(changed);
                }
                catch (WireFormatException)
                {
                    // refused
                }

                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000 + (200L * message.Length));
            }
        }
    }

    [Fact]
    public void A_query_nested_deeper_than_any_search_allows_is_neither_written_nor_read()
    {
        Query deep = new AllQuery();
        for (var i = 0; i < 64; i++) deep = new BoostQuery(deep, 1);
        SearchWire.Read(SearchWire.Write(deep, s_options), TestContext.Current.CancellationToken);
        Should.Throw<ArgumentException>(() => SearchWire.Write(new BoostQuery(deep, 1), s_options)).Message.ShouldContain("64");
        byte[] deeper = [1, 1, .. Enumerable.Repeat<byte[]>([9, 0, 0, 128, 63], 100_000).SelectMany(b => b)];
        Should.Throw<WireFormatException>(() => SearchWire.Read(deeper)).Message.ShouldContain("64");
    }

    [Fact]
    public void A_message_is_compact()
    {
        SearchWire.Write(Query.And(new TermQuery("water", "text"), new TermQuery("peace", "text")), new() { Facets = [new("organ")] })
            .Length.ShouldBeLessThan(80);
        using var collection = new Shards(new RandomCorpus(1), 1, 500);
        using var shard = FullTextIndex.Open(collection.Folders[0]);
        shard.SearchPart(new AllQuery(), new() { Limit = 10, Facets = [new("cites"), new("organ")] }).ToBytes()
            .Length.ShouldBeLessThan(500); // 46 values
    }

    private static List<(byte[] Message, Action<byte[]> Read)> Messages()
    {
        var corpus = new RandomCorpus(4);
        using var collection = new Shards(corpus, 2, 200);
        using var shard = FullTextIndex.Open(collection.Folders[0]);
        var query = new BooleanQuery
        {
            Must = [new TermQuery("recall", "text", Exact: true), new PhraseQuery("the right", 2), new BoostQuery(new FuzzyQuery("statex",
                2, "title"), 2f)],
            Should = [new PrefixQuery("de"), new KeywordQuery("organ", "organ A"), new RangeQuery("year", 1950, 1990), new AllQuery(),
                new NoneQuery()],
            MustNot = [new TermQuery("état")],
            MinShouldMatch = 1,
        };
        var loose = Query.Or(new TermQuery("right"), new PhraseQuery("the state"));
        var hits = shard.SearchPart(loose, s_options with { Sort = null, After = null, Filters = [] });
        hits.Hits.Count.ShouldBe(4);
        var explained = shard.ExplainPart(loose, hits.Hits.Select(h => h.Key));
        return
        [
            (SearchWire.Write(query, s_options), m => SearchWire.Read(m)),
            (SearchWire.WriteExplain(query, [1, -2, long.MaxValue], s_options), m => SearchWire.ReadExplain(m)),
            (hits.ToBytes(), m => PartialHits.Read(m)),
            (explained.ToBytes(), m => PartialExplanations.Read(m)),
        ];
    }

    private static string Told(Query query) => query switch
    {
        BooleanQuery q => $"({Told(q.Must)} | {Told(q.Should)} | {Told(q.MustNot)} {q.MinShouldMatch})",
        BoostQuery q => $"{q.Factor}*{Told(q.Query)}",
        _ => query.ToString(),
    };

    private static string Told(IEnumerable<Query> queries) => string.Join(' ', queries.Select(Told));

    private static string Told(Filter filter) => filter is KeywordFilter f ? f.Field + ":" + string.Join(',', f.Values) : filter.ToString();
}
