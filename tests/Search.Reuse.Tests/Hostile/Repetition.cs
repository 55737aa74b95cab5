using Search.Testing;

namespace Search.Reuse.Hostile;

public sealed class Repetition
{
    private const string Clause = "Requests the Board to print the tables of the tides every month, and to send them to all harbours";

    [Fact]
    public void One_clause_over_and_over_takes_linear_time() =>
        Growth.OverTenTimes(2000, n => Enumerable.Repeat(Clause, n).ToArray(), Write).ShouldBeLessThan(Growth.OfALine);

    [Fact]
    public void Variants_of_one_clause_take_linear_time() =>
        Growth.OverTenTimes(700, n => Enumerable.Range(0, n).Select(i => $"{Clause} under {i}").ToArray(), Write)
            .ShouldBeLessThan(Growth.OfALine);

    [Fact]
    public void One_word_over_and_over_takes_linear_time() =>
        Growth.OverTenTimes(20_000, n => (string[])[Growth.Text("tides ", n * 6)], Write).ShouldBeLessThan(Growth.OfALine);

    [Fact]
    public void Looking_up_a_text_of_repetitions_takes_linear_time()
    {
        using var folder = new TemporaryFolder();
        var index = Indexed.Of(folder, [.. Enumerable.Range(0, 500).Select(i => (1, (string[])[$"{Clause} under {i}"]))]);

        Growth.OverTenTimes(5000, n => Growth.Text(Clause + " under 12 ", n * 10), text => new TextLookup(index).Candidates(text, 5))
            .ShouldBeLessThan(Growth.OfALine);
    }

    private static void Write(string[] passages)
    {
        var builder = new ReuseIndexBuilder(365);
        builder.AddDocument(1);
        foreach (var passage in passages) builder.Add(passage);
        builder.Write(new MemoryStream());
    }
}
