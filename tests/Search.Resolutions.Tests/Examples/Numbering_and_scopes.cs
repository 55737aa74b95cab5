namespace Search.Resolutions.Tests.Examples;

public class Numbering_and_scopes
{
    private static string[] Labels(string text) => [.. Reference.Parse(text).Clauses.Select(c => c.Label.ToString())];

    [Fact]
    public void Paragraphs_count_and_items_hang_on_them() =>
        Labels("The General Assembly,\n\nRecalling that:\n\n(a) It met;\n\n(b) It spoke,\n\n1. Urges States:\n\n(a) To row;\n\n(b) To steer:\n\n(i) By day;\n\n(ii) By night;\n\n(c) To rest;\n\n2. Decides to act.\n")
            .ShouldBe(["PP1", "PP1(a)", "PP1(b)", "OP1", "OP1(a)", "OP1(b)", "OP1(b)(i)", "OP1(b)(ii)", "OP1(c)", "OP2"]);

    [Fact]
    public void The_letter_i_behind_h_is_a_letter() =>
        Labels("The Council,\n\n1. Asks for:\n\n"
            + string.Join("\n\n", "abcdefghij".Select(c => $"({c}) Thing {c};")))[^2..].ShouldBe(["OP1(i)", "OP1(j)"]);

    [Fact]
    public void Letters_go_on_doubled_behind_z() =>
        Labels("The Council,\n\n1. Asks for:\n\n" + string.Join("\n\n", "abcdefghijklmnopqrstuvwxyz".Select(c => $"({c}) Thing;"))
            + "\n\n(aa) More;\n\n(bb) Most.")[^2..].ShouldBe(["OP1(aa)", "OP1(bb)"]);

    [Fact]
    public void A_list_that_begins_anew_gets_occurrences_and_a_word_about_it()
    {
        var resolution = Reference.Parse(
            "The Council,\n\n7. Endorses rowing by\n\na., oars,\n\nb., poles\n\nthat:\n\na., do not break\n\nb., float;\n\n8. Decides to act.\n");
        resolution.Clauses.Where(c => c.Kind == ClauseKind.Operative).Select(c => c.Label.ToString())
            .ShouldBe(["OP7", "OP7(a)", "OP7(b)", "OP7(a)[2]", "OP7(b)[2]", "OP8"]);
        resolution.Diagnostics.Select(d => d.Code).ShouldContain("list-restarts");
    }

    [Fact]
    public void Parts_with_numbering_of_their_own_repeat_labels() =>
        Labels("70/9. Ferries\n\nA\n\nThe General Assembly,\n\nRecalling the Pact,\n\n1. Decides to act.\n\nB\n\nThe General Assembly,\n\nNoting the Pact,\n\n1. Decides to rest.\n")
            .Where(l => l.Contains('P')).ShouldBe(["PP1", "OP1", "PP1[2]", "OP1[2]"]);

    [Fact]
    public void Parts_with_one_running_numbering_are_not() =>
        Labels("The Security Council,\n\nRecalling the Pact,\n\n1. Affirms it;\n\nA\n\n2. Demands respect;\n\nB\n\n3. Decides to act.\n")
            .Where(l => l.Contains('P')).ShouldBe(["PP1", "OP1", "OP2", "OP3"]);

    [Fact]
    public void A_draft_that_is_all_a_text_recommends_needs_no_scope() =>
        Labels("The Economic and Social Council\n\nRecommends to the General Assembly the adoption of the following draft resolution:\n\n“The General Assembly,\n\n“Recalling the Pact,\n\n“1. Decides to act.”\n")
            .ShouldBe(["front", "PP1", "OP1"]);

    [Fact]
    public void A_draft_inside_a_text_with_clauses_of_its_own_is_a_scope() =>
        Labels("The Economic and Social Council,\n\nRecalling its work,\n\n1. Recommends to the General Assembly the adoption of the following draft resolution:\n\n“The General Assembly,\n\n“Recalling the Pact,\n\n“1. Decides to act.”\n")
            .ShouldBe(["PP1", "OP1", "draft:PP1", "draft:OP1"]);

    [Fact]
    public void An_annex_is_no_operative_part()
    {
        var resolution = Reference.Parse(
            "The General Assembly,\n\n1. Adopts the rules in the annex.\n\n3rd plenary meeting\n1 May 2001\n\nAnnex\nRules of rowing\n\n1. Boats keep right.\n\n2. Oars are dry.\n");
        resolution.Clauses.Where(c => c.Kind == ClauseKind.Operative).ShouldHaveSingleItem();
        resolution.Clauses.Where(c => c.Kind == ClauseKind.Annex && c.Number is not null).Select(c => c.Number).ShouldBe(["1.", "2."]);
    }

    [Fact]
    public void Operative_paragraphs_without_numbers_are_counted() =>
        Labels("The Security Council,\n\nHaving examined the application of Ostrel,\n\nRecommends to the General Assembly that Ostrel be admitted.\n\nAdopted unanimously at the\n890th meeting.\n").ShouldBe(["PP1", "OP1", "back"]);

    [Fact]
    public void Quoted_paragraphs_of_an_amendment_belong_to_the_paragraph_that_quotes_them() =>
        Labels("The General Assembly,\n\n1. Recalls the rules;\n\n2. Decides to replace article 2 by the following:\n\n“1. A boat keeps left.”\n\n3. Decides to act.\n").ShouldBe(["OP1", "OP2", "OP2[2]", "OP3"]);

    [Fact]
    public void A_continuation_paragraph_belongs_to_the_numbered_one_above() =>
        Labels("The General Assembly,\n\n5. Decides that the fund shall be kept in order.\n\nThe account shall be published in May;\n\n6. Decides to act.\n").ShouldBe(["OP5", "OP5[2]", "OP6"]);

    [Fact]
    public void A_reference_at_a_line_start_opens_no_item() =>
        Labels("The Council,\n\n1. Asks States referred to in paragraph 4\n(a) above, and those in paragraph\n5. to row, and\n\n2. Decides to act.\n").ShouldBe(["OP1", "OP2"]);

    [Fact]
    public void Sections_that_count_anew_get_occurrences() =>
        Labels("The General Assembly,\n\nI\nFerries\n\nRecalling the Pact,\n\n1. Decides to act.\n\nII\nHarbours\n\nNoting the Pact,\n\n1. Decides to rest.\n")
            .Where(l => l.Contains('P')).ShouldBe(["PP1", "OP1", "PP1[2]", "OP1[2]"]);

    [Fact]
    public void Several_resolutions_on_one_page_get_occurrences() =>
        Labels("2994 (XXVII). Ferries\n\nThe General Assembly,\n\nRecalling the Pact,\n\n1. Decides to act.\n\n3rd plenary meeting\n\n2995 (XXVII). Harbours\n\nThe General Assembly,\n\nNoting the Pact,\n\n1. Decides to rest.\n")
            .Where(l => l.Contains('P')).ShouldBe(["PP1", "OP1", "PP1[2]", "OP1[2]"]);

    [Fact]
    public void The_outer_text_counts_on_behind_a_quoted_draft() =>
        Labels("The Economic and Social Council,\n\nRecalling its work,\n\n1. Recommends to the General Assembly the adoption of the following draft resolution:\n\n“The General Assembly,\n\n“1. Decides to act;\n\n“2. Decides to rest.”\n\n2. Requests a report.\n")
            .ShouldBe(["PP1", "OP1", "draft:OP1", "draft:OP2", "OP2"]);

    [Fact]
    public void An_item_of_the_second_OP1_has_it_as_its_parent()
    {
        var clauses = Reference.Parse(
            "The General Assembly,\n\nI\n\n1. Asks for:\n\n(a) Oars;\n\nII\n\n1. Asks for:\n\n(a) Boats.\n").Clauses;
        clauses[^1].Label.ToString().ShouldBe("OP1(a)[2]");
        clauses[^1].Parent.ToString().ShouldBe("OP1[2]");
    }

    [Fact]
    public void A_numbered_list_inside_a_paragraph_hangs_on_it() =>
        Labels("The General Assembly,\n\n1. Recalls the Pact;\n\n2. Approves the following agenda:\n\n1. Opening of the meeting.\n\n2. Oars:\n\n(a) Long ones;\n\n3. Harbours.\n\n3. Requests a report.\n")
            .ShouldBe(["OP1", "OP2", "OP2(1)", "OP2(2)", "OP2(2)(a)", "OP2(3)", "OP3"]);

    [Fact]
    public void The_next_resolution_behind_an_annex_is_no_draft()
    {
        var clauses = Reference.Parse(
            "1989/61. Ferries\n\nThe Economic and Social Council,\n\n1. Adopts the rules.\n\n15th plenary meeting\n\nANNEX\n\nRules of rowing\n\n1. Boats keep right.\n\n1989/62. Harbours of the strait\n\nThe Economic and Social Council,\n\nRecalling the Pact,\n\n1. Decides to act.\n").Clauses;
        clauses.Where(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative).Select(c => c.Label.ToString())
            .ShouldBe(["OP1", "PP1", "OP1[2]"]);
        clauses.Single(c => c.Text.Text.StartsWith("1989/62.", StringComparison.Ordinal)).Kind.ShouldBe(ClauseKind.Other);
    }

    [Fact]
    public void A_preamble_behind_the_tail_of_another_resolution_counts_from_one() =>
        Labels("Recognizing the extent of the strait, and what it asks of those who row,\n\n1. Decides to act.\n\n3rd plenary meeting\n\n414 (V). Harbours\n\nThe General Assembly,\n\nNoting the Pact,\n\n1. Decides to rest.\n")
            .Where(l => l.Contains('P')).ShouldBe(["PP1", "OP1", "PP1[2]", "OP1[2]"]);

    [Theory]
    [InlineData("Annex\nPact of the Ferries\n\nThe States Parties to the present Pact,\n\nConsidering that boats are few,\n\nArticle 1\n\n1. Boats keep right.\n\nArticle 2\n\nOars are dry.\n", 0)]
    [InlineData("Annex\nDeclaration on Ferries\n\nThe General Assembly,\n\nConsidering that boats are few,\n\nArticle 1\n\n1. Boats keep right.\n\nArticle 2\n\nOars are dry.\n", 1)]
    public void An_annexed_treaty_or_declaration_has_articles_and_no_operative_part(string annex, int preambular)
    {
        var clauses = Reference.Parse("The General Assembly,\n\n1. Adopts the text in the annex.\n\n3rd plenary meeting\n\n"
            + annex).Clauses;
        clauses.Count(c => c.Kind == ClauseKind.Operative).ShouldBe(1);
        clauses.Count(c => c.Kind == ClauseKind.Preambular).ShouldBe(preambular);
        clauses.Where(c => c.Kind == ClauseKind.Annex).Select(c => c.Text.Text).ShouldContain("Oars are dry.");
    }

    [Theory]
    [InlineData("The General Assembly approves the programme of the ferries of the strait.")]
    [InlineData("The General Assembly, taking note of the wish of Ostrel, decides to keep the ferries.")]
    [InlineData("Therefore, the General Assembly requests the Secretary-General to count the ferries.")]
    public void A_sentence_that_enacts_and_resolves_is_operative(string sentence) =>
        Labels("A/C.6/80/L.9\n\nOstrel: draft decision\n\nFerries of the strait\n\n" + sentence + "\n")
            .ShouldBe(["front", "front", "front", "OP1"]);

    [Fact]
    public void A_meeting_in_words_closes_the_resolution() =>
        Labels("The General Assembly,\n\n1. Decides to act.\n\nThirty-first plenary meeting, 13 February 1946.\n")
            .ShouldBe(["OP1", "back"]);

    [Fact]
    public void Part_B_behind_the_annex_of_part_A_is_no_draft() =>
        Labels("319 (IV). Ferries\n\nA\n\nThe General Assembly,\n\n1. Decides to act.\n\nAnnex\n\n1. Boats keep right.\n\nB\n\nThe General Assembly,\n\nNoting the Pact,\n\n1. Decides to rest.\n")
            .Where(l => l.Contains('P')).ShouldBe(["OP1", "PP1", "OP1[2]"]);
}
