using System.Text;
using Search.Resolutions.Text;

namespace Search.Resolutions.Tests.Reading.Examples;

public class Reading_html
{
    [Fact]
    public void Paragraphs_stand_apart_by_a_blank_line_and_are_marked()
    {
        var source = ReadOne.Source("a.html", "<html><body><p>The General\n   Assembly,</p><p>Recalling<br>resolution 40/34,</body>");
        source.Text.ShouldBe("The General Assembly,\n\nRecalling\nresolution 40/34,");
        source.Marked(LayoutKind.Paragraph).ShouldBe(["The General Assembly,", "Recalling\nresolution 40/34,"]);
    }

    [Fact]
    public void Letter_styles_become_marks()
    {
        var source = ReadOne.Source("a.html",
            "<p><i>Recalling</i> the <b>Declaration</b>,<sup>1</sup> and<span style='vertical-align: super; font-size: 60%'>2</span></p>");
        source.Text.ShouldBe("Recalling the Declaration,1 and2");
        source.Marked(LayoutKind.Italic).ShouldBe(["Recalling"]);
        source.Marked(LayoutKind.Bold).ShouldBe(["Declaration"]);
        source.Marked(LayoutKind.Superscript).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void Scripts_and_hidden_parts_are_no_text() =>
        ReadOne.Source("a.html",
            "<head><title>t</title><style>p{}</style></head><p>A<script>if (a < b) document.write('<p>x</p>')</script></p><div style='display:none'>no</div><p>B</p>")
            .Text.ShouldBe("A\n\nB");

    [Fact]
    public void Navigation_is_furniture_and_stays()
    {
        var source = ReadOne.Source("a.html", "<nav><a href='/'>Home</a></nav><p>Text</p><footer>United Nations</footer>");
        source.Marked(LayoutKind.Furniture).ShouldBe(["Home", "United Nations"]);
        source.Text.ShouldBe("Home\n\nText\n\nUnited Nations");
    }

    [Fact]
    public void Headings_are_marked() =>
        ReadOne.Source("a.html", "<h1>Resolution 58/137</h1><p>Text").Marked(LayoutKind.Heading).ShouldBe(["Resolution 58/137"]);

    [Fact]
    public void Ordered_lists_get_their_numbers()
    {
        var source = ReadOne.Source("a.html",
            "<ol><li><p>Urges States:</p><ol type=a><li>To ratify;<li>To act;</ol></li><li value=5>Decides.</li></ol>");
        source.Text.ShouldBe("1. Urges States:\n\n(a) To ratify;\n\n(b) To act;\n\n5. Decides.");
    }

    [Theory]
    [InlineData("<section class='footnotes'><ol><li id='fn1'><p>Resolution 40/34.<a class='footnote-back' href='#'>↩</a></p></li></ol></section>", "1 Resolution 40/34.")]
    [InlineData("<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><sup>1</sup> Resolution 40/34.</p></div>",
        "1 Resolution 40/34.")]
    [InlineData("<aside role='doc-footnote'><p>1 Resolution 40/34.</p></aside>", "1 Resolution 40/34.")]
    public void Notes_are_known_by_their_elements(string html, string note) =>
        ReadOne.Source("a.html", "<p>Text</p>" + html).Marked(LayoutKind.Footnote).ShouldBe([note]);

    [Fact]
    public void Pages_saved_by_word_are_read()
    {
        const string page = "<p class=MsoNormal style='text-indent:.5in'><span lang=EN-GB>1.<span style='mso-tab-count:1'>&nbsp;&nbsp; </span></span><i>Urges</i> States,<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" "
            + "name=\"_ftnref1\"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> <o:p></o:p></p><div style='mso-element:footnote-list'><hr size=1>"
            + "<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\" name=\"_ftn1\"><span class=MsoFootnoteReference>[1]</span></a> Resolution 40/34.</p></div></div>";
        var source = ReadOne.Source("a.htm", page);
        source.Marked(LayoutKind.Paragraph).ShouldBe(["1.\u00A0\u00A0 Urges States,1", "1 Resolution 40/34."]);
        source.Marked(LayoutKind.Superscript).ShouldBe(["1", "1"]);
        source.Marked(LayoutKind.Footnote).ShouldBe(["1 Resolution 40/34."]);
    }

    [Fact]
    public void A_number_in_a_table_cell_keeps_its_text() =>
        ReadOne.Source("a.html", "<table><tr><td><p>1.</p></td><td><p>Urges</p></td></tr><tr><td>2.<td>Decides</table>").Text
            .ShouldBe("1.\tUrges\n\n2.\tDecides");

    [Fact]
    public void Two_languages_side_by_side_are_paragraphs_of_their_own()
    {
        var english = string.Concat(Enumerable.Repeat("The Security Council decides. ", 4)).Trim();
        ReadOne.Source("a.html", $"<table><tr><td>{english}</td><td>Le Conseil</td></tr></table>").Marked(LayoutKind.Paragraph)
            .ShouldBe([english, "Le Conseil"]);
    }

    [Fact]
    public void Entities_and_no_break_spaces_are_characters() =>
        ReadOne.Source("a.html", "<p>C&ocirc;te&nbsp;d&#8217;Ivoire &amp; co").Text.ShouldBe("Côte\u00A0d’Ivoire & co");

    [Fact]
    public void A_page_may_name_an_encoding()
    {
        byte[] page = [.. Encoding.ASCII.GetBytes("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'><p>Ko"), 0xB9,
            .. Encoding.ASCII.GetBytes("ice")];
        ReadOne.Source("a.htm", page).Text.ShouldBe("Košice");
    }

    [Fact]
    public void Preformatted_text_keeps_its_lines_and_is_left_to_the_parser()
    {
        var source = ReadOne.Source("a.html", "<pre>The Council,\n  Recalling\n\n1. Decides</pre>");
        source.Text.ShouldBe("The Council,\nRecalling\n\n1. Decides");
        source.Marked(LayoutKind.Paragraph).ShouldBeEmpty();
    }

    [Fact]
    public void Two_breaks_part_paragraphs_and_blanks_make_none() =>
        ReadOne.Source("a.html", "<body>The Council,<br>\n<br>&nbsp;&nbsp;Recalling<br>more,<p>&nbsp;</p><br>1. Decides")
            .Marked(LayoutKind.Paragraph)
            .ShouldBe(["The Council,", "Recalling\nmore,", "1. Decides"]);
}
