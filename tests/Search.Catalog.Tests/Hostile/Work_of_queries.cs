using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>The work of a search is counted, the same every time, and a search that would do more than it may is cut and says so.</summary>
public sealed class Work_of_queries : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ResolutionCatalog _catalog;

    public Work_of_queries()
    {
        CatalogBuilder.Build(new BuildRequest
        {
            Sources = [Places.Sample],
            Output = _folder.In("built"),
            Authorities = Places.Authorities
        }, TimeProvider.System);
        _catalog = ResolutionCatalog.Open(_folder.In("built"), Places.Authorities);
    }

    [Fact]
    public void It_is_the_same_every_time_and_what_is_cut_says_so()
    {
        var cut = 0;
        for (var number = 0; number < 400; number++)
        {
            var (kind, query) = HostileQueries.Make(number);
            var request = new SearchRequest
            {
                Query = query,
                Facets = number % 3 == 0 ? ResolutionCatalog.FacetNames : [],
                Explain = number % 7 == 0
            };
            var whole = _catalog.Search(request);
            var again = _catalog.Search(request);
            again.Work.ShouldBe(whole.Work, query);
            whole.Stopped.ShouldBeFalse($"{kind} takes {whole.Work} units over the sample");

            var part = _catalog.Search(request with { MaxWork = whole.Work / 4 });
            var unexplained = request.Explain && part.Hits.Any(h => h.Explanation is null);
            part.Query.Warnings.Any(w => w.Code == "work-limit").ShouldBe(part.Stopped || unexplained, query);
            part.Total.ShouldBeLessThanOrEqualTo(whole.Total, query);
            part.Hits.Count.ShouldBeLessThanOrEqualTo(whole.Hits.Count, query);
            part.Work.ShouldBeLessThanOrEqualTo(whole.Work, query);
            if (part.Exact) part.Total.ShouldBe(whole.Total, query);
            foreach (var (facet, values) in part.Facets)
                foreach (var value in values) value.Count.ShouldBeLessThanOrEqualTo((int)whole.Total, $"{facet} of {query}");
            if (part.Stopped) cut++;
        }
        cut.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void A_word_that_is_expanded_costs_more_than_one_that_is_not_and_many_words_more_than_one()
    {
        long Work(string query) => _catalog.Search(new SearchRequest { Query = query }).Work;
        Work("protectoin~2").ShouldBeGreaterThan(Work("protection"));
        Work("pro*").ShouldBeGreaterThan(Work("programme"));
        Work("the OR of OR and OR to").ShouldBeGreaterThan(Work("the OR of"));
        Work("\"of the\"").ShouldBeGreaterThan(Work("of"));
    }

    [Fact]
    public void Of_three_hundred_words_with_a_tilde_sixteen_are_expanded_and_the_query_says_so()
    {
        var query = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"wrod{(char)('a' + (i % 26))}~2"));
        var reading = _catalog.Search(new SearchRequest { Query = query }).Query;
        reading.Parsed.Split(' ').Count(w => w.EndsWith("~2", StringComparison.Ordinal)).ShouldBe(16);
        var warning = reading.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("too-many-expansions");
        query[warning.Start..].ShouldStartWith("wrodq~2");
    }

    [Fact]
    public void Of_many_citations_in_a_query_sixteen_are_looked_up()
    {
        var reading = _catalog.Search(new SearchRequest { Query = string.Join(' ', Enumerable.Repeat("cites:crc", 40)) }).Query;
        reading.Warnings.Select(w => w.Code).ShouldContain("too-many-citations");
    }

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }
}
