using Search.Testing;

namespace Search.Catalog.Tests.Budgets;

public sealed class Allocations : IDisposable
{
    /// <summary>Bytes of a page, however long: how its query was read.</summary>
    private const long BytesOfPage = 4 << 10;

    /// <summary>Bytes of a citation: an entry with its treatment, and the list that it is in.</summary>
    private const long BytesOfCitation = 160;

    /// <summary>Bytes of a search for two words beyond its hits.</summary>
    private const long BytesOfSearch = 24 << 10;

    private const int Documents = 60;

    private readonly TemporaryFolder _folder = new();
    private readonly ResolutionCatalog _catalog;

    public Allocations()
    {
        for (var i = 1; i <= Documents; i++)
            _folder.Write($"texts/{i}.txt",
                $"A/RES/99/{i}\n\nThe General Assembly,\n\nRecalling its resolution 99/{(i % Documents) + 1},\n\n1. Urges States parties to protect the rights of each child;\n\n"
                    + $"2. Requests the Secretary-General to report on the rights of child {i} and on measures that States have taken.\n");
        Built.Build(_folder.In("index"), _folder.In("texts"));
        _catalog = ResolutionCatalog.Open(_folder.In("index"), Places.Authorities);
    }

    [Fact]
    public void Reading_a_hit_allocates_what_it_cites_and_nothing_else()
    {
        var found = _catalog.Find(new() { Query = "rights OR states OR recalling", Take = 1000 });
        var all = new Receiver();
        found.Read(all);
        all.Hits.ShouldBe(3 * Documents);
        all.Marked.ShouldBe(3 * Documents);
        all.Citations.ShouldBe(Documents);
        var bytes = Allocated.By(() => found.Read(all));
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes");
        bytes.ShouldBeLessThanOrEqualTo(BytesOfPage + (BytesOfCitation * Documents));
    }

    [Fact]
    public void A_search_allocates_little_beyond_its_hits()
    {
        var bytes = Allocated.By(() => _catalog.Find(new() { Query = "rights states" }).Read(new Receiver()));
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes");
        bytes.ShouldBeLessThanOrEqualTo(BytesOfSearch);
    }

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    private sealed class Receiver : IHitReceiver
    {
        public int Hits { get; private set; }

        public int Marked { get; private set; }

        public int Citations { get; private set; }

        public void Take(in HitView hit)
        {
            Hits++;
            Citations += hit.CitedWorks.Count;
            if (hit.Highlights.Length > 0) Marked++;
        }
    }
}
