namespace Search.Citations.Tests.Regressions;

public class Titles_told_by_their_form
{
    [Theory]
    // to the right: what belongs to the subject continues ...
    [InlineData("the Lusaka Strategy on Trade in Wild Plants in Southern Africa to prevent it",
        "Lusaka Strategy on Trade in Wild Plants in Southern Africa")]
    [InlineData("the Action Plan to Address Oil Spills from Ships, and", "Action Plan to Address Oil Spills from Ships")]
    [InlineData("the Sydney Declaration on Dust Storms in Asia and the Pacific was adopted",
        "Sydney Declaration on Dust Storms in Asia and the Pacific")]
    [InlineData("the Charter of Sharm el-Sheikh, adopted there", "Charter of Sharm el-Sheikh")]
    [InlineData("the African Strategy on the COVID-19 Pandemic;", "African Strategy on the COVID-19 Pandemic")]
    [InlineData("the Kigoma Guidelines on the Rescue of Migrants at Sea, noting", "Kigoma Guidelines on the Rescue of Migrants at Sea")]
    [InlineData("the Sydney Plan of Action for a Cleaner and Quieter Harbour and",
        "Sydney Plan of Action for a Cleaner and Quieter Harbour")]
    [InlineData("the Sydney Declaration on Rivers Open to All and the pilots", "Sydney Declaration on Rivers Open to All")]
    [InlineData("their Agreement of June 20, 2011 and", "Agreement of June 20, 2011")]
    // ... where, when and by whom it was adopted does not
    [InlineData("the Guidelines on Lost Fishing Gear in Lima, Peru, from 2 to 4 May", "Guidelines on Lost Fishing Gear")]
    [InlineData("the Declaration on Road Safety in Accra on 3 May 2011", "Declaration on Road Safety")]
    [InlineData("the Declaration on Road Safety at the Second Global Conference", "Declaration on Road Safety")]
    [InlineData("the Guidelines on Lost Fishing Gear by the Council of Ministers", "Guidelines on Lost Fishing Gear")]
    [InlineData("the Framework Convention on Tax Fairness and of the Committee of Experts", "Framework Convention on Tax Fairness")]
    // to the left: a name may hold a joining word
    [InlineData("the Association of Southeast Asian Nations Declaration on Peat",
        "Association of Southeast Asian Nations Declaration on Peat")]
    [InlineData("the Santiago de Cali Declaration, which", "Santiago de Cali Declaration")]
    [InlineData("the Green Schools for Youth Pact,", "Green Schools for Youth Pact")]
    public void A_title_is_taken_whole(string text, string title) =>
        new CitationLinker(Works.Few).Extract(text).ShouldHaveSingleItem().Text.ShouldBe(title);

    [Theory]
    [InlineData("the Mutual Defence Treaty Organization and its members")]
    [InlineData("the work of the Treaty Section of the Office of Legal Affairs")]
    [InlineData("the Practices and Charter Research Branch")]
    [InlineData("States parties to those Conventions and Protocols")]
    [InlineData("all Purposes and Principles enshrined there")]
    [InlineData("the modernized text (“Amending Protocol”)")]
    [InlineData("the Sixth Constitutional Convention, held in May")]
    [InlineData("acting as Depositary of Multilateral Treaties")]
    public void Bodies_meetings_and_plain_words_are_none(string text) => new CitationLinker(Works.Few).Extract(text).ShouldBeEmpty();
}
