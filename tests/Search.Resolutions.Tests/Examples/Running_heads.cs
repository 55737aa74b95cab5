namespace Search.Resolutions.Tests.Examples;

/// <summary>What is between two pages of a text: foot, form feed and head, in the orders that converters write them.</summary>
public class Running_heads
{
    private const string Title = "Lighting of piers and of the boats that are moored to them in harbours without a harbour master";

    private static string Document(string turn, string rest = "") =>
        $"A/RES/70/902\n\nResolution adopted by the General Assembly\n\n70/902. {Title}\n\nThe General Assembly,\n\nMindful of the boats, of those who row\n{turn}them, and of the lamps,\n\n1. Decides to act;\n\n2. Urges calm.\n{rest}";

    private static Resolution Parsed(string turn, string rest = "") => Reference.Parse(Document(turn, rest));

    private static string[] Labels(Resolution resolution) =>
        [.. resolution.Clauses.Where(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative).Select(c => c.Label.ToString())];

    [Theory]
    [InlineData("\n16-99091\n\n1/2\n\n\fA/RES/70/902\n\n" + Title + "\n\n")]
    [InlineData("\n1/2\n\n16-99091\n\n\f" + Title + "\nA/RES/70/902\n\n")]
    [InlineData("\n\fA/RES/70/902\nLighting of piers and of the boats that are moored\nto them in harbours without a harbour master\n\n")]
    [InlineData("1/2                                        16-99091\n\f                    Lighting of piers and of the boats that are\nA/RES/70/902        moored to them in harbours without a harbour master\n\n")]
    [InlineData("\nA/RES/70/902\nLighting of piers and of the boats that are moored\nto them in harbours without a harbour master\n\n1/2\n\n")]
    [InlineData("\n16-99091 1/2\nA/RES/70/902 " + Title + "\n")]
    public void A_head_that_appears_once_is_known_by_symbol_and_title(string turn)
    {
        var resolution = Parsed(turn);
        Labels(resolution).ShouldBe(["PP1", "OP1", "OP2"]);
        resolution.Clauses.First(c => c.Label.ToString() == "PP1").Text.Text.ShouldBe(
            "Mindful of the boats, of those who row them, and of the lamps,");
    }

    [Fact]
    public void The_day_of_the_meeting_at_the_end_of_a_page_is_none_though_the_cover_prints_it_too()
    {
        var text = "A/RES/70/902\n\nDistr.: General\n4 March 2016\n\n70/902. Piers\n\nThe General Assembly,\n\nMindful of the boats,\n\n1. Decides to act.\n\n88th plenary meeting\n4 March 2016\n\n\f1/1\n";
        Reference.Parse(text).Clauses.Count(c => c.Text.Text.Contains("4 March 2016", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void A_head_that_is_no_title_is_known_by_repetition()
    {
        var text = "The General Assembly,\n\n1. Decides to light\n\fHarbours Unit\nPiers at night\n\nthe piers;\n\n2. Urges those who\n\fHarbours Unit\nPiers at night\n\nrow to rest.\n";
        var resolution = Reference.Parse(text);
        Labels(resolution).ShouldBe(["OP1", "OP2"]);
        resolution.Clauses[0].Text.Text.ShouldBe("Decides to light the piers;");
    }

    [Fact]
    public void The_title_as_the_name_of_an_agenda_item_is_text_also_at_the_end_of_a_page()
    {
        var resolution = Reference.Parse(
            $"A/RES/70/902\n\n70/902. {Title}\n\nThe General Assembly,\n\n1. Decides to act;\n\n2. Decides to include in its agenda the item entitled\n“{Title}”.\n\n2/2\n\n16-99091\n\f");
        resolution.Clauses.First(c => c.Label.ToString() == "OP2").Text.Text.ShouldEndWith($"the item entitled “{Title}”.");
    }

    [Fact]
    public void A_line_away_from_the_turn_stays_however_often_it_is_repeated()
    {
        var resolution = Reference.Parse(
            "The General Assembly,\n\n1. Decides to light:\n\n(a) The piers;\n\n(b) The boats;\n\f\n2. Decides to row to:\n\n(a) The piers;\n\n(b) The boats.\n");
        Labels(resolution).ShouldBe(["OP1", "OP1(a)", "OP1(b)", "OP2", "OP2(a)", "OP2(b)"]);
    }

    [Fact]
    public void The_meeting_directly_below_the_last_sentence_closes_the_document() =>
        Parsed("", "52nd plenary meeting\n1 December 2015\n").Front.Meeting.ShouldBe("52nd plenary meeting");

    [Fact]
    public void A_line_set_in_after_a_comma_begins_a_paragraph_whatever_its_word() =>
        Labels(Reference.Parse(
            "      The General Assembly,\n      Mindful of the boats that cross the strait in all the seasons,\n   and of the lamps,\n      Tallying the piers of the strait and of its tributaries, which\n   are many,\n      1. Decides to act.\n")).ShouldBe(["PP1", "PP2", "OP1"]);
}
