namespace Search.Resolutions.Tests.Examples;

public class Pages_and_scans
{
    private static string Clause(string text, string label) =>
        Reference.Parse(text).Clauses.First(c => c.Label.ToString() == label).Text.Text;

    [Theory]
    [InlineData("A/RES/70/901 \nFerries of the strait\n \n16-99091\n2/10 \n")]
    [InlineData("Ferries of the strait \nA/RES/70/901\n \n3/10\n16-99091 \n")]
    public void A_page_head_inside_a_sentence_is_furniture(string head)
    {
        var text = "A/RES/70/901 \n\nThe General Assembly, \n \nMindful of the ferries of the strait, of those who row them and of the children \nwho cross, \nand of the \n\n" + head + " \nharbours that receive them, \n \n1. \nDecides to act. \n";
        Clause(text, "PP1").ShouldEndWith("who cross, and of the harbours that receive them,");
        Reference.Parse(text).Furniture.Length.ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public void A_number_on_a_line_of_its_own_numbers_the_paragraph_below() =>
        Clause("The Council, \n \n1. \nDecides to act; \n \n(a) \nBy day; \n", "OP1(a)").ShouldBe("By day;");

    [Fact]
    public void A_line_break_becomes_one_space_and_a_hyphen_of_the_line_goes() =>
        Clause("The Council,\n\nRecalling that naviga-\ntion in the mid-\nstrait is safe, and that navigation is free,\n\n1. Decides to act.\n", "PP1").ShouldBe("Recalling that navigation in the mid-strait is safe, and that navigation is free,");

    [Fact]
    public void Emphasis_and_list_dashes_are_not_text()
    {
        var text = "The Council,\n\n1. *Urges* States to:\n\n- (a) Row;\n- (b) Steer;\n";
        Clause(text, "OP1").ShouldBe("Urges States to:");
        Clause(text, "OP1(b)").ShouldBe("Steer;");
        Reference.Parse(text).Clauses[0].Head.ShouldBe("Urges");
    }

    [Theory]
    [InlineData("7. Also *invites* States to row;", "Also invites")]
    [InlineData("7. *Takes note with appreciation* of the report;", "Takes note with appreciation")]
    [InlineData("7. Calls upon States to row;", "Calls upon")]
    [InlineData("7. Further requests a report;", "Further requests")]
    public void The_head_is_the_verb_with_its_adverbs(string paragraph, string head) =>
        Reference.Parse("The Council,\n\n" + paragraph + "\n").Clauses[0].Head.ShouldBe(head);

    [Fact]
    public void Two_sentences_of_a_preamble_without_a_blank_line_are_two_paragraphs() =>
        Reference.Parse("The Security Council,\nReaffirming its resolution 9 (1990) of 21 January 1990,\nNoting the report of its mission,\n\n1. Decides to act.\n").Clauses.Select(c => c.Label.ToString()).ShouldBe(["PP1", "PP2", "OP1"]);

    [Fact]
    public void A_blank_line_inside_an_unfinished_sentence_does_not_end_it() =>
        Clause("The Security Council,\n\nNoting the recommendation of the Secretary-General that the\nforce be kept in the strait under the command of the\n\nUnited Nations for six months,\n\n1. Decides to act.\n", "PP1").ShouldEndWith("of the United Nations for six months,");

    [Theory]
    [InlineData("4, Requests a report.", "OP4")]
    [InlineData("4.Requests a report.", "OP4")]
    public void A_number_with_a_misread_point_is_a_number(string paragraph, string label) =>
        Reference.Parse("The Security Council,\n\n3. Urges calm;\n\n" + paragraph + "\n").Clauses[^1].Label.ToString().ShouldBe(label);

    [Fact]
    public void A_six_between_a_and_c_is_a_misread_b() =>
        Reference.Parse("The Council,\n\n4. Decides that States shall:\n\n(a) Row;\n\n(6) Steer;\n\n(c) Rest.\n").Clauses
            .Select(c => c.Label.ToString()).ShouldBe(["OP4", "OP4(a)", "OP4(b)", "OP4(c)"]);

    [Fact]
    public void Passages_in_another_language_are_marked_and_not_parsed()
    {
        var resolution = Reference.Parse(
            "The Security Council,\n\nRecalling the Pact,\n\nRappelant le Pacte et les résolutions que le Conseil a adoptées sur la question des bacs,\n\n1. Decides to act.\n");
        resolution.Clauses.Where(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative).Select(c => c.Label.ToString())
            .ShouldBe(["PP1", "OP1"]);
        resolution.Diagnostics.ShouldContain(d => d.Code == "foreign-language");
    }

    [Fact]
    public void A_resolution_number_on_its_own_line_is_no_page_counter() =>
        Reference.Parse("Human Rights Council\n\nResolution adopted by the Human Rights Council\n\n16/21\nFerries\n\nThe Human Rights Council,\n\n1. Decides to act.\n").Front.Symbol.ShouldBe("A/HRC/RES/16/21");

    [Theory]
    [InlineData("47\n\n<!-- Page 2 -->")]
    [InlineData("<!-- Page 2 -->\n\n48\n\nGeneral Assembly—Twelfth Session")]
    [InlineData("<!-- Page 2 -->\n\nResolutions adopted on the reports of the Third Committee\n\n47")]
    public void The_page_number_of_a_bound_volume_stands_in_no_clause(string turn) =>
        Clause("<!-- Page 1 -->\n\nThe General Assembly,\n\nRecalling the meeting of those who row for the\n\n" + turn
            + "\n\nharbours of the strait,\n\n1. Decides to act.\n", "PP1")
            .ShouldBe("Recalling the meeting of those who row for the harbours of the strait,");

    [Fact]
    public void A_two_before_b_is_a_misread_a() =>
        Reference.Parse("The Council,\n\n4. Decides that States shall:\n\n(2) Row;\n\n(b) Steer.\n").Clauses.Select(c => c.Label.ToString())
            .ShouldBe(["OP4", "OP4(a)", "OP4(b)"]);

    [Fact]
    public void A_z_where_paragraph_2_is_due_is_a_misread_2() =>
        Reference.Parse("The Security Council,\n\n1. Affirms its resolutions;\n\nz. Demands that States:\n\n(a) Row;\n\n3. Decides to act.\n").Clauses.Select(c => c.Label.ToString()).ShouldBe(["OP1", "OP2", "OP2(a)", "OP3"]);

    [Fact]
    public void A_letter_where_letters_are_due_stays_one() =>
        Reference.Parse("The Council,\n\n1. Asks States to act thus:\n\na. Requests in writing;\n\nb. Requests by word;\n\n2. Decides to act.\n").Clauses.Select(c => c.Label.ToString()).ShouldBe(["OP1", "OP1(a)", "OP1(b)", "OP2"]);
}
