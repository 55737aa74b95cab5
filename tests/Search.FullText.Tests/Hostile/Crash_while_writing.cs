using Search.FullText.Queries;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Hostile;

public class Crash_while_writing
{
    private const int Step = 61;

    [Fact]
    public void A_crash_at_any_write_leaves_the_commit_before_or_the_one_behind()
    {
        using var before = new TemporaryFolder();
        using (var writer = IndexWriter.Create(before.Path, RandomCorpus.Schema, Options(new Disk())))
        {
            Fill(writer, 0, 40);
            writer.Commit();
        }

        var first = Keys(before.Path);

        var whole = new Disk();
        using var after = Copy(before.Path);
        Change(after.Path, whole);
        var second = Keys(after.Path);
        second.ShouldNotBe(first);

        for (var bytes = 0L; bytes <= whole.Written; bytes += Step)
        {
            using var folder = Copy(before.Path);
            Should.Throw<IOException>(() => Change(folder.Path, new Disk { Room = bytes }), $"after {bytes} of {whole.Written} bytes");
            Keys(folder.Path).ShouldBe(first);

            // And work continues over what the crash has left lying about.
            Change(folder.Path, new Disk());
            Keys(folder.Path).ShouldBe(second);
        }
    }

    [Fact]
    public void A_crash_while_the_commit_is_put_in_place_leaves_the_one_before()
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, RandomCorpus.Schema, Options(new Disk())))
        {
            Fill(writer, 0, 40);
            writer.Commit();
        }

        var first = Keys(folder.Path);
        var options = Options(new Disk()) with { Replace = (_, _) => throw new IOException("crash") };
        using (var writer = IndexWriter.Open(folder.Path, options))
        {
            Fill(writer, 40, 80);
            Should.Throw<IOException>(writer.Commit);
        }

        Keys(folder.Path).ShouldBe(first);
    }

    private static void Change(string folder, Disk disk)
    {
        using var writer = IndexWriter.Open(folder, Options(disk));
        writer.Delete(3);
        Fill(writer, 30, 70);
        writer.Delete(50);
        writer.Merge();
        writer.Commit();
    }

    private static void Fill(IndexWriter writer, int from, int to)
    {
        var corpus = new RandomCorpus(from);
        for (var key = from; key < to; key++) writer.Add(corpus.Document(key, longest: 8));
    }

    private static long[] Keys(string folder)
    {
        using var index = FullTextIndex.Open(folder);
        return [.. index.Search(new AllQuery(), new SearchOptions { Limit = 1000, Sort = new SortBy("rank") }).Hits
            .Select(h => (h.Key * 1000) + h.SortValue)];
    }

    private static TemporaryFolder Copy(string folder)
    {
        var copy = new TemporaryFolder();
        foreach (var path in Directory.GetFiles(folder)) File.Copy(path, copy.In(Path.GetFileName(path)));
        return copy;
    }

    private static IndexWriterOptions Options(Disk disk) => new() { CreateFile = disk.Create, ForceToDisk = _ => { }, LeastCommon = 1 };

    /// <summary>A disk that stops in the middle of a write when its room is used up.</summary>
    private sealed class Disk
    {
        public long Room { get; set; } = long.MaxValue;

        public long Written { get; private set; }

        public Stream Create(string path) => new FailingStream(path, this);

        private sealed class FailingStream(string path, Disk disk)
            : FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0)
        {
            public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

            public override void Write(byte[] buffer, int offset, int count)
            {
                var fits = (int)Math.Min(count, disk.Room);
                base.Write(buffer, offset, fits);
                disk.Room -= fits;
                disk.Written += fits;
                if (fits < count || disk.Room == 0) throw new IOException("crash");
            }
        }
    }
}
