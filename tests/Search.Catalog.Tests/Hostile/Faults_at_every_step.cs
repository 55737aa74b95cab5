using Search.Catalog.Snapshots;
using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>Whatever change of a build fails, and however: the snapshot before or the new one is served, and
/// the next build succeeds.</summary>
public class Faults_at_every_step
{
    private static readonly int Faults = Enum.GetValues<Fault>().Length;

    [Theory]
    [InlineData(Fault.FailsOnce, 1)]
    [InlineData(Fault.IsFull, 1)]
    [InlineData(Fault.Dies, 1)]
    [InlineData(Fault.LosesPower, 1)]
    [InlineData(Fault.Dies, 3)]
    [InlineData(Fault.LosesPower, 3)]
    [InlineData(Fault.IsFull, 1, 2)]
    [InlineData(Fault.Dies, 3, 2)]
    public void The_snapshot_before_or_the_new_one_is_whole(Fault fault, int shards, int threads = 1)
    {
        using var corpus = new SmallCorpus { Shards = shards, Threads = threads };
        using var before = new TemporaryFolder();
        var (first, second) = (Answers(corpus, before, "two", Disk.Real), "");
        for (var i = 0; i < 2; i++) corpus.Build(before.Path, "two"); // so that the build under test prunes
        using (var after = Copy(before.Path)) second = Answers(corpus, after, "one", Disk.Real);
        second.ShouldNotBe(first);

        FaultyDisk disk;
        var failAt = 0;
        do
        {
            using var folder = Copy(before.Path);
            disk = new FaultyDisk(folder.Path, failAt, fault);
            var succeeded = false;
            try
            {
                corpus.Build(folder.Path, "one", disk);
                succeeded = true;
            }
            catch (IOException e)
            {
                e.Message.ShouldNotContain("\n");
            }
            disk.Settle();
            using (var catalog = corpus.Open(folder.Path))
            {
                if (succeeded && fault != Fault.LosesPower) catalog.Generation.ShouldBe("g-000004", $"change {failAt}");
                SmallCorpus.Answers(catalog)
                    .ShouldBe(catalog.Generation == "g-000004" ? second : first, $"change {failAt}: {catalog.Generation}");
            }
            failAt++;
            if (failAt % Faults != (int)fault) continue; // the build after it is tried at every step with one of the faults
            corpus.Build(folder.Path, "one");
            Directory.GetDirectories(folder.Path).Count(d => !d.EndsWith(".parsed", StringComparison.Ordinal))
                .ShouldBe(2, $"change {failAt} leaves something behind");
            using (var catalog = corpus.Open(folder.Path)) SmallCorpus.Answers(catalog).ShouldBe(second, $"change {failAt}");
        }
        while (disk.HasStruck);
        failAt.ShouldBeGreaterThan(20); // every file, flush and rename of the build was met
    }

    [Fact]
    public void A_database_that_may_not_grow_ends_the_build_with_the_snapshot_before()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var first = Answers(corpus, folder, "two", Disk.Real);
        var refused = 0;
        for (var pages = 1; ; pages++)
        {
            try
            {
                corpus.Build(folder.Path, "one", new FaultyDisk(folder.Path, int.MaxValue, Fault.IsFull) { MostPages = pages });
                break;
            }
            catch (IOException e)
            {
                refused++;
                e.Message.ShouldContain("No space left");
                using var catalog = corpus.Open(folder.Path);
                SmallCorpus.Answers(catalog).ShouldBe(first);
            }
        }
        refused.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void At_every_step_a_second_build_is_refused_and_a_reader_sees_a_whole_snapshot()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var first = Answers(corpus, folder, "two", Disk.Real);
        string second;
        using (var after = new TemporaryFolder()) second = Answers(corpus, after, "one", Disk.Real);
        var steps = 0;
        corpus.Build(folder.Path, "one", new FaultyDisk(folder.Path, int.MaxValue, Fault.Dies)
        {
            Before = step =>
            {
                if (step == 0) return; // the folder is created before it can be locked
                steps++;
                Should.Throw<SnapshotBusyException>(() => corpus.Build(folder.Path, "two"));
                using var catalog = corpus.Open(folder.Path);
                SmallCorpus.Answers(catalog).ShouldBe(catalog.Generation == "g-000001" ? first : second);
            },
        });
        steps.ShouldBeGreaterThan(20);
    }

    private static string Answers(SmallCorpus corpus, TemporaryFolder folder, string name, Disk disk)
    {
        corpus.Build(folder.Path, name, disk);
        using var catalog = corpus.Open(folder.Path);
        return SmallCorpus.Answers(catalog);
    }

    private static TemporaryFolder Copy(string folder)
    {
        var copy = new TemporaryFolder();
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            copy.Write(Path.GetRelativePath(folder, path), File.ReadAllBytes(path));
        return copy;
    }
}
