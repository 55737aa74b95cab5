namespace Search.Citations.Tests.Examples;

public class Names_of_works
{
    [Theory]
    [InlineData("Recalling the [Convention on the Rights of the Child], and", "crc")]
    [InlineData("the [convention on the rights of the child] says", "crc")]
    [InlineData("the [Convention on Rights of the Child]", "crc")]
    [InlineData("the [Convention on the the Rights of the Child]", "crc")]
    [InlineData("the [Convention for the Rights of the Child]", "crc")]
    [InlineData("the [Convention on the Right of the Child]", "crc")]
    [InlineData("the [United Nations Convention on Rights of the Child];", "crc")]
    [InlineData("the [Convention on the Rigths of the Child]", "crc")]
    [InlineData("[CRC] has", "crc")]
    [InlineData("CRC/C/GC/14 has no name in it", "")]
    [InlineData("the [Convention against Transnational Organised Crime]", "untoc")]
    [InlineData("the [Bangkok Declaration on Synergies and Responses: Strategic Alliance in Crime Prevention and Criminal Justice]",
        "bangkok-declaration")]
    [InlineData("the [Bangkok Declaration on Synergies and Responses]", "bangkok-declaration")]
    [InlineData("the [2030 Agenda for Sustainable Development]", "2030-agenda")]
    [InlineData("“[Transforming our world: the 2030 Agenda for Sustainable Development]”", "2030-agenda")]
    [InlineData("the [1951 Convention relating to the Status of Refugees]", "refugee-convention")]
    [InlineData("the [Convention on the Status of Refugees (1951)]", "refugee-convention")]
    [InlineData("the [Single Convention on Narcotic Drugs]", "drugs-1961")]
    [InlineData("the [Single Convention on Narcotic Drugs of 1961] as amended", "drugs-1961")]
    [InlineData("the [Geneva Conventions of 1949]", "geneva-conventions-1949")]
    [InlineData("the [Geneva Conventions of 12 August 1949]", "geneva-conventions-1949")]
    [InlineData("the [Treaty on the Nonproliferation of Nuclear Weapons]", "npt")]
    [InlineData("the [Treaty on the Non\u2011Proliferation of Nuclear Weapons]", "npt")]
    [InlineData("the [Durban Declaration and Program of Action]", "durban-declaration")]
    [InlineData("the slavery convention of some other kind", "")]
    [InlineData("the [United Nations Rules for the Treatment of Women Prisoners and Non-custodial Measures for Women Offenders (the Bangkok Rules)] were", "bangkok-rules")]
    [InlineData("the [United Nations Rules for the Treatment of Women Prisoners and Noncustodial Measures for Women Offenders] (",
        "bangkok-rules")]
    [InlineData("the [Bangkok Rules]", "bangkok-rules")]
    [InlineData("the rights of the child. Convention on. The Rights of the Child", "")]
    public void A_name_is_found_however_it_is_printed(string text, string work) => Found(text).ShouldBe(Expected(text, work));

    [Theory]
    [InlineData("the [International Labour Organization Convention concerning the Prohibition and Immediate Action for the Elimination of the Worst Forms of Child Labour, 1999 (Convention No. 182)], which")]
    [InlineData("the [International Labour Organization Convention No. 182 of 1999, concerning the Prohibition and Immediate Action for the Elimination of the Worst Forms of Child Labour],")]
    [InlineData("the [Worst Forms of Child Labour Convention, 1999 (No. 182)], of")]
    [InlineData("the [ILO Worst Forms of Child Labor Convention, 1999 (No.182)]")]
    [InlineData("the [Worst Forms of Child Labour Convention (No. 182)]")]
    [InlineData("[ILO Convention No. 182]")]
    [InlineData("[Convention No. 182 of the International Labour Organization]")]
    [InlineData("[Convention No. 182 on the Worst Forms of Child Labour]")]
    public void A_labour_convention_is_one_mention_in_every_order_of_its_parts(string text) =>
        Found(text).ShouldBe(Expected(text, "ilo-c182"));

    [Fact]
    public void A_numbered_convention_means_nothing_where_nothing_speaks_of_labour() =>
        Works.Few.Names.Find("Convention No. 182 of that organization").ShouldBeEmpty();

    [Fact]
    public void A_protocol_and_the_convention_it_supplements_are_two_mentions()
    {
        var found = Works.Few.Names.Find(
            "the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the United Nations Convention against Transnational Organized Crime, and");
        found.Select(m => m.Works[0].Value).ShouldBe(["palermo-protocol", "untoc"]);
    }

    [Fact]
    public void A_name_inside_a_longer_name_is_not_found_again() =>
        Works.Few.Names.Find(
            "the Optional Protocol to the Convention on the Rights of the Child on the sale of children, child prostitution and child pornography")
            .ShouldHaveSingleItem().Works[0].Value.ShouldBe("crc-opsc");

    [Theory]
    [InlineData("a possible draft protocol to the [Convention on the Rights of the Child] on")]
    [InlineData("the draft optional protocol to the [Convention on the Rights of the Child] on the sale of children, child prostitution and child pornography")]
    public void A_drafted_protocol_is_not_cited_but_its_convention_is(string text) => Found(text).ShouldBe(Expected(text, "crc"));

    [Fact]
    public void What_is_only_drafted_is_not_cited() =>
        Works.Few.Names.Find("the draft United Nations Convention against Transnational Organized Crime").ShouldBeEmpty();

    [Theory]
    [InlineData("the [Optional Protocol to that Convention on the sale of children, child prostitution and child pornography],",
        "convention", "crc-opsc")]
    [InlineData("the [Optional Protocol to the said Convention on the sale of children, child prostitution and child pornography],",
        "convention", "crc-opsc")]
    [InlineData("and the [Optional Protocol thereto on the involvement of children in armed conflict],", "thereto", "crc-opac")]
    public void A_name_may_lean_on_what_stands_before(string text, string noun, string work)
    {
        Found(text).ShouldBe(Expected(text, work));
        Works.Few.Names.Find(Plain(text))[0].Name.Noun.ShouldBe(noun);
    }

    [Fact]
    public void The_optional_protocol_to_that_convention_has_every_candidate() =>
        Works.Few.Names.Find("the Optional Protocols to the Convention on the Rights of the Child").ShouldHaveSingleItem()
            .Works[0].Value.ShouldBe("title:Optional Protocols to the Convention on the Rights of the Child");

    [Theory]
    [InlineData("note of [guideline 8, Special measures for the protection and support of child victims of trafficking], contained")]
    [InlineData("note of [guideline 8, ‘Special measures for the protection and support of child victims of trafficking’], contained")]
    public void A_part_is_named_by_its_title(string text)
    {
        Found(text).ShouldBe(Expected(text, "guidelines"));
        Works.Few.Names.Find(Plain(text))[0].Name.Pinpoint.ShouldBe("guideline 8");
    }

    private static string Found(string text) =>
        string.Join("; ", Works.Few.Names.Find(Plain(text)).Select(m => $"{m.Works[0]}: {m.Span.In(Plain(text))}"));

    private static string Expected(string text, string work) =>
        work.Length == 0
            ? ""
            : $"{work}: {text[(text.IndexOf('[', StringComparison.Ordinal) + 1)..text.IndexOf(']', StringComparison.Ordinal)]}";

    private static string Plain(string text) => text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}
