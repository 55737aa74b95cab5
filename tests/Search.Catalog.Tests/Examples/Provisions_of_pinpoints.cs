
namespace Search.Catalog.Tests.Examples;

public class Provisions_of_pinpoints
{
    [Fact]
    public void A_clause_that_cites_an_article_by_the_annex_cites_the_article_of_the_instrument()
    {
        using var folder = new Search.Testing.TemporaryFolder();
        using var catalog = Built(folder,
            "The General Assembly,\n\nRecalling its resolution 55/25, annex II, article 6,\n\nRecalling also articles 6 and 9 of the Palermo Protocol,\n\n1. Decides to remain seized of the matter.\n");
        foreach (var (asked,
            clauses) in new[] { ("article 6", "PP1 PP2"), ("arts. 6 and 9", "PP1 PP2"), ("article 9", "PP2"), ("article 7", "") })
            string.Join(' ', catalog.CitedBy("palermo-protocol", new EdgeQuery
            {
                Provision = asked,
                NewestFirst = false
            })!.Edges.Select(e => e.Label)).ShouldBe(clauses, asked);
        catalog.Search(new SearchRequest { Query = "cites:palermo-protocol article:6" }).Total.ShouldBe(2);
        catalog.Resolve("resolution 55/25, annex II, article 6").Pinpoint.ShouldBe("art. 6");
    }

    [Fact]
    public void A_preambular_paragraph_is_another_than_the_operative_one_of_its_number()
    {
        using var folder = new Search.Testing.TemporaryFolder();
        using var catalog = Built(folder,
            "A/RES/80/901\n\n80/901. Lamps\n\nThe General Assembly,\n\nRecalling the Charter of the United Nations,\n\nNoting the lamps,\n\n1. Lights the lamps;\n\n2. Trims them.\n",
            "A/RES/80/902\n\n80/902. Wicks\n\nThe General Assembly,\n\nRecalling preambular paragraph 2 of its resolution 80/901,\n\n1. Recalls operative paragraph 1 of resolution 80/901.\n");
        var edges = catalog.Cites("a-res-80-902", new EdgeQuery { NewestFirst = false })!.Edges;
        edges.Select(e => $"{e.Label} {e.Pinpoint}").ShouldBe(["PP1 preambular para. 2", "OP1 para. 1"]);
        edges.Select(e => catalog.Provision("a-res-80-901", e.Pinpoint)!.Label).ShouldBe(["PP2", "OP1"]);
        catalog.Clauses("a-res-80-901")!.Where(c => c.CitedBy > 0).Select(c => $"{c.Label} {c.CitedAs!.Pinpoint}")
            .ShouldBe(["PP2 preambular para. 2", "OP1 para. 1"]);
    }

    /// <summary>The catalog of a folder with these texts, each in a file of its own.</summary>
    private static ResolutionCatalog Built(Search.Testing.TemporaryFolder folder, params string[] texts)
    {
        var authorities = Search.Testing.Places.InRepository("index-data", "authorities");
        Directory.CreateDirectory(folder.In("texts"));
        foreach (var (i, text) in texts.Index()) File.WriteAllText(folder.In("texts", $"{i}.txt"), text);
        CatalogBuilder.Build(new BuildRequest { Sources = [folder.In("texts")], Output = folder.In("built"), Authorities = authorities },
            TimeProvider.System);
        return ResolutionCatalog.Open(folder.In("built"), authorities);
    }
}
