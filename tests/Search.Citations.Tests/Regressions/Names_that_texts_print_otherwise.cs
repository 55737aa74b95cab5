using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Regressions;

public class Names_that_texts_print_otherwise
{
    [Theory]
    [InlineData("the lighthouses of the Montreal Protocol17 and others", "montreal-protocol")]
    [InlineData("everyone is free under the Universal Declaration of Human Rights8 and", "udhr")]
    [InlineData("States parties to the Treaty on the Non Proliferation of Nuclear Weapons", "npt")]
    [InlineData("the Quartet Roadmap of 2003", "quartet-road-map")]
    [InlineData("the Treaty of Amity and Cooperation in South East Asia", "asean-tac")]
    [InlineData("the Protocol to Prevent, Suppress and Punish Tra\uFB03cking in Persons, Especially Women and Children",
        "palermo-protocol")]
    [InlineData("the Montre\u0301al Protocol on Substances that Deplete the Ozone Layer", "montreal-protocol")]
    [InlineData("the Addis Ab\u0430ba Action Agenda", "addis-ababa-agenda")]
    [InlineData("the Con\u00ADvention on the Rights of the Child", "crc")]
    public void A_listed_name_is_known(string text, string work) => Nodes(text).ShouldBe([work]);

    [Theory]
    [InlineData("the Vienna Convention for the Protection of the Ozone Layer and the Protocol thereto", "montreal-protocol")]
    [InlineData("the Convention relating to the Status of Refugees and the Protocol thereto", "refugee-protocol")]
    [InlineData("the United Nations Convention against Transnational Organized Crime and the Protocols thereto", "untoc-protocols")]
    [InlineData("the Convention on the Rights of the Child and the Optional Protocols thereto", "crc-optional-protocols")]
    public void Protocols_thereto_are_the_listed_ones(string text, string work) => Nodes(text)[^1].ShouldBe(work);

    [Fact]
    public void A_name_of_the_list_is_never_a_title_of_its_own() =>
        InAssembly("Noting that column A Palermo Protocol is full,").ShouldBe(["palermo-protocol"]);

    [Fact]
    public void A_treaty_in_small_letters_is_the_one_just_named() =>
        InAssembly("Recalling the Outer Space Treaty and the Antarctic Treaty and the duties of all parties to that treaty,")[^1].ShouldBe(
            "antarctic-treaty");

    [Fact]
    public void A_text_cannot_cite_what_was_adopted_after_it() =>
        Nodes("A/RES/44/998\n\n44/998. Lamps\n\nThe General Assembly,\n\nRecalling the Standard Minimum Rules for the Treatment of Prisoners,\n\n1. Decides to act.\n\n60th plenary meeting\n9 December 1989\n", parse: true)
            .ShouldBe(["standard-minimum-rules-1955"]);

    [Theory]
    [InlineData("Welcoming the Ministerial Declaration on Lighting a Coast of Peace and",
        "title:Ministerial Declaration on Lighting a Coast of Peace")]
    [InlineData("Recalling the Fishers\u02BC Charter on Nets and Lines,", "title:Fishers’ Charter on Nets and Lines")]
    [InlineData("Noting the Lampland Declaration on Tides and an invitation,", "title:Lampland Declaration on Tides")]
    public void A_title_is_written_in_one_way_and_whole(string clause, string title) => InAssembly(clause).ShouldBe([title]);

    [Fact]
    public void A_title_that_every_body_has_is_a_work_of_its_own_document()
    {
        InAssembly("Recalling the Rules of Procedure,").ShouldBe(["title:Rules of Procedure (A/RES/74/998)"]);
        InAssembly("Recalling the Declaration of Principles,", "A/RES/74/997").ShouldBe(["title:Declaration of Principles (A/RES/74/997)"]);
    }

    [Fact]
    public void A_joint_document_is_one_work_under_either_symbol()
    {
        var nodes = InAssembly("Taking note of the letters A/61/777–S/2007/111 and S/2007/111 and A/61/777,");
        nodes.Distinct().ShouldBe(["A/61/777"]);
        nodes.Count.ShouldBe(3);
    }

    private static List<string> InAssembly(string clause, string symbol = "A/RES/74/998") =>
        Nodes($"{symbol}\n\n{symbol[6..]}. Lamps\n\nThe General Assembly,\n\n{clause.TrimEnd(',')},\n\n1. Decides to light the lamps;\n\n2. Decides to meet again.\n", parse: true);

    private static List<string> Nodes(string text, bool parse = false)
    {
        var linker = new CitationLinker(Works.Listed);
        var citations = parse ? linker.Link(ResolutionParser.Parse(new SourceText { Name = "lamps", Text = text })) : linker.Extract(text);
        return [.. citations.Select(c => c.Link).OfType<Link.Linked>().Select(l => l.Node.Value)];
    }
}
