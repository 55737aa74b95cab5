using Search.Catalog.Building;

namespace Search.Catalog.Tests.Examples;

public class ProvisionsOfPinpoints
{
    [Theory]
    [InlineData("", "")]
    [InlineData("art. 6", "art. 6")]
    [InlineData("arts. 24 and 25", "art. 24|art. 25")]
    [InlineData("art. 6, para. 2", "art. 6|art. 6, para. 2")]
    [InlineData("art. 6, paras. 3 and 4", "art. 6|art. 6, para. 3|art. 6, para. 4")]
    [InlineData("paras. 10-12 and 46", "para. 10|para. 11|para. 12|para. 46")]
    [InlineData("annex II", "annex II")]
    [InlineData("chap. I, sect. C", "chap. I|chap. I, sect. C")]
    [InlineData("target 5.2", "target 5.2")]
    [InlineData("arts. 6, 9 and 10", "art. 6|art. 9|art. 10")]
    public void A_pinpoint_names_these_provisions(string pinpoint, string provisions) => string.Join('|', Provisions.Of(pinpoint)).ShouldBe(provisions);

    [Theory]
    [InlineData("article 6", "art. 6")]
    [InlineData("6", "art. 6")]
    [InlineData("art. 6, para. 2", "art. 6, para. 2")]
    [InlineData("article 6(2)", "art. 6, para. 2")]
    [InlineData("paragraph 4", "para. 4")]
    [InlineData("arts. 6 and 7", "art. 6 and art. 7")]
    [InlineData("art. 6, paras. 3 and 4", "art. 6, para. 3 and art. 6, para. 4")]
    [InlineData("article 6, paragraph 2", "art. 6, para. 2")]
    public void A_provision_as_people_ask_for_it_has_one_form(string asked, string normal) => Provisions.Normal(asked).ShouldBe(normal);

    [Theory]
    [InlineData("annex II", "")]
    [InlineData("annex II, art. 6", "art. 6")]
    [InlineData("annex, arts. 5 and 6, para. 2", "arts. 5 and 6, para. 2")]
    [InlineData("chap. I, resolution 1, annex II, para. 40", "para. 40")]
    [InlineData("para. 138", "para. 138")]
    [InlineData("", "")]
    public void Where_an_instrument_stands_is_no_provision_of_it(string pinpoint, string within) => Provisions.Within(pinpoint).ShouldBe(within);

    [Fact]
    public void A_clause_that_cites_an_article_by_the_annex_cites_the_article_of_the_instrument()
    {
        using var folder = new Search.Testing.TemporaryFolder();
        Directory.CreateDirectory(folder.In("texts"));
        File.WriteAllText(folder.In("texts", "a.txt"), "The General Assembly,\n\nRecalling its resolution 55/25, annex II, article 6,\n\nRecalling also articles 6 and 9 of the Palermo Protocol,\n\n1. Decides to remain seized of the matter.\n");
        CatalogBuilder.Build(new BuildRequest { Sources = [folder.In("texts")], Output = folder.In("built"), Authorities = Search.Testing.Places.InRepository("index-data", "authorities") }, TimeProvider.System);
        using var catalog = ResolutionCatalog.Open(folder.In("built"), Search.Testing.Places.InRepository("index-data", "authorities"));
        foreach (var (asked, clauses) in new[] { ("article 6", "PP1 PP2"), ("arts. 6 and 9", "PP1 PP2"), ("article 9", "PP2"), ("article 7", "") })
            string.Join(' ', catalog.CitedBy("palermo-protocol", new EdgeQuery { Provision = asked, NewestFirst = false })!.Edges.Select(e => e.Label)).ShouldBe(clauses, asked);
        catalog.Search(new SearchRequest { Query = "cites:palermo-protocol article:6" }).Total.ShouldBe(2);
        catalog.Resolve("resolution 55/25, annex II, article 6").Pinpoint.ShouldBe("art. 6");
    }
}
