using Search.Catalog.Building;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>A snapshot of which documents were changed or removed, and to which others were added, answers as one that was written from
/// nothing, but for the order of equals.</summary>
public class Documents_changed_and_removed
{
    private const string French =
        "L’Assemblée générale,\n\nRappelant la résolution 99/902,\n\n1. Prie les États d’agir ;\n\n2. Décide de rester saisie de la question.\n";

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(3, 3, false)]
    [InlineData(4, 3, true)]
    [InlineData(5, 1, false)]
    [InlineData(6, 1, true)]
    public void Whatever_happens_to_the_files_the_answers_are_those_of_a_whole_build(int seed, int shards, bool remembers)
    {
        var memory = remembers ? new BuildMemory() : null;
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var absent = new List<(string Name, string Text)>(Builds_of_one_corpus.Corpus(random));
        var there = new List<(string Name, string Text)>();
        var days = 0; // no two documents are of one day: the order of equals is open
        for (var n = 0; n < 6; n++) Add();
        Build("continued", append: true);
        Build("whole", append: false);
        var (kept, continued) = (0, 0);
        for (var step = 0; step < 14; step++)
        {
            for (var changes = random.Next(1, 3); changes > 0; changes--) Change();
            AllLongAtRest();
            var report = Build("continued", append: true);
            kept += report.DocumentsKept;
            if (report.DocumentsKept > 0) continued++;
            var whole = Build("whole", append: false);
            whole.DocumentsKept.ShouldBe(0);
            Said.ShouldBeSame(folder.In("continued"), folder.In("whole"), corpus);
            for (var since = 1; since <= step + 1; since++)
                New(folder.In("continued"), since).ShouldBe(New(folder.In("whole"), since));
            ResolutionCatalog.Verify(folder.In("continued"));
        }
        continued.ShouldBeGreaterThan(8);
        kept.ShouldBeGreaterThan(continued * 2);

        List<string> New(string index, int since)
        {
            using var catalog = corpus.Open(index);
            return [.. from list in (string[])["edges", "clauses", "works"]
                       let changes = catalog.ChangesSince($"g-{since:000000}", list, 0, 1000)!
                       from said in changes.Edges.Select(e => $"{e.Document.Id} {e.Clause} {e.Work.Id} {e.Pinpoint} {e.Treatment}")
                           .Concat(changes.Clauses.Select(c => c.ToString())).Concat(changes.Works.Select(w => w.Id))
                           .Append(changes.Counts.ToString())
                       orderby said
                       select said];
        }

        void Change()
        {
            switch (random.Next(4))
            {
                case 0 when absent.Count > 0:
                    Add();
                    break;
                case 1 when there.Count > 3:
                    Remove(random.Next(there.Count));
                    break;
                case 2:
                    Translate(there[random.Next(there.Count)].Name);
                    break;
                default:
                    Rewrite(random.Next(there.Count));
                    break;
            }
        }

        void Add()
        {
            var at = random.Next(absent.Count);
            folder.Write("in/" + absent[at].Name, absent[at].Text);
            there.Add(absent[at]);
            absent.RemoveAt(at);
        }

        void Remove(int at)
        {
            foreach (var path in Directory.GetFiles(folder.In("in"), "*" + Path.GetFileNameWithoutExtension(there[at].Name) + "*")) File.Delete(path);
            absent.Add(there[at]);
            there.RemoveAt(at);
        }

        void Rewrite(int at)
        {
            var (name, text) = there[at];
            text = random.Next(4) switch
            {
                0 => text.Replace("\n\n1. ", $"\n\n1. Decides to convene {random.Next(100)} meetings;\n\n1 bis. ", StringComparison.Ordinal),
                1 => text.Replace("The General Assembly,\n\n", $"The General Assembly,\n\nRecalling its resolution 98/{random.Next(1, 9)},\n\n",
                    StringComparison.Ordinal),
                2 => text[..text.LastIndexOf("\n\n", text.Length - 3, StringComparison.Ordinal)] + "\n",
                _ => text,
            };
            there[at] = (name, text);
            folder.Write("in/" + name, text);
            folder.Write("in/" + name.Replace(".txt", ".meta.json", StringComparison.Ordinal),
                $$"""{ "title": "Title {{random.Next(3)}}", "date": "{{new DateOnly(2044, 1, 1).AddDays(++days):O}}" }""");
        }

        void Translate(string name)
        {
            var number = name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..^".txt".Length];
            folder.Write("in/fr-" + name.Replace(".txt", ".meta.json", StringComparison.Ordinal), $$"""{ "symbol": "A/RES/99/{{number}}" }""");
            folder.Write("in/fr-" + name, French);
        }

        // what is remembered of files holds
        void AllLongAtRest()
        {
            foreach (var path in Directory.GetFiles(folder.In("in")))
                if (random.Next(2) == 0) File.SetLastWriteTimeUtc(path, new(2026, 1, 2));
        }

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
    public void What_was_proposed_and_is_adopted_gives_its_words_a_year()
    {
        const string words = "Urges all States to protect the children of fishermen in times of drought and of flood";
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        folder.Write("in/early.txt", $"A/C.3/98/L.7\n\n3 November 2043\n\nThe General Assembly,\n\n1. {words};\n");
        folder.Write("in/late.txt", $"A/RES/99/950\n\nAdopted on 2 December 2044\n\nThe General Assembly,\n\n1. {words};\n");
        Write("early", "2043-11-03");
        Write("late", "2044-12-02");
        Build();
        FirstUsed(2043).ShouldBe(["a-c.3-98-l.7/op1"]);
        FirstUsed(2044).ShouldBe(["a-res-99-950/op1"], "a draft is not agreed");
        folder.Write("in/early.txt", $"A/RES/98/7\n\nAdopted on 3 November 2043\n\nThe General Assembly,\n\n1. {words};\n");
        Build();
        FirstUsed(2043).ShouldBe(["a-res-98-7/op1", "a-res-99-950/op1"]);

        void Write(string name, string date) => folder.Write($"in/{name}.meta.json", $$"""{ "date": "{{date}}" }""");

        void Build() => CatalogBuilder.Build(new BuildRequest
        {
            Sources = [folder.In("in")],
            Output = folder.In("out"),
            Authorities = corpus.Authorities,
            Append = true,
        }, TimeProvider.System);

        IEnumerable<string> FirstUsed(int year)
        {
            using var catalog = corpus.Open(folder.In("out"));
            return [.. catalog.Search(new() { Query = $"firstUsed:{year}" }).Hits.Select(h => h.Id).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public void An_address_that_becomes_free_is_taken_as_in_a_whole_build()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["note 1", "note-1"])
            folder.Write($"in/{name}.txt", $"The General Assembly,\n\n1. Urges States to act on {name};\n");
        Build("continued", append: true);
        Documents("continued").ShouldBe(["note-1", "note-1-2"]);
        File.Delete(folder.In("in/note 1.txt"));
        Build("continued", append: true);
        Build("whole", append: false);
        Documents("continued").ShouldBe(Documents("whole"));

        void Build(string output, bool append) => CatalogBuilder.Build(new BuildRequest
        {
            Sources = [folder.In("in")],
            Output = folder.In(output),
            Authorities = corpus.Authorities,
            Append = append,
        }, TimeProvider.System);

        IEnumerable<string> Documents(string output)
        {
            using var catalog = corpus.Open(folder.In(output));
            return [.. catalog.Documents(new() { Take = 10 }).Page.Select(d => d.Id).Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Only_what_was_changed_is_written_anew(bool remembers)
    {
        var memory = remembers ? new BuildMemory() : null;
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var files = Builds_of_one_corpus.Corpus(new Random(7));
        foreach (var (name, text) in files) folder.Write("in/" + name, text);
        folder.Write("in/last.txt", "A/RES/99/950\n\nThe General Assembly,\n\nRecalling A/RES/44/99,\n\n1. Urges States to act;\n");
        Build().DocumentsKept.ShouldBe(0, "there was nothing");
        Build().DocumentsKept.ShouldBe(13, "nothing changed");
        folder.Write("in/" + files[0].Name, files[0].Text + "\n9. Decides otherwise.\n");
        Build().DocumentsKept.ShouldBe(12, "one changed");
        Build().DocumentsKept.ShouldBe(13, "nothing changed");
        File.Delete(folder.In("in/last.txt"));
        Build().DocumentsKept.ShouldBe(12, "one is gone that no other cites");
        Build().DocumentsKept.ShouldBe(12, "nothing changed");
        File.Delete(folder.In("in/" + files[0].Name));
        Build().DocumentsKept.ShouldBe(5, "six that cite the one that is gone are linked otherwise");
        File.AppendAllText(folder.In("out/" + LastBuild.FileName), "?");
        Build().DocumentsKept.ShouldBe(0, "what was noted is damaged");
        var generation = new DirectoryInfo(folder.In("out")).GetDirectories("g-*").MaxBy(d => d.Name)!.FullName;
        using (var rows = new FileStream(Path.Combine(generation, "catalog.db"), FileMode.Open, FileAccess.ReadWrite))
            rows.SetLength(rows.Length - 1);
        Build().DocumentsKept.ShouldBe(0, "the snapshot is damaged");

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
