using System.Text;
using Search.Resolutions.Parsing;
using Search.Resolutions.Reading;
using static Search.Resolutions.Tests.Reading.TinyWord;

namespace Search.Resolutions.Tests.Reading.Examples;

public class One_document_in_every_format
{
    private static readonly (string Label, string Text, string Head, string Marks)[] Clauses =
    [
        ("PP1", "Recalling its resolution 40/34 of 29 November 1985, in which it laid down what victims of crime may expect,", "Recalling",
            "1"),
        ("PP2", "Bearing well in mind the report of the Secretary-General on lighthouses,", "Bearing well in mind", "2"),
        ("OP1", "Urges States:", "Urges", ""),
        ("OP1(a)", "To keep their lighthouses lit;", "", ""),
        ("OP1(b)", "To tell their neighbours when one goes dark;", "", ""),
        ("OP2", "Decides to remain seized of the matter.", "Decides", ""),
    ];

    [Fact]
    public void Plain_text() => Verify("a.txt", Utf8("""
        The General Assembly,

        Recalling its resolution 40/34 of 29 November 1985,¹ in which it laid down
        what victims of crime may expect,

        Bearing well in mind the report of the Secretary-General on lighthouses,²

        1. Urges States:

        (a) To keep their lighthouses lit;

        (b) To tell their neighbours when one goes dark;

        2. Decides to remain seized of the matter.

        ¹ See A/40/53.

        ² Ibid., annex.
        """), heads: false);

    [Fact]
    public void Markdown() => Verify("a.md", Utf8("""
        *The General Assembly*,

        *Recalling* its resolution [40/34](https://undocs.org/A/RES/40/34) of 29 November 1985,[^1] in which it laid down
        what **victims** of crime may expect,

        *Bearing well in mind* the report of the Secretary\-General on lighthouses,<sup>2</sup>

        1. *Urges* States:

           (a) To keep their lighthouses lit;

           (b) To tell their neighbours when one goes dark;

        2. *Decides* to remain seized of the matter.

        [^1]: See A/40/53.
        [^2]: Ibid., annex.
        """));

    [Fact]
    public void Html() => Verify("a.html", Utf8("""
        <html><body><p><i>The General Assembly</i>,</p>
        <p><i>Recalling</i> its resolution 40/34 of 29 November 1985,<a href="#fn1"><sup>1</sup></a> in which it laid down what victims of crime may expect,</p>
        <p><i>Bearing well in mind</i> the report of the Secretary-General on lighthouses,<sup>2</sup></p>
        <ol><li><p><i>Urges</i> States:</p><ol type="a"><li>To keep their lighthouses lit;</li><li>To tell their neighbours when one goes dark;</li></ol></li>
        <li><p><i>Decides</i> to remain seized of the matter.</p></li></ol>
        <section class="footnotes"><ol><li id="fn1">See A/40/53.</li><li id="fn2">Ibid., annex.</li></ol></section></body></html>
        """));

    [Fact]
    public void Word()
    {
        const string italic = "<w:i/>";
        const string notes =
            "<w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t>See A/40/53.</w:t></w:r></w:p></w:footnote>"
            + "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:tab/><w:t>Ibid., annex.</w:t></w:r></w:p></w:footnote>";
        Verify("a.docx", new TinyWord(
            P(R("The General Assembly", italic), R(","))
            + P(R("Recalling", italic), R(" its resolution 40/34 of 29 November 1985,"), "<w:r><w:footnoteReference w:id=\"1\"/></w:r>",
                R(" in which it laid down what victims of crime may expect,"))
            + P(R("Bearing well ", italic), R("in mind", italic), R(" the report of the Secretary-General on lighthouses,"),
                "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
            + P(R("1."), "<w:r><w:tab/></w:r>", R("Urges", italic), R(" States:"))
            + P(R("(a)"), "<w:r><w:tab/></w:r>", R("To keep their lighthouses lit;"))
            + P(R("(b)"), "<w:r><w:tab/></w:r>", R("To tell their neighbours when one goes dark;"))
            + P(R("2."), "<w:r><w:tab/></w:r>", R("Decides", italic), R(" to remain seized of the matter."))).Part("footnotes", "footnotes",
                notes).Bytes());
    }

    [Fact]
    public void Akoma_Ntoso() => Verify("a.xml", Utf8("""
        <akomaNtoso><statement name="resolution"><preamble><formula name="enacting"><p><i>The General Assembly</i>,</p></formula><recitals>
        <recital><p><i>Recalling</i> its resolution 40/34 of 29 November 1985,<authorialNote marker="1"><p>See A/40/53.</p></authorialNote> in which it laid down what victims of crime may expect,</p></recital>
        <recital><p><i>Bearing well in mind</i> the report of the Secretary-General on lighthouses,<authorialNote marker="2"><p>Ibid., annex.</p></authorialNote></p></recital></recitals></preamble>
        <mainBody><paragraph><num>1.</num><list><intro><p><i>Urges</i> States:</p></intro><point><num>(a)</num><content><p>To keep their lighthouses lit;</p></content></point>
        <point><num>(b)</num><content><p>To tell their neighbours when one goes dark;</p></content></point></list></paragraph>
        <paragraph><num>2.</num><content><p><i>Decides</i> to remain seized of the matter.</p></content></paragraph></mainBody></statement></akomaNtoso>
        """));

    [Fact]
    public void Pdf()
    {
        Verify("a.pdf", new TinyPdf().Page()
            .At(147, 100, "The General Assembly", TinyPdf.Italic).At(231, 100, ",")
            .At(147, 118, "Recalling", TinyPdf.Italic).At(188, 118, "its resolution 40/34 of 29 November 1985,")
            .At(358, 114, "1", size: 6.5).At(364, 118, "in which it laid down")
            .At(99, 680, "__________________", TinyPdf.Bold, 8)
            .At(117, 692, "1", size: 5).At(123, 695, "See A/40/53.", size: 8.5)
            .At(65, 750, "41-24427 (E)")
            .Page()
            .At(60, 60, "A/RES/99/1", TinyPdf.Bold, 8.5)
            .At(123, 90, "what victims of crime may expect,")
            .At(147, 108, "Bearing well in mind", TinyPdf.Italic).At(234, 108, "the report of the Secretary-General on lighthouses,")
            .At(437, 104, "2", size: 6.5)
            .At(147, 126, "1.").At(171, 126, "Urges", TinyPdf.Italic).At(199, 126, "States:")
            .At(147, 144, "(a)").At(171, 144, "To keep their lighthouses lit;")
            .At(147, 162, "(b)").At(171, 162, "To tell their neighbours when one goes dark;")
            .At(147, 180, "2.").At(171, 180, "Decides", TinyPdf.Italic).At(205, 180, "to remain seized of the matter.")
            .At(99, 680, "__________________", TinyPdf.Bold, 8)
            .At(117, 692, "2", size: 5).At(123, 695, "Ibid., annex.", size: 8.5)
            .At(60, 750, "2/2", size: 8.5).At(524, 750, "41-24427", size: 7)
            .Bytes());
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static void Verify(string name, byte[] bytes, bool heads = true)
    {
        var resolution = ResolutionParser.Parse(ReadOne.File(name, bytes).ShouldBeOfType<ReadResult.Read>().Source);
        var clauses = resolution.Clauses.Where(static clause => clause.Kind is ClauseKind.Preambular or ClauseKind.Operative).ToList();
        clauses.Select(static clause => (clause.Label.ToString(), clause.Text.Text))
            .ShouldBe(Clauses.Select(static clause => (clause.Label, clause.Text)));
        clauses.Select(static clause => string.Join(' ', clause.Marks.Select(static mark => mark.Mark)))
            .ShouldBe(Clauses.Select(static clause => clause.Marks));
        if (heads) clauses.Select(static clause => clause.Head ?? "").ShouldBe(Clauses.Select(static clause => clause.Head));
        resolution.Notes.Select(static note => (note.Mark, note.Text.Text, note.Anchors.Length))
            .ShouldBe([("1", "See A/40/53.", 1), ("2", "Ibid., annex.", 1)]);
    }
}
