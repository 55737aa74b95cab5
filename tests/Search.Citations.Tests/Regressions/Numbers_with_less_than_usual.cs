using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Regressions;

public class Numbers_with_less_than_usual
{
    [Theory]
    [InlineData("Noting resolution 1540 and its resolution 2349,", "S/RES/1540(2004) S/RES/2349(2017)")]
    [InlineData("Affirming resolutions 1267, 1989 and 2253,", "S/RES/1267(1999) S/RES/1989(2011) S/RES/2253(2015)")]
    [InlineData("Reaffirming resolution 1373 of 28 September 2001,", "S/RES/1373(2001)")]
    [InlineData("Recalling resolution 9876,", "")]
    [InlineData("Recalling resolution 12 of the Ninth Congress of Lamp Keepers,", "")]
    public void In_a_text_of_the_Council_a_number_alone_is_the_Councils(string clause, string targets) =>
        Targets("S/RES/2999 (2026)\n\nThe Security Council,\n\n" + clause + "\n\n1. Decides to remain seized of the matter.\n")
            .ShouldBe(targets);

    [Theory]
    [InlineData("Recalling UNSCR 2250 and SCR 1820 (2008),", "S/RES/2250(2015) S/RES/1820(2008)")]
    [InlineData("Recalling UNSCR1325,", "S/RES/1325(2000)")]
    [InlineData("Recalling S/RES/1325 and S/RES/1325 (2000),", "S/RES/1325(2000) S/RES/1325(2000)")]
    [InlineData("Recalling Security Council resolutions 1540 and 1887,", "S/RES/1540(2004) S/RES/1887(2009)")]
    [InlineData("Recalling resolution 1325 on lamps,", "")]
    [InlineData("Recalling its resolutions 61/144–146 on lamps,", "A/RES/61/144 A/RES/61/145 A/RES/61/146")]
    [InlineData("Recalling its resolutions 63/10-63/12 and 61/1 to 61/3,",
        "A/RES/63/10 A/RES/63/11 A/RES/63/12 A/RES/61/1 A/RES/61/2 A/RES/61/3")]
    [InlineData("Recalling resolution S- 27/2,", "A/RES/S-27/2")]
    [InlineData("Noting document A/C.3/58/L.12/ Rev.1 and Add.1 to 3,",
        "A/C.3/58/L.12/Rev.1 A/C.3/58/L.12/Rev.1/Add.1 A/C.3/58/L.12/Rev.1/Add.2 A/C.3/58/L.12/Rev.1/Add.3")]
    [InlineData("Noting ICCD/COP(9)/18/Add.1, GC.15/INF/3, IDB.44/9/Rev.1 and A/C.3/58/SR.12,",
        "ICCD/COP(9)/18/Add.1 GC.15/INF/3 IDB.44/9/Rev.1 A/C.3/58/SR.12")]
    [InlineData("Noting Presidential Statement 2011/20,", "S/PRST/2011/20")]
    [InlineData("as stated in resolution A above,", "self")]
    public void In_a_text_of_the_Assembly_the_form_decides(string clause, string targets) =>
        Targets("A/RES/78/999\n\nThe General Assembly,\n\n" + clause + "\n\n1. Decides to meet again.\n").ShouldBe(targets);

    [Theory]
    [InlineData("the A/KLF4 gene and the S/G2 phase of S/360 cells")]
    [InlineData("samples of A/PR/8/34 and the MAPK/ERK2/RAF1/RAS cascade")]
    [InlineData("a camera with a resolution 70/1 and prints of resolution 12/9 dpi")]
    [InlineData("the clerk read S. Res. 12/3 and House resolution 55/25")]
    [InlineData("my resolution 2025/1 is to walk")]
    [InlineData("the council decision 2010/4 and decision 48/11 of the Birch Company were void")]
    [InlineData("the Court of Appeals, decision 48/431")]
    [InlineData("under the Lyon Agreement between the two shops")]
    [InlineData("cataloguers follow the Paris Principles")]
    [InlineData("mice were given CBD under conventional protocols")]
    public void Where_nothing_speaks_of_the_United_Nations_their_forms_are_not_believed(string text) =>
        new CitationLinker(Works.Listed).Extract(text).Where(c => c.Link is Link.Linked).ShouldBeEmpty();

    [Theory]
    [InlineData("1. Requests a post of Senior Protocol Officer and Internet Protocol phones;")]
    [InlineData("1. Notes the World Forum for Harmonization of Lamp Regulations;")]
    [InlineData("1. Considers the item entitled “Draft Declaration on Lamps”;")]
    public void What_is_no_work_is_no_title(string clause) =>
        Targets("The General Assembly,\n\nMeeting on lamps,\n\n" + clause + "\n").ShouldBe("");

    [Fact]
    public void Parties_to_a_protocol_are_not_its_title() =>
        Targets("The General Assembly,\n\nNoting the Meeting of the High Contracting Parties to Amended Protocol II,\n\n1. Decides to meet.\n").ShouldBe("ccw-protocol-2-amended");

    [Theory]
    [InlineData("3. Decides that paragraph 2 applies to rafts;", "para. 2")]
    [InlineData("3. Requests reports in accordance with paragraphs 1 and 2 (a);", "paras. 1 and 2 (a)")]
    [InlineData("3. Requests reports as required by paragraph 9;", null)]
    [InlineData("3. Recalls the report of the Board, which in paragraph 2 asked for lamps;", null)]
    [InlineData("3. Notes paragraph 2 of the report of the Board;", null)]
    [InlineData("3. Asks for action on OP2;", "para. 2")]
    [InlineData("3. Asks for action on OP2 of resolution 79/100;", null)]
    [InlineData("3. Asks for action on PP 1;", "preambular para. 1")]
    [InlineData("3. Asks for action on preambular paragraph 1 above;", "preambular para. 1")]
    public void A_paragraph_without_more_is_the_documents_own_where_it_has_it(string clause, string? pinpoint)
    {
        var text = "The General Assembly,\n\nMeeting on lamps,\n\n1. Lights the lamps;\n\n2. Decides:\n\n(a) To trim them;\n\n(b) To fill them;\n\n" + clause + "\n";
        Links(text).Where(c => c.Link is Link.Linked { Target: var target } && target == WorkId.Self).Select(c => c.Pinpoint)
            .SingleOrDefault().ShouldBe(pinpoint);
    }

    [Fact]
    public void An_item_above_is_completed_by_the_items_that_hold_it() =>
        Links("The General Assembly,\n\nMeeting,\n\n1. Acts;\n\n2. Decides:\n\n(a) Lamps are to be:\n\n(i) Lit;\n\n(ii) Trimmed, after the work in subparagraph (i) above;\n\n3. Meets.\n")
            .Single(c => c.Kind == CitationKind.Internal).Pinpoint.ShouldBe("para. 2 (a) (i)");

    [Fact]
    public void A_page_of_a_volume_is_what_is_named_beside_it()
    {
        var citations = new CitationLinker(Works.Listed).Extract(
            "the Convention on the Rights of the Child (United Nations, Treaty Series, vol. 1577, p. 3)");
        citations[^1].Link.ShouldBe(new Link.Linked(new("crc")));
        citations[^1].Pinpoint.ShouldBe("vol. 1577, p. 3");
        new CitationLinker(Works.Listed).Extract("see United Nations, Treaty Series, vol. 1577, p. 3")[0].Link.ShouldBeOfType<Link.Unknown>(
            );
    }

    private static IEnumerable<Citation> Links(string text) =>
        new CitationLinker(Works.Listed).Link(ResolutionParser.Parse(new SourceText { Name = "lamps", Text = text }));

    private static string Targets(string text) =>
        string.Join(' ', Links(text).Select(c => c.Link).OfType<Link.Linked>().Select(l => l.Node.Value));
}
