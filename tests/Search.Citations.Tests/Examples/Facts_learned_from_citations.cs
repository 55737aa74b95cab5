using Search.Citations.Facts;
using Search.Citations.Identity;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Examples;

public class Facts_learned_from_citations
{
    private static readonly CitationLinker Linker = new(Works.Listed);

    [Theory]
    [InlineData("Recalling its resolution 69/313 of 27 July 2015,", "A/RES/69/313", "2015-07-27")]
    [InlineData("Recalling its resolutions 69/300 of 1 May 2015 and 69/313 of 27 July 2015,", "A/RES/69/300", "2015-05-01")]
    [InlineData("Recalling its resolution 47/62 A of 9 December 1992,", "A/RES/47/62 A", "1992-12-09")]
    [InlineData("Having considered the report of the Secretary-General of 4 June 2007 (S/2007/328),", "S/2007/328", "2007-06-04")]
    [InlineData("Having considered the report of the Secretary-General of 26 January 1993 on the situation in the valley (S/25170),",
        "S/25170", "1993-01-26")]
    [InlineData("Noting the letter dated 5 May 2001 from the Permanent Representative of Chad addressed to the Secretary-General (A/55/931),", "A/55/931", "2001-05-05")]
    [InlineData("Recalling the Port Lantern Declaration, adopted in Port Lantern in October 2018,", "title:Port Lantern Declaration",
        "2018-10")]
    public void A_citation_that_prints_the_date_teaches_it(string preamble, string work, string date) =>
        Learn(Preamble("one", preamble)).Value(new(work), FactKind.Date).ShouldBe(date);

    [Theory]
    // the session was not open: the day is the report's
    [InlineData("Recalling the report on its resolution 69/313 of 27 July 2009,", "A/RES/69/313")]
    [InlineData("Recalling the letters of 5 May and 6 June 2001 (A/55/931),", "A/55/931")]
    [InlineData("Noting the report of the Secretary-General on the implementation of the agreement of 5 May 2001 (A/55/931),", "A/55/931")]
    [InlineData("Noting the situation after the elections of 5 May 2001 (A/55/931),", "A/55/931")]
    public void A_date_of_something_else_teaches_nothing(string preamble, string work) =>
        Learn(Preamble("one", preamble)).Value(new(work), FactKind.Date).ShouldBeNull();

    [Theory]
    [InlineData("Recalling all its previous resolutions and the statements of its President on the situation in Ostrel, including resolution 733 (1992),", "Situation in Ostrel")]
    [InlineData("Reaffirming its previous resolutions concerning Tavaria,", "Tavaria")]
    [InlineData("Recalling its previous resolutions and statements on the Republic of Tavaria (RT), in particular resolution 733 (1992),",
        "Republic of Tavaria")]
    [InlineData("Reaffirming all its previous resolutions concerning the situation in Ostrel and underlining the importance of them,",
        "Situation in Ostrel")]
    [InlineData("Having considered the grave situation in Ostrel,", "Situation in Ostrel")]
    [InlineData("Having examined the application of the Republic of Tavaria for admission to the United Nations,",
        "Application of the Republic of Tavaria for admission to the United Nations")]
    [InlineData("Having considered the report of the Secretary-General of 4 June 1992 (S/24050) on the United Nations Observer Force in Ostrel,", "United Nations Observer Force in Ostrel")]
    [InlineData("Deeply concerned at the situation in Ostrel, Tavaria,", null)] // where the name ends is not certain
    [InlineData("Having considered the report of the Secretary-General on his mission,", null)]
    [InlineData("Recalling its resolution 733 (1992) on the situation in Ostrel,", null)] // of that resolution
    [InlineData("Recalling its previous resolutions and the report on Ostrel,", null)]
    [InlineData("Recalling its previous resolutions, in particular resolution 733 (1992) on Ostrel,", null)]
    public void A_resolution_of_the_Security_Council_says_its_subject_where_it_recalls_all_earlier_ones_on_it_or_considers_it(
        string preamble, string? subject)
    {
        var resolution = ResolutionParser.Parse(new SourceText
        {
            Name = "own",
            Text = $"Resolution 2246 (2015)\n\nThe Security Council,\n\n{preamble}\n\n1. Decides to act.\n"
        });
        var entry = new CorpusEntry(resolution, Linker.Link(resolution), resolution.Front.Symbol);
        LearnedFacts.Learn([(entry, new("S/RES/2246(2015)"))]).Value(new("S/RES/2246(2015)"), FactKind.Title).ShouldBe(subject);
    }

    [Fact]
    public void Texts_that_disagree_on_the_day_leave_the_year_and_an_open_question()
    {
        var facts = Learn(Preamble("one", "Recalling its resolution 69/313 of 27 July 2015,"),
            Preamble("two", "Recalling its resolution 69/313 of 28 July 2015,"));
        var work = new WorkId("A/RES/69/313");
        facts.Value(work, FactKind.Date).ShouldBe("2015");
        facts.Of(work).Where(f => !f.IsAccepted).Select(f => (f.Value, string.Join(' ', f.Documents)))
            .ShouldBe([("2015-07-27", "one"), ("2015-07-28", "two")]);
    }

    [Fact]
    public void One_slip_against_many_texts_decides_nothing_and_stays_listed()
    {
        var texts = Enumerable.Range(0, 12).Select(n => Preamble($"text-{n}", "Recalling its resolution 69/313 of 27 July 2015,"));
        var facts = Learn([.. texts, Preamble("slip", "Recalling its resolution 69/313 of 17 July 2015,")]);
        facts.Value(new("A/RES/69/313"), FactKind.Date).ShouldBe("2015-07-27");
        facts.Of(new("A/RES/69/313")).ShouldContain(f => f.Value == "2015-07-17" && !f.IsAccepted);
    }

    [Theory]
    [InlineData("Recalling its resolution 69/313 of 27 July 2015, entitled “Ways across the river”, and its follow-up,", "A/RES/69/313",
        "Ways across the river")]
    [InlineData("Noting the report entitled “Ways across the river” (A/55/931),", "A/55/931", "Ways across the river")]
    [InlineData("Having considered the report of the Secretary-General on cooperation in river basins (A/55/931),", "A/55/931",
        "Report of the Secretary-General on cooperation in river basins")]
    [InlineData("Having considered the report of the Secretary-General of 4 June 2007 on river basins and lakes (S/2007/328),",
        "S/2007/328", "Report of the Secretary-General on river basins and lakes")]
    // "above" is of this text
    [InlineData("Having considered the report of the Secretary-General on the basins referred to in paragraphs 3 and 4 above (S/2007/328),",
        "S/2007/328", "Report of the Secretary-General")]
    [InlineData("Having considered the report of the Third Committee (A/55/931),", "A/55/931", "Report of the Third Committee")]
    [InlineData("Recalling its resolution 69/313 of 27 July 2015, on the peaceful uses of rivers,", "A/RES/69/313",
        "Peaceful uses of rivers")]
    [InlineData("Recalling its resolutions 69/313 of 27 July 2015 on the uses of rivers and 69/314 of 30 July 2015 on the shores of lakes,",
        "A/RES/69/313", "Uses of rivers")]
    [InlineData("Recalling its resolution 69/313 of 27 July 2015 on uses of rivers, in which it requested a report,", "A/RES/69/313",
        "Uses of rivers")]
    public void A_citation_that_prints_the_title_teaches_it(string preamble, string work, string title) =>
        Learn(Preamble("one", preamble)).Value(new(work), FactKind.Title).ShouldBe(title);

    [Fact]
    public void A_note_that_is_only_a_symbol_takes_the_words_before_its_mark()
    {
        var text = "The General Assembly,\n\nTaking note of the report of the Secretary-General on cooperation in river basins,1\n\n1. Decides to continue.\n\n_______________\n1 A/55/931.\n";
        Learn(Read("one", text)).Value(new("A/55/931"), FactKind.Title)
            .ShouldBe("Report of the Secretary-General on cooperation in river basins");
    }

    [Fact]
    public void Official_Records_are_named_by_their_session_and_supplement()
    {
        var text = "The General Assembly,\n\nTaking note of the report,1\n\n1. Decides to continue.\n\n_______________\n1 Official Records of the General Assembly, Fifty-eighth Session, Supplement No. 12 (A/58/12).\n";
        Learn(Read("one", text)).Value(new("A/58/12"), FactKind.Title)
            .ShouldBe("Official Records of the General Assembly, Fifty-eighth Session, Supplement No. 12");
    }

    [Theory]
    [InlineData("Recalling its resolution 69/313 of 27 July 2015 on a clean, healthy and sustainable river,")]
    // the comma may be inside
    [InlineData("Recalling its resolution 69/313 of 27 July 2015 on the human right to clean, healthy and sustainable rivers,")]
    [InlineData("Recalling its resolution 69/313 on the understanding that rivers flow,")]
    [InlineData("Recalling its resolution 69/313 of 27 July 2015 on the withdrawal of its boats from rivers and lakes,")]
    [InlineData("Recalling its resolution 69/313 on rivers and resolution 69/314 of 27 July 2015,")]
    public void A_subject_whose_end_is_not_certain_is_no_title(string preamble) =>
        Learn(Preamble("one", preamble)).Value(new("A/RES/69/313"), FactKind.Title).ShouldBeNull();

    [Theory]
    [InlineData("Recalling the section of its resolution 69/313 of 27 July 2015 entitled “Ways across the river”,", "A/RES/69/313")]
    [InlineData("Taking note of the Regional Plan of Action on Rivers of the Commission (A/55/931),", "A/55/931")]
    public void Words_about_something_else_are_no_title(string preamble, string work) =>
        Learn(Preamble("one", preamble)).Value(new(work), FactKind.Title).ShouldBeNull();

    [Fact]
    public void Descriptions_that_differ_leave_what_they_share()
    {
        var facts = Learn(
            Preamble("one", "Having considered the report of the Secretary-General on cooperation in river basins (A/55/931),"),
            Preamble("two", "Having considered the report of the Secretary-General on lakes and their shores (A/55/931),"));
        facts.Value(new("A/55/931"), FactKind.Title).ShouldBe("Report of the Secretary-General");
    }

    [Theory]
    [InlineData("S/RES/1325(2000)", "2000")]
    [InlineData("S/PRST/2011/15", "2011")]
    [InlineData("S/2007/328", "2007")]
    [InlineData("E/RES/1996/26", "1996")]
    [InlineData("E/CN.4/RES/2004/110", "2004")]
    [InlineData("E/RES/2023/12", null)] // since 2015 the Council's sessions run from July to July
    [InlineData("A/RES/55/25", null)]
    [InlineData("A/55/931", null)]
    [InlineData("crc", null)]
    public void A_number_alone_gives_the_year_where_a_session_is_one(string work, string? year) =>
        LearnedFacts.YearOf(new(work)).ShouldBe(year);

    [Fact]
    public void A_document_teaches_nothing_about_itself() =>
        LearnedFacts.Learn([(Preamble("one", "Recalling its resolution 69/313 of 27 July 2015,"), new WorkId("A/RES/69/313"))])
            .Of(new("A/RES/69/313")).ShouldBeEmpty();

    private static LearnedFacts Learn(params CorpusEntry[] documents) =>
        LearnedFacts.Learn(documents.Select(d => (d, new WorkId(d.Symbol ?? d.Resolution.Source.Name))));

    private static CorpusEntry Preamble(string name, string preamble) =>
        Read(name, $"The General Assembly,\n\n{preamble}\n\n1. Decides to continue.\n");

    private static CorpusEntry Read(string name, string text)
    {
        var resolution = ResolutionParser.Parse(new SourceText { Name = name, Text = text });
        return new CorpusEntry(resolution, Linker.Link(resolution), resolution.Front.Symbol);
    }
}
