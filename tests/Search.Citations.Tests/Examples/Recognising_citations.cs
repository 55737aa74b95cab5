namespace Search.Citations.Tests.Examples;

public class Recognising_citations
{
    [Theory]
    // resolutions and decisions by organ and era
    [InlineData("Recalling General Assembly resolution 58/137 of 22 December 2003,", "A/RES/58/137")]
    [InlineData("Recalling General Assembly resolutions 46/182 of 19 December 1991, 48/57 of 14 December 1993 and 59/141,",
        "A/RES/46/182 A/RES/48/57 A/RES/59/141")]
    [InlineData("Recalling General Assembly resolution 217 A (III),", "A/RES/217(III) A")]
    [InlineData("Recalling General Assembly resolution 31/6 A and B,", "A/RES/31/6 A A/RES/31/6 B")]
    [InlineData("Recalling General Assembly resolution 3419 A to D (XXX),",
        "A/RES/3419(XXX) A A/RES/3419(XXX) B A/RES/3419(XXX) C A/RES/3419(XXX) D")]
    [InlineData("Recalling General Assembly resolutions 3362 (S-VII) and S-27/2,", "A/RES/3362(S-VII) A/RES/S-27/2")]
    [InlineData("its decision 48/431 (General Assembly decision 48/431)", "A/DEC/48/431 A/DEC/48/431")]
    [InlineData("Recalling Security Council resolutions 1325 (2000) and 161 A (1961),", "S/RES/1325(2000) S/RES/161(1961) A")]
    [InlineData("Recalling Economic and Social Council resolutions 663 E (XXIV) and 1996/26,", "E/RES/663(XXIV) E E/RES/1996/26")]
    [InlineData("Economic and Social Council decision 2003/236", "E/DEC/2003/236")]
    [InlineData("Commission on Human Rights resolution 2004/110", "E/CN.4/RES/2004/110")]
    [InlineData("Human Rights Council resolutions 16/1 and S-9/1 and decision 17/119", "A/HRC/RES/16/1 A/HRC/RES/S-9/1 A/HRC/DEC/17/119")]
    [InlineData("resolution 3/2 of 6 May 1994 of the Commission on Crime Prevention and Criminal Justice", "CCPCJ/RES/3/2")]
    [InlineData("World Health Assembly resolution WHA67.1", "WHA/RES/67.1")]
    [InlineData("the Ninth United Nations Congress on the Prevention of Crime and the Treatment of Offenders adopted resolution 7 of 7 May 1995", "congress-9/RES/7")]
    [InlineData("relevant Human Rights Council resolutions, in particular resolutions 7/34 of 28 March 2008 and 18/15",
        "A/HRC/RES/7/34 A/HRC/RES/18/15")]
    [InlineData("adopted by the General Assembly in its resolution 60/251", "A/RES/60/251")]
    [InlineData("Recalling resolution !86 (1964) of 4 March 1964,", "S/RES/186(1964)")]
    // symbols
    [InlineData("See S/20883 and Add.1-3.", "S/20883 S/20883/Add.1 S/20883/Add.2 S/20883/Add.3")]
    [InlineData("E/2013/30 and Corr.1", "E/2013/30 E/2013/30/Corr.1")]
    [InlineData("A/CONF. 203/18, chap. I, resolution 1.", "A/CONF.203/18")]
    [InlineData("See A/80/6 (Sect. 24)/Corr.1", "A/80/6(Sect.24)/Corr.1")]
    [InlineData("(United Nations publication, Sales No. E.96.IV.13), chap. I, resolution 1", "Sales No. E.96.IV.13")]
    // targets, comments
    [InlineData("achieving targets 5.2, 8.7 and 16.2", "2030-agenda")]
    [InlineData("the Committee on the Elimination of Discrimination against Women in its general recommendation No. 38 (2020)",
        "CEDAW/C/GC/38")]
    public void Each_way_of_citing_finds_its_target(string text, string targets) =>
        string.Join(' ', new CitationLinker(Works.Few).Extract(text).Select(c => c.Link).OfType<Link.Linked>().Select(l => l.Target))
            .ShouldBe(targets);

    [Theory]
    [InlineData("United Nations, Treaty Series, vol. 2237, No. 39574 (vol. 75 (1950))", 1)]
    [InlineData("page 3/13 of the report, on 21 June 1971, with a ratio of 24/7 and 1/3 of seats", 0)]
    [InlineData("Journal of the Council, No. 15 (2002), p. 12 (1961)", 0)]
    [InlineData("55/25 is a number without a word beside it", 0)]
    [InlineData("resolution 75 (1950)", 1)]
    public void Numbers_of_other_kinds_are_no_resolutions(string text, int citations) =>
        new CitationLinker(Works.Few).Extract(text).Length.ShouldBe(citations);

    [Fact]
    public void A_year_that_contradicts_the_number_is_reported_and_not_linked() =>
        new CitationLinker(Works.Few).Extract("resolution 75 (1950)")[0].Link.ShouldBeOfType<Link.Unknown>().Reason.ShouldContain("1949");

    [Theory]
    [InlineData("article 6, paragraphs 3 and 4, of the Convention on the Rights of the Child", "art. 6, paras. 3 and 4")]
    [InlineData("paragraphs 3 and 4 of article 6 of the Convention on the Rights of the Child", "art. 6, paras. 3 and 4")]
    [InlineData("the Convention on the Rights of the Child, article 35", "art. 35")]
    [InlineData("its resolution 1995/27 of 24 July 1995, section IV. B, in which it requested", "sect. IV.B")]
    [InlineData("E/CN.15/1996/10, paras. 10-26 and 46.", "paras. 10-26 and 46")]
    [InlineData("General Assembly resolution 54/263, annex II.", "annex II")]
    [InlineData("(A/79/456, para. 31)", "para. 31")]
    [InlineData("the annex to General Assembly resolution 60/1", "annex")]
    [InlineData("Article 73 e of the Charter of the United Nations", "art. 73 e")]
    [InlineData("See the Convention on the Rights of the Child. Article 3 is met.", "")]
    public void Pinpoints_are_bound_and_normalised(string text, string pinpoint) =>
        new CitationLinker(Works.Few).Extract(text)[0].Pinpoint.ShouldBe(pinpoint);
}
