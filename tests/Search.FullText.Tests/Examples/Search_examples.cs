using Search.FullText.Queries;
using Search.Testing;

namespace Search.FullText.Tests.Examples;

public sealed class Search_examples : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FullTextIndex _index;

    public Search_examples()
    {
        var schema = new SchemaBuilder().Text("text").Text("title", 0.5f).Keyword("organ").Number("year").Build();
        using (var writer = IndexWriter.Create(_folder.Path, schema))
        {
            writer.Add(new IndexDocument(30).Text("text", "Recalls the right of victims of trafficking to protection")
                .Keyword("organ", "GA").Number("year", 2000));
            writer.Add(new IndexDocument(10).Text("text", "Protection of the marine environment").Keyword("organ", "EA")
                .Number("year", 2019));
            writer.Add(new IndexDocument(20).Text("text", "Victims of crime; victims of abuse").Keyword("organ", "GA")
                .Number("year", 1985));
            writer.Commit();
        }

        _index = FullTextIndex.Open(_folder.Path);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    private long[] Keys(string text, SearchOptions? options = null) =>
        [.. _index.Search(QueryLanguage.Parse(text, new QueryLanguageOptions { Schema = _index.Schema }).Query, options).Hits
            .Select(h => h.Key)];

    [Fact]
    public void The_word_that_is_said_more_often_ranks_first() => Keys("victims").ShouldBe([20, 30]);

    [Fact]
    public void Quoted_words_stand_in_order() => Keys("\"victims of trafficking\"").ShouldBe([30]);

    [Fact]
    public void A_beginning_finds_every_word_that_goes_on() => Keys("traff*").ShouldBe([30]);

    [Fact]
    public void A_misspelt_word_is_found_when_asked_for() => Keys("enviroment~").ShouldBe([10]);

    [Fact]
    public void Exclusions_filters_and_ranges_narrow()
    {
        Keys("protection -marine").ShouldBe([30]);
        Keys("protection organ:EA").ShouldBe([10]);
        Keys("victims year:1980..1990").ShouldBe([20]);
        Keys("victims", new SearchOptions { Filters = [new RangeFilter("year", 1990, 2020)] }).ShouldBe([30]);
    }

    [Fact]
    public void Facets_count_all_matches()
    {
        var facet = _index.Search(new AllQuery(), new SearchOptions { Limit = 1, Facets = [new FacetRequest("organ")] }).Facets
            .ShouldHaveSingleItem();
        facet.Values.ShouldBe([new FacetValue("GA", 2), new FacetValue("EA", 1)]);
        facet.Distinct.ShouldBe(2);
    }

    [Fact]
    public void Pages_follow_each_other_without_gap()
    {
        var sort = new SearchOptions { Limit = 1, Sort = new SortBy("year", Descending: true) };
        var first = _index.Search(new AllQuery(), sort).Hits.ShouldHaveSingleItem();
        var second = _index.Search(new AllQuery(), sort with { After = first.End }).Hits.ShouldHaveSingleItem();
        (first.Key, second.Key).ShouldBe((10, 30));
    }
}
