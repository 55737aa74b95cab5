namespace Search.Resolutions.Tests.Examples;

public class Signs_that_print_nothing
{
    [Theory]
    [InlineData('\u200B')]
    [InlineData('\u200D')]
    [InlineData('\u200E')]
    [InlineData('\u202B')]
    [InlineData('\u2066')]
    public void Are_left_out_of_the_text_and_of_numbers(char sign)
    {
        var resolution = Reference.Parse(
            $"The General Assembly,\n\n1.{sign} Recalls its reso{sign}lution 61/{sign}27;\n\n{sign}2{sign}. Decides to act.\n");
        resolution.Clauses.Select(c => $"{c.Label} {c.Text.Text}").ShouldBe(["OP1 Recalls its resolution 61/27;", "OP2 Decides to act."]);
        Law.Breaches(resolution).ShouldBeEmpty();
    }

    [Fact]
    public void Ligatures_are_letters()
    {
        var resolution = Reference.Parse("The General Assembly,\n\n1. Rea\uFB03rms the Code on Tra\uFB03c;\n");
        resolution.Clauses[0].Text.Text.ShouldBe("Reaffirms the Code on Traffic;");
        resolution.Clauses[0].Head.ShouldBe("Reaffirms");
        Law.Breaches(resolution).ShouldBeEmpty();
    }
}
