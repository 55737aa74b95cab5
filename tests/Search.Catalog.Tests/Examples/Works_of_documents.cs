using Search.Testing;

namespace Search.Catalog.Tests.Examples;

/// <summary>A document, the instrument annexed to it, and what is only cited are works of their own.</summary>
public class Works_of_documents(Works_of_documents.Corpus corpus) : IClassFixture<Works_of_documents.Corpus>
{
    private ResolutionCatalog Catalog => corpus.Catalog;

    [Fact]
    public void A_document_keeps_its_own_title_and_date_though_an_instrument_is_annexed_to_it()
    {
        var document = Catalog.Work("a-res-55-25")!;
        document.Summary.Title.ShouldBe("Adoption of the instruments against organized crime");
        document.Summary.Date.ShouldBe("2000-11-15");
        document.Summary.Kind.ShouldBe("resolution");
        document.Document.ShouldBe("a-res-55-25");
    }

    [Fact]
    public void An_annexed_treaty_says_where_it_is_printed()
    {
        var protocol = Catalog.Work("palermo-protocol")!;
        protocol.Summary.InCorpus.ShouldBeTrue();
        protocol.Document.ShouldBe("a-res-55-25");
        protocol.Relations.ShouldContain(r => r.Kind == "annexed-to" && r.Outgoing && r.Work.Id == "a-res-55-25" && r.Place == "annex II");
        Catalog.Work("a-res-55-25")!.Relations.ShouldContain(r => r.Kind == "annexed-to" && !r.Outgoing && r.Work.Id == "palermo-protocol"
            && r.Place == "annex II");
    }

    [Fact]
    public void What_is_only_cited_has_the_date_and_title_that_texts_give()
    {
        var cited = Catalog.Work("a-res-69-313")!;
        (cited.Summary.Title, cited.Summary.Date, cited.Summary.InCorpus).ShouldBe(("Ways across the river", "2015-07-27", false));
        var fact = cited.Facts.Single(f => f.Kind == "date");
        (fact.Value, fact.Accepted, fact.Sources).ShouldBe(("2015-07-27", true, 1));
        fact.Documents.ShouldBe(["A/RES/99/902"]);
    }

    [Fact]
    public void A_year_alone_counts() => Catalog.Work("s-res-1325-2000")!.Summary.Date.ShouldBe("2000");

    [Fact]
    public void An_article_of_an_annexed_treaty_is_opened_by_its_number()
    {
        Catalog.Work("palermo-protocol")!.Place.ShouldBe("annex-ii");
        var article = Catalog.Provision("palermo-protocol", "article 1 (2)")!;
        article.Label.ShouldBe("Annex II, art. 1 (2)");
        article.Clauses.ShouldHaveSingleItem().Text.ShouldBe("It helps too, as the Convention on the Rights of the Child does.");
        Catalog.Provision("untoc", "art. 1")!.Clauses.Select(c => c.Text).ShouldContain("The purpose is cooperation.");
        Catalog.Provision("palermo-protocol", "article 44").ShouldBeNull();
        Catalog.Provision("crc", "article 1").ShouldBeNull();
    }

    [Fact]
    public void A_clause_has_one_address_and_its_old_one_still_finds_it()
    {
        var clause = Catalog.Clause("a-res-55-25", "annex-ii/art-1/2")!;
        (clause.Label, clause.Id, clause.Kind).ShouldBe(("Annex II, art. 1 (2)", "a-res-55-25/annex-ii/art-1/2", "annex"));
        Catalog.Clause("a-res-55-25", clause.OtherAddress!)!.Id.ShouldBe(clause.Id);
        clause.OtherAddress!.ShouldStartWith("annex.");
    }

    [Fact]
    public void A_provision_knows_how_often_and_as_what_it_is_cited()
    {
        var clause = Catalog.Clause("a-res-55-25", "annex-ii/art-1/2")!;
        clause.CitedBy.ShouldBe(1);
        clause.CitedAs.ShouldBe(new ProvisionName("palermo-protocol", "art. 1, para. 2"));
        Catalog.CitedBy("palermo-protocol", new EdgeQuery { Provision = clause.CitedAs!.Pinpoint })!.Total.ShouldBe(clause.CitedBy);
    }

    [Fact]
    public void What_the_text_of_an_annexed_treaty_cites_is_cited_by_the_treaty()
    {
        var cited = Catalog.CitedBy("crc", new EdgeQuery())!.Edges.ShouldHaveSingleItem();
        (cited.Source.Id, cited.Document.Id, cited.Clause).ShouldBe(("palermo-protocol", "a-res-55-25", "a-res-55-25/annex-ii/art-1/2"));
        Catalog.Work("palermo-protocol")!.Summary.Cites.ShouldBe(1);
        Catalog.Cites("palermo-protocol", new EdgeQuery())!.Edges.ShouldHaveSingleItem().Work.Id.ShouldBe("crc");
        Catalog.Cites("a-res-55-25", new EdgeQuery())!.Total.ShouldBe(1); // with its annexes
        Catalog.Cites("a-res-55-25", new EdgeQuery { Parts = false })!.Total.ShouldBe(0);
        Catalog.Search(new SearchRequest { Query = "cited-by:a-res-55-25" }).Query.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void What_cites_is_counted_once_with_parts_and_once_without()
    {
        var whole = Catalog.Work("a-res-55-25")!.Summary;
        (whole.CitedBy, whole.CitedByItself).ShouldBe((4, 0)); // two of its annexes, and parts A and B
        Catalog.Document("a-res-55-25")!.Summary.CitedBy.ShouldBe(4);
        Catalog.Work("crc")!.Summary.Cites.ShouldBeNull(); // its text is not here
    }

    [Fact]
    public void An_annex_of_a_part_of_a_report_is_of_that_part_and_the_part_of_the_report()
    {
        var whole = Catalog.Work("barbados-declaration")!.Relations.First(r => r is { Outgoing: true, Kind: "annexed-to" }
            && r.Work.Canonical.StartsWith("A/CONF.167/9", StringComparison.Ordinal)).Work;
        whole.Canonical.ShouldBe("A/CONF.167/9 chap. I, resolution 1");
        Catalog.Work(whole.Id)!.Relations.ShouldContain(r => r.Outgoing && r.Kind == "part-of" && r.Work.Canonical == "A/CONF.167/9"
            && r.Place == "chap. I, resolution 1");
        Catalog.Work("copenhagen-declaration")!.Relations.ShouldContain(r => r.Outgoing
            && r.Work.Id == "copenhagen-declaration-and-programme" && r.Place == "annex I");
    }

    [Fact]
    public void A_document_without_letters_over_its_parts_is_the_part_that_was_first()
    {
        var (first, second) = (Catalog.Work("a-res-55-25-a")!, Catalog.Work("a-res-55-25-b")!);
        (first.Document, first.Place).ShouldBe(("a-res-55-25", ""));
        (second.Summary.InCorpus, second.Document).ShouldBe((false, null));
        Catalog.Provision("a-res-55-25-a", "paragraph 1").ShouldNotBeNull();
    }

    [Fact]
    public void Paragraphs_of_a_report_are_called_by_their_number_and_found_as_pinpoints_name_them()
    {
        var clause = Catalog.Clause("report", "para-2")!;
        (clause.Label, clause.OtherAddress).ShouldBe(("Para. 2", "op2"));
        Catalog.Clause("report", "op2")!.Id.ShouldBe("report/para-2");
        Catalog.Provision("report", "paragraph 2")!.Clauses.ShouldHaveSingleItem().Text.ShouldStartWith("Ferries were counted,");
    }

    [Fact]
    public void Clauses_of_undated_documents_come_last_in_either_order()
    {
        foreach (var sort in (string[])["oldest", "newest"])
            Catalog.Search(new SearchRequest { Query = "ferries OR cooperation", Sort = sort }).Hits[^1].Document.Id.ShouldBe("report",
                sort);
    }

    [Fact]
    public void A_source_is_given_back_to_the_character() => Catalog.Source("a-res-99-902").ShouldBe(Corpus.Citing);

    /// <summary>Two documents, one of which annexes a treaty.</summary>
    public sealed class Corpus : IDisposable
    {
        internal const string Citing =
            "A/RES/99/902\n\n99/902. Follow-up\n\nThe General Assembly,\n\nRecalling its resolution 69/313 of 27 July 2015, entitled “Ways across the river”,\n\nRecalling also Security Council resolution 1325 (2000),\n\n"
            + "1. Recalls article 1, paragraph 2, of the Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children, supplementing the United Nations Convention against "
            + "Transnational Organized Crime;\n\n2. Decides to remain seized of the matter.\n";

        private const string Annexing =
            "A/RES/55/25\n\nResolution adopted by the General Assembly on 15 November 2000\n\n55/25. Adoption of the instruments against organized crime\n\nThe General Assembly,\n\nRecalling its earlier work,\n\n"
            + "1. Adopts the instruments annexed to the present resolution.\n\n62nd plenary meeting\n15 November 2000\n\nAnnex I\n\nFirst instrument\n\nArticle 1\n\nStatement of purpose\n\nThe purpose is cooperation.\n\n"
            + "Annex II\n\nSecond instrument\n\nArticle 1\n\n1. The second purpose is protection.\n\n2. It helps too, as the Convention on the Rights of the Child does.\n";

        private const string Report =
            "Report of the Harbour Master\n\n1. Boats were counted.\n\n2. Ferries were counted, as General Assembly resolution 55/25 A and General Assembly resolution 55/25 B ask.\n";

        private readonly TemporaryFolder _folder = new();

        public Corpus()
        {
            _folder.Write("texts/a.txt", Annexing);
            _folder.Write("texts/b.txt", Citing);
            _folder.Write("texts/report.txt", Report);
            Built.Build(_folder.In("index"), _folder.In("texts"));
            Catalog = ResolutionCatalog.Open(_folder.In("index"), Places.Authorities);
        }

        public ResolutionCatalog Catalog { get; }

        public void Dispose()
        {
            Catalog.Dispose();
            _folder.Dispose();
        }
    }
}
