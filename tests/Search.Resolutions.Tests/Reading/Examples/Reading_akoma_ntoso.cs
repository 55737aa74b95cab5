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
    public void Another_kind_of_xml_is_rejected() => ReadOne.Rejection("a.xml", "<rss><channel/></rss>").ShouldBe("unknown-xml");
}
