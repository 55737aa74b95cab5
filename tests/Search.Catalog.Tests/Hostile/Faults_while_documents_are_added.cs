using Search.Catalog.Building;
using Search.Catalog.Snapshots;
using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>Whatever change of a build fails that adds a document and writes another one anew: the snapshot before or the new one is
/// served, and the next build ends with the new one.</summary>
public class Faults_while_documents_are_added
{
    private const string Added =
        "A/RES/99/903\n\nThe General Assembly,\n\nRecalling its resolution 99/902,\n\n1. Urges States to protect children;\n";

    private static readonly int Faults = Enum.GetValues<Fault>().Length;

    [Theory]
    [InlineData(Fault.FailsOnce)]
    [InlineData(Fault.IsFull)]
    [InlineData(Fault.Dies)]
    [InlineData(Fault.LosesPower)]
    public void The_snapshot_before_or_the_new_one_is_whole(Fault fault)
    {
        using var corpus = new SmallCorpus();
        using var before = new TemporaryFolder();
        Build(before.Path, Disk.Real);
        var first = Answers(before.Path);
        File.WriteAllText(Path.Combine(corpus.Sources("two"), "c.txt"), Added);
        File.AppendAllText(Directory.GetFiles(corpus.Sources("two"), "*.txt").Order(StringComparer.Ordinal).First(),
            "\n9. Decides to meet again;\n");
        string second, whole; // the order of equals may differ between them
        using (var after = Copy(before.Path))
        {
            Build(after.Path, Disk.Real).ShouldBe(1);
            second = Answers(after.Path);
        }
        using (var after = Copy(before.Path))
        {
            File.Delete(after.In(LastBuild.FileName));
            Build(after.Path, Disk.Real).ShouldBe(0);
            whole = Answers(after.Path);
        }
        second.ShouldNotBe(first);

        FaultyDisk disk;
        var failAt = 0;
        do
        {
            using var folder = Copy(before.Path);
            disk = new FaultyDisk(folder.Path, failAt, fault);
            try
            {
                Build(folder.Path, disk);
            }
            catch (IOException e)
            {
                e.Message.ShouldNotContain("\n");
            }
            disk.Settle();
            Answers(folder.Path).ShouldBeOneOf(first, second);
            if (fault == Fault.FailsOnce) Directory.GetFiles(folder.Path, ".last-*.new").ShouldBeEmpty("what is not used takes room");
            failAt++;
            // The build after it is tried at every step with one of the faults, and with death.
            if (fault != Fault.Dies && failAt % Faults != (int)fault) continue;
            var kept = Build(folder.Path, Disk.Real);
            Answers(folder.Path).ShouldBeOneOf(second, whole);
            if (fault is not (Fault.Dies or Fault.LosesPower)) continue;
            kept.ShouldBeGreaterThanOrEqualTo(1, $"change {failAt}: what the build before knew of the live snapshot is lost");
            Answers(folder.Path).ShouldBe(second);
        }
        while (disk.HasStruck);
        failAt.ShouldBeGreaterThan(20); // every file, flush and rename of the build was met

        int Build(string output, Disk on) => CatalogBuilder.Build(
            new BuildRequest
            {
                Sources = [corpus.Sources("two")],
                Output = output,
                Authorities = corpus.Authorities,
                Threads = 1,
                Disk = on,
                Append = true
            },
            TimeProvider.System).DocumentsKept;

        string Answers(string folder)
        {
            using var catalog = corpus.Open(folder);
            return SmallCorpus.Answers(catalog);
        }
    }

    private static TemporaryFolder Copy(string folder)
    {
        var copy = new TemporaryFolder();
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            copy.Write(Path.GetRelativePath(folder, path), File.ReadAllBytes(path));
        return copy;
    }
}
