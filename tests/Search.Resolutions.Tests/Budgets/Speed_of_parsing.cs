using Search.Testing;

namespace Search.Resolutions.Tests.Budgets;

/// <summary>Time is shown, not gated: it depends on the machine. Memory is gated.</summary>
public class Speed_of_parsing
{
    private const int Size = 10_000_000; // where a folder of documents is named, to measure
    private const int SmallSize = 200_000;
    private const int Texts = 30;

    [Fact]
    public void Prose_and_hostile_text_in_megabytes_a_second()
    {
        var output = TestContext.Current.TestOutputHelper!;
        var folder = Environment.GetEnvironmentVariable("CLAUSEGRAPH_CORPUS");
        var isMeasured = !string.IsNullOrEmpty(folder);
        var corpora = isMeasured ? Unpacked(folder!) : Few();
        if (isMeasured) // until the compiler has seen what is hot, times are its own
        {
            foreach (var (_, texts) in corpora) Rate([.. texts.Take(200)]);
            Thread.Sleep(500);
        }
        foreach (var (name, texts) in corpora) output.WriteLine($"{name,-26} {Rate(texts),8:F1} MB/s");
        var size = isMeasured ? Size : SmallSize;
        foreach (var unit in (string[])["(a) (i) ", "(a)\n(i)\n", "1. ", "1.\n", "one line ", "Crime,1 Crime,2 ",
            "Recalling,¹\n\n¹ Ibid.\n\n", "1. Decides to act;\n\n"])
            output.WriteLine($"{unit.ReplaceLineEndings("\\n"),-26} {Rate([string.Concat(Enumerable.Repeat(unit, size / unit.Length))]),8:F1} MB/s");
    }

    [Fact]
    public void A_byte_of_text_costs_at_most_forty_bytes_of_memory()
    {
        var text = string.Concat(
            Enumerable.Repeat("Recalling the Covenant on the Ferries of the Strait,1 and noting with appreciation the report of the\nSecretary-General on the safety of those who row them by night,\n\n", 2000));
        (Allocated.By(() => Reference.Parse("The General Assembly,\n\n" + text)) / (double)text.Length).ShouldBeLessThan(40);
    }

    private static List<(string Name, string[] Texts)> Unpacked(string folder) =>
        [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)
            .Select(c => (Path.GetFileName(c), Directory.GetFiles(c, "*.txt").Select(File.ReadAllText).ToArray()))];

    private static List<(string Name, string[] Texts)> Few() =>
        [.. CorpusTexts.All.Select(c => (Name: c, Texts: CorpusTexts.Names(c).Take(Texts).Select(n => CorpusTexts.Find(n)!).ToArray()))
            .Where(c => c.Texts.Length > 0),
            ("sample", [.. Directory.GetFiles(Places.Sample, "*.txt").Select(File.ReadAllText)])];

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
