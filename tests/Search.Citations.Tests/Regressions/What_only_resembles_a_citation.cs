using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Regressions;

public class What_only_resembles_a_citation
{
    [Theory]
    [InlineData("the forces of the North Atlantic Treaty Organization at sea", "nato-treaty")]
    [InlineData("the Beijing Declaration on Mountain Roads of 2003", "beijing-declaration")]
    [InlineData("the Kyiv-Copenhagen Declaration on ombudsmen", "copenhagen-declaration")]
    [InlineData("Additional Protocol I to the Treaty of Tlatelolco", "geneva-ap1")]
    [InlineData("a meeting on the theme “The future we want”, held in May", "future-we-want")]
    [InlineData("target 7.3 of the Millennium Development Goals", "2030-agenda")]
    public void A_name_inside_another_one_does_not_cite_its_work(string text, string work) => Targets(text).ShouldNotContain(work);

    [Theory]
    [InlineData("a remedy under subsection 24(1) of the Charter may be sought")]
    [InlineData("Reference Method EPA/600/R-12/531 and CSA Standard CAN/CSA-B44.1/ASME-A17.5-04")]
    [InlineData("protected persons within the meaning of the present Convention")]
    public void Words_of_national_law_cite_nothing(string text) => Targets(text).ShouldBeEmpty();

    [Theory]
    [InlineData("1. Calls upon the Government of National Accord to act;")]
    [InlineData("1. Invites the Under-Secretary-General for Lamp Strategy and the Department of Lamp Strategy to meet;")]
    [InlineData("1. Takes note of the joint Communique of The Lake Commission;")]
    [InlineData("1. Recalls the publication Multilateral Treaties Deposited with the Secretary-General;")]
    public void What_no_work_is_called_is_no_title(string clause) =>
        new CitationLinker(Works.Listed).Link(ResolutionParser.Parse(new SourceText
        {
            Name = "s-res-1",
            Text = "The Security Council,\n\nMeeting on lamps,\n\n" + clause + "\n"
        })).ShouldBeEmpty();

    [Theory]
    [InlineData("the Preparatory Commission for the Comprehensive Nuclear-Test-Ban Treaty Organization", "ctbt")]
    [InlineData("the Chicago Convention on International Civil Aviation of 1944", "chicago-convention")]
    [InlineData("a meeting on the theme “The future we want and how to get there”", "future-we-want")]
    [InlineData("States parties to the Bangkok Treaty on the Protocol to that Treaty", "bangkok-treaty")]
    [InlineData("the 2030 Agenda for Africa’s growth", "2030-agenda")]
    public void A_name_with_words_of_its_own_title_behind_it_does(string text, string work) => Targets(text).ShouldContain(work);

    [Theory]
    [InlineData("Recalling World Health Assembly resolution 61.4 of 24 May 2008", "WHA/RES/61.4")]
    [InlineData("Recalling resolution 39 C/14 adopted by the General Conference of the United Nations Educational, Scientific and Cultural Organization", "UNESCO/RES/39C/14")]
    [InlineData("Recalling resolution 39C/14", "UNESCO/RES/39C/14")]
    [InlineData("United Nations Environment Programme, document CBD/COP/12/9, decision 12/3", "CBD/COP/12/9 CBD/COP/DEC/12/3")]
    [InlineData("notes decisions 18/1 and 18/2 adopted by the High-level Committee on South-South Cooperation",
        "SSC/DEC/18/1 SSC/DEC/18/2")]
    public void Numbers_of_the_agencies_are_read_whole(string text, string target) => string.Join(' ', Targets(text)).ShouldBe(target);

    [Theory]
    [InlineData("as outlined in paragraph 12 of the report of the Secretary-General of 4 May 1992 (S/23999)", "para. 12")]
    [InlineData("Economic and Social Council resolution 1980/67, in particular paragraphs 1 to 10 of the annex thereto on criteria, as well as paragraphs 13 and 14", "annex, paras. 1-10, 13 and 14")]
    [InlineData("preambular paragraph 3 of resolution 79/100", "preambular para. 3")]
    [InlineData("preambular paragraphs 3 and 4 of resolution 79/100", "preambular paras. 3 and 4")]
    [InlineData("operative paragraph 3 (a) of resolution 79/100", "para. 3 (a)")]
    [InlineData("subparagraph (a) of operative paragraph 3 of resolution 79/100", "para. 3 (a)")]
    [InlineData("subparagraphs (a) and (b) of paragraph 3 of resolution 79/100", "para. 3 (a) and (b)")]
    public void Parts_reach_the_document_that_has_them(string text, string pinpoint) =>
        new CitationLinker(Works.Listed).Extract(text)[0].Pinpoint.ShouldBe(pinpoint);

    [Fact]
    public void Another_bodys_paragraph_is_not_given_to_a_report_behind_a_comma() =>
        new CitationLinker(Works.Listed).Extract(
            "in paragraph 12 of its mandate, and welcomes the report of the Secretary-General (S/23999)")[^1].Pinpoint.ShouldBeEmpty();

    private static List<string> Targets(string text) =>
        [.. new CitationLinker(Works.Listed).Extract(text).Select(c => c.Link).OfType<Link.Linked>().Select(l => l.Node.Value)];
}
