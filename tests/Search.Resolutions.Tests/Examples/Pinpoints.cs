using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Tests.Examples;

public class Pinpoints
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
    [InlineData("annex, appendix", "annex|annex, appendix")]
    [InlineData("arts. 6, 9 and 10", "art. 6|art. 9|art. 10")]
    public void A_pinpoint_names_these_provisions(string pinpoint, string provisions) =>
        string.Join('|', Pinpoint.Of(pinpoint).Provisions).ShouldBe(provisions);

    [Theory]
    [InlineData("article 6", "art. 6")]
    [InlineData("6", "art. 6")]
    [InlineData("art. 6, para. 2", "art. 6, para. 2")]
    [InlineData("article 6(2)", "art. 6, para. 2")]
    [InlineData("paragraph 4", "para. 4")]
    [InlineData("arts. 6 and 7", "art. 6 and art. 7")]
    [InlineData("art. 6, paras. 3 and 4", "art. 6, para. 3 and art. 6, para. 4")]
    [InlineData("article 6, paragraph 2", "art. 6, para. 2")]
    public void A_provision_as_people_ask_for_it_has_one_form(string asked, string normal) =>
        string.Join(" and ", Pinpoint.Asked(asked).Innermost).ShouldBe(normal);

    [Theory]
    [InlineData("annex II", "")]
    [InlineData("annex II, art. 6", "art. 6")]
    [InlineData("annex, arts. 5 and 6, para. 2", "arts. 5 and 6, para. 2")]
    [InlineData("chap. I, resolution 1, annex II, para. 40", "para. 40")]
    [InlineData("para. 138", "para. 138")]
    [InlineData("", "")]
    public void Where_an_instrument_stands_is_no_provision_of_it(string pinpoint, string within) =>
        Pinpoint.Of(pinpoint).Within.ToString().ShouldBe(within);

    [Theory]
    [InlineData("art. 8", "annex II", "annex II, art. 8")]
    [InlineData("art. 10, para. 2", "annex", "annex, art. 10, para. 2")]
    [InlineData("annex II", "art. 8", "annex II, art. 8")]
    [InlineData("chap. I", "resolution 1", "chap. I, resolution 1")]
    [InlineData("art. 6", "para. 3", "art. 6, para. 3")]
    [InlineData("", "para. 3", "para. 3")]
    public void Two_pinpoints_of_one_citation_are_ordered_from_the_outer_to_the_inner(string first, string second, string both) =>
        Pinpoint.Of(first).With(Pinpoint.Of(second)).ToString().ShouldBe(both);

    [Theory]
    [InlineData("annex", "annex, art. 6", true)]
    [InlineData("annex", "annex II", false)]
    [InlineData("annex II", "annex II, art. 6", true)]
    [InlineData("annex I", "annex II", false)]
    [InlineData("", "para. 5", true)]
    [InlineData("", "annex II", false)]
    public void A_part_contains_what_lies_within_it(string whole, string part, bool contains) =>
        Pinpoint.Of(whole).Contains(Pinpoint.Of(part)).ShouldBe(contains);

    [Theory]
    [InlineData("Article 6, paragraphs 3 and 4", "art. 6, paras. 3 and 4")]
    [InlineData("annex II", "annex II")]
    [InlineData("sects. II-IV", "sects. II-IV")]
    public void Every_spelling_has_one_normal_form(string printed, string normal)
    {
        Pinpoint.Parse(printed, null).ToString().ShouldBe(normal);
        Pinpoint.Parse(normal, null).ToString().ShouldBe(normal);
    }

    [Fact]
    public void Every_unit_is_read_in_every_form()
    {
        foreach (var unit in PinpointUnit.All)
            foreach (var form in unit.Words.Concat([unit.Name, unit.Short, unit.Plural]))
            {
                PinpointUnit.At($"{form} 5", out var number)!.Short.ShouldBe(unit.Short);
                $"{form} 5"[number..].ShouldBe(" 5");
            }
    }

    [Fact]
    public void More_numbers_of_a_unit_continue_its_list() =>
        Pinpoint.Of("annex, para. 7").Continued(Pinpoint.Of("paras. 13 and 14")).ToString().ShouldBe("annex, paras. 7, 13 and 14");
}
