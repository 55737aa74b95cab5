using Search.Catalog.Building;
using Search.Catalog.Following;
using Search.Resolutions;
using Search.Testing;

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

    [Fact]
    public void Noting_first_appearances_takes_ten_bytes_a_key()
    {
        const int Keys = 400_000, BytesOfKey = sizeof(ulong) + sizeof(ushort), Beside = 1 << 19;
        var keys = new ulong[Keys];
        for (var i = 0; i < keys.Length; i++) keys[i] = (ulong)i * 0x9E3779B97F4A7C15;
        var bytes = Allocated.By(() => FirstSeenFile.Empty.With(new("g-000001", "2026-01-01T00:00:00Z"), keys).Write(Stream.Null));
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes");
        bytes.ShouldBeLessThan((Keys * BytesOfKey) + Beside);
    }

    private static string Title(int n) => $"Implementation of the recommendations on the rights of the child and of measures that States took in the year {n}";
}
