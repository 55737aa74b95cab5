using System.Diagnostics;
using Search.Testing;

namespace Search.Catalog.Tests.Approved;

/// <summary>Comparisons of consecutive resolutions of a series against marks made by hand.</summary>
public class Alignments_against_the_marks
{
    private const double LeastF1 = 0.95;

    [Fact]
    [Trait(Programs.Trait, Programs.TraitValue)]
    public void Clauses_are_aligned_as_a_reader_aligns_them()
    {
        if (CorpusTexts.Of("structured") is null) Assert.Skip(CorpusTexts.Absent);
        var marked = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Approved", "alignments.tsv")).Where(l => !l.StartsWith('#'))
            .Skip(1).Select(l => l.Split('\t')).ToList();
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        WriteTexts(folder, marked.SelectMany(m => m[..2]).Distinct());
        CatalogBuilder.Build(new()
        {
            Sources = [folder.In("in")],
            Output = folder.In("out"),
            Authorities = corpus.Authorities
        }, TimeProvider.System);
        using var catalog = corpus.Open(folder.In("out"));

        int both = 0, found = 0, wanted = 0;
        foreach (var row in marked)
        {
            var aligned = catalog.Compare(Slug(row[0]), Slug(row[1])).ShouldNotBeNull($"{row[0]}, {row[1]}").Rows
                .SelectMany(r => r.Source.SelectMany(s => r.Target.Select(t => (Own(s.Id), Own(t.Id))))).ToHashSet();
            var marks = row[2].Split(' ').Select(m => m.Split('=')).Select(m => (m[0], m[^1])).ToHashSet();
            both += marks.Count(aligned.Contains);
            found += aligned.Count;
            wanted += marks.Count;
        }
        var f1 = 2.0 * both / (found + wanted);
        TestContext.Current.TestOutputHelper?.WriteLine($"{both} of {wanted} marked, {found} found: F1 {f1:0.000}");
        f1.ShouldBeGreaterThanOrEqualTo(LeastF1);
    }

    /// <summary>The United Nations' XML where the corpora have it, else the text.</summary>
    private static void WriteTexts(TemporaryFolder folder, IEnumerable<string> symbols)
    {
        var names = symbols.Select(s => s.Replace('/', '_')).ToList();
        Directory.CreateDirectory(folder.In("in"));
        var archive = Path.Combine(Places.Shared!, "corpus", "akn.tar.xz");
        string[] arguments = ["-xJf", archive, "-C", folder.In("in"), .. names.Select(n => $"akn/en/{n}.xml")];
        using var tar = Process.Start(new ProcessStartInfo("tar", arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        tar.StandardError.ReadToEnd(); // names what the archive does not have
        tar.WaitForExit();
        foreach (var name in names.Where(n => !File.Exists(folder.In("in", "akn", "en", n + ".xml"))))
            folder.Write(Path.Combine("in", name + ".txt"), CorpusTexts.Find(name).ShouldNotBeNull(name));
    }

    private static string Slug(string symbol) => string.Join('-', symbol.ToLowerInvariant().Split('/', '(', ')')).Trim('-');

    private static string Own(string id) => id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
