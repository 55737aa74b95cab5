namespace Search.Citations.Tests.Regressions;

public class What_scans_and_pages_do_to_citations
{
    [Theory]
    [InlineData("General Assembly resolutions, 76/169 of 16 December 2021, 72/129", "A/RES/76/169 A/RES/72/129")] // a comma after the word
    // no space after the comma
    [InlineData("General Assembly resolutions 75/187 of 16 December 2020,76/157 of 16 December 2021", "A/RES/75/187 A/RES/76/157")]
    [InlineData("General Assembly resolutions 73/38 of 5 December 2018 75/42 of 7 December 2020", "A/RES/73/38 A/RES/75/42")] // no comma
    [InlineData("General Assembly resolution 60/30,5 and", "A/RES/60/30")] // a note mark after the comma
    [InlineData("General Assembly resolutions 36/97 G and 37 /99 E", "A/RES/36/97 G A/RES/37/99 E")] // a space before the stroke
    [InlineData("resolutions 276 (1970) of 30 January. 282 (1970) of 23 July", "S/RES/276(1970) S/RES/282(1970)")] // a stop for a comma
    [InlineData("the report of the Secretary-General (8/24600)", "S/24600")] // S read as 8
    [InlineData("document S/ 13626", "S/13626")]
    [InlineData("World Health Organization, document EB136/8, annex I", "EB136/8")]
    [InlineData("as contained in the annex to document A/C.2/80/L.55", "A/C.2/80/L.55")]
    public void A_displaced_sign_does_not_lose_the_citation(string text, string targets) =>
        string.Join(' ', new CitationLinker(Works.Few).Extract(text).Select(c => c.Link).OfType<Link.Linked>().Select(l => l.Target))
            .ShouldBe(targets);

    [Theory]
    [InlineData("Committee C of the Assembly, A/C.2, met")]
    [InlineData("in the 2025/26 period, 50/50 gender balance")]
    [InlineData("No. 22/065 of 26 December 2022")]
    [InlineData("body-worn cameras (BWC) and the CBD business district")]
    public void What_only_looks_like_a_citation_is_none(string text) => new CitationLinker(Works.Few).Extract(text).ShouldBeEmpty();

    [Theory]
    [InlineData("article 1, paragraph 3, and article 13, and of chapters IX and X of the Convention on the Rights of the Child",
        "art. 1, para. 3, art. 13 and chaps. IX and X")]
    [InlineData("General Assembly resolution 55/25, in particular paragraph 11 thereof", "para. 11")]
    [InlineData("(United Nations publication, Sales No. E.93.I.8 and corrigendum), resolution 1, annex II", "resolution 1, annex II")]
    [InlineData("paragraph 5 (e) of the annex to General Assembly resolution 60/1", "annex, para. 5 (e)")]
    public void Pinpoints_reach_their_mention(string text, string pinpoint) =>
        new CitationLinker(Works.Few).Extract(text)[0].Pinpoint.ShouldBe(pinpoint);
}
