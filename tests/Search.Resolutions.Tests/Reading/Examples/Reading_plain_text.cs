using System.Text;
using Search.Resolutions.Reading;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Resolutions.Tests.Reading.Examples;

public class Reading_plain_text
{
    private const string Text = "The General Assembly,\n\nRecalling its resolution 40/34 – “Declaration” – of 1985,\n";

    [Fact]
    public void Utf8_is_read_as_it_is() => ReadOne.Source("a.txt", Text).Text.ShouldBe(Text);

    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        ReadOne.Source("a.txt", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]).Text.ShouldBe(Text);
        ReadOne.Source("a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]).Text.ShouldBe(Text);
        ReadOne.Source("a.txt", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)]).Text.ShouldBe(Text);
        ReadOne.Source("a.txt", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Text)]).Text.ShouldBe(Text);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_windows_1252() =>
        ReadOne.Source("a.txt", [(byte)'C', 0xF4, (byte)'t', (byte)'e', (byte)' ', 0x93, (byte)'d', 0x94, (byte)' ', 0x96, (byte)' ', 0x80])
            .Text.ShouldBe("Côte “d” – €");

    [Fact]
    public void Plain_text_has_no_layout() => ReadOne.Source("a.txt", Text).Layout.ShouldBeEmpty();

    [Fact]
    public void The_name_is_the_file_name_without_its_extension() => ReadOne.Source("A_RES_58_137.txt", Text).Name.ShouldBe("A_RES_58_137");

    [Fact]
    public void A_block_at_the_head_states_fields_and_stays_in_the_text()
    {
        const string block =
            "---\nsymbol: A/RES/58/137\ntitle: \"Strengthening cooperation: a title\"\ndate: 2003-12-22\nlanguage: en\n---";
        var source = ReadOne.Source("a.txt", block + "\n" + Text);
        source.Stated.ShouldBe(new StatedFields("A/RES/58/137", "Strengthening cooperation: a title", new DateOnly(2003, 12, 22)));
        source.Text.ShouldStartWith(block);
        source.Marked(LayoutKind.Furniture).ShouldBe([block]);
    }

    [Fact]
    public void A_rule_at_the_head_states_nothing_without_a_known_field()
    {
        var source = ReadOne.Source("a.txt", "---\nThe General Assembly: a text\n---\n");
        source.Stated.ShouldBe(StatedFields.None);
        source.Layout.ShouldBeEmpty();
    }

    [Fact]
    public void A_date_that_is_none_is_a_warning()
    {
        var read = ReadOne.File("a.txt", Encoding.UTF8.GetBytes("---\nsymbol: A/RES/1/1\ndate: yesterday\n---\nText"))
            .ShouldBeOfType<ReadResult.Read>();
        read.Source.Stated.Symbol.ShouldBe("A/RES/1/1");
        read.Warnings.ShouldHaveSingleItem().Code.ShouldBe("front-matter-malformed");
    }

    [Fact]
    public void A_sidecar_states_fields_and_wins_over_the_text()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.meta.json", """{"symbol": "S/RES/1325(2000)", "date": "2000-10-31"}""");
        var path = folder.Write("a.txt", "---\nsymbol: X/1\ntitle: Women, peace and security\n---\nText");
        DocumentReader.Read(path).ShouldBeOfType<ReadResult.Read>()
            .Source.Stated.ShouldBe(new StatedFields("S/RES/1325(2000)", "Women, peace and security", new DateOnly(2000, 10, 31)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"date": "31 October 2000"}""")]
    [InlineData("""{"symbol": 1325}""")]
    [InlineData("""{"symbol": "\ud800"}""")]
    [InlineData("")]
    public void A_malformed_sidecar_is_a_warning_and_the_document_is_read(string json)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.meta.json", json);
        var read = DocumentReader.Read(folder.Write("a.txt", Text)).ShouldBeOfType<ReadResult.Read>();
        read.Source.Text.ShouldBe(Text);
        read.Warnings.ShouldHaveSingleItem().Code.ShouldBe("sidecar-malformed");
    }
}
