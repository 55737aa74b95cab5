using FsCheck;
using FsCheck.Fluent;
using Search.Resolutions.Reading;
using Search.Resolutions.Text;
using static Search.Resolutions.Tests.Reading.TinyWord;

namespace Search.Resolutions.Tests.Reading.Laws;

public class What_every_reader_promises
{
    private static readonly string[] Pieces =
    [
        "The General Assembly, ", "1. ", "(a) ", "\n", "\n\n", " ", "*", "**", "_", "[^1]", "[^1]: ", "# ", "> ", "\\", "<p>", "</p>",
        "<i>", "</i>", "<sup>1</sup>",
        "<b>", "</b>", "<td>", "<table>", "<tr>", "<li>", "<ol>", "</ol>", "<br>", "<pre>", "&amp;", "\t", "x", "é", "\u00A0", "---\n",
        "symbol: A/1\n", "<div class=footnote>", "</div>",
    ];

    private static Gen<string> Texts => Gen.Elements(Pieces).ListOf().Select(pieces => "x" + string.Concat(pieces));

    [Fact]
    public void Marks_are_ordered_and_lie_in_the_text() => Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        foreach (var name in (string[])["a.txt", "a.md", "a.html"])
            if (ReadOne.File(name, System.Text.Encoding.UTF8.GetBytes(text)) is ReadResult.Read read) Lawful(read.Source);
    }));

    [Fact]
    public void The_same_bytes_give_the_same_text() => Check.QuickThrowOnFailure(Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        foreach (var name in (string[])["a.md", "a.html"])
            if (ReadOne.File(name, System.Text.Encoding.UTF8.GetBytes(text)) is ReadResult.Read read)
            {
                var again = ReadOne.Source(name, text);
                again.Text.ShouldBe(read.Source.Text);
                again.Layout.ShouldBe(read.Source.Layout);
            }
    }));

    [Fact]
    public void Every_letter_of_a_word_document_is_in_its_text()
    {
        var words = Gen.Elements("Recalling", "its", "resolution", "40/34,", "(a)", "é").NonEmptyListOf();
        var styles = Gen.Elements("", "<w:i/>", "<w:b/>", "<w:vertAlign w:val=\"superscript\"/>");
        Check.QuickThrowOnFailure(Prop.ForAll(words.SelectMany(_ => styles, (text, style) => (Text: string.Join(' ', text), style))
            .NonEmptyListOf().ToArbitrary(), runs =>
        {
            var source = ReadOne.Source("a.docx", new TinyWord(string.Concat(runs.Select(run => P(R(run.Text, run.style))))).Bytes());
            Lawful(source);
            source.Marked(LayoutKind.Paragraph).ShouldBe(runs.Select(static run => run.Text));
        }));
    }

    private static void Lawful(SourceText source)
    {
        var last = 0;
        foreach (var mark in source.Layout)
        {
            mark.Span.Start.ShouldBeGreaterThanOrEqualTo(last);
            mark.Span.Length.ShouldBePositive();
            mark.Span.End.ShouldBeLessThanOrEqualTo(source.Text.Length);
            last = mark.Span.Start;
        }
    }
}
