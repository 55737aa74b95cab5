using Search.Catalog.Building;
using Search.Resolutions;

namespace Search.Catalog.Tests.Budgets;

public class Memory_of_builds
{
    private const int Documents = 20_000;

    [Fact]
    public void Lineage_keeps_no_titles()
    {
        var traits = new DocumentTraits[Documents];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < traits.Length; i++)
            traits[i] = new(1, DocumentKind.Resolution, null, DocumentTraits.HashOf(Title(i)), new([1]), new([]));
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Documents;
        GC.KeepAlive(traits);
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes a document");
        bytes.ShouldBeLessThan(160);
        DocumentTraits.HashOf(Title(1)).ShouldNotBe(DocumentTraits.HashOf(Title(2)));
        DocumentTraits.HashOf("").ShouldBe(UInt128.Zero);
    }

    private static string Title(int n) => $"Implementation of the recommendations on the rights of the child and of measures that States took in the year {n}";
}
