using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>Files that cannot be read are left out and named; the rest is indexed.</summary>
public class Corpora
{
    private const string Good =
        "The General Assembly,\n\nRecalling its resolution 55/25 of 15 November 2000,\n\n1. Decides to remain seized of the matter.\n";

    [Fact]
    public void An_empty_folder_is_refused_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("in"));
        Should.Throw<InvalidDataException>(() => Built.Build(folder.In("out"), folder.In("in"))).Message.ShouldContain("Name a folder");
        Directory.Exists(folder.In("out", "g-000001")).ShouldBeFalse();
    }

    [Fact]
    public void Bad_files_are_left_out_each_with_its_reason_and_the_rest_is_indexed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/good.txt", Good);
        folder.Write("in/empty.txt", "");
        File.WriteAllBytes(folder.In("in", "binary.txt"), [0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]);
        folder.Write("in/table.xlsx", "not a document");
        var report = Built.Build(folder.In("out"), folder.In("in"));
        report.Counts.Documents.ShouldBe(1);
        report.LeftOut.Select(f => (f.File, f.Code))
            .ShouldBe([("binary.txt", "binary-file"), ("empty.txt", "empty-file"), ("table.xlsx", "unsupported-format")]);
        report.LeftOut.ShouldAllBe(f => f.Message.Length > 10);
        using var catalog = ResolutionCatalog.Open(folder.In("out"), Places.Authorities);
        catalog.LeftOut.ShouldBe(report.LeftOut);
    }

    [Fact]
    public void A_line_of_50_MB_ends_in_clauses_or_a_reason_within_bounds()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/good.txt", Good);
        File.WriteAllText(folder.In("in", "line.txt"),
            string.Concat(Enumerable.Repeat("Recalling its resolution 55/25 of 15 November 2000, ", 1_000_000)));
        var report = Built.Build(folder.In("out"), folder.In("in"));
        (report.Counts.Documents + report.LeftOut.Length).ShouldBe(2);
        report.Counts.Documents.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Links_are_not_followed_but_named_and_a_sidecar_that_is_no_file_does_not_hang_the_build()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes by name, and links need a right");
        using var folder = new TemporaryFolder();
        folder.Write("in/deep/good.txt", Good);
        folder.Write("elsewhere/secret.txt", Good);
        folder.Write("elsewhere/secret.json", """{"title": "A title of another folder"}""");
        File.CreateSymbolicLink(folder.In("in", "link.txt"), folder.In("elsewhere", "secret.txt"));
        File.CreateSymbolicLink(folder.In("in", "folder"), folder.In("elsewhere"));
        File.CreateSymbolicLink(folder.In("in", "nowhere.txt"), "/no/such/file");
        File.CreateSymbolicLink(folder.In("in", "deep", "good.meta.json"), folder.In("elsewhere", "secret.json"));
        folder.Write("in/pipe.txt", Good);
        using (var make = System.Diagnostics.Process.Start("mkfifo", [folder.In("in", "pipe.meta.json")])) make.WaitForExit();
        var report = Built.Build(folder.In("out"), folder.In("in"));
        report.Counts.Documents.ShouldBe(2);
        report.LeftOut.Select(f => (f.File, f.Code)).ShouldBe(
            [("deep/good.meta.json", "sidecar-link"), ("folder", "symbolic-link"), ("link.txt", "symbolic-link"),
                ("nowhere.txt", "symbolic-link"), ("pipe.meta.json", "sidecar-malformed")]);
        using var catalog = ResolutionCatalog.Open(folder.In("out"), Places.Authorities);
        catalog.Documents(new()).Page.ShouldAllBe(d => !(d.Title ?? "").Contains("another folder", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_files_with_one_symbol_are_both_kept_and_the_second_says_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", "A/RES/61/901\n\n" + Good);
        folder.Write("in/b.txt", "A/RES/61/901\n\n" + Good);
        Built.Build(folder.In("out"), folder.In("in")).Counts.Documents.ShouldBe(2);
        using var catalog = ResolutionCatalog.Open(folder.In("out"), Places.Authorities);
        catalog.Documents(new()).Page.Count.ShouldBe(2);
        catalog.Documents(new()).Page.Select(d => catalog.Document(d.Id)!.Evidence).OfType<string>().ShouldHaveSingleItem()
            .ShouldContain("A/RES/61/901");
    }

    [Fact]
    public void The_same_files_give_the_same_corpus_hash_and_counts_with_one_thread_or_two()
    {
        using var folder = new TemporaryFolder();
        var one = Run(1);
        var two = Run(2);
        two.ShouldBe(one);

        (string, SnapshotCounts) Run(int threads)
        {
            CatalogBuilder.Build(
                new BuildRequest
                {
                    Sources = [Places.Sample],
                    Output = folder.In($"out{threads}"),
                    Authorities = Places.Authorities,
                    Threads = threads
                }, TimeProvider.System);
            using var catalog = ResolutionCatalog.Open(folder.In($"out{threads}"), Places.Authorities);
            return (catalog.Corpus, catalog.Counts);
        }
    }
}
