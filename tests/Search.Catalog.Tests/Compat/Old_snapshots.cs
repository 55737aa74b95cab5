using System.IO.Compression;
using Search.Testing;

namespace Search.Catalog.Tests.Compat;

/// <summary>Snapshots as earlier formats wrote them, one document each. A format that changes gets a fixture more; none is ever written anew.</summary>
public class Old_snapshots
{
    [Theory]
    [InlineData("snapshot-format-1.zip")]
    public void Open_and_answer_as_they_did(string name)
    {
        using var folder = new TemporaryFolder();
        var index = folder.In("index");
        ZipFile.ExtractToDirectory(Places.InRepository("tests", "Search.Catalog.Tests", "Compat", "Fixtures", name), index);
        ResolutionCatalog.Verify(index).Generation.ShouldBe("g-000001");
        using var catalog = ResolutionCatalog.Open(index, Built.Authorities);
        var hit = catalog.Search(new SearchRequest { Query = "\"remain seized\"" }).Hits.ShouldHaveSingleItem();
        hit.Label.ShouldBe("OP2");
        var edge = catalog.CitedBy("palermo-protocol", new EdgeQuery())!.Edges.ShouldHaveSingleItem();
        edge.Treatment.ShouldBe("urges-ratification");
        catalog.Neighbourhood("a-res-99-901", new NeighbourhoodQuery())!.Nodes.Count.ShouldBe(5);
    }
}
