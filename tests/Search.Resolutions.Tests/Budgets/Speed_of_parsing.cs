using Search.Testing;

namespace Search.Resolutions.Tests.Budgets;

/// <summary>Time is shown, not gated: it depends on the machine. Memory is gated.</summary>
public class Speed_of_parsing
{
    private const int Size = 10_000_000;

    [Fact]
    public void Prose_and_hostile_text_in_megabytes_a_second()
    {
        var output = TestContext.Current.TestOutputHelper!;
        var folder = Environment.GetEnvironmentVariable("CLAUSEGRAPH_CORPUS");
        if (string.IsNullOrEmpty(folder)) Assert.Skip("CLAUSEGRAPH_CORPUS names no folder of unpacked documents");
        // until the compiler has seen what is hot, times are its own
        foreach (var corpus in Directory.GetDirectories(folder!)) Rate([.. Directory.GetFiles(corpus, "*.txt").Order(StringComparer.Ordinal).Take(200).Select(File.ReadAllText)]);
        Thread.Sleep(500);
        foreach (var corpus in Directory.GetDirectories(folder!).Order(StringComparer.Ordinal))
            output.WriteLine($"{Path.GetFileName(corpus),-26} {Rate(Directory.GetFiles(corpus, "*.txt").Select(File.ReadAllText).ToArray()),8:F1} MB/s");
        foreach (var unit in (string[])["(a) (i) ", "(a)\n(i)\n", "1. ", "1.\n", "one line ", "Crime,1 Crime,2 ", "Recalling,¹\n\n¹ Ibid.\n\n", "1. Decides to act;\n\n"])
            output.WriteLine($"{unit.ReplaceLineEndings("\\n"),-26} {Rate([string.Concat(Enumerable.Repeat(unit, Size / unit.Length))]),8:F1} MB/s");
    }

    [Fact]
    public void A_byte_of_text_costs_at_most_forty_bytes_of_memory()
    {
        var text = string.Concat(Enumerable.Repeat("Recalling the Covenant on the Ferries of the Strait,1 and noting with appreciation the report of the\nSecretary-General on the safety of those who row them by night,\n\n", 2000));
        (Allocated.By(() => Reference.Parse("The General Assembly,\n\n" + text)) / (double)text.Length).ShouldBeLessThan(40);
    }

    private static double Rate(string[] texts)
    {
        for (var n = 0; n < 3; n++)
            foreach (var text in texts.Take(200)) Reference.Parse(text.Length > 1_000_000 ? text[..1_000_000] : text);
        var best = 0.0;
        for (var n = 0; n < 5; n++)
        {
            // processor time, so that other work on the machine counts less
            var before = Environment.CpuUsage.TotalTime;
            foreach (var text in texts) Reference.Parse(text);
            best = Math.Max(best, texts.Sum(t => (long)t.Length) / 1e6 / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        return best;
    }
}
