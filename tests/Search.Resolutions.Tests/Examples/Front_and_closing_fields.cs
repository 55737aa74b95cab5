namespace Search.Resolutions.Tests.Examples;

public class Front_and_closing_fields
{
    private static FrontMatter Front(string front, string organ = "The General Assembly,") =>
        Reference.Parse(front + "\n\n" + organ
            + "\n\nRecalling the Pact,\n\n1. Decides to act.\n\n77th plenary meeting\n22 December 2003\n").Front;

    [Theory]
    [InlineData("78/157. Ferries of the strait", "The General Assembly,", "A/RES/78/157")]
    [InlineData("16/1. Ferries of the strait", "The Human Rights Council,", "A/HRC/RES/16/1")]
    [InlineData("1996/26. Ferries of the strait", "The Economic and Social Council,", "E/RES/1996/26")]
    [InlineData("ECOSOC Resolution 2003/20", "The Economic and Social Council,", "E/RES/2003/20")]
    [InlineData("Resolution 353 (1974)", "The Security Council,", "S/RES/353(1974)")]
    [InlineData("47 (1948). Resolution of 21 April 1948", "The Security Council,", "S/RES/47(1948)")]
    [InlineData("217 (III). Ferries of the strait", "The General Assembly,", "A/RES/217(III)")]
    [InlineData("2200 A (XXI). Ferries of the strait", "The General Assembly,", "A/RES/2200(XXI) A")]
    [InlineData("663 E (XXIV). Ferries of the strait", "The Economic and Social Council,", "E/RES/663(XXIV) E")]
    [InlineData("S-27/2. Ferries of the strait", "The General Assembly,", "A/RES/S-27/2")]
    [InlineData("49/4. Ferries of the strait", "The Commission on Narcotic Drugs,", "CND/RES/49/4")]
    [InlineData("2004/110. Ferries of the strait", "The Commission on Human Rights,", "E/CN.4/RES/2004/110")]
    [InlineData("A/C.3/80/L.12", "The General Assembly,", "A/C.3/80/L.12")]
    [InlineData("United Nations        S/RES/1445 (2002)", "The Security Council,", "S/RES/1445(2002)")]
    public void The_symbol_is_canonical(string line, string organ, string symbol) => Front(line, organ).Symbol.ShouldBe(symbol);

    [Fact]
    public void A_modern_resolution_gives_all_its_fields()
    {
        var front = Front("United Nations \nA/RES/78/228\n\nGeneral Assembly \nDistr.: General \n3 January 2024\n\nSeventy-eighth session \nAgenda item 128\n\nResolution adopted by the General Assembly \non 19 December 2023\n\n[on the report of the Third Committee (A/78/482, para. 29)]\n\n78/228. Ferries of the \nstrait");
        front.Symbol.ShouldBe("A/RES/78/228");
        front.Title.ShouldBe("Ferries of the strait");
        front.Organ.ShouldBe(Organ.GeneralAssembly);
        front.Kind.ShouldBe(DocumentKind.Resolution);
        front.Date.ShouldBe(new DateOnly(2023, 12, 19));
        front.Session.ShouldBe("Seventy-eighth session");
        front.AgendaItem.ShouldBe("Agenda item 128");
        front.CommitteeReport.ShouldBe("on the report of the Third Committee (A/78/482, para. 29)");
        front.Meeting.ShouldBe("77th plenary meeting");
    }

    [Fact]
    public void A_draft_names_its_sponsors()
    {
        var front = Front("A/C.3/80/L.12\n\nOstrel, Tavaria and \nUruguay: draft resolution\n\nFerries of the strait");
        front.Kind.ShouldBe(DocumentKind.Draft);
        front.Sponsors.ShouldBe("Ostrel, Tavaria and Uruguay");
        front.Title.ShouldBe("Ferries of the strait");
    }

    [Fact]
    public void A_statement_counts_its_paragraphs()
    {
        var resolution = Reference.Parse(
            "S/PRST/2015/9\n\nStatement by the President of the Security Council\n\nAt the 7000th meeting of the Security Council the President made the following statement on behalf of the Council:\n\n“The Security Council welcomes the calm.\n\n“The Council will remain seized of the matter.”\n");
        resolution.Front.Kind.ShouldBe(DocumentKind.Statement);
        resolution.Clauses.Where(c => c.Kind == ClauseKind.Operative).Select(c => c.Label.ToString()).ShouldBe(["OP1", "OP2"]);
    }

    [Theory]
    [InlineData("Resolution 883 (1993)\n11 November 1993")]
    [InlineData("Resolution 464 (1980)\nOf 19 February 1980")]
    [InlineData("Resolution 206 (1965)\nef 15 June 1965")] // a scan
    [InlineData("14 (1946). Resolution of 16 December 1946\n\nTo this end,")]
    public void A_date_or_the_piece_of_a_sentence_is_no_title(string head) => Front(head, "The Security Council,").Title.ShouldBeNull();

    [Theory]
    [InlineData("President’s statement\n\nPRST 20/1.\nReports on ferries", "A/HRC/PRST/20/1", "Reports on ferries")]
    [InlineData("Statement by the President\n\nPRST OS/12/1. Efficiency of ferries", "A/HRC/PRST/OS/12/1", "Efficiency of ferries")]
    public void A_statement_by_the_President_of_the_Human_Rights_Council_has_its_number_and_title(string head, string symbol, string title)
    {
        var front = Reference.Parse("Human Rights Council\n\nTwentieth session\n\n" + head
            + "\n\nAt the 33rd meeting, held on 6 July 2012, the President of the Human Rights Council read out the following statement:\n\n“The Human Rights Council,\n\nRecalling the Pact,\n\n1. Decides to act.”\n").Front;
        (front.Kind, front.Symbol, front.Title).ShouldBe((DocumentKind.Statement, symbol, title));
    }

    [Fact]
    public void The_closing_tells_meeting_vote_and_date()
    {
        var front = Reference.Parse(
            "Resolution 9 (1992)\nof 31 March 1992\n\nThe Security Council,\n\n1. Decides to act.\n\nAdopted at the 3063rd meeting by 10 votes to\nnone, with 5 abstentions.\n").Front;
        front.Meeting.ShouldBe("3063rd meeting");
        front.Vote.ShouldBe("Adopted at the 3063rd meeting by 10 votes to none, with 5 abstentions.");
        front.Date.ShouldBe(new DateOnly(1992, 3, 31));
    }

    [Fact]
    public void A_statement_tells_its_council_meeting_and_subject_in_its_first_sentence()
    {
        var front = Reference.Parse(
            "Statement by the President of the Security Council\n\nAt the 6479th meeting of the Security Council, held on 11 February 2011, in connection with the Council’s consideration of the item entitled “Ferries of the strait”, the President made the following statement on behalf of the Council:\n\n“The Security Council welcomes the calm.”\n").Front;
        front.Organ.ShouldBe(Organ.SecurityCouncil);
        front.Meeting.ShouldBe("6479th meeting");
        front.Date.ShouldBe(new DateOnly(2011, 2, 11));
        front.Title.ShouldBe("Ferries of the strait");
    }

    [Theory]
    [InlineData("Ostrel: draft decision")]
    [InlineData("Ostrel: amendment to draft resolution A/C.6/80/L.3")]
    public void A_proposal_without_an_enacting_line_is_titled_below_its_sponsors(string sponsors) =>
        Reference.Parse("A/C.6/80/L.9\n\n" + sponsors
            + "\n\nFerries of the strait\n\nDelete paragraph 3 of the draft.\n").Front.Title.ShouldBe("Ferries of the strait");

    [Fact]
    public void A_bound_volume_prints_the_session_over_its_page()
    {
        var front = Reference.Parse(
            "<!-- Page 1 -->\n\n22\tGeneral Assembly—Fourteenth Session\n\n1392 (XIV). Ferries\n\nThe General Assembly,\n\n1. Decides to act.\n\n841st plenary meeting,\n").Front;
        front.Session.ShouldBe("Fourteenth Session");
        front.Title.ShouldBe("Ferries");
    }

    [Fact]
    public void The_number_of_a_meeting_that_a_scan_has_torn_is_joined() =>
        Reference.Parse("The Security Council,\n\n1. Decides to act.\n\nAdopted unanimously at the 287 1st meeting.\n").Front.Meeting.ShouldBe("2871st meeting");

    [Fact]
    public void Symbol_and_organ_are_of_one_body_even_where_metadata_contradict_the_print()
    {
        var source = new Search.Resolutions.Text.SourceText
        {
            Name = "example",
            Text = "E/RES/2014/31\n\nThe Economic and Social Council,\n\n1. Decides to act.\n",
            Stated = new("A/RES/68/931"),
        };
        var front = Search.Resolutions.Parsing.ResolutionParser.Parse(source).Front;
        DocumentSymbol.Parse(front.Symbol!, null).Organ.ShouldBe(front.Organ);
    }

    [Theory]
    [InlineData("Security Council\nResolution 1521\n22 December 2003", "S/RES/1521(2003)")]
    [InlineData("Security Council\nResolution 1540\n28 April 2023", null)] // of another year than the number
    [InlineData("S/RES/2134 (2023) 18-06872", "S/RES/2134(2023)")]
    [InlineData("A/RES/80/901\t25-160021", "A/RES/80/901")]
    public void A_number_at_the_head_is_told_from_what_is_printed_beside_it(string head, string? symbol) =>
        Front(head, "The Security Council,").Symbol.ShouldBe(symbol);
}
