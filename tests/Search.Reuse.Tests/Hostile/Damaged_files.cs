using Search.Testing;

namespace Search.Reuse.Hostile;

public sealed class Damaged_files : IDisposable
{
    private const int Flips = 400;

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;
    private readonly byte[] _bytes;

    public Damaged_files()
    {
        Indexed.Of(_folder, [.. Sentences.Edited(seed: 3, families: 20, versions: 3).Select((s, i) => (i + 1, (string[])[s]))]);
        _path = Path.Combine(_folder.Path, "reuse.bin");
        _bytes = File.ReadAllBytes(_path);
    }

    [Fact]
    public void Every_changed_bit_is_noticed()
    {
        var random = new Random(5);
        for (var n = 0; n < Flips; n++)
        {
            var damaged = _bytes.ToArray();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            ShouldBeRefused(damaged);
        }
    }

    [Fact]
    public void Every_cut_is_noticed()
    {
        for (var length = 0; length < _bytes.Length; length += 1 + (length / 8)) ShouldBeRefused(_bytes[..length]);
        ShouldBeRefused([.. _bytes, 0]);
    }

    [Fact]
    public void The_same_passages_give_the_same_bytes()
    {
        Indexed.Of(_folder, [.. Sentences.Edited(seed: 3, families: 20, versions: 3).Select((s, i) => (i + 1, (string[])[s]))]);

        File.ReadAllBytes(_path).ShouldBe(_bytes);
    }

    [Fact]
    public void No_passages_at_all_are_an_index_too()
    {
        var index = Indexed.Of(_folder);

        (index.DocumentCount, index.PassageCount, index.WordingCount).ShouldBe((0, 0, 0));
        new TextLookup(index).Candidates("Requests the Board to print the tables", 5).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private void ShouldBeRefused(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        Should.Throw<ReuseCorruptException>(() => ReuseIndex.Open(_path));
    }
}
