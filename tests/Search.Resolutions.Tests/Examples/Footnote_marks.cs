namespace Search.Resolutions.Tests.Examples;

/// <summary>Each case is a way in which print lost the height of a mark. The notes at the foot say which numbers are marks.</summary>
public class Footnote_marks
{
    private static (string Text, string[] Marks) Preamble(string paragraph, params string[] notes)
    {
        var text = "The General Assembly,\n\n" + paragraph + "\n\n1. Decides to remain seized of the matter.\n\n_______________\n"
            + string.Join('\n', notes.Select(n => n + "\n"));
        var clause = Reference.Parse(text).Clauses.First(c => c.Label.ToString() == "PP1");
        return (clause.Text.Text, [.. clause.Marks.Select(m => m.Mark)]);
    }

    [Theory]
    [InlineData("Recalling the Covenant on Ferries,1 and the Rules,", "Recalling the Covenant on Ferries, and the Rules,")]
    [InlineData("Recalling the Covenant on Ferries1 and the Rules,", "Recalling the Covenant on Ferries and the Rules,")]
    [InlineData("Recalling the Covenant on Ferries, 1 and the Rules,", "Recalling the Covenant on Ferries, and the Rules,")]
    [InlineData("Recalling the Covenant on Ferries 1  and the Rules,", "Recalling the Covenant on Ferries and the Rules,")]
    [InlineData("Recalling the Covenant on Ferries (Ostrel)1 and the Rules,", "Recalling the Covenant on Ferries (Ostrel) and the Rules,")]
    [InlineData("Recalling the “Covenant on Ferries”,1 and the Rules,", "Recalling the “Covenant on Ferries”, and the Rules,")]
    [InlineData("Recalling the Covenant on Ferries,¹ and the Rules,", "Recalling the Covenant on Ferries, and the Rules,")]
    [InlineData("Recalling the Covenant on Ferries,[^1] and the Rules,", "Recalling the Covenant on Ferries, and the Rules,")]
    [InlineData("Recalling the Covenant on Ferries1and the Rules,", "Recalling the Covenant on Ferries and the Rules,")]
    public void A_mark_is_taken_out_however_it_is_set(string printed, string clean)
    {
        var (text, marks) = Preamble(printed, "1 Resolution 40/34, annex.");
        text.ShouldBe(clean);
        marks.ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("Recalling article 1 of the Covenant,1 and paragraph 2,", "Recalling article 1 of the Covenant, and paragraph 2,")]
    [InlineData("Recalling its resolution 1325 (2000),1 adopted on 31 October 2000,",
        "Recalling its resolution 1325 (2000), adopted on 31 October 2000,")]
    [InlineData("Noting that 1 of 12 members,1 for 1 month, has left,", "Noting that 1 of 12 members, for 1 month, has left,")]
    [InlineData("Recalling resolutions 446 (1979),1 452 (1979) and 465 (1980),",
        "Recalling resolutions 446 (1979), 452 (1979) and 465 (1980),")]
    public void A_number_of_the_sentence_stays(string printed, string clean)
    {
        var (text, marks) = Preamble(printed, "1 Resolution 40/34, annex.");
        text.ShouldBe(clean);
        marks.ShouldBe(["1"]);
    }

    [Fact]
    public void A_mark_glued_to_a_year_is_split_off_by_the_number_that_the_notes_expect()
    {
        var (text, marks) = Preamble("Recalling the Pact,1 and the letters of 7 March 20082 and 12 March 2010,3", "1 A/1/1.", "2 A/1/2.",
            "3 A/1/3.");
        text.ShouldBe("Recalling the Pact, and the letters of 7 March 2008 and 12 March 2010,");
        marks.ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public void Agenda_21_keeps_its_number_before_mark_6()
    {
        var (text, marks) = Preamble("Recalling the Rio Declaration,5 Agenda 216 and the Plan,7", "5 A/1/1.", "6 A/1/2.", "7 A/1/3.");
        text.ShouldBe("Recalling the Rio Declaration, Agenda 21 and the Plan,");
        marks.ShouldBe(["5", "6", "7"]);
    }

    [Fact]
    public void The_same_mark_may_stand_twice_and_both_places_anchor_the_note()
    {
        var resolution = Reference.Parse(
            "The General Assembly,\n\nRecalling the Protocol,1 and the Treaty,2\n\n1. Urges States to ratify the Protocol1 and the Treaty.2\n\n____\n1 Resolution 55/25, annex II.\n\n2 Resolution 55/25, annex I.\n");
        resolution.Notes.Length.ShouldBe(2);
        foreach (var note in resolution.Notes)
            note.Anchors.Select(a => resolution.Clauses[a.Clause].Label.ToString()).ShouldBe(["PP1", "OP1"]);
    }

    [Fact]
    public void Notes_between_the_halves_of_a_paragraph_are_set_aside()
    {
        var resolution = Reference.Parse(
            "The General Assembly,\n\nConvinced that the ferries of the strait,¹ and those who\n\n¹ See A/59/9902.\n\nrow them, deserve care,\n\n1. Decides to act.\n");
        resolution.Clauses.First(c => c.Label.ToString() == "PP1").Text.Text.ShouldBe(
            "Convinced that the ferries of the strait, and those who row them, deserve care,");
        resolution.Notes.ShouldHaveSingleItem().Text.Text.ShouldBe("See A/59/9902.");
    }

    [Fact]
    public void Body_text_goes_on_directly_behind_the_last_note_of_a_page()
    {
        var resolution = Reference.Parse(
            "The General Assembly, \n\n Recalling the Pact,1 \n\n_______________ \n1 Ibid., annex III. \n  2. Calls upon States to row; \n\n 3. Requests a report. \n");
        resolution.Clauses.Select(c => c.Label.ToString()).ShouldBe(["PP1", "OP2", "OP3"]);
    }

    [Fact]
    public void A_mark_whose_note_is_missing_still_leaves_the_text()
    {
        var resolution = Reference.Parse(
            "The Council,\n\nRecalling resolution 7 of 7 May 1995,⁴⁶ in which it asked for views,\n\n1. Decides to act.\n");
        resolution.Clauses[0].Text.Text.ShouldBe("Recalling resolution 7 of 7 May 1995, in which it asked for views,");
        resolution.Clauses[0].Marks.ShouldHaveSingleItem().Mark.ShouldBe("46");
    }

    [Fact]
    public void A_note_whose_mark_is_missing_is_reported()
    {
        var resolution = Reference.Parse("The General Assembly,\n\nRecalling the Pact,\n\n1. Decides to act.\n\n____\n7 Resolution 1/1.\n");
        resolution.Notes.ShouldHaveSingleItem().Anchors.ShouldBeEmpty();
        resolution.Diagnostics.ShouldContain(d => d.Code == "note-without-mark");
    }

    [Fact]
    public void A_mark_knows_its_place_in_the_clause_and_in_the_source()
    {
        const string text = "The General Assembly,\n\nRecalling the Pact,12 and the Rules,\n\n1. Decides to act.\n\n____\n12 Resolution 1/1.\n";
        var clause = Reference.Parse(text).Clauses[0];
        clause.Text.Text[..clause.Marks[0].Position].ShouldBe("Recalling the Pact,");
        text[clause.Marks[0].Span.Start..clause.Marks[0].Span.End].ShouldBe("12");
    }

    [Theory]
    [InlineData("Recalling the study, 62/ and the reply,", "62/ A/44/9902.", "Recalling the study, and the reply,")]
    [InlineData("Recalling the study,/1 and the reply,", "/1 A/44/9902.", "Recalling the study, and the reply,")]
    public void Mimeographed_documents_put_a_stroke_beside_the_mark(string printed, string note, string clean) =>
        Preamble(printed, note).Text.ShouldBe(clean);

    [Fact]
    public void Without_any_notes_a_number_behind_a_year_is_a_mark()
    {
        var clause = Reference.Parse(
            "The Security Council,\n\nNoting the reports of 11 February 168 and 3 March 1992 169 submitted to it,\n\n1. Decides to act.\n").Clauses[0];
        clause.Text.Text.ShouldBe("Noting the reports of 11 February and 3 March 1992 submitted to it,");
        clause.Marks.Select(m => m.Mark).ShouldBe(["168", "169"]);
    }

    [Fact]
    public void A_mark_welded_to_a_year_whose_note_is_not_printed_follows_the_mark_before_it()
    {
        var (text, marks) = Preamble("Recalling the report,3 and the scale for 20254 , as set out,", "3 A/79/603.");
        text.ShouldBe("Recalling the report, and the scale for 2025, as set out,");
        marks.ShouldBe(["3", "4"]);
    }

    [Fact]
    public void A_number_less_than_the_list_before_it_is_a_mark()
    {
        var (text, marks) = Preamble("Noting the bodies,4 one on items 5, 6 and 7, 5 for the session,", "4 A/1/1.", "5 A/1/2.");
        text.ShouldBe("Noting the bodies, one on items 5, 6 and 7, for the session,");
        marks.ShouldBe(["4", "5"]);
    }

    [Fact]
    public void A_mark_printed_again_behind_a_name_is_a_mark()
    {
        var (text, marks) = Preamble("Welcoming the pact of Ostrel,87 signed by Tavaria 87 as a sign of peace,", "86 A/1/1.", "87 A/1/2.");
        text.ShouldBe("Welcoming the pact of Ostrel, signed by Tavaria as a sign of peace,");
        marks.ShouldBe(["87", "87"]);
    }

    [Fact]
    public void A_mark_between_two_notes_whose_own_note_is_lost_is_a_mark()
    {
        var (text, marks) = Preamble("Recalling the report,100 and the rights of Ostrel 101 adopted by it,102", "100 A/1/1.", "102 A/1/2.");
        text.ShouldBe("Recalling the report, and the rights of Ostrel adopted by it,");
        marks.ShouldBe(["100", "101", "102"]);
    }

    [Theory]
    [InlineData("Ibid., agenda item 53, document A/2731.")]
    [InlineData("See Official Records of the General Assembly, Ninth Session.")]
    [InlineData("† See A/2731, annex.")]
    public void A_note_that_has_lost_its_mark_is_no_clause(string note)
    {
        var resolution = Reference.Parse("The General Assembly,\n\nRecalling the Pact,\n\nNoting the ferries,\n\nNoting the boats,\n\n"
            + note + "\n\nNoting the harbours,\n\n1. Decides to act.\n");
        resolution.Clauses.Select(c => c.Label.ToString()).ShouldBe(["PP1", "PP2", "PP3", "PP4", "OP1"]);
        resolution.Notes.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_range_of_days_at_the_start_of_a_line_is_no_note()
    {
        var resolution = Reference.Parse(
            "The General Assembly,\n\nRecalling the Pact,2 and the Rules,3\n\n1. Decides to act.\n\n_____\n2 Report of the meeting of ferries, Ostrel,\n3 – 14 June 1992, vol. I.\n3 Ibid., annex.\n");
        resolution.Notes.Select(n => n.Mark).ShouldBe(["2", "3"]);
    }

    [Fact]
    public void A_mark_glued_to_a_word_whose_note_is_not_printed_follows_the_mark_before_it()
    {
        var (text, marks) = Preamble("Recalling the report,6 and the Freedom of Ferries7 to row,", "6 A/1/1.");
        text.ShouldBe("Recalling the report, and the Freedom of Ferries to row,");
        marks.ShouldBe(["6", "7"]);
    }

    [Theory]
    [InlineData("Recalling the report of 3 December 1969 (S/9521)?8 that the force stay,",
        "Recalling the report of 3 December 1969 (S/9521) that the force stay,")]
    [InlineData("Recalling the Pacts of 1949°8 and of the strait,", "Recalling the Pacts of 1949 and of the strait,")]
    [InlineData("Recalling the Pact of 12 August 1949,'°5", "Recalling the Pact of 12 August 1949,")]
    public void A_mark_whose_first_digits_a_scan_has_spoilt_is_taken_out(string printed, string clean) =>
        Preamble(printed, "27 A/1/1.").Text.ShouldBe(clean);

    [Theory]
    [InlineData("Recalling the 2030 Plan for Sustainable Ferries, 5 of which the Pact is a part,",
        "Recalling the 2030 Plan for Sustainable Ferries, of which the Pact is a part,")]
    [InlineData("Recalling the Summit on Ferries, 5including its session on lamps,",
        "Recalling the Summit on Ferries, including its session on lamps,")]
    [InlineData("Recalling that rowers rested in 2014;5", "Recalling that rowers rested in 2014;")]
    public void A_mark_after_a_name_at_the_end_or_before_the_next_word_is_taken_out(string printed, string clean) =>
        Preamble(printed, "5 A/1/1.").Text.ShouldBe(clean);

    [Fact]
    public void A_mark_in_brackets_is_taken_out_where_a_note_begins_so()
    {
        var (text, marks) = Preamble("Recalling rule 7[1] of [2] pilots and the Pact,[3]", "[1] Resolution 40/34, annex.");
        text.ShouldBe("Recalling rule 7 of [2] pilots and the Pact,[3]");
        marks.ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("Recalling the report 1/ of its session,", "Recalling the report of its session,")]
    [InlineData("Recalling the report, 1/ and its session,", "Recalling the report, and its session,")]
    public void A_mark_with_a_stroke_is_taken_out(string printed, string clean)
    {
        var (text, marks) = Preamble(printed, "1/ Resolution 40/34, annex.");
        text.ShouldBe(clean);
        marks.ShouldBe(["1"]);
    }
}
