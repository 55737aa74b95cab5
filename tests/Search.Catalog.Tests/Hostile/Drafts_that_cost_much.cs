using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>A check stays linear in the text, whatever is repeated in it.</summary>
[Collection(BuiltOnce.Name)]
public class Drafts_that_cost_much(Built built)
{
    [Theory]
    [InlineData("resolution 75/901 of 15 December 2020, ")]
    [InlineData("paragraph 5 of resolution 75/901, in which it decided that “the trust fund shall be administered by nobody at all”, ")]
    [InlineData("“a b c d e f g ")]
    [InlineData("the CRPD, the ICCPR and that Convention ")]
    [InlineData("⁹⁹ ")]
    public void A_check_grows_as_the_text_does(string repeated) => Growth.OverTenTimes(
        8_000, length => "The General Assembly,\n\nRecalling " + Growth.Text(repeated, length),
        text => built.Sample.Checking.Check(text, new(2026, 11, 30))).ShouldBeLessThan(Growth.OfALine);
}
