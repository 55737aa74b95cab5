using System.Text;
using Search.Resolutions.Parsing;
using Search.Resolutions.Reading;
using Search.Resolutions.Text;
using static Search.Resolutions.Tests.Reading.TinyWord;

namespace Search.Resolutions.Tests.Reading.Examples;

/// <summary>What a format states about deleted words, about notes and about the cells of a table.</summary>
public class Reading_changes_notes_and_cells
{
    private static Resolution Parsed(string name, string text) => ResolutionParser.Parse(ReadOne.Source(name, text));

    [Theory]
    [InlineData("a.html", "<p>Recalls <del>rule 4</del><ins>rule 9</ins> of the Code</p>")]
    [InlineData("a.html", "<p>Recalls <s>rule 4</s>rule 9 of the Code</p>")]
    [InlineData("a.html",
        "<p>Recalls <span style=\"text-decoration: line-through\">rule 4</span>rule 9 of the Code</p><p hidden>Deplores rule 5</p>")]
    [InlineData("a.xml",
        "<akomaNtoso><statement><mainBody><p>Recalls <del>rule 4</del><ins>rule 9</ins> of the Code</p></mainBody></statement></akomaNtoso>")]
    public void Deleted_words_are_no_text(string name, string text) =>
        ReadOne.Source(name, text).Text.ShouldBe("Recalls rule 9 of the Code");

    [Theory]
    [InlineData("<p>Recalling the Pact,<a href=\"#ftnt1\" id=\"ftnt_ref1\">[1]</a></p><hr><div><p><a href=\"#ftnt_ref1\" id=\"ftnt1\">[1]</a> A/61/7.</p></div>")]
    [InlineData("<p>Recalling the Pact,<sup class=\"reference\" id=\"cite_ref-1\"><a href=\"#cite_note-1\">[1]</a></sup></p><ol class=\"references\"><li id=\"cite_note-1\"><span class=\"mw-cite-backlink\"><a href=\"#cite_ref-1\">^</a></span> <span>A/61/7.</span></li></ol>")]
    [InlineData("<p>Recalling the Pact,<sup class=\"footnote\">[<a href=\"#_footnotedef_1\" id=\"_footnoteref_1\">1</a>]</sup></p><hr><div class=\"footnote\" id=\"_footnotedef_1\"><a href=\"#_footnoteref_1\">1</a>. A/61/7.</div>")]
    [InlineData("<p>Recalling the Pact,<a id=\"up\" href=\"#down\">1</a></p><h2>Notes</h2><ol><li id=\"down\">A/61/7. <a href=\"#up\">Back</a></li></ol>")]
    [InlineData("<p>Recalling the Pact,<a epub:type=\"noteref\" href=\"#n\">1</a></p><aside epub:type=\"footnote\" id=\"n\"><p>1. A/61/7.</p></aside>")]
    public void Notes_of_word_processors_and_wikis_in_the_web(string html)
    {
        var resolution = Parsed("a.html", "<p>The General Assembly,</p>" + html);
        resolution.Clauses.Single(c => c.Kind == ClauseKind.Preambular).Text.Text.ShouldBe("Recalling the Pact,");
        var note = resolution.Notes.ShouldHaveSingleItem();
        (note.Mark, note.Text.Text).ShouldBe(("1", "A/61/7."));
        note.Anchors.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("a.html",
        "<p>The General Assembly,</p><p>Recalling the Pact,<a class=\"footnote-ref\"><sup>1</sup></a></p><ol class=\"footnotes\"><li><p>A/61/7.</p><p>See also A/61/8.</p></li></ol>")]
    [InlineData("a.xml",
        "<akomaNtoso><statement><preamble><formula><p>The General Assembly,</p></formula><p>Recalling the Pact,<authorialNote marker=\"1\"><p>A/61/7.</p><p>See also A/61/8.</p></authorialNote></p></preamble></statement></akomaNtoso>")]
    public void All_paragraphs_of_a_note_are_the_note(string name, string text) =>
        Parsed(name, text).Notes.ShouldHaveSingleItem().Text.Text.ShouldBe("A/61/7. See also A/61/8.");

    [Fact]
    public void Rows_of_a_table_are_no_notes()
    {
        static string Row(params string[] cells) => "<tr>" + string.Concat(cells.Select(c => $"<td>{c}</td>")) + "</tr>";
        var resolution = Parsed("a.html", "<p>The General Assembly,</p><p>1. Approves the posts.</p><p>Annex</p><table>"
            + Row("1", "P-3", "A pilot") + Row("2", "P-4", "Two rowers") + "</table>");
        resolution.Notes.ShouldBeEmpty();
        resolution.Clauses.Select(c => c.Text.Text).ShouldContain(t => t.Contains("P-4\tTwo rowers"));
    }

    [Theory]
    [InlineData("a.html",
        "<p>The General Assembly,</p><p>1. Approves the posts.</p><table><tr><td><p>Pilots</p></td><td><p>0.5</p></td></tr><tr><td><p>Rowers</p></td><td><p>0.7</p></td></tr></table><p>2. Decides to row.</p>")]
    [InlineData("a.xml",
        "<akomaNtoso><statement><preamble><formula><p>The General Assembly,</p></formula></preamble><mainBody><paragraph><num>1.</num><content><p>Approves the posts.</p></content></paragraph><table><tr><td><p>Pilots</p></td><td><p>0.5</p></td></tr><tr><td><p>Rowers</p></td><td><p>0.7</p></td></tr></table><paragraph><num>2.</num><content><p>Decides to row.</p></content></paragraph></mainBody></statement></akomaNtoso>")]
    public void Cells_of_a_row_are_one_paragraph_though_each_holds_one_of_its_own(string name, string text)
    {
        var clauses = Parsed(name, text).Clauses;
        clauses.Select(c => c.Text.Text).ShouldContain("Pilots\t0.5");
        clauses.Single(c => c.Label.ToString() == "OP2").Text.Text.ShouldBe("Decides to row.");
    }

    [Fact]
    public void A_number_in_a_format_that_marks_its_notes_is_a_number()
    {
        const string Text = "<akomaNtoso><statement><preamble><formula><p>The General Assembly,</p></formula><p>Recalling the Pact,<authorialNote marker=\"1\"><p>A/61/7.</p></authorialNote></p></preamble>"
            + "<mainBody><p>1 Approves rule (2022)1 of the rowers;</p><p>2 Decides to row.</p></mainBody></statement></akomaNtoso>";
        var resolution = Parsed("a.xml", Text);
        resolution.Notes.ShouldHaveSingleItem();
        resolution.Clauses.Where(c => c.Kind == ClauseKind.Operative).Select(c => $"{c.Label} {c.Text.Text}")
            .ShouldBe(["OP1 Approves rule (2022)1 of the rowers;", "OP2 Decides to row."]);
    }

    [Fact]
    public void A_paragraph_goes_on_in_the_next_where_a_tracked_change_deletes_its_end() =>
        ReadOne.Source("a.docx",
            new TinyWord("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" + R("Recalls rule 4") + "</w:p>" + P(R(" and rule 9."))
                + P(R("Urges."))).Bytes()).Text.ShouldBe("Recalls rule 4 and rule 9.\n\nUrges.");

    [Fact]
    public void A_note_of_a_word_document_may_have_a_sign_of_its_own_and_paragraphs_that_begin_with_a_number()
    {
        var body = P(R("The General Assembly,"))
            + $"<w:p>{R("Recalling the Pact,")}<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/><w:t>*</w:t></w:r></w:p>"
            + $"<w:p>{R("Noting the Code,")}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
        static string Note(int id, params string[] paragraphs) =>
            $"<w:footnote w:id=\"{id}\">"
                + string.Concat(paragraphs.Select((p, i) => P(i == 0 ? "<w:r><w:footnoteRef/></w:r>" : "", R(p)))) + "</w:footnote>";
        var resolution = ResolutionParser.Parse(
            ReadOne.Source("a.docx",
                new TinyWord(body).Part("footnotes", "footnotes", Note(1, " A/61/7.") + Note(2, " A/61/8.", "1 See also A/61/9."))
                    .Bytes()));
        resolution.Notes.Select(n => $"{n.Mark} {n.Text.Text}").ShouldBe(["* A/61/7.", "1 A/61/8. 1 See also A/61/9."]);
        resolution.Notes.ShouldAllBe(n => n.Anchors.Length == 1);
    }

    [Fact]
    public void A_paragraph_that_a_tracked_change_deletes_has_no_number()
    {
        const string numbering =
            "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>";
        static string Item(string mark, string content) =>
            $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr>{mark}</w:rPr></w:pPr>{content}</w:p>";
        var body = Item("", R("Urges."))
            + Item("<w:del w:id=\"1\"/>", "<w:del w:id=\"2\"><w:r><w:delText>Deplores.</w:delText></w:r></w:del>")
            + Item("", R("Decides."));
        ReadOne.Source("a.docx", new TinyWord(body).Part("numbering", "numbering", numbering).Bytes()).Text
            .ShouldBe("1.\tUrges.\n\n2.\tDecides.");
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    public void One_odd_byte_spoils_one_character_and_is_reported(string name)
    {
        var read = ReadOne.File(name, [.. Encoding.UTF8.GetBytes("Côte d’Or and the pilot"), 0x92, .. Encoding.UTF8.GetBytes("s “raft”")])
            .ShouldBeOfType<ReadResult.Read>();
        read.Source.Text.ShouldBe("Côte d’Or and the pilot’s “raft”");
        read.Warnings.ShouldHaveSingleItem().Code.ShouldBe("odd-bytes");
    }

    [Fact]
    public void A_paragraph_number_without_a_point_numbers_its_paragraph_in_xml() =>
        Parsed("a.xml", "<akomaNtoso><statement><mainBody><paragraph><num>1</num><content><p>to buy oars</p></content></paragraph><paragraph><num>2</num><content><p>to row.</p></content></paragraph></mainBody></statement></akomaNtoso>")
            .Clauses.Select(c => $"{c.Label} {c.Text.Text}").ShouldBe(["OP1 to buy oars", "OP2 to row."]);

    [Fact]
    public void An_enacting_line_in_the_paragraph_of_the_title_is_no_part_of_it()
    {
        var text = "74/901. Piers\nThe General Assembly,\nRecalling the Pact,\n\n1. Decides to act.";
        var resolution = Reference.Parse(text,
            new LayoutMark(new(0, text.IndexOf("\n\n", StringComparison.Ordinal)), LayoutKind.Paragraph));
        resolution.Front.Title.ShouldBe("Piers");
    }
}
