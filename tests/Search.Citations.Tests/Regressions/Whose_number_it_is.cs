using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Regressions;

public class Whose_number_it_is
{
    [Theory]
    // the body follows the numbers, whatever else the text cites
    [InlineData("Welcoming resolutions 7/3 of 10 November 2017 and 8/2 of 20 December 2019 of the Conference of the States Parties to the United Nations Convention against Corruption,", "CAC-COSP/RES/7/3 CAC-COSP/RES/8/2")]
    [InlineData("Noting resolution 61/178 of 20 December 2006 of the Assembly,", "A/RES/61/178")]
    [InlineData("Noting decision 8/1 of the Working Group on Lamps,", "")]
    [InlineData("Noting European Union Council decision 2010/230,", "")]
    // before "of its resolution", or as the subject after
    [InlineData("Welcoming the adoption by the Commission on Narcotic Drugs of its resolution 58/5 of 17 March 2015,", "CND/RES/58/5")]
    [InlineData("Noting the adoption by the Economic and Social Commission for Asia and the Pacific, at its seventy-second session, of resolution 72/6 of 19 May 2016,", "ESCAP/RES/72/6")]
    [InlineData("Noting the adoption by the Open-ended Group on Lamps of its decision 7/2 of 12 December 2016,", "")]
    [InlineData("Noting that, in its resolution 54/17 of 12 October 2023, the Human Rights Council extended a mandate,", "A/HRC/RES/54/17")]
    // inside the name of a treaty
    [InlineData("Recalling the Conference of the States Parties to the United Nations Convention against Corruption resolution 8/3,",
        "CAC-COSP/RES/8/3")]
    // lists after "including"
    [InlineData("Recalling its relevant resolutions on lamps, including 78/176 of 19 December 2023 and 77/2,", "A/RES/78/176 A/RES/77/2")]
    [InlineData("Recalling its resolutions 60/1, 61/1 and, in particular, 62/1 and 63/1,", "A/RES/60/1 A/RES/61/1 A/RES/62/1 A/RES/63/1")]
    // what the date leaves
    [InlineData("Noting resolution 55/8 of 4 April 2024,", "")]
    [InlineData("Noting resolution 7/1 of 10 November 2017,", "CAC-COSP/RES/7/1")]
    [InlineData("Recalling its resolution 70/261 of 27 April 2016,", "A/RES/70/261")]
    [InlineData("Recalling Economic and Social Council decision 2017/205 of 5 October 2016,", "E/DEC/2017/205")]
    [InlineData("Recalling Security Council resolution 1324 (2000) of 12 December 2001,", "")]
    [InlineData("Recalling its resolutions 112 (II) of 14 November 1947 and 215 (IX) of 11 December 1954,", "A/RES/112(II)")]
    [InlineData("Recalling Commission on Human Rights resolution 12 (XXXVII) of 6 March 1981,", "")]
    [InlineData("Noting resolution 33/8, adopted on 29 September 2016,", "A/HRC/RES/33/8")]
    [InlineData("Recalling General Assembly resolution 48/103 of 2013,", "")]
    [InlineData("Recalling General Assembly resolution 48/103 of 1993,", "A/RES/48/103")]
    // whose report prints it
    [InlineData("Noting Official Records of the General Assembly, Seventy-third Session, Supplement No. 53 (A/73/53), chap. IV, sect. A, resolution 37/16,", "A/HRC/RES/37/16")]
    [InlineData("Noting Official Records of the Economic and Social Council, 2013, Supplement No. 10 (E/2013/30 and Corr.1), chap. I, sect. D, resolution 22/1,", "CCPCJ/RES/22/1")]
    [InlineData("Noting document CAC/COSP/2021/18, resolution 9/2,", "CAC-COSP/RES/9/2")]
    [InlineData("Noting document UNEP/CBD/COP/10/27, annex, decision X/2,", "CBD/COP/DEC/X/2")]
    [InlineData("Noting document A/73/9, which takes up resolution 37/16,", "A/RES/37/16")]
    // a comma ends what is said of the number
    [InlineData("Noting the Group of Experts established pursuant to resolution 72/54, of the Group of Pilots and of others,",
        "A/RES/72/54")]
    [InlineData("Recalling resolutions 70/290,72/283 and 75/290,", "A/RES/70/290 A/RES/72/283 A/RES/75/290")]
    public void In_a_text_of_the_Assembly(string clause, string targets) =>
        Targets("A/RES/78/998\n\n78/998. Lamps\n\nThe General Assembly,\n\n", clause).ShouldBe(targets);

    [Theory]
    [InlineData("Recalling that, in its resolution 74/300 of 19 December 2019, the General Assembly asked for lamps,", "A/RES/74/300")]
    [InlineData("Recalling its resolution 60/148 of 16 December 2005,", "A/RES/60/148")]
    [InlineData("Recalling its own resolution 41/11 of 11 July 2019,", "A/HRC/RES/41/11")]
    public void In_a_text_of_the_Human_Rights_Council(string clause, string targets) =>
        Targets("A/HRC/RES/58/98\n\n58/98. Lamps\n\nThe Human Rights Council,\n\n", clause).ShouldBe(targets);

    [Fact]
    public void A_misprint_in_a_list_does_not_take_the_organ_from_the_rest() =>
        Targets("A/RES/78/998\n\n78/998. Lamps\n\nThe General Assembly,\n\n",
            "Recalling Human Rights Council resolutions 12/16 of 2 October 2019, 34/8 and 35/34 of 23 June 2017,")
            .ShouldBe("A/HRC/RES/34/8 A/HRC/RES/35/34");

    [Fact]
    public void A_short_name_that_bodies_share_is_the_enacting_ones() =>
        Targets("HSP/HA.2/Res.98\n\nThe United Nations Habitat Assembly,\n\n", "Recalling Governing Council resolution 19/3 of 9 May 2003,")
            .ShouldBe("UN-Habitat/RES/19/3");

    [Fact]
    public void A_misprinted_date_leaves_the_act_open_and_says_why()
    {
        var link = new CitationLinker(Works.Listed).Extract(
            "Recalling Security Council resolution 1324 (2000) of 12 December 2001,")[0].Link.ShouldBeOfType<Link.Ambiguous>();
        link.Candidates.ShouldBe([new("S/RES/1324(2000)")]);
        link.Reason.ShouldContain("2001");
    }

    private static string Targets(string front, string clause)
    {
        var text = front + clause + "\n\n1. Decides to light the lamps;\n\n2. Decides to meet again.\n";
        return string.Join(' ',
            new CitationLinker(Works.Listed).Link(ResolutionParser.Parse(new SourceText { Name = "lamps", Text = text }))
            .Where(c => c.Kind is CitationKind.Resolution or CitationKind.Decision).Select(c => c.Link).OfType<Link.Linked>()
            .Select(l => l.Target.Value));
    }
}
