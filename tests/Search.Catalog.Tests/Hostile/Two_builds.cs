using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>One build at a time writes into a folder of snapshots; others are refused and harm nothing.</summary>
public class Two_builds
{
    [Fact]
    public void The_second_is_refused_with_who_holds_the_folder_and_the_first_is_whole()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var refused = new List<SnapshotBusyException>();
        corpus.Build(folder.In("out"), "one", progress: _ =>
        {
            refused.Add(Should.Throw<SnapshotBusyException>(() => corpus.Build(folder.In("out"), "two")));
        });
        refused.ShouldNotBeEmpty();
        foreach (var refusal in refused)
        {
            refusal.Holder.ShouldNotBeNull().ShouldContain($"process {Environment.ProcessId} on {Environment.MachineName} since ");
            refusal.Message.ShouldContain(refusal.Holder);
            refusal.Message.ShouldContain("--out");
        }
        ResolutionCatalog.Verify(folder.In("out")).Generation.ShouldBe("g-000001");
        corpus.Build(folder.In("out"), "two").ShouldBe("g-000002");
    }

    [Fact]
    public void What_a_process_that_died_has_left_locks_nobody_out_and_is_removed()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        folder.Write("out/.lock", "");
        folder.Write("out/.lock.holder", "process 1 on elsewhere since 2001-01-01T00:00:00Z\n");
        folder.Write("out/.building-g-000001-abcdefgh/catalog.db", "half");
        folder.Write("out/.removing-g-000001-abcdefgh/graph.bin", "half");
        folder.Write("out/g-000003/graph.bin", "what pruning has left");
        corpus.Build(folder.In("out"), "one").ShouldBe("g-000001");
        Directory.GetFileSystemEntries(folder.In("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe([".lock", ".parsed", "CURRENT", "first-seen.bin", "g-000001"]);
    }

    [Fact]
    public void A_dry_run_needs_no_lock_and_writes_nothing()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        CatalogBuilder.Build(new BuildRequest
        {
            Sources = [Places.Sample],
            Output = folder.In("out"),
            Authorities = corpus.Authorities,
            DryRun = true
        }, TimeProvider.System).Generation.ShouldBeNull();
        Directory.Exists(folder.In("out")).ShouldBeFalse();
    }

    [Fact]
    public async Task Builders_and_readers_at_random_see_whole_snapshots_only()
    {
        const int builders = 3, builds = 12;
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var answers = new HashSet<string>();
        foreach (var name in (string[])["one", "two"])
        {
            corpus.Build(folder.In("out"), name);
            using var catalog = corpus.Open(folder.In("out"));
            answers.Add(SmallCorpus.Answers(catalog));
        }
        answers.Count.ShouldBe(2);

        using var ended = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var read = 0;
            for (; !ended.IsCancellationRequested || read == 0; read++)
            {
                using var catalog = corpus.Open(folder.In("out"));
                answers.ShouldContain(SmallCorpus.Answers(catalog));
            }
            return read;
        });
        var published = await Task.WhenAll(Enumerable.Range(0, builders).Select(b => Task.Run(async () =>
        {
            var random = new Random(b);
            var done = new List<string>();
            for (var i = 0; i < builds; i++)
            {
                try
                {
                    done.Add(corpus.Build(folder.In("out"), random.Next(2) == 0 ? "one" : "two"));
                }
                catch (SnapshotBusyException)
                {
                    await Task.Delay(random.Next(20));
                }
            }
            return done;
        })));
        await ended.CancelAsync();
        (await reader).ShouldBeGreaterThan(0);
        var generations = published.SelectMany(p => p).ToList();
        generations.ShouldBeUnique();
        ResolutionCatalog.Verify(folder.In("out")).Generation.ShouldBe(generations.Max());
    }
}
