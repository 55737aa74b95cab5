using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>A snapshot to which documents were added answers as one that was written from nothing, but for the order of equals.</summary>
public class Documents_added_to_a_snapshot
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(3, 1, false)]
    [InlineData(4, 1, true)]
    [InlineData(5, 3, true)]
    public void Whatever_is_added_the_answers_are_those_of_a_whole_build(int seed, int shards, bool remembers)
    {
        var memory = remembers ? new BuildMemory() : null;
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var files = Builds_of_one_corpus.Corpus(random);
        random.Shuffle(files);
        var kept = 0;
        foreach (var (n, (name, text)) in files.Index())
        {
            folder.Write("in/" + name, text);
            if (n % 3 == 1)
                folder.Write("in/fr-" + name.Replace(".txt", ".meta.json", StringComparison.Ordinal), """{ "symbol": "A/RES/99/901" }""");
            if (n % 3 == 1)
                folder.Write("in/fr-"
                    + name, "L’Assemblée générale,\n\nRappelant la résolution 99/902,\n\n1. Prie les États d’agir ;\n\n2. Décide de rester saisie de la question.\n");
            foreach (var path in Directory.GetFiles(folder.In("in"))) // long at rest: what is remembered of it holds
                if (remembers && !path.EndsWith(name, StringComparison.Ordinal)) File.SetLastWriteTimeUtc(path, new(2026, 1, 2));
            if (n < 3) continue;
            kept += Build("added", append: true).DocumentsKept;
            Build("whole" + n, append: false).DocumentsKept.ShouldBe(0);
            Said.ShouldBeSame(folder.In("added"), folder.In("whole" + n), corpus);
            ResolutionCatalog.Verify(folder.In("added"));
        }
        kept.ShouldBeGreaterThan(0);

        BuildReport Build(string output, bool append) => CatalogBuilder.Build(
            new BuildRequest
            {
                Sources = [folder.In("in")],
                Output = folder.In(output),
                Authorities = corpus.Authorities,
                Append = append,
                Memory = append ? memory : null,
                Shards = append ? shards : 1,
            },
            TimeProvider.System);
    }

    [Fact]
    public void What_is_remembered_of_a_file_holds_as_long_as_its_length_and_time_do()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var memory = new BuildMemory();
        foreach (var (name, text) in Builds_of_one_corpus.Corpus(new Random(8))) Write(name, text, new(2026, 1, 2));
        Build().FilesRead.ShouldBe(12);
        Build().FilesRead.ShouldBe(0);
        Write("new.txt", "A/RES/99/950\n\nThe General Assembly,\n\n1. Urges States to act;\n", new(2026, 1, 2));
        Build().FilesRead.ShouldBe(1);
        Write("new.txt", "A/RES/99/950\n\nThe General Assembly,\n\n1. Urges States to aid;\n", new(2026, 1, 3));
        Build().FilesRead.ShouldBe(1, "its time is another");
        Write("new.meta.json", """{ "title": "Aid" }""", new(2026, 1, 3));
        Build().FilesRead.ShouldBe(1, "it has a sidecar now");
        Directory.Delete(folder.In("out/.parsed"), recursive: true);
        Build().FilesRead.ShouldBe(13, "what was kept of the files is gone");
        File.AppendAllText(Path.Combine(corpus.Authorities, "works.tsv"), "\n");
        Build().FilesRead.ShouldBe(13, "the tables are others");
        Write("just-written.txt", "A/RES/99/951\n\nThe General Assembly,\n\n1. Urges States to act;\n", TimeProvider.System.GetUtcNow().UtcDateTime);
        Build().FilesRead.ShouldBe(1);
        var written = File.GetLastWriteTimeUtc(folder.In("in/just-written.txt"));
        Write("just-written.txt", "A/RES/99/951\n\nThe General Assembly,\n\n1. Urges States to aid;\n", written);
        Build().FilesRead.ShouldBe(1, "it was written again within the time that file systems tell apart");

        void Write(string name, string text, DateTime time)
        {
            folder.Write("in/" + name, text);
            File.SetLastWriteTimeUtc(folder.In("in/" + name), time);
        }

        BuildReport Build() => CatalogBuilder.Build(
            new BuildRequest
            {
                Sources = [folder.In("in")],
                Output = folder.In("out"),
                Authorities = corpus.Authorities,
                Append = true,
                Memory = memory,
            },
            TimeProvider.System);
    }
}
