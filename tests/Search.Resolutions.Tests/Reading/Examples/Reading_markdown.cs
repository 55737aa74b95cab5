using Search.Resolutions.Text;

namespace Search.Resolutions.Tests.Reading.Examples;

public class Reading_markdown
{
    [Fact]
    public void The_text_is_the_file_s_text()
    {
        const string text = "# Title\n\n1. *Urges* States\\* to **act**;[^1]\n\n[^1]: See A/1.\n";
        ReadOne.Source("a.md", text).Text.ShouldBe(text);
    }

    [Fact]
    public void Emphasis_is_marked_inside_its_signs()
    {
        var source = ReadOne.Source("a.md", "*Recalling* its **Declaration** and ***both***, _Noting_ snake_case_names,\n");
        source.Marked(LayoutKind.Italic).ShouldBe(["Recalling", "both", "Noting"]);
        source.Marked(LayoutKind.Bold).ShouldBe(["Declaration", "both"]);
        source.Marked(LayoutKind.Markup).ShouldBe(["*", "*", "**", "**", "***", "***", "_", "_"]);
    }

    [Fact]
    public void A_sign_that_emphasizes_nothing_is_text()
    {
        var source = ReadOne.Source("a.md", "Item 6 of the provisional agenda*\n\n* E/CN.15/2006/1.\n\n3 * 4\n");
        source.Marked(LayoutKind.Italic).ShouldBeEmpty();
        source.Marked(LayoutKind.Markup).ShouldBeEmpty();
    }

    [Fact]
    public void Headings_lose_their_signs()
    {
        var source = ReadOne.Source("a.md", "## General *Assembly* ##\ntext\n");
        source.Marked(LayoutKind.Heading).ShouldBe(["General *Assembly*"]);
        source.Marked(LayoutKind.Markup).ShouldBe(["## ", "*", "*", " ##"]);
    }

    [Fact]
    public void A_heading_without_words_is_none()
    {
        var source = ReadOne.Source("a.md", "text\n\n# # \n");
        source.Marked(LayoutKind.Heading).ShouldBeEmpty();
        string.Concat(source.Marked(LayoutKind.Markup)).ShouldBe("# #");
    }

    [Fact]
    public void Notes_and_their_marks_are_marked()
    {
        var source = ReadOne.Source("a.md",
            "Crime,[^2] and Power<sup>3</sup> and ^4^\n\n[^2]: Resolution 40/34,\n    annex.\n[^3]: Ibid.\n");
        source.Marked(LayoutKind.Superscript).ShouldBe(["2", "3", "4", "2", "3"]);
        source.Marked(LayoutKind.Footnote).ShouldBe(["[^2]: Resolution 40/34,\n    annex.", "[^3]: Ibid."]);
        source.Marked(LayoutKind.Markup).ShouldContain("]:");
    }

    [Fact]
    public void Links_keep_their_words_only()
    {
        var source = ReadOne.Source("a.md", "[on the report (A/78/401)] and [78/13](https://undocs.org/A/RES/78/13)\n");
        source.Marked(LayoutKind.Markup).ShouldBe(["[", "](https://undocs.org/A/RES/78/13)"]);
    }

    [Fact]
    public void Rules_and_quotation_signs_are_no_text()
    {
        var source = ReadOne.Source("a.md", "> The Assembly,\n> Urges\n\n* * *\n\n________\n");
        source.Marked(LayoutKind.Markup).ShouldBe(["> ", "> "]);
        source.Marked(LayoutKind.Furniture).ShouldBe(["* * *", "________"]);
    }
}
