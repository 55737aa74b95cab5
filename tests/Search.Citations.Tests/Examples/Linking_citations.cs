using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Examples;

public class Linking_citations
{
    private const string Trafficking = """
        The General Assembly,

        Recalling the United Nations Convention against Transnational Organized Crime,¹ and in particular the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing that Convention,²

        Recalling also the Convention on the Rights of the Child³ (hereinafter “the Children’s Convention”), and its resolution 58/137 of 22 December 2003,

        1. Urges States to accede to that Protocol, in accordance with article 3 of the Children’s Convention;

        2. Requests a report on paragraph 1 above and on the implementation of the present resolution.

        ¹ Resolution 55/25, annex I.

        ² Ibid., annex II.

        ³ United Nations, Treaty Series, vol. 1577, No. 27531.
        """;

    [Fact]
    public void A_note_gives_the_source_of_what_stands_at_its_mark()
    {
        var citation = Find(Trafficking, "Resolution 55/25");
        citation.Note.ShouldNotBeNull();
        citation.Link.ShouldBe(new Link.Linked(new("A/RES/55/25"), new WorkId("untoc")));
        citation.Pinpoint.ShouldBe("annex I");
    }

    [Fact]
    public void Ibid_repeats_the_note_before_with_its_own_part() =>
        Find(Trafficking, "Ibid.").Link.ShouldBe(new Link.Linked(new("A/RES/55/25"), new WorkId("palermo-protocol")));

    [Fact]
    public void That_convention_is_the_one_named_before_and_not_the_protocol_about_it() =>
        Find(Trafficking, "that Convention").Link.ShouldBe(new Link.Linked(new("untoc")));

    [Fact]
    public void That_protocol_is_the_protocol() =>
        Find(Trafficking, "that Protocol").Link.ShouldBe(new Link.Linked(new("palermo-protocol")));

    [Fact]
    public void A_treaty_series_volume_and_number_mean_the_instrument() =>
        Find(Trafficking, "United Nations, Treaty Series, vol. 1577, No. 27531").Link.ShouldBe(new Link.Linked(new("crc")));

    [Fact]
    public void Its_resolution_belongs_to_the_enacting_organ() =>
        Find(Trafficking, "its resolution 58/137").Link.ShouldBe(new Link.Linked(new("A/RES/58/137")));

    [Fact]
    public void A_paragraph_above_is_a_part_of_the_document_itself()
    {
        var citation = Find(Trafficking, "paragraph 1 above");
        citation.Kind.ShouldBe(CitationKind.Internal);
        citation.Link.ShouldBe(new Link.Linked(WorkId.Self));
        citation.Pinpoint.ShouldBe("para. 1");
    }

    [Fact]
    public void The_mark_wins_over_an_ibid_that_contradicts_it_and_the_conflict_is_reported()
    {
        const string text = """
            The Economic and Social Council,

            Recalling the note by the Chief Executives Board,¹ and the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the United Nations Convention against Transnational Organized Crime,²

            ¹ CEB/2005/HLC/IX/CRP.7, annex A.

            ² Ibid., annex II.
            """;
        var citation = Find(text, "Ibid.");
        citation.Link.ShouldBe(new Link.Linked(new("A/RES/55/25"), new WorkId("palermo-protocol")));
        citation.Evidence.ShouldContain("CEB/2005/HLC/IX/CRP.7");
    }

    [Fact]
    public void A_name_that_only_its_note_explains_is_learned_for_the_rest_of_the_document()
    {
        const string text = """
            The General Assembly,

            Reaffirming the Global Plan of Action,¹

            1. Calls upon States to implement the Global Plan of Action.

            ¹ Resolution 64/293.
            """;
        Linked(text).Count(c => c.Text == "the Global Plan of Action" && c.Link == new Link.Linked(new("A/RES/64/293"))).ShouldBe(2);
    }

    [Fact]
    public void A_draft_that_the_body_only_recommends_speaks_with_the_voice_of_the_body_it_names()
    {
        const string text = """
            The Economic and Social Council,

            Recommends to the General Assembly the adoption of the following draft resolution:

            “The General Assembly,

            “Recalling its resolution 55/25 of 15 November 2000,

            “1. Urges States to act.”
            """;
        Find(text, "its resolution 55/25").Link.ShouldBe(new Link.Linked(new("A/RES/55/25")));
    }

    [Fact]
    public void A_number_that_no_organ_claims_is_left_open_with_the_reason() =>
        new CitationLinker(Works.Few).Extract("in accordance with resolution 3/2")[0].Link.ShouldBeOfType<Link.Unknown>().Reason
            .ShouldContain("No organ");

    [Theory]
    [InlineData("Recalling General Assembly resolution 55/25 and resolution 1325 (2000),", "A/RES/55/25 S/RES/1325(2000)")]
    [InlineData("the Council in its resolution 2004/31, Assembly resolution 71/280 and Council resolution 16/1",
        "E/RES/2004/31 A/RES/71/280 A/HRC/RES/16/1")]
    [InlineData("Security Council resolution 1325 and resolutions 242 (1967), 338 (1973)",
        "S/RES/1325(2000) S/RES/242(1967) S/RES/338(1973)")]
    public void Impossible_sessions_and_forms_tell_the_organ(string text, string targets) =>
        string.Join(' ', new CitationLinker(Works.Few).Extract(text).Select(c => c.Link).OfType<Link.Linked>().Select(l => l.Target))
            .ShouldBe(targets);

    [Theory]
    [InlineData("Takes note of the report to the Human Rights Council submitted pursuant to resolutions 34/24 and 40/20,", "34/24",
        "A/HRC/RES/34/24")]
    [InlineData("Takes note of the report to the Human Rights Council submitted pursuant to resolutions 34/24 and 40/20,", "40/20",
        "A/HRC/RES/40/20")]
    // the session was over
    [InlineData("Recalling Human Rights Council resolutions 48/4 of 7 October 2021 and 54/21 of 16 October 2023,", "54/21", null)]
    [InlineData("Recalling its resolution 72/256 of 24 December 2107,", "72/256", null)]
    public void A_number_is_of_the_organ_that_the_words_and_the_day_allow(string clause, string number, string? target) =>
        (Linked("The General Assembly,\n\n" + clause + "\n\n1. Decides to act.")
            .First(c => c.Text.Contains(number, StringComparison.Ordinal)).Link is Link.Linked linked
            ? linked.Target.Value
            : null).ShouldBe(target);

    [Theory]
    [InlineData("Recalling the terms of reference endorsed by the Economic and Social Council in its resolution 2005/55,", "E/RES/2005/55")]
    [InlineData("Recalling the report which the Economic and Social Council took note of in its decision 2005/236, in which the Commission called for a survey,", "E/DEC/2005/236")]
    [InlineData("Noting that the Economic and Social Council reviewed the methods of work, and that the Council, in its resolution 2016/25, decided on them,", "E/RES/2016/25")]
    [InlineData("Noting that the Economic and Social Council met and that, in its decision 2017/260 (see E/2017/25, chap. I.A), the Council decided on the theme,", "E/DEC/2017/260")]
    [InlineData("Noting that the Economic and Social Council adopted resolution 2016/25 on the methods of work,", "E/RES/2016/25")]
    [InlineData("Recalling that, in its resolution 2016/3 (see E/2016/25, chap. I.B), the Commission decided on its theme,",
        "CPD/RES/2016/3")]
    [InlineData("Recalling its resolution 2016/3 and the work of the Economic and Social Council,", "CPD/RES/2016/3")]
    public void A_subsidiary_body_that_numbers_its_acts_as_its_parent_does_speaks_of_whose_act_the_words_say(string clause,
        string target) =>
        Linked("The Commission on Population and Development,\n\n" + clause + "\n\n1. Decides to act.")
            .First(c => c.Kind is CitationKind.Resolution or CitationKind.Decision)
            .Link.ShouldBeOfType<Link.Linked>().Target.Value.ShouldBe(target);

    [Fact]
    public void A_name_that_several_bodies_have_does_not_decide_whose_act_was_adopted() =>
        Find("The General Assembly,\n\nNoting that the Governing Council adopted resolution 19/5,\n\n1. Decides to act.",
            "resolution 19/5").Link.ShouldBeOfType<Link.Unknown>();

    [Theory]
    [InlineData("Working towards targets 5.2 and 8.7,", "2030-agenda targets 5.2 and 8.7")]
    [InlineData("Working towards goal 16, target 9,", "2030-agenda target 16.9")]
    [InlineData("Working towards target 7.D on slums,", "")] // of the Millennium Goals: the Agenda has no such target
    [InlineData("Working towards goal 7, target 11,", "")]
    public void A_target_by_number_is_one_that_the_agenda_has(string clause, string cited) =>
        string.Join(' ', Agenda("A/RES/75/901", clause).Select(c => $"{((Link.Linked)c.Link).Target} {c.Pinpoint}")).ShouldBe(cited);

    [Fact]
    public void A_text_older_than_the_agenda_cites_none_of_its_targets() =>
        Agenda("A/RES/65/901", "Working towards target 7.2 on slums,").ShouldBeEmpty();

    private static IEnumerable<Citation> Agenda(string symbol, string clause) => new CitationLinker(Works.Listed)
        .Link(ResolutionParser.Parse(new SourceText
        {
            Name = "agenda",
            Text = $"{symbol}\n\nResolution adopted by the General Assembly\non 12 May {(symbol.Contains("/65/", StringComparison.Ordinal) ? 2011 : 2021)}\n\nThe General Assembly,\n\n{clause}\n\n1. Decides to act."
        }))
        .Where(c => c.Pinpoint.Contains("target", StringComparison.Ordinal));

    private static IEnumerable<Citation> Linked(string text) =>
        new CitationLinker(Works.Few).Link(ResolutionParser.Parse(new SourceText { Name = "example", Text = text }));

    private static Citation Find(string text, string mention) => Linked(text).First(c => c.Text == mention);
}
