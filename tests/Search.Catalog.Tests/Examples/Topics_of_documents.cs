using Search.Testing;

namespace Search.Catalog.Tests.Examples;

/// <summary>What a source states about a document, and the session of its symbol, narrow a search.</summary>
public class Topics_of_documents
{
    private const string Stated = """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution"><meta><identification source="#x"><FRBRWork>
        <FRBRuri value="/akn/un/statement/deliberation/unga/2023-12-19/78-301/"/><FRBRdate date="2023-12-19" name="adoption"/><FRBRalias name="symbol" value="A/RES/78/301"/></FRBRWork></identification>
        <classification source="x"><keyword value="5.5" showAs="sdg_5.5" dictionary="SDGO"/><keyword value="women&amp;#39;s_health" showAs="x" dictionary="UNBIS Thesaurus"/><keyword value="ferries" showAs="x" dictionary="EuroVoc"/></classification>
        <workflow source="x"><step outcome="draftResolution" by="Chad and Turkey"/></workflow><analysis source="x"><parliamentary><voting outcome="adoptedRecordedVote"/></parliamentary></analysis></meta>
        <preamble><p>The General Assembly,</p><p>Recalling its ferries,</p></preamble><mainBody><paragraph><num>1</num><content><p>Requests more ferries;</p></content></paragraph></mainBody></statement></akomaNtoso>
        """;

    [Fact]
    public void Fields_parameters_and_facets_of_topics_agree()
    {
        using var folder = new TemporaryFolder();
        folder.Write("texts/stated.xml", Stated);
        folder.Write("texts/plain.txt", "A/C.3/79/L.22\n\nThe General Assembly,\n\nRecalling its ferries,\n\n1. Requests ferries.\n");
        Built.Build(folder.In("index"), folder.In("texts"));
        using var catalog = ResolutionCatalog.Open(folder.In("index"), Places.Authorities);
        catalog.Document("a-res-78-301")!.Topics.Select(t => (t.Name, t.Value))
            .ShouldBe([("session", "78"), ("sdg", "5.5"), ("subject", "women's health"), ("sponsor", "chad"), ("sponsor", "türkiye"),
                ("vote", "recorded")]);
        catalog.Work("a-res-78-301")!.Iris.ShouldBe(["/akn/un/statement/deliberation/unga/2023-12-19/78-301/"]);
        var all = catalog.Search(new SearchRequest { Query = "ferries", Facets = ResolutionCatalog.FacetNames });
        all.Facets["session"].Select(v => v.Value).ShouldBe(["78", "79"], ignoreOrder: true);
        foreach (var (field, name,
            value) in new[] { ("session:78", "session", "78"), ("subject:\"Women's health\"", "subject", "women's health"),
                ("sdg:5.5", "sdg", "5.5"), ("vote:recorded", "vote", "recorded"), ("sponsor:Chad", "sponsor", "chad"),
                ("sponsor:Turkey", "sponsor", "türkiye") })
        {
            var narrowed = catalog.Search(new SearchRequest { Query = $"ferries {field}" });
            narrowed.Hits.ShouldAllBe(h => h.Document.Id == "a-res-78-301");
            narrowed.Total.ShouldBe(all.Facets[name].Single(v => v.Value == value).Count);
            catalog.Search(new SearchRequest
            {
                Query = "ferries",
                Topics = new Dictionary<string, IReadOnlyList<string>> { [name] = [value] }
            }).Total.ShouldBe(narrowed.Total);
            (catalog.Search(new SearchRequest { Query = $"ferries -{field}" }).Total + narrowed.Total).ShouldBe(all.Total);
        }
    }
}
