namespace Search.Resolutions.Tests.Examples;

/// <summary>Below a rule and up to the form feed all is notes, wherever a converter has put their numbers.</summary>
public class Notes_at_the_foot_of_a_page
{
    private static Resolution Parsed(string foot) =>
        Reference.Parse("The General Assembly,\nRecalling the Pact on Ferries, 1 the Rules for Rafts, 2 and\n__________________\n" + foot
            + "\n16-99091\n\n\f1/2\nthe Code of Pilots, 3\n1. Decides to act.\n__________________\n3 Ibid., annex.\n");

    [Theory]
    [InlineData("1\nResolution 40/34.\n2\nSee A/61/9,\nchap. II.\n")]
    [InlineData("Resolution 40/34.\nSee A/61/9,\nchap. II.\n1\n2\n")]
    [InlineData("1\n\nResolution 40/34.\nSee A/61/9,\nchap. II.\n2\n")]
    [InlineData("1\n2\n\nResolution 40/34.\nSee A/61/9,\nchap. II.\n")]
    [InlineData("1 Resolution 40/34.\n2 See A/61/9,\nchap. II.\n")]
    [InlineData("¹ Resolution 40/34.\n² See A/61/9,\nchap. II.\n")]
    public void Each_number_finds_its_note(string foot)
    {
        var resolution = Parsed(foot);
        resolution.Notes.Select(n => n.Mark + " " + n.Text.Text)
            .ShouldBe(["1 Resolution 40/34.", "2 See A/61/9, chap. II.", "3 Ibid., annex."]);
        resolution.Clauses.Select(c => c.Text.Text)
            .ShouldBe(["Recalling the Pact on Ferries, the Rules for Rafts, and the Code of Pilots,", "Decides to act."]);
        Law.Breaches(resolution).ShouldBeEmpty();
    }

    [Fact]
    public void A_note_may_begin_with_a_year() =>
        Parsed("1 1995 Conference on Ferries, Final Document.\n2 See A/61/9.\n").Notes[0].Text.Text.ShouldBe(
            "1995 Conference on Ferries, Final Document.");

    [Fact]
    public void A_rule_in_the_middle_of_a_page_makes_no_notes_of_paragraphs() =>
        Reference.Parse("The General Assembly,\n\n1. Decides to act;\n\n______\n\n2. Urges calm.\n\f").Clauses
            .Select(c => c.Label.ToString()).ShouldBe(["OP1", "OP2"]);
}
