using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>Where CURRENT does not name a generation, the newest whole one is served, and the reason is reported.</summary>
public class Lost_current
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("g-00000")]
    [InlineData("g-000009\n")]
    [InlineData("../../etc\n")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public void The_newest_generation_is_opened_with_a_warning_and_the_next_build_repairs_it(string? content)
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.In("out"), "one");
        corpus.Build(folder.In("out"), "two");
        if (content is null) File.Delete(folder.In("out", "CURRENT"));
        else File.WriteAllText(folder.In("out", "CURRENT"), content);

        ResolutionCatalog.Live(folder.In("out"))!.Generation.ShouldBe("g-000002");
        ResolutionCatalog.Verify(folder.In("out")).Generation.ShouldBe("g-000002");
        var warnings = new List<string>();
        using (var catalog = corpus.Open(folder.In("out"), e => warnings.Add(e.Message))) catalog.Generation.ShouldBe("g-000002");
        warnings.ShouldHaveSingleItem().ShouldContain("CURRENT");

        corpus.Build(folder.In("out"), "one").ShouldBe("g-000003");
        warnings.Clear();
        using (var catalog = corpus.Open(folder.In("out"), e => warnings.Add(e.Message))) catalog.Generation.ShouldBe("g-000003");
        warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_damaged_newest_one_is_passed_over_too()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.In("out"), "one");
        corpus.Build(folder.In("out"), "two");
        File.Delete(folder.In("out", "CURRENT"));
        File.Delete(folder.In("out", "g-000002", "graph.bin"));
        var warnings = new List<string>();
        using var catalog = corpus.Open(folder.In("out"), e => warnings.Add(e.Message));
        catalog.Generation.ShouldBe("g-000001");
        warnings.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_served_stays_where_the_new_one_is_damaged()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.In("out"), "one");
        var served = ResolutionCatalog.Live(folder.In("out"))!;
        ResolutionCatalog.OpenNewer(folder.In("out"), served, corpus.Authorities).ShouldBeNull();
        corpus.Build(folder.In("out"), "two");
        File.Delete(folder.In("out", "g-000002", "graph.bin"));
        var warnings = new List<string>();
        ResolutionCatalog.OpenNewer(folder.In("out"), served, corpus.Authorities, e => warnings.Add(e.Message)).ShouldBeNull();
        warnings.ShouldHaveSingleItem().ShouldContain("graph.bin is missing");
    }
}
