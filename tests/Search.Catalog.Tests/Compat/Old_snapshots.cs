using System.IO.Compression;
using Search.Testing;

namespace Search.Catalog.Tests.Compat;

/// <summary>Snapshots as each format was written, one document each. A format that changes gets a fixture
/// more; none is ever rewritten.</summary>
public class Old_snapshots
{
    [Theory]
    [InlineData("snapshot-format-2.zip")]
    [InlineData("snapshot-format-3.zip")] // the last whose sources are plain text, and without learned facts
    [InlineData("snapshot-format-4.zip")] // the last that counts what cites a work without its parts, and without topics
    [InlineData("snapshot-format-5.zip")] // the last whose tables hold every word where it is used
    [InlineData("snapshot-format-6.zip")] // the last in which a document has one text
    [InlineData("snapshot-format-7.zip")] // the last in which clauses, citations and edges have an index by text
    public void Open_and_answer_as_they_did(string name)
    {
        using var folder = new TemporaryFolder();
        var index = Unpack(name, folder);
        ResolutionCatalog.Verify(index).Generation.ShouldBe("g-000001");
        using var catalog = ResolutionCatalog.Open(index, Places.Authorities);
        var hit = catalog.Search(new SearchRequest { Query = "\"remain seized\"" }).Hits.ShouldHaveSingleItem();
        hit.Label.ShouldBe("OP2");
        var edge = catalog.CitedBy("palermo-protocol", new EdgeQuery())!.Edges.ShouldHaveSingleItem();
        edge.Treatment.ShouldBe("urges-ratification");
        catalog.Document("a-res-99-901")!.Languages.ShouldBe(["en"]);
        (catalog.Clause("a-res-99-901", "op2", "en")!.Language, catalog.Clause("a-res-99-901", "op2", "fr")).ShouldBe(("en", null));
        catalog.Source("a-res-99-901").ShouldNotBeNull().ShouldContain("2. Decides to remain seized of the matter.");
        catalog.Work("palermo-protocol")!.Relations.ShouldContain(r => r.Kind == "annexed-to" && r.Work.Id == "a-res-55-25");
        var unknown = catalog.Search(new SearchRequest { Query = "seized session:99", Facets = ResolutionCatalog.FacetNames });
        if (name is "snapshot-format-5.zip" or "snapshot-format-6.zip" or "snapshot-format-7.zip") unknown.Total.ShouldBe(1);
        else (unknown.Total, unknown.Query.Warnings.ShouldHaveSingleItem().Code).ShouldBe((0, "not-indexed"));
        var whole = catalog.Work("a-res-55-25")!.Summary; // cited itself, and its annexes are
        whole.CitedBy.ShouldBe(catalog.CitedBy("a-res-55-25", new EdgeQuery())!.Total);
        whole.CitedByItself.ShouldBe(catalog.CitedBy("a-res-55-25", new EdgeQuery { Parts = false })!.Total);
        (whole.CitedBy, whole.CitedByItself, whole.Cites).ShouldBe((3, 1, null));
        catalog.Document("a-res-99-901")!.Summary.Cites.ShouldBe(4);
        catalog.Neighbourhood("a-res-99-901", new NeighbourhoodQuery())!.Nodes.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(1)] // knew no influence of works; nothing that was released wrote it
    [InlineData(99)]
    public void Of_a_format_that_is_not_read_are_refused_with_what_to_do(int format)
    {
        using var folder = new TemporaryFolder();
        var index = Unpack("snapshot-format-2.zip", folder);
        var manifest = Path.Combine(index, "g-000001", "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"format\": 2", $"\"format\": {format}", StringComparison.Ordinal));
        var refusal = Should.Throw<SnapshotDamagedException>(() => ResolutionCatalog.Open(index, Places.Authorities).Dispose());
        refusal.Message.ShouldContain($"has format {format}; this program reads formats 2 to 8");
        refusal.Message.ShouldContain("Build again");
    }

    private static string Unpack(string name, TemporaryFolder folder)
    {
        ZipFile.ExtractToDirectory(Places.InRepository("tests", "Search.Catalog.Tests", "Compat", "Fixtures", name), folder.In("index"));
        return folder.In("index");
    }
}
