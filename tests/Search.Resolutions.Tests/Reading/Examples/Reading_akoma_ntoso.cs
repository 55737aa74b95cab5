using Search.Resolutions.Text;

namespace Search.Resolutions.Tests.Reading.Examples;

public class Reading_akoma_ntoso
{
    private const string Document = """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
          <statement name="resolution">
            <meta><identification source="#un"><FRBRWork>
              <FRBRthis value="/akn/un/statement/resolution/2003-12-22/58-137"/><FRBRalias name="symbol" value="A/RES/58/137"/>
              <FRBRdate date="2003-12-22" name="adoption"/></FRBRWork></identification></meta>
            <preface><p><docTitle>Strengthening international cooperation</docTitle></p></preface>
            <preamble>
              <formula name="enacting"><p><i>The General Assembly</i>,</p></formula>
              <recitals><recital><p><i>Recalling</i> its resolution <ref href="/x">40/34</ref>,<authorialNote marker="1" placement="bottom"><p>Annex.</p></authorialNote> and</p></recital></recitals>
            </preamble>
            <mainBody>
              <paragraph eId="p1"><num>1.</num><content><p><i>Urges</i> States:</p></content></paragraph>
              <paragraph eId="p2"><num>2.</num><list><intro><p><i>Decides</i>:</p></intro><point><num>(a)</num><content><p>To act;</p></content></point></list></paragraph>
              <section><num>II</num><heading>Follow-up</heading></section>
            </mainBody>
          </statement>
        </akomaNtoso>
        """;

    [Fact]
    public void A_number_stands_before_its_text_and_a_note_behind_its_paragraph() =>
        ReadOne.Source("a.xml", Document).Text.ShouldBe(
            "Strengthening international cooperation\n\nThe General Assembly,\n\nRecalling its resolution 40/34,1 and\n\n1 Annex.\n\n1. Urges States:\n\n2. Decides:\n\n(a) To act;\n\nII Follow-up");

    [Fact]
    public void Notes_headings_and_letters_are_marked()
    {
        var source = ReadOne.Source("a.xml", Document);
        source.Marked(LayoutKind.Footnote).ShouldBe(["1 Annex."]);
        source.Marked(LayoutKind.Heading).ShouldBe(["II Follow-up"]);
        source.Marked(LayoutKind.Superscript).ShouldBe(["1", "1"]);
        source.Marked(LayoutKind.Italic).ShouldBe(["The General Assembly", "Recalling", "Urges", "Decides"]);
    }

    [Fact]
    public void The_metadata_states_fields() =>
        ReadOne.Source("a.xml", Document).Stated.ShouldBe(new StatedFields("A/RES/58/137", Date: new DateOnly(2003, 12, 22)));

    [Fact]
    public void Elements_say_what_is_preamble_and_what_is_operative_whoever_adopts()
    {
        const string Union = """
            <akomaNtoso><statement><preamble><formula><p>The Union of Rowers (Elm, 2019),</p></formula><recitals>
            <recital><heading>considering</heading><num>a)</num><p>the Pact;</p></recital><recital><num>b)</num><p>the Code,</p></recital></recitals></preamble>
            <mainBody><paragraph><num>resolves 1</num><content><p>to row;</p></content></paragraph><paragraph><content><p>to steer.</p></content></paragraph></mainBody></statement></akomaNtoso>
            """;
        Parsing.ResolutionParser.Parse(ReadOne.Source("a.xml", Union)).Clauses.Where(c => c.Kind != ClauseKind.Other)
            .Select(c => $"{c.Label} {c.Number} {c.Text.Text}")
            .ShouldBe(["PP1 a) the Pact;", "PP2 b) the Code,", "OP1 1. to row;", "OP2  to steer."]);
    }

    [Fact]
    public void The_preamble_of_a_section_is_no_heading()
    {
        const string Sections = """
            <akomaNtoso><statement><preamble><formula><p>The General Assembly,</p></formula><p>Recalling the Pact,<authorialNote marker="1"><p>A/61/7.</p></authorialNote></p></preamble>
            <mainBody><section><subheading>Oars</subheading><crossHeading refersTo="#preamble">Noting the Code,</crossHeading><paragraph><num>1.</num><content><p>Decides to row.</p></content></paragraph></section></mainBody></statement></akomaNtoso>
            """;
        Parsing.ResolutionParser.Parse(ReadOne.Source("a.xml", Sections)).Clauses.Select(c => $"{c.Label} {c.Text.Text}")
            .ShouldBe(["PP1 Recalling the Pact,", "heading Oars", "PP2 Noting the Code,", "OP1 Decides to row."]);
    }

    [Fact]
    public void A_section_with_a_number_begins_its_preamble_anew()
    {
        const string Sections = """
            <akomaNtoso><statement><preamble><formula><p>The General Assembly,</p></formula><p>Recalling the Pact,</p></preamble>
            <mainBody><section><num>	I</num><subheading>	Oars and sails</subheading><crossHeading refersTo="#preamble">Noting the Code,</crossHeading><paragraph><num>1.</num><content><p>Decides to row.</p></content></paragraph></section></mainBody></statement></akomaNtoso>
            """;
        Parsing.ResolutionParser.Parse(ReadOne.Source("a.xml", Sections)).Clauses.Where(c => c.Kind != ClauseKind.Other)
            .Select(c => $"{c.Label} {c.Text.Text}")
            .ShouldBe(["PP1 Recalling the Pact,", "PP1[2] Noting the Code,", "OP1 Decides to row."]);
    }

    [Fact]
    public void Sections_have_addresses_where_a_tab_separates_number_and_title()
    {
        const string Sections = """
            <akomaNtoso><statement><preamble><formula><p>The General Assembly,</p></formula></preamble><mainBody><crossHeading>B</crossHeading>
            <section><num>I</num><subheading>	Oars</subheading><paragraph><num>1.</num><content><p>Decides to row;</p></content></paragraph></section>
            <section><num>II</num><subheading>	Sails</subheading><paragraph><num>1.</num><content><p>Decides to sail.</p></content></paragraph></section></mainBody></statement></akomaNtoso>
            """;
        Parsing.ResolutionParser.Parse(ReadOne.Source("a.xml", Sections)).Clauses.Where(c => c.Provision is not null)
            .Select(c => c.Provision!.ToString())
            .ShouldBe(["Sect. I", "Sect. I, para. 1", "Sect. II", "Sect. II, para. 1"]);
    }

    [Fact]
    public void Containers_of_a_preamble_are_its_paragraphs_whatever_words_they_begin_with()
    {
        const string Containers = """
            <akomaNtoso><statement><preamble><formula><p>The General Assembly,</p></formula>
            <container><p><span class="bold">Oars</span></p></container>
            <container><p><span class="italic">Ayant</span> vu the Pact<authorialNote marker="1"><p>A/61/7.</p></authorialNote>,</p></container>
            <container><p><span class="italic">Rowing</span> in the harbour</p></container>
            <container><p><span class="bold">表示注意到</span>划船报告，<authorialNote marker="2"><p>A/61/8。</p></authorialNote></p></container>
            <container><p>(a) By day;</p></container>
            <container><blockList><listIntroduction>Sailing:</listIntroduction><item><num>(a)</num><p>By night,</p></item></blockList></container></preamble>
            <mainBody><paragraph><num>1.</num><content><p>Decides to row.</p></content></paragraph></mainBody></statement></akomaNtoso>
            """;
        Parsing.ResolutionParser.Parse(ReadOne.Source("a.xml", Containers)).Clauses.Select(c => $"{c.Label} {c.Text.Text}")
            .ShouldBe(["heading Oars", "PP1 Ayant vu the Pact,", "PP2 Rowing in the harbour", "PP3 表示注意到划船报告，", "PP3(a) By day;",
                "PP4 Sailing:", "PP4(a) By night,", "OP1 Decides to row."]);
    }

    [Fact]
    public void Sponsors_are_the_States_of_the_draft_and_of_those_that_joined()
    {
        const string Draft = """
            <akomaNtoso><statement><meta><workflow source="#x"><step outcome="draftResolution" as="A/78/L.901" by="Chad, Cuba and Mali"/>
            <step outcome="draftResolutionAdditionalSponsors" by="Cuba and Turkey"/><step outcome="adopted" by="Oman"/></workflow></meta></statement></akomaNtoso>
            """;
        ReadOne.Source("a.xml", Draft).Stated.Topics.Select(t => (t.Kind, t.Value))
            .ShouldBe([("sponsor", "chad"), ("sponsor", "cuba"), ("sponsor", "mali"), ("sponsor", "türkiye")]);
    }

    [Theory]
    [InlineData("/akn/un/statement/deliberation/unga/2008-12-18/63-901/!main", "A/RES/63/901")]
    [InlineData("/akn/un/statement/deliberation/un-sc/2004-04-28/1540/!main", "S/RES/1540(2004)")]
    [InlineData("https://undocs.org/en/A/HRC/RES/16/1", "A/HRC/RES/16/1")]
    [InlineData("https://example.org/A/RES/63/901", null)]
    [InlineData("#para_1", null)]
    public void Words_linked_to_a_document_are_marked_so(string address, string? symbol)
    {
        var source = ReadOne.Source("a.xml",
            $"<akomaNtoso><statement><mainBody><p>to apply <ref href=\"{address}\">the rules of rowers</ref>.</p></mainBody></statement></akomaNtoso>");
        source.Links.Select(l => (source.Text[l.Span.Start..l.Span.End], l.Symbol.ToString()))
            .ShouldBe(symbol is null ? [] : [("the rules of rowers", symbol)]);
    }

    [Fact]
    public void Another_kind_of_xml_is_rejected() => ReadOne.Rejection("a.xml", "<rss><channel/></rss>").ShouldBe("unknown-xml");
}
