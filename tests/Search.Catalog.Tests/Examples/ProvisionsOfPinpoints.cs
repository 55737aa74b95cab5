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
    public void A_provision_as_people_ask_for_it_has_one_form(string asked, string normal) => Provisions.Normal(asked).ShouldBe(normal);
}
