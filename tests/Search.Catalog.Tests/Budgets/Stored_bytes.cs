using Search.Catalog.Building.Parses;
using Search.Citations.Authorities;
using Search.Testing;

namespace Search.Catalog.Tests.Budgets;

public class Stored_bytes
{
    /// <summary>Documents of one file: as many texts that follow one another in its entry.</summary>
    private const int Documents = 64;

    /// <summary>Bytes allocated for each byte of an entry, with the objects that are read back from it.</summary>
    private const double BytesOfByte = 29;

    [Fact]
    public void Writing_a_parse_copies_its_bytes_a_few_times()
    {
        using var folder = new TemporaryFolder();
        using var store = DocumentStore.Temporary(Places.Authorities);
        folder.Write("1.txt", "A/RES/99/1\n\nThe General Assembly,\n\nRecalling its resolution 99/2,\n\n"
            + "1. Urges States parties to protect the rights of each child;\n\n2. Requests the Secretary-General to report on the rights of children.\n");
        var (resolutions, _, _) = DocumentPipeline.Parse(folder.In("1.txt"));
        var document = new DocumentPipeline(AuthorityList.Load(Places.Authorities)).Link(resolutions.ShouldHaveSingleItem());
        StoredFile Write(string name) => store.Write(store.KeyOf(name, "0"), "hash", [], [], [.. Enumerable.Repeat(document, Documents)]);

        var stored = Write("first").Documents[^1].Text;
        var length = stored.Start + stored.Length;
        var bytes = Allocated.By(() => Write("second"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes for {length}");
        (bytes / (double)length).ShouldBeLessThanOrEqualTo(BytesOfByte);
    }
}
