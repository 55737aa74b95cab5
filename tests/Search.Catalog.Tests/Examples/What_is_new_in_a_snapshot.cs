using Search.Catalog.Following;
using Search.Catalog.Snapshots;
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
        edges.Edges.Select(e => e.Clause).Order()
            .ShouldBe(more.Cites("a-res-77-901", new EdgeQuery { Take = 1000 })!.Edges.Select(e => e.Clause).Order());
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
    public void What_is_known_of_first_appearances_survives_writing_and_every_damage_of_it_is_reported()
    {
        using var folder = new TemporaryFolder();
        var seen = FirstSeenFile.Empty.With(new("g-000001", "2026-01-01T00:00:00Z"), [5, 3, 3])
            .With(new("g-000002", "2026-01-02T00:00:00Z"), [9, 5]).With(new("g-000003", "2026-01-03T00:00:00Z"), [9, 4, 3]);
        using var written = new MemoryStream();
        seen.Write(written);
        var bytes = written.ToArray();
        var path = folder.In(FirstSeenFile.FileName);
        File.WriteAllBytes(path, bytes);
        var read = FirstSeenFile.Read(folder.Path, out var damage);
        damage.ShouldBeNull();
        read.Generations.ShouldBe(seen.Generations);
        ((ulong[])[3, 4, 5, 9, 10]).Select(read.OrdinalOf).ShouldBe([0, 2, 0, 1, null]);
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x40;
            IsReported(damaged);
            IsReported(bytes[..at]);
        }

        void IsReported(byte[] damaged)
        {
            File.WriteAllBytes(path, damaged);
            FirstSeenFile.Read(folder.Path, out var what).Generations.ShouldBeEmpty();
            what.ShouldNotBeNull().ShouldContain(path);
        }
    }

    [Fact]
    public void A_build_sets_a_damaged_file_of_first_appearances_aside_and_says_so()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.Path, "two");
        var path = folder.In(FirstSeenFile.FileName);
        var damaged = File.ReadAllBytes(path)[..^1];
        File.WriteAllBytes(path, damaged);
        using (var catalog = corpus.Open(folder.Path)) catalog.FirstSeenDamage.ShouldNotBeNull().ShouldContain(path);

        var report = Report(corpus, folder, Disk.Real);
        var warning = report.Warnings.ShouldHaveSingleItem();
        warning.ShouldStartWith(path + " is damaged");
        warning.ShouldContain("first-seen.bin.damaged");
        File.ReadAllBytes(path + ".damaged").ShouldBe(damaged);
        FirstSeenFile.Read(folder.Path, out _).Generations.Select(g => g.Generation).ShouldBe(["g-000002"]);
        Report(corpus, folder, Disk.Real).Warnings.ShouldBeEmpty();
        using (var catalog = corpus.Open(folder.Path)) catalog.FirstSeenDamage.ShouldBeNull();
    }

    [Fact]
    public void A_file_of_first_appearances_that_cannot_be_written_is_reported()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.Path, "one");
        var report = Report(corpus, folder, new NoNotes());
        report.Generation.ShouldBe("g-000002");
        report.Warnings.ShouldHaveSingleItem().ShouldContain("could not be written: No space left on device");
    }

    [Fact]
    public void A_rebuild_of_the_same_sources_reads_no_clause_again()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.Path, "two");
        var length = new FileInfo(folder.In(FirstSeenFile.FileName)).Length;
        Report(corpus, folder, new EmptiesRows()).Warnings.ShouldBeEmpty();
        FirstSeenFile.Read(folder.Path, out _).Generations.Select(g => g.Generation).ShouldBe(["g-000001", "g-000002"]);
        // the name of a generation and its time, no key
        (new FileInfo(folder.In(FirstSeenFile.FileName)).Length - length).ShouldBeInRange(1, 40);
    }

    private static BuildReport Report(SmallCorpus corpus, TemporaryFolder folder, Disk disk) => CatalogBuilder.Build(
        new BuildRequest
        {
            Sources = [corpus.Sources("two")],
            Output = folder.Path,
            Authorities = corpus.Authorities,
            Threads = 1,
            Disk = disk
        }, TimeProvider.System);

    /// <summary>A disk with no room for the file of first appearances.</summary>
    private sealed class NoNotes : Disk
    {
        public override Stream Create(string path) =>
            path.Contains(FirstSeenFile.FileName, StringComparison.Ordinal)
                ? throw new IOException("No space left on device")
                : base.Create(path);
    }

    /// <summary>A disk that empties the rows of a generation once it is live: who reads them then fails.</summary>
    private sealed class EmptiesRows : Disk
    {
        public override void Replace(string from, string to)
        {
            base.Replace(from, to);
            if (Path.GetFileName(to) == SnapshotFolder.CurrentFile)
                File.WriteAllText(Path.Combine(Path.GetDirectoryName(to)!, File.ReadAllText(to).Trim(), SnapshotParts.RowsFile), "");
        }
    }
}
