using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Regressions;

public class Parts_of_annexes_and_joint_symbols
{
    [Theory]
    [InlineData("Recalling article 3 of resolution 55/25, annex II,", "resolution 55/25", "A/RES/55/25", "palermo-protocol",
        "annex II, art. 3")]
    [InlineData("Recalling article 9 of resolution 55/25, annex II, and article 6 of resolution 55/25, annex III,", "resolution 55/25",
        "A/RES/55/25", "palermo-protocol", "annex II, art. 9")]
    [InlineData("Recalling paragraph 1 of article 7 of resolution 55/25, annex I,", "resolution 55/25", "A/RES/55/25", "untoc",
        "annex I, art. 7, para. 1")]
    [InlineData("Recalling article 12 of resolution 44/25, annex,", "resolution 44/25", "A/RES/44/25", "crc", "annex, art. 12")]
    [InlineData("Recalling articles 2 and 4 of the Protocol (resolution 55/25, annex II),", "the Protocol", "palermo-protocol", null,
        "arts. 2 and 4")]
    [InlineData("Welcoming the report (A/9000/ Rev.1) on lamps,", "A/9000/ Rev.1", "A/9000/Rev.1", null, "")]
    [InlineData("Recalling its resolution 2625 (xxv) of 24 October 1970,", "its resolution 2625 (xxv)", "A/RES/2625(XXV)", null, "")]
    [InlineData("Noting the letter A/71/901–S/2017/902,", "A/71/901–S/2017/902", "A/71/901", null, "")]
    [InlineData("Noting the letter S/2017/902 and the letter A/71/901–S/2017/902,", "S/2017/902", "A/71/901", null, "")]
    [InlineData("Noting UNEP/EA.5/Res.14 on plastic,", "UNEP/EA.5/Res.14", "UNEA/RES/5/14", null, "")]
    public void Each_is_linked_to_what_it_names(string clause, string mention, string target, string? instrument, string pinpoint)
    {
        var citation = In(clause).First(c => c.Text == mention);
        var linked = citation.Link.ShouldBeOfType<Link.Linked>();
        linked.Target.Value.ShouldBe(target);
        if (instrument is not null) linked.Instrument!.Value.Value.ShouldBe(instrument);
        citation.Pinpoint.ShouldBe(pinpoint);
    }

    [Fact]
    public void The_annex_after_the_second_of_two_belongs_to_the_second()
    {
        var citations = In("Recalling article 9 of resolution 55/25, annex II, and article 6 of resolution 55/25, annex III,");
        citations.Select(c => ((Link.Linked)c.Link).Instrument!.Value.Value).ShouldBe(["palermo-protocol", "smuggling-protocol"]);
        citations.Select(c => c.Pinpoint).ShouldBe(["annex II, art. 9", "annex III, art. 6"]);
    }

    [Fact]
    public void A_small_roman_numeral_after_a_number_that_nothing_calls_a_resolution_is_an_item() =>
        In("Decides to include item 125 (v) in its agenda,").ShouldBeEmpty();

    private static List<Citation> In(string clause)
    {
        var text = $"The General Assembly,\n\n{clause}\n\n1. Decides to act.\n";
        return [.. new CitationLinker(Works.Listed).Link(ResolutionParser.Parse(new SourceText { Name = "example", Text = text }))];
    }
}
