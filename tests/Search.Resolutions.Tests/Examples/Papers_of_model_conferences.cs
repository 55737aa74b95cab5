namespace Search.Resolutions.Tests.Examples;

/// <summary>Plain layouts, as papers of Model UN conferences have them.</summary>
public class Papers_of_model_conferences
{
    private static string[] Labels(Resolution resolution) =>
        [.. resolution.Clauses.Where(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative).Select(c => c.Label.ToString())];

    [Theory]
    [InlineData("THE SECURITY COUNCIL,\n\nRecalling the Pact on Rafts,\n\n1. Urges all States to row;\n", "SC")]
    [InlineData("the security council,\n\nrecalling the pact on rafts,\n\n1. urges all states to row;\n", "SC")]
    [InlineData("THE ECONOMIC AND SOCIAL COUNCIL,\n\nRecalling the Pact on Rafts,\n\n1. Urges all States to row;\n", "ECOSOC")]
    public void An_enacting_line_may_be_in_capitals_or_in_small_letters(string text, string organ)
    {
        var resolution = Reference.Parse(text);
        resolution.Front.Organ.Code.ShouldBe(organ);
        Labels(resolution).ShouldBe(["PP1", "OP1"]);
    }

    [Fact]
    public void A_line_that_happens_to_begin_with_a_body_enacts_nothing() =>
        Labels(Reference.Parse(
            "The Security Council,\n\nRecalling the Pact that was approved by\nthe General Assembly,\nthe Rules and the Code,\n\n1. Decides to act.\n")).ShouldBe(["PP1", "OP1"]);

    [Fact]
    public void Numbers_of_lines_are_no_text()
    {
        var resolution = Reference.Parse(
            "Committee: Harbours\n1 The General Assembly,\n2\n3 Recalling the Pact on Rafts, which all the towns of the\n4 coast have signed,\n5\n6 1. Urges towns to row;\n7\n8 2. Calls upon rowers to rest on\n9 the seventh day.\n");
        Labels(resolution).ShouldBe(["PP1", "OP1", "OP2"]);
        resolution.Clauses[^1].Text.Text.ShouldBe("Calls upon rowers to rest on the seventh day.");
        Law.Breaches(resolution).ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_of_every_fifth_line_are_no_text()
    {
        var resolution = Reference.Parse(
            "     The General Assembly,\n\n     Recalling the Pact on Rafts, which all the towns of\n     the coast have signed,\n 5\n     1. Urges towns to row;\n\n     2. Calls upon rowers to rest on the seventh\n     day of\n10   the week.\n");
        Labels(resolution).ShouldBe(["PP1", "OP1", "OP2"]);
        resolution.Clauses[^1].Text.Text.ShouldBe("Calls upon rowers to rest on the seventh day of the week.");
        Law.Breaches(resolution).ShouldBeEmpty();
    }

    [Fact]
    public void Notes_that_are_numbered_one_by_one_keep_their_numbers() =>
        Reference.Parse("The General Assembly,\n\nRecalling the Pact,5 the Code,6 rule 7,7 rule 8,8 rule 9,9 and rule 10,10\n\n5  A/1/5.\n\n6  A/1/6.\n\n7  A/1/7.\n\n8  A/1/8.\n\n9  A/1/9.\n\n10  A/1/10.\n").Notes.Select(n => n.Mark).ShouldBe(["5", "6", "7", "8", "9", "10"]);

    [Theory]
    [InlineData("(1) Urges towns to row:\n\n(a) By day;\n\n(b) By night;\n\n(2) Decides to act.", "PP1 OP1 OP1(a) OP1(b) OP2")]
    [InlineData("Hereby:\n\n1. Urges towns to row;\n\n2. Decides to act.", "PP1 OP1 OP2")]
    public void Operative_paragraphs_begin_in_other_ways_too(string operative, string labels) =>
        Labels(Reference.Parse("The General Assembly,\n\nRecalling the Pact,\n\n" + operative + "\n")).ShouldBe(labels.Split(' '));

    [Fact]
    public void Rows_that_are_numbered_keep_their_numbers() =>
        Reference.Parse("1 Pier\n2 Raft\n3 Buoy\n4 Lamp\n5 Oar\n6 Sail\n").Clauses.Select(c => c.Text.Text)
            .ShouldContain(t => t.StartsWith("1 Pier"));

    [Fact]
    public void An_adverb_before_the_participle_hides_no_opening() =>
        Labels(Reference.Parse(
            "The General Assembly,\nRecalling the Pact on Rafts and the Code of the pilots,\nAlways conscious of the tides,\n1. Decides to act.\n")).ShouldBe(["PP1", "PP2", "OP1"]);
}
