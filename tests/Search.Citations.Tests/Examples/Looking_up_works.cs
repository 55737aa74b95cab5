using Search.Citations.Authorities;

namespace Search.Citations.Tests.Examples;

public class Looking_up_works
{
    [Theory]
    [InlineData("A/RES/55/25", "annex II", "palermo-protocol")]
    [InlineData("A/RES/55/25", "annex II, art. 3", "palermo-protocol")]
    [InlineData("A/RES/55/25", "annex I", "untoc")]
    [InlineData("A/RES/55/25", "annex", "untoc palermo-protocol")]
    [InlineData("A/RES/55/25", "annexes I and II", "untoc palermo-protocol")]
    [InlineData("A/RES/55/25", "annex III", "")]
    [InlineData("A/RES/55/25", "", "")]
    [InlineData("A/RES/44/25", "annex", "crc")]
    [InlineData("A/RES/44/25", "annex I", "crc")]
    [InlineData("A/RES/70/1", "", "2030-agenda")]
    [InlineData("A/RES/70/1", "para. 3", "2030-agenda")]
    [InlineData("A/RES/2200(XXI) A", "annex", "iccpr icescr")]
    [InlineData("A/CONF.203/18", "chap. I, resolution 1", "bangkok-declaration")]
    [InlineData("A/CONF.203/18", "chap. II", "")]
    [InlineData("A/CONF.189/12", "chap. I", "durban-declaration")]
    [InlineData("A/RES/1/1", "annex", "")]
    public void A_part_of_a_document_is_an_instrument(string symbol, string part, string works) =>
        string.Join(' ', Works.Few.FindBySymbol(symbol, part).Select(w => w.Id)).ShouldBe(works);

    [Theory]
    [InlineData("vol. 2237, No. 39574", "palermo-protocol")]
    [InlineData("vol. 2225, No. 39574", "untoc")]
    [InlineData("vol. 75, No. 973", "geneva-convention-4")]
    [InlineData("vol. 75, Nos. 970-973", "geneva-conventions-1949")]
    [InlineData("vol. 75, No. 971", "geneva-conventions-1949")]
    [InlineData("LNTS vol. 60, No. 1414", "slavery-convention")]
    [InlineData("vol. 60, No. 1414", "")]
    public void Volume_and_number_together_are_a_treaty(string printed, string work)
    {
        TreatySeriesReference.TryParse(printed, out var reference).ShouldBeTrue();
        string.Join(' ', Works.Few.FindByTreatySeries(reference).Select(w => w.Id)).ShouldBe(work);
    }

    [Fact]
    public void Relations_are_known_both_ways()
    {
        Works.Few.RelationsTo(new WorkId("crc")).Select(r => r.Target.Value).ShouldBe(["crc-opsc", "crc-opac"]);
        Works.Few.SupplementsOf(new WorkId("untoc")).ShouldHaveSingleItem().Id.Value.ShouldBe("palermo-protocol");
    }
}
