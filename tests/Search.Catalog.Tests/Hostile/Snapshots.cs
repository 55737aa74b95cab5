using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>A crash or damage at any point leaves a whole snapshot served, and damage is said.</summary>
public class Snapshots
{
    private const string Text =
        "The General Assembly,\n\nRecalling the Convention on the Rights of the Child,\n\n1. Calls upon States to act;\n\n2. Decides to remain seized of the matter.\n";

    [Fact]
    public void A_second_build_becomes_the_live_one_and_the_first_stays_readable_to_who_holds_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/one.txt", Text);
        Built.Build(folder.In("out"), folder.In("in")).Generation.ShouldBe("g-000001");
        using var first = ResolutionCatalog.Open(folder.In("out"), Places.Authorities);
        folder.Write("in/two.txt", Text);
        Built.Build(folder.In("out"), folder.In("in")).Generation.ShouldBe("g-000002");
        using var second = ResolutionCatalog.Open(folder.In("out"), Places.Authorities);
        first.Counts.Documents.ShouldBe(1);
        first.Document("one").ShouldNotBeNull();
        second.Counts.Documents.ShouldBe(2);
        ResolutionCatalog.Live(folder.In("out"))!.Generation.ShouldBe("g-000002");
    }

    [Fact]
    public void A_half_written_generation_is_not_looked_at()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/one.txt", Text);
        Built.Build(folder.In("out"), folder.In("in"));
        folder.Write("out/.building-g-000002/catalog.db", "half");
        using (var catalog = ResolutionCatalog.Open(folder.In("out"), Places.Authorities)) catalog.Generation.ShouldBe("g-000001");
        Built.Build(folder.In("out"), folder.In("in")).Generation.ShouldBe("g-000002");
        Directory.Exists(folder.In("out", ".building-g-000002")).ShouldBeFalse();
    }

    [Fact]
    public void A_published_generation_that_CURRENT_does_not_name_yet_is_not_live()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/one.txt", Text);
        Built.Build(folder.In("out"), folder.In("in"));
        Built.Build(folder.In("out"), folder.In("in"));
        File.WriteAllText(folder.In("out", "CURRENT"), "g-000001\n");
        using var catalog = ResolutionCatalog.Open(folder.In("out"), Places.Authorities);
        catalog.Generation.ShouldBe("g-000001");
    }

    [Theory]
    [InlineData("manifest.json")]
    [InlineData("catalog.db")]
    public void Where_a_file_is_missing_or_cut_the_generation_before_is_served_and_the_damage_is_said(string file)
    {
        foreach (var damage in new Action<string>[] { File.Delete, p => Truncate(p, 10), p => Truncate(p, 0) })
        {
            using var folder = new TemporaryFolder();
            folder.Write("in/one.txt", Text);
            Built.Build(folder.In("out"), folder.In("in"));
            Built.Build(folder.In("out"), folder.In("in"));
            damage(folder.In("out", "g-000002", file));
            var said = new List<string>();
            using var catalog = ResolutionCatalog.Open(folder.In("out"), Places.Authorities, e => said.Add(e.Message));
            catalog.Generation.ShouldBe("g-000001");
            said.ShouldHaveSingleItem().ShouldContain("g-000002");
        }
    }

    [Fact]
    public void Verify_finds_any_changed_byte_of_any_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/one.txt", Text);
        Built.Build(folder.In("out"), folder.In("in"));
        ResolutionCatalog.Verify(folder.In("out")).Files.ShouldBeGreaterThan(1);
        var random = new Random(1);
        foreach (var file in Directory.EnumerateFiles(folder.In("out", "g-000001"), "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("manifest.json", StringComparison.Ordinal)))
        {
            var whole = File.ReadAllBytes(file);
            if (whole.Length == 0) continue;
            for (var i = 0; i < 20; i++)
            {
                var damaged = (byte[])whole.Clone();
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, damaged);
                Should.Throw<SnapshotDamagedException>(() => ResolutionCatalog.Verify(folder.In("out"))).File.ShouldNotBeEmpty();
            }
            File.WriteAllBytes(file, whole);
        }
        ResolutionCatalog.Verify(folder.In("out"));
    }

    [Fact]
    public void No_snapshot_is_said_with_the_command_that_builds_one()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<DirectoryNotFoundException>(() => ResolutionCatalog.Open(folder.In("nothing"))).Message
            .ShouldContain("Search.Indexer build");
    }

    [Fact]
    public void Old_generations_are_pruned_but_never_the_live_one()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/one.txt", Text);
        for (var i = 0; i < 5; i++) Built.Build(folder.In("out"), folder.In("in"));
        Directory.EnumerateDirectories(folder.In("out")).Select(Path.GetFileName).Order().ShouldBe([".parsed", "g-000004", "g-000005"]);
    }

    private static void Truncate(string path, int length)
    {
        using var file = new FileStream(path, FileMode.Open);
        file.SetLength(Math.Min(length, file.Length));
    }

    [Fact]
    public void Newer_builds_leave_alone_what_somebody_reads_and_remove_it_afterwards()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/one.txt", Text);
        string Build() => Built.Build(folder.In("out"), folder.In("in")).Generation!;
        Build();
        using (var catalog = ResolutionCatalog.Open(folder.In("out"), Places.Authorities))
        {
            for (var i = 0; i < 3; i++) Build();
            Parallel.For(0, 16, _ => catalog.Search(new SearchRequest { Query = "states" }).Hits.ShouldNotBeEmpty());
        }
        Build();
        Directory.GetDirectories(folder.In("out")).Select(Path.GetFileName).Order().ShouldBe([".parsed", "g-000004", "g-000005"]);
    }
}
