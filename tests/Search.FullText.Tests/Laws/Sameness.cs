using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Laws;

public class Sameness
{
    [Fact]
    public void The_same_documents_give_the_same_bytes_however_often_they_were_written_out_and_merged()
    {
        var whole = Segment(1 << 26);
        foreach (var budget in (int[])[1 << 26, 1 << 17, 1 << 15])
            Segment(budget).AsSpan().SequenceEqual(whole).ShouldBeTrue($"{budget} bytes");
    }

    [Fact]
    public void The_same_documents_in_another_order_give_the_same_bytes() =>
        Segment(1 << 17, backwards: true).AsSpan().SequenceEqual(Segment(1 << 26)).ShouldBeTrue();

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

    private static byte[] Segment(int budget, bool backwards = false)
    {
        using var folder = new TemporaryFolder();
        var corpus = new RandomCorpus(11);
        var documents = Enumerable.Range(0, 2000).Select(key => corpus.Document(key, 30)).ToArray();
        if (backwards) Array.Reverse(documents);
        using (var writer = IndexWriter.Create(folder.Path, RandomCorpus.Schema, new IndexWriterOptions
        {
            MemoryBudget = budget,
            MergeFactor = 3,
            LeastCommon = 1
        }))
        {
            foreach (var document in documents) writer.Add(document);
            writer.Merge();
            writer.Commit();
        }

        return File.ReadAllBytes(Directory.GetFiles(folder.Path, "*.fts").ShouldHaveSingleItem());
    }
}
