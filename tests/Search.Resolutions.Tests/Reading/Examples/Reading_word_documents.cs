using Search.Resolutions.Text;
using static Search.Resolutions.Tests.Reading.TinyWord;

namespace Search.Resolutions.Tests.Reading.Examples;

public class Reading_word_documents
{
    private const string Numbering =
        "<w:abstractNum w:abstractNumId=\"7\">"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%2)\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerRoman\"/><w:lvlText w:val=\"(%3)\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/></w:lvlOverride></w:num>";

    [Fact]
    public void Paragraphs_and_letter_styles_are_marked()
    {
        var source = ReadOne.Source("a.docx", new TinyWord(
            P(R("The General Assembly", "<w:i/>"), R(","))
                + P(R("Recalling", "<w:i/>"), R(" the "), R("Declaration", "<w:b/><w:i w:val=\"0\"/>"),
                    R("1", "<w:vertAlign w:val=\"superscript\"/>"))).Bytes());
        source.Text.ShouldBe("The General Assembly,\n\nRecalling the Declaration1");
        source.Marked(LayoutKind.Paragraph).ShouldBe(["The General Assembly,", "Recalling the Declaration1"]);
        source.Marked(LayoutKind.Italic).ShouldBe(["The General Assembly", "Recalling"]);
        source.Marked(LayoutKind.Bold).ShouldBe(["Declaration"]);
        source.Marked(LayoutKind.Superscript).ShouldBe(["1"]);
    }

    [Fact]
    public void Numbers_that_word_counts_are_written_out()
    {
        static string Item(int list, int level, string text) =>
            $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{R(text)}</w:p>";
        var body = Item(1, 0, "Urges:") + Item(1, 1, "One;") + Item(1, 2, "Deep;") + Item(1, 1, "Two;") + P(R("Goes on."))
            + Item(1, 0, "Decides:") + Item(1, 1, "Again.") + Item(2, 0, "Elsewhere.");
        ReadOne.Source("a.docx", new TinyWord(body).Part("numbering", "numbering", Numbering).Bytes()).Text
            .ShouldBe("1.\tUrges:\n\n(a)\tOne;\n\n(i)\tDeep;\n\n(b)\tTwo;\n\nGoes on.\n\n2.\tDecides:\n\n(a)\tAgain.\n\n4.\tElsewhere.");
    }

    [Fact]
    public void A_style_sets_letters_headings_and_numbers()
    {
        const string styles =
            "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"N\"><w:basedOn w:val=\"B\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:rPr><w:b/></w:rPr></w:style>"
            + "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>";
        var source = ReadOne.Source("a.docx", new TinyWord(
            $"<w:p><w:pPr><w:pStyle w:val=\"H\"/></w:pPr>{R("Annex")}</w:p><w:p><w:pPr><w:pStyle w:val=\"N\"/></w:pPr>{R("Decides")}{R("9", "<w:rStyle w:val=\"FootnoteReference\"/>")}</w:p>")
            .Part("styles", "styles", styles).Part("numbering", "numbering", Numbering).Bytes());
        source.Text.ShouldBe("Annex\n\n1.\tDecides9");
        source.Marked(LayoutKind.Heading).ShouldBe(["Annex"]);
        source.Marked(LayoutKind.Bold).ShouldBe(["Decides9"]);
        source.Marked(LayoutKind.Superscript).ShouldBe(["9"]);
    }

    [Fact]
    public void Notes_follow_the_paragraph_that_refers_to_them()
    {
        const string notes =
            "<w:footnote w:id=\"-1\" w:type=\"separator\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
            + "<w:footnote w:id=\"5\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> Resolution 40/34.</w:t></w:r></w:p></w:footnote>"
            + "<w:footnote w:id=\"6\"><w:p><w:r><w:footnoteRef/><w:tab/><w:t>Ibid.</w:t></w:r></w:p></w:footnote>";
        var source = ReadOne.Source("a.docx", new TinyWord(
            P(R("Crime,"), "<w:r><w:footnoteReference w:id=\"6\"/></w:r>", R(" and Power,"),
                "<w:r><w:footnoteReference w:id=\"5\"/></w:r>") + P(R("Next")))
            .Part("footnotes", "footnotes", notes).Bytes());
        source.Text.ShouldBe("Crime,1 and Power,2\n\n1\tIbid.\n\n2 Resolution 40/34.\n\nNext");
        source.Marked(LayoutKind.Footnote).ShouldBe(["1\tIbid.", "2 Resolution 40/34."]);
        source.Marked(LayoutKind.Superscript).ShouldBe(["1", "2", "1", "2"]);
    }

    [Fact]
    public void Deleted_and_hidden_words_are_no_text_and_inserted_ones_are() =>
        ReadOne.Source("a.docx",
            new TinyWord(P(R("A"), "<w:del><w:r><w:delText>B</w:delText></w:r></w:del>", "<w:ins>" + R("C")
                + "</w:ins>", R("D", "<w:vanish/>"))).Bytes())
            .Text.ShouldBe("AC");

    [Fact]
    public void The_first_head_comes_first_and_other_margins_are_furniture()
    {
        const string section =
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header1\"/><w:headerReference w:type=\"first\" r:id=\"header2\"/><w:footerReference w:type=\"default\" r:id=\"footer1\"/><w:titlePg/></w:sectPr>";
        var source = ReadOne.Source("a.docx", new TinyWord(P(R("Body")) + section)
            .Part("header1", "hdr", P(R("A/RES/58/137"))).Part("header2", "hdr", P(R("United Nations"))).Part("footer1", "ftr", P(R("3/4")))
            .Bytes());
        source.Text.ShouldBe("United Nations\n\nBody\n\nA/RES/58/137\n\n3/4");
        source.Marked(LayoutKind.Furniture).ShouldBe(["A/RES/58/137", "3/4"]);
    }

    [Fact]
    public void A_number_in_a_table_cell_keeps_its_text()
    {
        static string Row(params string[] cells) =>
            "<w:tr>" + string.Concat(cells.Select(cell => $"<w:tc>{P(R(cell))}</w:tc>")) + "</w:tr>";
        ReadOne.Source("a.docx", new TinyWord($"<w:tbl>{Row("1.", "Urges")}{Row("2.", "Decides")}</w:tbl>").Bytes()).Text
            .ShouldBe("1.\tUrges\n\n2.\tDecides");
    }

    [Fact]
    public void Special_hyphens_and_breaks_are_characters() =>
        ReadOne.Source("a.docx",
            new TinyWord("<w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t><w:br/><w:t>COVID</w:t><w:noBreakHyphen/><w:t>19</w:t><w:sym w:font=\"Symbol\" w:char=\"F02A\"/></w:r></w:p>").Bytes())
            .Text.ShouldBe("co\u00ADoperation\nCOVID\u201119*");
}
