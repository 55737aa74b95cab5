using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Search.Testing;

namespace Search.Indexer.Tests.Approved;

/// <summary>The reference scorer on what the parse command prints for the five seeds.</summary>
public class Seed_scores(ITestOutputHelper output)
{
    [Fact]
    [Trait(Programs.Trait, Programs.TraitValue)]
    public async Task Clauses_and_citations_of_the_seeds_score_as_accepted()
    {
        Assert.SkipWhen(Places.Shared is null, Places.SharedIsAbsent);
        Assert.SkipWhen(Programs.Find("python3") is null, Programs.Missing("python3"));
        using var folder = new TemporaryFolder();
        var seeds = Directory.GetFiles(Path.Combine(Places.Shared!, "seeds"), "*.txt");
        (await Run.Of(["parse", .. seeds, "--out", folder.Path, "--authorities", Places.Authorities])).Code.ShouldBe(ExitCode.Ok);

        var clauses = await Score("clauses", Path.Combine(Places.Shared!, "gold", "seeds"), folder.Path);
        F1(clauses, "clauses").ShouldBe(1.0);
        clauses.ShouldContain("= 1.0000");

        var citations = await Score("citations", Path.Combine(Places.Shared!, "gold", "seeds.citations.tsv"), folder.Path);
        F1(citations, "mentions").ShouldBeGreaterThanOrEqualTo(0.99);
        F1(citations, "edges").ShouldBeGreaterThanOrEqualTo(0.99);
    }

    private static double F1(string printed, string what) =>
        double.Parse(Regex.Match(printed, $@"^{what}: .*F1 ([0-9.]+)", RegexOptions.Multiline).Groups[1].Value,
            CultureInfo.InvariantCulture);

    private async Task<string> Score(string what, string gold, string parsed)
    {
        using var process = Process.Start(
            new ProcessStartInfo("python3",
                [Path.Combine(Places.Shared!, "tools", "score.py"), what, gold, parsed])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false
            })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.WriteLine(printed);
        return printed;
    }
}
