using Search.Catalog.Following;
using Search.Testing;

namespace Search.Catalog.Tests.Examples;

public class What_is_new_in_a_snapshot
{
    private static readonly string[] Earlier = ["a-res-61-901.txt", "a-res-71-901.txt", "a-res-75-901.txt"];

    [Fact]
    public void A_further_document_gives_exactly_its_edges_clauses_and_works_and_a_rebuild_gives_nothing()
    {
        using var folder = new TemporaryFolder();
        var sources = folder.In("sources");
        Directory.CreateDirectory(sources);
        foreach (var file in Earlier) File.Copy(Path.Combine(Places.Sample, file), Path.Combine(sources, file));
        Built.Build(folder.In("out"), sources);
        Built.Build(folder.In("out"), sources);
        using (var same = ResolutionCatalog.Open(folder.In("out"), Places.Authorities))
            same.ChangesSince("g-000001")!.Counts.ShouldBe(new(0, 0, 0));

        File.Copy(Path.Combine(Places.Sample, "a-res-77-901.txt"), Path.Combine(sources, "a-res-77-901.txt"));
        Built.Build(folder.In("out"), sources);
        using var more = ResolutionCatalog.Open(folder.In("out"), Places.Authorities);
        var edges = more.ChangesSince("g-000002")!;
        edges.Until.Generation.ShouldBe("g-000003");
        edges.Edges.Select(e => e.Clause).Order().ShouldBe(more.Cites("a-res-77-901", new EdgeQuery { Take = 1000 })!.Edges.Select(e => e.Clause).Order());
        edges.Counts.Edges.ShouldBe(edges.Edges.Count);
        var clauses = more.ChangesSince("g-000002", "clauses", take: 1000)!;
        clauses.Clauses.Select(c => c.Id).ShouldBe(more.Clauses("a-res-77-901").Select(c => c.Id));
        var works = more.ChangesSince("g-000001", "works", take: 1000)!;
        works.Counts.Works.ShouldBe(works.Works.Count);
        more.ChangesSince("g-000003")!.Counts.ShouldBe(new(0, 0, 0));
        more.ChangesSince("g-000009").ShouldBeNull();

        var cited = edges.Edges[0].Work.Id;
        var newest = more.NewestCitedBy(cited, new EdgeQuery(), 100)!;
        newest[0].FirstSeen.Generation.ShouldBe("g-000003");
        newest.Select(e => e.Id).Distinct().Count().ShouldBe(newest.Count);
    }

    [Fact]
    public void What_is_known_of_first_appearances_survives_writing_and_a_damaged_file_counts_as_none()
    {
        using var folder = new TemporaryFolder();
        var seen = FirstSeenFile.Empty.With(new("g-000001", "2026-01-01T00:00:00Z"), [5, 3, 3]).With(new("g-000002", "2026-01-02T00:00:00Z"), [9, 5]).With(new("g-000003", "2026-01-03T00:00:00Z"), [9, 4, 3]);
        var bytes = seen.ToBytes();
        var path = folder.In(FirstSeenFile.FileName);
        File.WriteAllBytes(path, bytes);
        var read = FirstSeenFile.Read(folder.Path);
        read.Generations.ShouldBe(seen.Generations);
        ((ulong[])[3, 4, 5, 9, 10]).Select(read.OrdinalOf).ShouldBe([0, 2, 0, 1, null]);
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x40;
            File.WriteAllBytes(path, damaged);
            FirstSeenFile.Read(folder.Path).Generations.ShouldBeEmpty();
            File.WriteAllBytes(path, bytes[..at]);
            FirstSeenFile.Read(folder.Path).Generations.ShouldBeEmpty();
        }
    }
}
