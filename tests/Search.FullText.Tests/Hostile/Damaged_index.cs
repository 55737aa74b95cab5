using Search.FullText.Tests.Oracle;
using Search.Testing;

namespace Search.FullText.Tests.Hostile;

public class Damaged_index
{
    [Fact]
    public void Every_truncation_and_every_flipped_bit_of_every_file_is_refused_on_opening()
    {
        using var folder = new TemporaryFolder();
        WriteSmallIndex(folder.Path);
        foreach (var path in Directory.GetFiles(folder.Path)) EveryDamageShouldBeRefused(folder.Path, path);
        FullTextIndex.Open(folder.Path).Dispose();
    }

    [Fact]
    public void So_it_is_for_the_statistics_and_the_commit_of_a_shard()
    {
        using var folder = new TemporaryFolder();
        WriteSmallIndex(folder.Path);
        CollectionStatistics.Write([folder.Path]);
        EveryDamageShouldBeRefused(folder.Path, folder.In(CollectionStatistics.FileName));
        EveryDamageShouldBeRefused(folder.Path, folder.In("index.commit"));
        FullTextIndex.Open([folder.Path]).Dispose();
        File.Delete(folder.In(CollectionStatistics.FileName));
        Should.Throw<IndexCorruptException>(() => FullTextIndex.Open(folder.Path)).Path.ShouldEndWith(CollectionStatistics.FileName);
    }

    [Fact]
    public void Shards_of_different_collections_are_not_opened_together()
    {
        using var corpora = new Shards(new RandomCorpus(1), 2, 50);
        using var others = new Shards(new RandomCorpus(2), 2, 50);
        Should.Throw<IndexCorruptException>(() => FullTextIndex.Open([corpora.Folders[0], others.Folders[1]]))
            .Message.ShouldContain("not a shard of the same collection");
        using var folder = new TemporaryFolder();
        WriteSmallIndex(folder.Path);
        Should.Throw<IndexCorruptException>(() => FullTextIndex.Open([folder.Path]));
        Should.Throw<IndexCorruptException>(() => CollectionStatistics.Open(folder.Path)).Message.ShouldContain("not a shard");
        Should.Throw<ArgumentException>(() => FullTextIndex.Open([]));
    }

    private static void EveryDamageShouldBeRefused(string folder, string path)
    {
        var bytes = File.ReadAllBytes(path);
        var length = bytes.Length;
        for (var kept = 0; kept < length; kept++)
        {
            File.WriteAllBytes(path, bytes[..kept]);
            ShouldBeRefused(folder, $"{Path.GetFileName(path)} cut to {kept} of {length} bytes");
        }

        File.WriteAllBytes(path, bytes);
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0))
        {
            for (var bit = 0; bit < length * 8; bit++)
            {
                Flip(file, bytes, bit);
                ShouldBeRefused(folder, $"{Path.GetFileName(path)} with bit {bit} flipped");
                Flip(file, bytes, bit);
            }
        }
    }

    [Fact]
    public void A_missing_segment_is_refused_and_a_missing_index_is_told_apart()
    {
        using var folder = new TemporaryFolder();
        Should.Throw<FileNotFoundException>(() => FullTextIndex.Open(folder.Path));
        Should.Throw<DirectoryNotFoundException>(() => FullTextIndex.Open(folder.In("nowhere")));
        WriteSmallIndex(folder.Path);
        File.Delete(Directory.GetFiles(folder.Path, "*.fts")[0]);
        Should.Throw<IndexCorruptException>(() => FullTextIndex.Open(folder.Path)).Path.ShouldEndWith(".fts");
    }

    private static void ShouldBeRefused(string folder, string damage)
    {
        try
        {
            FullTextIndex.Open(folder).Dispose();
        }
        catch (IndexCorruptException)
        {
            return;
        }

        Assert.Fail("opened in spite of damage: " + damage);
    }

    private static void Flip(FileStream file, byte[] bytes, int bit)
    {
        bytes[bit >> 3] ^= (byte)(1 << (bit & 7));
        file.Position = bit >> 3;
        file.WriteByte(bytes[bit >> 3]);
    }

    /// <summary>Blocks and short lists, every kind of field, deleted documents: in a few kilobytes.</summary>
    private static void WriteSmallIndex(string folder)
    {
        var corpus = new RandomCorpus(1);
        using var writer = IndexWriter.Create(folder, RandomCorpus.Schema);
        for (var key = 0; key < 130; key++)
            writer.Add(new IndexDocument(key).Text("text", "every " + (key % 9 == 0 ? corpus.Word() : "")).Keyword("organ", "o" + (key % 3))
                .Number("year", key % 7));
        writer.Commit();
        writer.Delete(7);
        writer.Commit();
    }
}
