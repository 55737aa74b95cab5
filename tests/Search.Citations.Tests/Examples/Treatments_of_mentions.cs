using Search.Citations.Authorities;
using Search.Citations.Treatments;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Tests.Examples;

public class Treatments_of_mentions
{
    [Fact]
    public void Every_row_of_the_verb_list_decides_its_own_example()
    {
        var wrong = new List<string>();
        foreach (var row in Works.Listed.Verbs.Rows)
        {
            var (treatment, verb, _, _) = Of(row.Example);
            var named = row.Place.Governs() ? row.Words : row.Place == VerbPlace.Tone ? "not" : "";
            if (treatment != row.Treatment || verb is null || !Folded(verb.Text).Contains(Folded(named), StringComparison.Ordinal))
                wrong.Add($"{row.Words} ({row.Place}): {treatment.Word()} by '{verb?.Text}' in: {row.Example}");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("Recalling the Convention, and noting the entry into force of [the Optional Protocol],", "takes-note")]
    [InlineData("Recalling [the Convention], and noting the entry into force of the Optional Protocol,", "recalls")]
    [InlineData("Recalling and reaffirming [resolution 55/25],", "reaffirms")]
    [InlineData("Recalling with concern [resolution 55/25],", "recalls")]
    [InlineData("Noting with grave concern [resolution 55/25],", "notes-with-concern")]
    [InlineData("Takes note with appreciation of [the report];", "notes-with-appreciation")]
    [InlineData("Once again strongly urges Member States to take measures to ratify or accede to [the Convention];", "urges-ratification")]
    [InlineData("Urges Member States to ratify the Convention and to implement [those instruments];", "implements")]
    [InlineData("Further requests the Secretary-General, in accordance with [resolution 55/25], to report;", "guided-by")]
    [InlineData("Requests the Secretary-General, in accordance with resolution 55/25, to report on [resolution 58/4];", "cites")]
    [InlineData("Requests the Secretary-General to report on the implementation of [the present resolution];", "implements")]
    [InlineData("Welcomes the report on the implementation of [the Convention];", "welcomes")]
    [InlineData("Decides to extend until 30 June 2005 the mandate set out in [resolution 1546 (2004)];", "renews")]
    [InlineData("Decides, in accordance with paragraph 2 of resolution 861 (1993), to lift the measures of [resolution 841 (1993)];",
        "terminates")]
    [InlineData("Supplements the tasks set out in resolution 16/901 with the examination of [the Convention on the Rights of the Child];",
        "cites")]
    [InlineData("Decides to extend the mandate set out in resolution 16/90 together with [resolution 17/5];", "renews")]
    [InlineData("In this regard, also takes note of [decision 1/1];", "takes-note")]
    [InlineData("The Security Council recalls [resolution 1325 (2000)].", "recalls")]
    [InlineData("Noting measures not consistent with [the Charter],", "takes-note")]
    [InlineData("Notes the report, and requests the Secretary-General to consider [resolution 1/1];", "cites")]
    [InlineData("Recalling resolution 1, in which the Council requests compliance with [resolution 2],", "recalls")]
    [InlineData("Acting under Chapter VII of [the Charter],", "guided-by")]
    [InlineData("Condemns the violation of [resolution 660 (1990)];", "urges-compliance")]
    [InlineData("Demands that Iraq withdraw in accordance with [resolution 660 (1990)];", "guided-by")]
    [InlineData("Recalls the resolution entitled “Strengthening compliance with the Charter”, and [resolution 2/2];", "recalls")]
    [InlineData("Paris Agreement and [the Convention]", "cites")]
    [InlineData("Terminates the measures imposed by paragraph 4 of [resolution 1160 (1998)];", "terminates")]
    [InlineData("Decides to lift the embargo on Eritrea imposed by the Council in [its resolution 1907 (2009)];", "terminates")]
    [InlineData("Decides to lift the embargo once the obligations in [resolution 1907 (2009)] are met;", "cites")]
    [InlineData("Decides to end the suspension of the measures set out in [resolution 841 (1993)];", "cites")]
    [InlineData("Decides to extend, for six months from the date of [this resolution], the tasks of the Force;", "cites")]
    [InlineData("Decides to extend for six months the tasks of the Force as defined in [resolution 644 (1989)];", "renews")]
    [InlineData("Decides to extend the mandate of the Group on the Implementation of [the Declaration];", "cites")]
    [InlineData("Decides to create a panel on the future of [the Convention];", "cites")]
    [InlineData("Decides to amend the by-laws to give effect to [Article 7];", "implements")]
    [InlineData("Decides to amend rule 3, as set out in the annex to [the present resolution];", "guided-by")]
    [InlineData("Recalling its decision to terminate the mandate set out in [resolution 2640 (2022)],", "recalls")]
    [InlineData("Stressing its decision in this resolution to lift the embargo imposed by [resolution 733 (1992)],", "terminates")]
    [InlineData("Decides that paragraph 7 of [resolution 864 (1993)] shall be replaced by the text below;", "amends")]
    [InlineData("Decides that paragraph 7 shall be replaced by paragraph 2 of [resolution 864 (1993)];", "cites")]
    [InlineData("The measures in [resolution 864 (1993)] are hereby suspended.", "terminates")]
    [InlineData("The measures in [resolution 864 (1993)] are not suspended.", "cites")]
    [InlineData("Decides never to prolong the mandate set out in [resolution 1/1];", "cites")]
    [InlineData("Urges the two States not to amend but to ratify [the Convention];", "urges-ratification")]
    [InlineData("Invites those that have not yet acceded to [the Convention] to consider doing so;", "urges-ratification")]
    [InlineData("Invites those that have not yet acceded to [the Convention] to send observers;", "cites")]
    [InlineData("Encourages parties to [the Framework Convention] that have not done so to ratify its Protocol;", "cites")]
    [InlineData("Encourages States to consider ratifying, accepting, approving or acceding to [the Convention];", "urges-ratification")]
    [InlineData("Deplores the breaches by both sides of [the Armistice Agreement];", "urges-compliance")]
    [InlineData("Deplores the refusal of both sides to honour [the Armistice Agreement];", "urges-compliance")]
    [InlineData("Deplores the shelling of the bridge, as reported in [document S/1/1];", "guided-by")]
    [InlineData("Deplores the shelling of the bridge that [resolution 2/2] rebuilt;", "cites")]
    [InlineData("Rejecting [resolution 3/3], which no State defended,", "deplores")]
    [InlineData("Alarmed by breaches of [the Armistice Agreement],", "notes-with-concern")]
    [InlineData("Notes, having regard to [resolution 4/4], the growth of the port;", "guided-by")]
    [InlineData("Notes, having regard to resolution 4/4, the adoption of [the Port Convention];", "takes-note")]
    [InlineData("Reaffirms, as a contribution to [the 2030 Agenda], its earlier calls;", "cites")]
    [InlineData("Reaffirms, as set out in [the Rome Declaration], the right to food;", "reaffirms")]
    [InlineData("The Council is troubled by the news. It recalls [resolution 5/5].", "recalls")]
    [InlineData("The Council welcomes the talks. Their hosts spoke of [resolution 5/5].", "cites")]
    [InlineData("Decides that this paragraph replaces paragraph 2 of resolution 1/1, but that paragraph 4 of [resolution 3/3] remains;",
        "cites")]
    [InlineData("Decides to extend the mandate of the Office, as a mission to carry out its mandate, as set out in [resolution 2/2];",
        "renews")]
    [InlineData("Decides to extend the mandate of the Office to carry out the mandate of the Panel, as set out in [resolution 2/2];",
        "guided-by")]
    [InlineData("Recalls paragraph 2 of [resolution 2/2], as extended by resolution 3/3, and further extends its authorizations until 30 June 2024;", "renews")]
    [InlineData("Recalls paragraph 2 of resolution 2/2, as extended by [resolution 3/3], and further extends its authorizations until 30 June 2024;", "recalls")]
    [InlineData("Decides that credits shall be shared on the basis of the scale, and [the Harbour Rules] shall be amended accordingly;",
        "amends")]
    [InlineData("Authorizes the pilots to stay until June, and thereby amends paragraph 2 of [the Harbour Rules];", "amends")]
    [InlineData("Deploring that the parties have not respected or honoured [the Harbour Accord],", "urges-compliance")]
    [InlineData("Approves the proposal of the Secretary-General to extend the mandate set out in [resolution 2/2] until 30 June 2024;",
        "renews")]
    [InlineData("Requests a report in accordance with annex I to document A/1 and annex II to [document A/2];", "guided-by")]
    [InlineData("Took note of the amendments, adopted by the parties to [the Plan].", "takes-note")]
    [InlineData("The Assembly endorsed the report and decided that the Board would study [the Plan].", "cites")]
    [InlineData("We welcome all efforts to implement [the Plan] and recognize the work ahead.", "welcomes")]
    [InlineData("The ports are silted. We therefore urge harbour masters to implement [the Plan].", "implements")]
    [InlineData("We welcome the Plan, and reaffirm [the Agenda].", "reaffirms")]
    [InlineData("Took note of information on the dredging of harbours under [the Plan];", "takes-note")]
    [InlineData("The Committee welcomed [the Plan].", "welcomes")]
    [InlineData("Adopted by the Assembly in [resolution 2/2].", "cites")]
    [InlineData("Notes the work of pilots in accordance with the rules of the harbour, as well as the dredging foreseen in [the Plan];",
        "takes-note")]
    [InlineData("Notes the work of pilots in accordance with the Harbour Rules, as well as in [the Plan];", "guided-by")]
    [InlineData("Urges States to consider acceding to the Convention, as well as to study the option in [the Plan];", "cites")]
    [InlineData("Convinced that each port must act in a way consistent with its means to dredge the channels named in [the Plan],",
        "cites")]
    [InlineData("Recalls [resolution 2/2], welcomes the report, and extends its mandate;", "recalls")]
    [InlineData("Recalls paragraph 2 of [resolution 2/2], and decides not to extend its measures;", "recalls")]
    [InlineData("Welcomes the exhibition “Our river. Our home” opened under [the River Convention];", "welcomes")]
    [InlineData("Notes that action in line with article 6 of the Convention is without prejudice to [the Protocol];", "takes-note")]
    [InlineData("Affirms that trade in a manner consistent with the Port Code has helped [the Port Agenda];", "reaffirms")]
    [InlineData("Stresses the duties of States, in accordance with the Convention, [the Protocol] and the Code, to report;", "guided-by")]
    [InlineData("Stresses that, in accordance with the Convention, [the Protocol] governs the port;", "cites")]
    [InlineData("Calls for talks on the basis of relevant resolutions, the route map and [the Port Initiative];", "guided-by")]
    [InlineData("Invites States, when signing or ratifying [the Convention], to make no reservation;", "cites")]
    [InlineData("Invites the Board to apply the implementation plan of [the Port Agenda];", "cites")]
    [InlineData("Invites the Board to implement policies and programmes on ports, including through [the Port Agenda];", "cites")]
    [InlineData("Invites the Board to implement measures set out in [the Port Agenda];", "implements")]
    [InlineData("Invites the Board to ensure the implementation of the Port Agenda and provide funds to parties to [the Convention];",
        "cites")]
    [InlineData("Invites States to comply with resolution 1/1 and, in the event of a storm, for reasons given in [resolution 2/2], to close the port;", "cites")]
    [InlineData("Urges States to stop planning or implementing steps not in accordance with [the Charter];", "cites")]
    [InlineData("Urges States to avoid steps that hinder the implementation of [the Port Agenda];", "cites")]
    [InlineData("Urges States to prevent storms, and takes note of [resolution 1/1];", "takes-note")]
    [InlineData("Urges the pilots, while respecting and upholding [the Port Code], to sail;", "cites")]
    [InlineData("Stresses that States are in full compliance with [resolution 1/1];", "cites")]
    [InlineData("Requests the Board to report on compliance with [resolution 1/1];", "cites")]
    [InlineData("Endorses the report, subject to the provisions of [the present resolution];", "cites")]
    [InlineData("Recalling resolution 1/1 on islands within the meaning of the Convention, as well as [resolution 2/2],", "recalls")]
    [InlineData("The Committee considered and adopted [the Port Plan].", "endorses")]
    [InlineData("The Committee noted the study “Ships at sea.” In [resolution 1/1], members had asked for it.", "cites")]
    [InlineData("Recalling that the study Ports: Reaching the Goals describes the implementation of [the Port Agenda],", "recalls")]
    [InlineData("Intends to consider, as appropriate, renewing the powers given in [resolution 1/1];", "cites")]
    [InlineData("Decides to extend the mandate set out in resolution 1/1, as most recently renewed by paragraph 2 of [resolution 2/2];",
        "cites")]
    [InlineData("Decides that, for six months from today, to renew the powers set out in resolution 1/1, as renewed by [resolution 2/2];",
        "cites")]
    [InlineData("Condemns the shelling in violation of the truce agreed between the parties and obligations under [the Port Agreement];",
        "urges-compliance")]
    [InlineData("Expects the pilots to comply with [resolution 1/1];", "urges-compliance")]
    public void The_nearest_governing_words_decide(string clause, string treatment) => Of(clause).Treatment.Word().ShouldBe(treatment);

    [Fact]
    public void An_item_inherits_the_head_of_the_paragraph_above_it()
    {
        var (resolution, spans) =
            MarkedClauses.Document(("OP4", null, "Urges Member States:"), ("OP4(a)", "OP4", "To ratify [the Convention];"),
                ("OP4(b)", "OP4", "In the spirit of [the Charter], to cooperate;"), ("OP4(c)", "OP4", "Reaffirms [the Charter];"));
        var classifier = new TreatmentClassifier(Works.Listed, resolution);
        classifier.Classify(1, spans[1]).Treatment.ShouldBe(Treatment.UrgesRatification);
        var inherited = classifier.Classify(2, spans[2]);
        inherited.Treatment.ShouldBe(Treatment.Cites);
        inherited.Verb!.Text.ShouldBe("Urges");
        classifier.Classify(3, spans[3]).Treatment.ShouldBe(Treatment.Reaffirms);
    }

    [Theory]
    [InlineData("Decides to extend the mandate set out in [resolution 2000 (2011)];",
        "“Decides to extend” governs “the mandate set out in resolution 2000 (2011)”.")]
    [InlineData("Decides to create a panel on [the Convention];",
        "“Decides to create” acts on something else; the work is in another clause or in what that is about.")]
    [InlineData("Decides not to extend the mandate set out in [resolution 1/1];",
        "“Decides not to extend” is negated, so the work is only cited.")]
    [InlineData("Requests a report in accordance with [resolution 1/1];", "“in accordance with” gives the basis: “resolution 1/1”.")]
    [InlineData("Decides that paragraph 3 of [resolution 1/1] shall be replaced;", "“replaced” says what happens to “resolution 1/1”.")]
    [InlineData("Annex on [resolution 1/1]", "No verb governs it.")]
    [InlineData("Recalling resolutions 1/1 of 15 March 2011, 1/2 of 16 March 2012, 1/3 of 17 March 2013, 1/4 of 18 March 2014 and [1/5],",
        "“Recalling” governs “resolutions 1/1 of 15 March 2011, 1/2 of 16 … 1/5”.")]
    [InlineData("Calls upon States to implement [resolution 1/1];", "“Calls upon States to implement” governs “resolution 1/1”.")]
    [InlineData("Taking note of the report of the Board on the state of the piers of the eastern ports, including those that a storm destroyed[,]", "“Taking note of” governs “the report of the Board on the state of the … including those that a storm destroyed”.")]
    public void The_reason_names_the_verb_and_its_object(string clause, string reason) => Of(clause).Why.ShouldBe(reason);

    [Fact]
    public void A_text_does_not_renew_itself_but_can_end_what_it_ordered()
    {
        var (resolution, spans) =
            MarkedClauses.Document(("OP1", null, "Decides to extend the mandate set out in [paragraph 4 above];"),
                ("OP2", null, "Decides to terminate the measures set out in [paragraph 4 above];"));
        var classifier = new TreatmentClassifier(Works.Listed, resolution);
        classifier.Classify(0, spans[0], isSelf: true).ShouldSatisfyAllConditions(
            r => r.Treatment.ShouldBe(Treatment.Cites),
            r => r.Why.ShouldBe("The mention is of this text itself, which “extend” cannot act on."));
        classifier.Classify(1, spans[1], isSelf: true).Treatment.ShouldBe(Treatment.Terminates);
    }

    [Theory]
    [InlineData("Decides to extend until 15 May 2021 the tasks set out in [resolution 1/1];", "2021-05-15")]
    [InlineData("Decides to renew the measures set out in [resolution 1/1], and counted since 3 May 2010, until 9 November 2019;",
        "2019-11-09")]
    [InlineData("Extends the stay of the Force, set up under [resolution 1/1], for a further period ending on 15 June 1990;", "1990-06-15")]
    [InlineData("Extends the stay of the Force, set up under [resolution 1/1], for a further period ending on IS June 1990;", "1990-06-15")]
    [InlineData("Notes the end on 1 May 2020, and decides to extend the mandate in [resolution 1/1] to 15 July 2024;", "2024-07-15")]
    [InlineData("Decides to renew, for a period of twelve months from the date of adoption of this resolution, the powers in [resolution 1/1];", "2023-09-29")]
    [InlineData("Decides that, for a further period of two years from the date of this resolution, to renew the powers in [resolution 1/1];", "2024-09-29")]
    [InlineData("Decides to renew until one year from the date of adoption of this resolution the measures imposed by [resolution 1/1];",
        "2023-09-29")]
    [InlineData("Decides to renew the powers in [resolution 1/1] for another six months, that is, until 30 March;", "2023-03-30")]
    [InlineData("Decides to extend the mandate in [resolution 1/1]; and to report by 1 May 2030;", null)]
    [InlineData("Decides to extend the mandate in [resolution 1/1], and requests the Panel to stay until 1 May 2030;", null)]
    [InlineData("Decides to extend until 31 February 2030 the mandate in [resolution 1/1];", null)]
    public void The_day_until_which_something_is_extended_is_the_first_after_the_verb(string clause, string? until)
    {
        var (resolution, spans) = MarkedClauses.Document(("OP1", null, clause));
        var reading = new TreatmentClassifier(Works.Listed, resolution
            with
        { Front = new FrontMatter { Date = new DateOnly(2022, 9, 29) } }).Classify(0, spans[0]);
        reading.Treatment.ShouldBe(Treatment.Renews);
        reading.Until.ShouldBe(until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Items_below_an_extended_mandate_are_not_extended()
    {
        var (resolution, spans) =
            MarkedClauses.Document(("OP4", null, "Decides to extend the mandate of the Rapporteur:"),
                ("OP4(a)", "OP4", "To promote [the Declaration];"), ("OP5", null, "Decides to extend the measures imposed by:"),
                ("OP5(a)", "OP5", "Paragraph 3 of [resolution 1/1];"));
        var classifier = new TreatmentClassifier(Works.Listed, resolution);
        classifier.Classify(1, spans[1]).Treatment.ShouldBe(Treatment.Cites);
        classifier.Classify(3, spans[3]).Treatment.ShouldBe(Treatment.Renews);
    }

    [Fact]
    public void An_item_takes_the_to_of_its_paragraph_or_has_a_verb_of_its_own()
    {
        var (resolution, spans) =
            MarkedClauses.Document(("OP4", null, "Decides to:"), ("OP4(a)", "OP4", "Extend the mandate set out in [resolution 1/1];"),
                ("OP5", null, "We decide to:"),
                ("OP5(a)", "OP5", "Secure funds to close the gap and speed up the implementation of [the Plan];"));
        var classifier = new TreatmentClassifier(Works.Listed, resolution);
        classifier.Classify(1, spans[1]).Treatment.ShouldBe(Treatment.Renews);
        classifier.Classify(3, spans[3]).Treatment.ShouldBe(Treatment.Implements);
    }

    [Fact]
    public void Every_word_that_only_changes_what_governs_is_needed_by_its_example()
    {
        var rows = Works.Listed.Verbs.Rows;
        var idle = rows.Where(r => !r.Place.Governs() && r.Place is not (VerbPlace.Tone or VerbPlace.Time)
            && rows.Count(o => o.Words == r.Words) == 1)
            .Where(r => Reading(new VerbLexicon(VerbList.Of([.. rows.Where(o => o != r)])), r.Example) == r.Treatment)
            .Select(r => $"{r.Words} ({r.Place}): {r.Example}").ToList();
        idle.ShouldBeEmpty(string.Join('\n', idle));
    }

    private static Treatment Reading(VerbLexicon lexicon, string marked)
    {
        var (resolution, spans) = MarkedClauses.Document(("OP1", null, marked));
        return new TreatmentClassifier(lexicon, resolution).Classify(0, spans[0]).Treatment;
    }

    private static TreatmentReading Of(string marked)
    {
        var (resolution, spans) = MarkedClauses.Document(("OP1", null, marked));
        return new TreatmentClassifier(Works.Listed, resolution).Classify(0, spans[0]);
    }

    private static string Folded(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetter));
}
