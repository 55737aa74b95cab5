using System.Text;
using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Laws;

public class Sameness
{
    [Fact]
    public void The_same_documents_give_the_same_bytes_however_often_they_were_written_out_and_merged()
    {
        var whole = Files(1 << 26);
        foreach (var budget in (int[])[1 << 26, 1 << 17, 1 << 15])
            Files(budget).AsSpan().SequenceEqual(whole).ShouldBeTrue($"{budget} bytes");
    }

    [Fact]
    public void The_same_documents_in_another_order_give_the_same_bytes() =>
        Files(1 << 17, backwards: true).AsSpan().SequenceEqual(Files(1 << 26)).ShouldBeTrue();

    [Fact]
    public void The_same_documents_added_to_an_index_give_the_same_bytes()
    {
        using var before = new TemporaryFolder();
        Write(before.Path, RandomDocuments(3000)[2000..], 1 << 15);
        Files(1 << 15, before: before.Path).AsSpan().SequenceEqual(Files(1 << 26, before: before.Path)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1 << 26)]
    [InlineData(1 << 15)]
    public void The_same_documents_added_by_two_writers_give_the_same_bytes(int budget)
    {
        using var folder = new TemporaryFolder();
        using var beside = new TemporaryFolder();
        var options = OptionsOf(budget);
        using (var writer = IndexWriter.Create(folder.Path, RandomCorpus.Schema, options))
        using (var other = IndexWriter.Create(beside.Path, RandomCorpus.Schema, options))
        {
            foreach (var (n, document) in RandomDocuments(2000).Index()) (n % 70 < 30 ? writer : other).Add(document);
            foreach (var document in RandomDocuments(40).Where((_, n) => n % 70 >= 30)) other.Add(document); // replaces what it has
            writer.TakeOver(other);
            other.DocumentCount.ShouldBe(0);
            writer.DocumentCount.ShouldBe(2000);
            writer.Merge();
            writer.Commit();
        }
        Directory.GetFiles(beside.Path).ShouldBeEmpty();
        BytesOf(folder.Path).AsSpan().SequenceEqual(Files(1 << 26)).ShouldBeTrue();
    }

    [Fact]
    public void An_index_can_be_read_while_it_is_written()
    {
        using var folder = new TemporaryFolder();
        var corpus = new RandomCorpus(5);
        using var writer = IndexWriter.Create(folder.Path, RandomCorpus.Schema);
        writer.Add(corpus.Document(1));
        writer.Commit();
        using var first = FullTextIndex.Open(folder.Path);
        for (var key = 2; key < 50; key++) writer.Add(corpus.Document(key));
        writer.Merge();
        writer.Commit();
        first.DocumentCount.ShouldBe(1);
        first.Verify();
        using var second = FullTextIndex.Open(folder.Path);
        second.DocumentCount.ShouldBe(49);
    }

    /// <summary>Names and bytes of all files of an index, one after another.</summary>
    private static byte[] Files(int budget, bool backwards = false, string? before = null)
    {
        using var folder = new TemporaryFolder();
        if (before is not null)
            foreach (var file in Directory.GetFiles(before)) File.Copy(file, folder.In(Path.GetFileName(file)));
        var documents = RandomDocuments(2000);
        if (backwards) Array.Reverse(documents);
        Write(folder.Path, documents, budget, isContinued: before is not null);
        return BytesOf(folder.Path);
    }

    private static byte[] BytesOf(string folder)
    {
        Directory.GetFiles(folder, "*.fts").ShouldHaveSingleItem();
        return [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)
            .SelectMany(f => (byte[])[.. Encoding.UTF8.GetBytes(Path.GetFileName(f)), .. File.ReadAllBytes(f)])];
    }

    private static IndexWriterOptions OptionsOf(int budget) =>
        new() { MemoryBudget = budget, MergeFactor = 3, LeastCommon = 1, ForceToDisk = _ => { } };

    private static IndexDocument[] RandomDocuments(int count)
    {
        var corpus = new RandomCorpus(11);
        return [.. Enumerable.Range(0, count).Select(key => corpus.Document(key, 30))];
    }

    private static void Write(string folder, IndexDocument[] documents, int budget, bool isContinued = false)
    {
        var options = OptionsOf(budget);
        using var writer = isContinued ? IndexWriter.Open(folder, options) : IndexWriter.Create(folder, RandomCorpus.Schema, options);
        foreach (var document in documents) writer.Add(document);
        writer.Merge();
        writer.Commit();
    }
}
