namespace Search.Catalog.Tests.Examples;

/// <summary>What the five seed documents must answer.</summary>
[Collection(BuiltOnce.Name)]
public class Seed_answers(Built built)
{
    [Fact]
    public void The_Palermo_Protocol_is_cited_by_clauses_of_three_documents_with_quote_label_and_treatment()
    {
        var page = built.Seeds.CitedBy("palermo-protocol", new EdgeQuery { Take = 100 })!;
        page.Edges.Select(e => e.Source.Id).Distinct().Count().ShouldBe(3);
        foreach (var edge in page.Edges)
        {
            edge.Quote.ShouldNotBeEmpty();
            edge.Label.ShouldMatch("^(PP|OP)");
            ResolutionCatalog.TreatmentWords.ShouldContain(edge.Treatment);
            if (edge.MentionStart is { } start) edge.Quote[start..edge.MentionEnd!.Value].ShouldBe(edge.Mention);
        }
        page.Edges.ShouldContain(e => e.MentionStart != null);
    }

    [Theory]
    [InlineData("Palermo Protocol", "palermo-protocol")]
    [InlineData("Trafficking in Persons Protocol", "palermo-protocol")]
    [InlineData("resolution 55/25, annex II", "palermo-protocol")]
    [InlineData("vol. 2237, No. 39574", "palermo-protocol")]
    [InlineData("CRC", "crc")]
    [InlineData("Convention on the Rights of the Child", "crc")]
    [InlineData("A/RES/58/137", "a-res-58-137")]
    [InlineData("General Assembly resolution 58/137", "a-res-58-137")]
    [InlineData("ILO Convention No. 182", "ilo-c182")]
    [InlineData("ILO C182", "ilo-c182")]
    [InlineData("C182", "ilo-c182")]
    [InlineData("UNGA res. 58/137", "a-res-58-137")]
    [InlineData("UNSCR 1325", "s-res-1325-2000")]
    [InlineData("S/RES/1325", "s-res-1325-2000")]
    [InlineData("resolution 1325", "s-res-1325-2000")]
    public void A_work_is_found_under_the_names_that_people_use(string citation, string id) =>
        built.Seeds.Resolve(citation).Works.Select(w => w.Id).ShouldBe([id]);

    [Fact]
    public void A_letter_and_two_digits_are_no_convention() => built.Seeds.Resolve("C24").Works.ShouldBeEmpty();

    [Fact]
    public void A_volume_means_every_treaty_that_it_prints() =>
        built.Seeds.Resolve("2237 UNTS 319").Works.Select(w => w.Id)
            .ShouldBe(["lrtap-heavy-metals", "palermo-protocol"], ignoreOrder: true);

    [Theory]
    [InlineData("CRC art 19", "art. 19")]
    [InlineData("Palermo Protocol art.6", "art. 6")]
    [InlineData("UN Charter Chapter VII", "chap. VII")]
    public void A_part_may_be_named_last(string citation, string pinpoint) => built.Seeds.Resolve(citation).Pinpoint.ShouldBe(pinpoint);

    [Fact]
    public void The_Convention_on_the_Rights_of_the_Child_is_cited_by_all_five() => Citing("crc").Count.ShouldBe(5);

    [Fact]
    public void Convention_182_is_cited_by_three() => Citing("ilo-c182").Count.ShouldBe(3);

    [Fact]
    public void Resolution_58_137_is_cited_by_the_seventh_preambular_paragraph_of_the_draft()
    {
        var edge = built.Seeds.CitedBy("a-res-58-137", new EdgeQuery())!.Edges.ShouldHaveSingleItem();
        edge.Source.Id.ShouldContain("001");
        edge.Label.ShouldBe("PP7");
        edge.Treatment.ShouldBe("recalls");
    }

    [Fact]
    public void What_cites_an_annex_counts_for_the_resolution_that_carries_it()
    {
        var with = built.Seeds.CitedBy("a-res-55-25", new EdgeQuery { Take = 100 })!;
        var without = built.Seeds.CitedBy("a-res-55-25", new EdgeQuery { Take = 100, Parts = false })!;
        with.Edges.Select(e => e.Work.Id).Distinct().ShouldContain("palermo-protocol");
        without.Edges.Select(e => e.Work.Id).Distinct().ShouldBe(["a-res-55-25"]);
        with.Total.ShouldBeGreaterThan(without.Total);
    }

    [Fact]
    public void Early_intervention_is_found_in_OP2_c_of_three_documents()
    {
        var found = built.Seeds.Search(new SearchRequest { Query = "\"early intervention\"" });
        found.Total.ShouldBe(3);
        found.Hits.ShouldAllBe(h => h.Label == "OP2(c)");
        found.Hits.ShouldAllBe(h => h.Highlights.Count > 0
            && h.Text.Substring(h.Highlights[0].Start).StartsWith("early", StringComparison.Ordinal));
    }

    [Fact]
    public void The_document_without_a_symbol_is_identified_by_what_another_says_of_it()
    {
        var document = built.Seeds.Document("a-res-58-137").ShouldNotBeNull();
        document.Summary.IdentifiedBy.ShouldBe("inferred");
        document.Evidence.ShouldNotBeNullOrEmpty();
        document.File.ShouldContain("003");
    }

    [Fact]
    public void Article_6_of_the_Palermo_Protocol_is_asked_for_as_a_provision()
    {
        var page = built.Seeds.CitedBy("palermo-protocol", new EdgeQuery { Provision = "article 6", Take = 100 })!;
        page.Total.ShouldBe(6);
        page.Edges.ShouldAllBe(e => e.Pinpoint.StartsWith("art. 6", StringComparison.Ordinal));
        built.Seeds.Search(new SearchRequest { Query = "cites:\"Palermo Protocol\" article:6" }).Total.ShouldBe(6);
    }

    private HashSet<string> Citing(string work) =>
        [.. built.Seeds.CitedBy(work, new EdgeQuery { Take = 1000 })!.Edges.Select(e => e.Source.Id)];
}
