namespace Search.Catalog.Tests.Examples;

[Collection(BuiltOnce.Name)]
public class Citations_as_people_write_them(Built built)
{
    [Theory]
    [InlineData("CRC", "crc", "")]
    [InlineData("CRC art. 3", "crc", "art. 3")]
    [InlineData("article 3 CRC", "crc", "art. 3")]
    [InlineData("Art. 12 CEDAW", "cedaw", "art. 12")]
    [InlineData("art. 3(2) CRC", "crc", "art. 3, para. 2")]
    [InlineData("art 9 of CRC", "crc", "art. 9")]
    [InlineData("article 19 of the ICCPR", "iccpr", "art. 19")]
    [InlineData("articles 6 and 7 ICCPR", "iccpr", "art. 6 and art. 7")]
    [InlineData("article 6, paragraph 2, of the Palermo Protocol", "palermo-protocol", "art. 6, para. 2")]
    [InlineData("article 6 of the Palermo Protocol", "palermo-protocol", "art. 6")]
    [InlineData("Palermo Protocol article 6", "palermo-protocol", "art. 6")]
    [InlineData("rule 4 Beijing Rules", "beijing-rules", "rule 4")]
    [InlineData("paragraph 5 of resolution 58/137", "a-res-58-137", "para. 5")]
    public void A_work_is_found_with_its_provision_before_or_behind_its_name(string citation, string work, string provision)
    {
        var found = built.Sample.Resolve(citation);
        found.Works.ShouldHaveSingleItem().Id.ShouldBe(work);
        found.Pinpoint.ShouldBe(provision);
    }

    [Fact]
    public void A_search_for_an_article_puts_its_instrument_first() =>
        built.Sample.Search(new SearchRequest { Query = "article 6 Palermo Protocol" }).Recognised.ShouldHaveSingleItem().Id
            .ShouldBe("palermo-protocol");
}
