namespace Search.Resolutions.Tests.Examples;

/// <summary>A digit is removed only when it is certainly the mark of a note: in doubt it stays, and a diagnostic says so.</summary>
public class Numbers_that_stay
{
    private static Resolution Parsed(string operative, string preamble =
        "Recalling the Pact on Rafts,1 the Code,2 and the Rules,3", int year = 2023) =>
        Reference.Parse($"The General Assembly,\n\n{preamble}\n\n1. {operative}\n\n9th plenary meeting\n4 December {year}\n\n_______________\n1 A/78/1.\n2 A/78/2.\n3 A/78/3.\n");

    private static string Operative(Resolution resolution) => resolution.Clauses.First(c => c.Label.ToString() == "OP1").Text.Text;

    [Theory]
    [InlineData("Decides to elect 14 harbours, 3 from the coast and 2 from the lakes;")]
    [InlineData("Deplores that 40 rafts were stolen, 2 were burned and 3 were sold;")]
    [InlineData("Notes that 31 towns have signed the Pact, 3 as hosts and 2 as guests;")]
    [InlineData("Notes that of every 20 rowers, 3 are under the age of 2, 1 under 1;")]
    [InlineData("Elects 9 pilots, 3 of the north, 11 of the south;")]
    public void A_part_of_a_quantity(string operative) => Operative(Parsed(operative)).ShouldBe(operative);

    [Theory]
    [InlineData("Recalls its resolution 61/ 27 on rafts;", "Recalls its resolution 61/ 27 on rafts;")]
    [InlineData("Recalls its resolution 61/\n27 on rafts;", "Recalls its resolution 61/27 on rafts;")]
    [InlineData("Recalls its resolution S-\n27/2 on rafts;", "Recalls its resolution S-27/2 on rafts;")]
    [InlineData("Takes note of A/C.3/58/L.7/\nRev.1 on rafts;", "Takes note of A/C.3/58/L.7/Rev.1 on rafts;")]
    [InlineData("Takes note of A/C.5/58/9/Add. 2/ Corr. 1 on rafts;", "Takes note of A/C.5/58/9/Add. 2/ Corr. 1 on rafts;")]
    public void The_first_half_of_a_number(string printed, string clean) => Operative(Parsed(printed)).ShouldBe(clean);

    [Fact]
    public void A_line_that_begins_with_the_number_of_an_abbreviation_is_no_paragraph() =>
        Parsed("Notes the entry in United Nations, Treaty Series, vol. 9, No.\n31.").Clauses.Count(c => c.Kind == ClauseKind.Operative)
            .ShouldBe(1);

    [Fact]
    public void A_number_behind_a_full_stop_that_ends_no_sentence() =>
        Reference.Parse("The General Assembly,\n\n. 5\n").Clauses.ShouldContain(c => c.Text.Text == ". 5");

    [Theory]
    [InlineData("14 km²", "14 km²")]
    [InlineData("300 m³ of water", "300 m³ of water")]
    [InlineData("10⁶ rowers", "10⁶ rowers")]
    [InlineData("the rules⁶ of rowers", "the rules of rowers")]
    public void An_exponent(string printed, string clean) => Operative(Parsed($"Notes {printed};")).ShouldBe($"Notes {clean};");

    [Fact]
    public void A_number_whose_note_has_its_mark_already_and_a_diagnostic_says_so()
    {
        var resolution = Parsed("Welcomes the report of the Secretary-General, 2 which it endorses;");
        Operative(resolution).ShouldBe("Welcomes the report of the Secretary-General, 2 which it endorses;");
        resolution.Diagnostics.ShouldContain(d => d.Code == "mark-in-doubt");
    }

    [Fact]
    public void Until_2010_a_later_mention_repeats_the_mark() =>
        Operative(Parsed("Welcomes the report of the Secretary-General, 2 which it endorses;", year: 1991))
            .ShouldBe("Welcomes the report of the Secretary-General, which it endorses;");

    [Fact]
    public void A_mark_glued_to_a_number_that_its_body_cannot_have_reached_is_taken_out()
    {
        var resolution = Parsed("Decides to act;", "Recalling the Pact on Rafts,1 Human Rights Council resolution 52/172 and the Rules,3");
        var clause = resolution.Clauses.First(c => c.Label.ToString() == "PP1");
        clause.Text.Text.ShouldBe("Recalling the Pact on Rafts, Human Rights Council resolution 52/17 and the Rules,");
        clause.Marks.Select(m => m.Mark).ShouldBe(["1", "2", "3"]);
    }
}
