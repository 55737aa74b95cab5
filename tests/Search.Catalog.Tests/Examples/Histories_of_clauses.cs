using System.Text.Json;
using Search.Testing;

namespace Search.Catalog.Tests.Examples;

/// <summary>Two resolutions of a series, a draft, and a document that takes words over in silence.</summary>
public sealed class Histories_of_clauses : IDisposable
{
    private const string Lamps =
        "Urges all harbours of the region to keep their lamps burning through the night and to report every failure without delay;";
    private const string Tables =
        "Requests the Secretary-General to print the tables of the tides every month and to send them to all harbours;";

    private readonly TemporaryFolder _folder = new();
    private readonly ResolutionCatalog _catalog;

    public Histories_of_clauses()
    {
        Write("one.txt", "A/RES/70/901", "10 December 2015", "70/901. Lamps of harbours", "Recalling the Charter of the United Nations,",
            Lamps, Tables);
        Write("two.txt", "A/RES/71/902", "12 December 2016", "71/902. Lamps of harbours",
            "Recalling its resolution 70/901 of 10 December 2015,", Lamps.Replace("Urges", "Encourages", StringComparison.Ordinal), Tables);
        Write("three.txt", "A/RES/72/903", "13 December 2017", "72/903. Tides", "Recalling the Charter of the United Nations,", Tables,
            "Invites the pilots of both shores to meet once a year in the spring;");
        CatalogBuilder.Build(new()
        {
            Sources = [_folder.In("in")],
            Output = _folder.In("out"),
            Authorities = Places.Authorities
        }, TimeProvider.System);
        _catalog = ResolutionCatalog.Open(_folder.In("out"), Places.Authorities);
    }

    [Fact]
    public void A_clause_names_its_first_use_its_source_and_how_its_verb_changed()
    {
        var found = _catalog.Versions("a-res-71-902", "op1").ShouldNotBeNull();

        found.History.First!.Id.ShouldBe("a-res-70-901/op1");
        found.History.Source!.Cited.ShouldBe(true);
        found.Versions.Select(v => (v.Use.Id, v.Use.When)).ShouldBe([("a-res-70-901/op1", "earlier"), ("a-res-71-902/op1", "itself")]);
        found.Versions[1].Verb.ShouldBe(new("Urges", "Encourages", "weaker"));
        found.Versions[1].Changes.Select(c => c.Change).ShouldBe(["dropped", "added", "same"]);
    }

    [Fact]
    public void Words_taken_over_without_a_citation_are_silent_reuse()
    {
        _catalog.Histories("a-res-71-902")["op2"].Silent.ShouldBeFalse();
        _catalog.Histories("a-res-72-903")["op1"].Silent.ShouldBeTrue();
        _catalog.Histories("a-res-72-903")["op2"].Source.ShouldBeNull();
        _catalog.Reuse(new() { Silent = true }).Page.Select(e => e.Clause.Id).ShouldContain("a-res-72-903/op1");
    }

    [Fact]
    public void Documents_are_listed_by_how_much_they_take_over_in_silence()
    {
        var (total, page) = _catalog.RepeatingDocuments(new());
        page.Select(d => (d.Document.Id, d.Repeated, d.Silent)).ShouldBe([("a-res-72-903", 2, 2), ("a-res-71-902", 2, 0)]);
        total.ShouldBe(2);
        page.Sum(d => d.Repeated).ShouldBe(_catalog.Reuse(new()).Total);
        _catalog.RepeatingDocuments(new() { Silent = true }).Page.ShouldHaveSingleItem().Silent.ShouldBe(2);
    }

    [Fact]
    public void Repetitions_are_exported_in_every_format_and_never_as_citations()
    {
        var edges = _catalog.Reuse(new() { Take = 100 }).Page;
        foreach (var format in ResolutionCatalog.ExportFormats)
        {
            using var bytes = new MemoryStream();
            _catalog.ExportReuse(new(), format.Name, bytes);
            var text = System.Text.Encoding.UTF8.GetString(bytes.ToArray());
            foreach (var document in edges.SelectMany(e => (string[])[e.Clause.Document, e.Source.Document]))
                text.ShouldContain(document, customMessage: format.Name);
            if (format.Name == "csv-nodes") continue;
            foreach (var edge in edges) text.ShouldContain(edge.Clause.Id, customMessage: format.Name);
            text.ShouldContain("overlap", customMessage: format.Name);
            text.ShouldNotContain("eli:cites", customMessage: format.Name);
        }
        using var table = new MemoryStream();
        _catalog.ExportReuse(new() { Silent = true, Document = "a-res-72-903" }, "csv", table);
        var rows = System.Text.Encoding.UTF8.GetString(table.ToArray()).TrimEnd().Split("\r\n");
        rows[0].ShouldBe("id,source,target,treatment,place,pinpoint,date,clause,quote,overlap,cited");
        rows[^1].ShouldEndWith(",a-res-72-903,a-res-71-902,repeats,text,OP2,2017-12-13,a-res-72-903/op1,,1,false");
    }

    [Fact]
    public void Clauses_with_the_same_words_are_of_one_wording()
    {
        var found = _catalog.HistoriesOf(["a-res-70-901/op2", "a-res-72-903/op1", "a-res-71-902/op1", "a-res-72-903/op9", "nothing"]);
        found.Keys.ShouldBe(["a-res-70-901/op2", "a-res-72-903/op1", "a-res-71-902/op1"], ignoreOrder: true);
        found["a-res-72-903/op1"].Wording.ShouldBe(found["a-res-70-901/op2"].Wording);
        found["a-res-71-902/op1"].Wording.ShouldNotBe(found["a-res-70-901/op2"].Wording);
        found["a-res-72-903/op1"].First!.Id.ShouldBe("a-res-70-901/op2");
    }

    [Fact]
    public void Histories_of_hits_are_those_of_their_ids()
    {
        var hits = _catalog.Search(new() { Take = 50 }).Hits;
        var found = _catalog.HistoriesOf(hits);
        found.Count.ShouldBeGreaterThan(5);
        JsonSerializer.Serialize(found).ShouldBe(JsonSerializer.Serialize(_catalog.HistoriesOf(hits.Select(h => h.Id))));
    }

    [Fact]
    public void A_search_is_narrowed_to_the_years_in_which_words_were_first_used()
    {
        var all = _catalog.Search(new() { Facets = ["firstUsed"], GroupBy = ["firstUsed"], Take = 50 });
        all.Facets["firstUsed"].ShouldBe([new("2015", 7), new("2016", 1), new("2017", 1)], ignoreOrder: true);
        all.Grouped!.Groups.Select(g => (g.Value, g.Count)).ShouldBe([("2015", 7), ("2016", 1), ("2017", 1)]);
        foreach (var (value, count) in all.Facets["firstUsed"])
        {
            var year = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
            var narrowed = _catalog.Search(new() { FirstUsed = new(year, year), Take = 50 });
            narrowed.Total.ShouldBe(count);
            _catalog.Search(new() { Query = $"firstUsed:{value}" }).Total.ShouldBe(count);
            _catalog.Search(new() { Query = $"-firstUsed:{value}" }).Total.ShouldBe(all.Total - count);
            // what the facet says is what the history of each hit says
            foreach (var hit in narrowed.Hits)
                (_catalog.Versions(hit.Document.Id, hit.Id.Split('/')[1])!.History.First?.Date ?? hit.Date)![..4].ShouldBe(value);
        }
        _catalog.Search(new() { Query = "firstUsed:2016.." }).Total.ShouldBe(2);
        _catalog.Search(new() { Query = "firstUsed:2017..2016" }).Query.Warnings.ShouldHaveSingleItem().DidYouMean.ShouldBe(["2016..2017"]);
    }

    [Fact]
    public void Hits_with_the_same_words_are_one_hit_where_that_is_asked()
    {
        var hits = _catalog.Search(new() { Query = "tables tides" });
        hits.Hits.Count.ShouldBe(3);
        var folded = _catalog.Search(new() { Query = "tables tides", Fold = true });
        folded.Total.ShouldBe(3);
        folded.More.ShouldBeFalse();
        var only = folded.Hits.ShouldHaveSingleItem();
        only.Id.ShouldBe(hits.Hits[0].Id);
        only.SameWords.ShouldBe(new(3, 3));
        var same = _catalog.Search(new() { Words = only.Id });
        same.Hits.Select(h => h.Id).ShouldBe(["a-res-70-901/op2", "a-res-71-902/op2", "a-res-72-903/op1"], ignoreOrder: true);
        _catalog.Search(new() { Words = "a-res-70-901/op9" }).ShouldSatisfyAllConditions(
            r => r.Total.ShouldBe(0), r => r.Query.Warnings.ShouldHaveSingleItem().Code.ShouldBe("unknown-clause"));
    }

    [Fact]
    public void Pages_of_folded_hits_hold_all_wordings_and_none_twice()
    {
        var words = _catalog.HistoriesOf(_catalog.Search(new() { Take = 50 }).Hits.Select(h => h.Id)).Values.Select(h => h.Wording)
            .Distinct().Count();
        var paged = new List<string>();
        for (var more = true; more;)
        {
            var page = _catalog.Search(new() { Fold = true, Skip = paged.Count, Take = 2 });
            paged.AddRange(page.Hits.Select(h => h.Id));
            more = page.More;
        }
        paged.Count.ShouldBe(words);
        _catalog.HistoriesOf(paged).Values.Select(h => h.Wording).Distinct().Count().ShouldBe(words);
    }

    [Fact]
    public void A_resolution_follows_the_one_of_the_same_title_that_it_cites()
    {
        var lineage = _catalog.Lineage("a-res-71-902").ShouldNotBeNull();

        lineage.Predecessor!.Id.ShouldBe("a-res-70-901");
        _catalog.Lineage("a-res-70-901")!.Successors.Select(d => d.Id).ShouldBe(["a-res-71-902"]);
        _catalog.Lineage("a-res-72-903")!.Predecessor.ShouldBeNull();
    }

    [Fact]
    public void Untitled_texts_with_the_same_words_are_a_series_only_where_both_cite_a_document_in_common()
    {
        const string Extension =
            "Extends the mandate of the Lantern Mission for a further period of six months and calls upon the parties to keep both harbours lit;";
        using var folder = new TemporaryFolder();
        Council("650 (1990)", "5 June 1990", "Noting the request of both harbours,",
            "Establishes the Lantern Mission under its own authority for six months;");
        Council("690 (1991)", "6 June 1991", "Recalling its resolution 650 (1990) of 5 June 1990,", Extension);
        Council("730 (1992)", "6 June 1992", "Recalling its resolution 650 (1990) of 5 June 1990,", Extension);
        Council("740 (1992)", "7 July 1992", "Having examined the application of Lanternia for admission,",
            "Recommends to the General Assembly that Lanternia be admitted to membership in the United Nations;");
        Council("810 (1993)", "8 July 1993", "Having examined the application of Harboria for admission,",
            "Recommends to the General Assembly that Harboria be admitted to membership in the United Nations;");
        Built.Build(folder.In("out"), folder.In("in"));
        using var catalog = ResolutionCatalog.Open(folder.In("out"), Places.Authorities);

        catalog.Versions("s-res-810-1993", "op1")!.History.Source!.Document.ShouldBe("s-res-740-1992");
        catalog.Lineage("s-res-810-1993")!.Predecessor.ShouldBeNull();
        catalog.Lineage("s-res-730-1992")!.Predecessor!.Id.ShouldBe("s-res-690-1991");

        void Council(string number, string date, string preamble, string clause) => folder.Write(
            Path.Combine("in", number + ".txt"),
            $"S/RES/{number}\n\n{date}\n\nThe Security Council,\n\n{preamble}\n\n1. {clause}\n\n2. Decides to remain seized of the matter.\n");
    }

    [Fact]
    public void A_renewal_follows_the_latest_renewal_of_the_same_mandate()
    {
        using var folder = new TemporaryFolder();
        Council("650 (1990)", "5 June 1990", "Establishes the Lantern Mission under its own authority for six months;");
        Council("690 (1991)", "6 June 1991",
            "Extends the mandate of the Lantern Mission as established by resolution 650 (1990) until 5 June 1992;",
            "Calls upon the parties to keep both harbours lit through the night and to report every failure to the Mission;");
        Council("730 (1992)", "6 June 1992",
            "Extends the mandate of the Lantern Mission as established by resolution 650 (1990) until 5 June 1993;",
            "Welcomes the repair of the eastern mole by the pilots of both shores after the storms of the winter, and the help that the neighbouring States gave them;", "Invites the two authorities to settle the dues of the strait between themselves and to tell the Council of what they agree;");
        Council("810 (1993)", "8 July 1993",
            "Extends the mandate of the Lantern Mission as established by resolution 650 (1990) until 5 January 1994;",
            "Calls upon the parties to keep both harbours lit through the night and to report every failure to the Mission;");
        Built.Build(folder.In("out"), folder.In("in"));
        using var catalog = ResolutionCatalog.Open(folder.In("out"), Places.Authorities);

        catalog.Lineage("s-res-810-1993")!.Predecessor!.Id.ShouldBe("s-res-730-1992"); // whose words are mostly others than those of 690
        catalog.Lineage("s-res-730-1992")!.Predecessor!.Id.ShouldBe("s-res-690-1991");

        void Council(string number, string date, params string[] clauses) => folder.Write(
            Path.Combine("in", number + ".txt"),
            $"S/RES/{number}\n\n{date}\n\nThe Security Council,\n\n{string.Join("\n\n", clauses.Select((c, i) => $"{i + 1}. {c}"))}\n\n{clauses.Length + 1}. Decides to remain seized of the matter.\n");
    }

    [Fact]
    public void Two_documents_are_compared_clause_by_clause()
    {
        var found = _catalog.Compare("a-res-70-901", "a-res-71-902").ShouldNotBeNull();

        found.Rows.Select(r => r.Change).ShouldContain("kept");
        found.Rows.Single(r => r.Target is [{ Label: "OP1" }]).Verb!.Change.ShouldBe("weaker");
        found.Counts.Weaker.ShouldBe(1);
    }

    [Theory]
    [InlineData(Tables, "agreed")]
    [InlineData("Requests the Secretary-General to print the tables of the tides every week and to send them to all harbours;", "changed")]
    [InlineData("Condemns the theft of oil from the lamps of both shores by persons unknown;", "new")]
    [InlineData("Decides:", "short")]
    public void A_pasted_clause_is_agreed_changed_or_new(string text, string expected)
    {
        var clause = _catalog.ReuseIn(text).ShouldHaveSingleItem();

        clause.Language.ShouldBe(expected);
        text[clause.Start..clause.End].ShouldBe(clause.Text);
        if (expected == "agreed") clause.Latest!.Document.ShouldBe("a-res-72-903");
    }

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    private void Write(string name, string symbol, string date, string title, string recalling, string first, string second) =>
        _folder.Write(Path.Combine("in", name), $"""
        {symbol}

        Resolution adopted by the General Assembly on {date}

        {title}

        The General Assembly,

        {recalling}

        1. {first}

        2. {second}
        """);
}
