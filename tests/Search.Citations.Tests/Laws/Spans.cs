using FsCheck;
using FsCheck.Fluent;

namespace Search.Citations.Tests.Laws;

public class Spans
{
    private static readonly string[] Pieces =
    [
        "General Assembly resolution ", "its resolutions ", "55/25", ", 48/57 of 14 December 1993", " and 59/141", "1325 (2000)", " (XXI)",
        "A/CONF. 203/18", " and Add.1-3",
        "the Convention on the Rights of the Child", ", article 35", "paragraphs 3 and 4 of ", "that Convention", "Ibid.", "annex II",
        "vol. 2237, No. 39574", "United Nations, Treaty Series, ",
        ". ", "\n", " \u00A0", "¹", "(hereinafter “the Convention”)", "!", "/", "é", "😀",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(p => string.Concat(p)).ToArbitrary();

    [Fact]
    public void A_span_slices_its_text() => Prop.ForAll(Texts, text =>
    {
        foreach (var citation in new CitationLinker(Works.Few).Extract(text))
        {
            citation.Span.In(text).ToString().ShouldBe(citation.Text);
            citation.Local.ShouldBe(citation.Span);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_text_gives_the_same_citations() => Prop.ForAll(Texts, text =>
    {
        var linker = new CitationLinker(Works.Few);
        linker.Extract(text).Select(c => c.ToString()).ShouldBe(new CitationLinker(Works.Few).Extract(text).Select(c => c.ToString()));
    }).QuickCheckThrowOnFailure();
}
