using System.Diagnostics;
using System.Text;
using Search.Resolutions.Parsing;
using Search.Resolutions.Reading.Pdf;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Resolutions.Tests.Reading.Laws;

/// <summary>
/// People save PDF files as text with Poppler's pdftotext: the clauses must be those that the PDF itself
/// gives. One file of three is read here;
/// <c>tools/compare-parses.py</c> measures all.
/// </summary>
[Trait(Programs.Trait, Programs.TraitValue)]
public class Text_that_pdftotext_writes
{
    private const int OneOf = 3;

    [Fact]
    public void Has_the_clauses_of_the_pdf_with_their_labels()
    {
        Assert.SkipWhen(Programs.Find("pdftotext") is null, Programs.Missing("pdftotext"));
        using var folder = new TemporaryFolder();
        var (total, plain, layout) = (0, 0, 0);
        foreach (var (name, bytes) in The_pdf_files_of_the_corpus.Files().Where(static (_, i) => i % OneOf == 0))
        {
            var pages = new List<PdfPage>();
            PdfPages.Read(bytes, long.MaxValue, pages.Add, static warning => Assert.Fail(warning));
            var expected = Clauses(PdfText.Of(pages, int.MaxValue).Build(name));
            var path = folder.Write(name, bytes);
            total += expected.Count;
            plain += Common(expected, Clauses(new SourceText { Name = name, Text = Text(path) }));
            layout += Common(expected, Clauses(new SourceText { Name = name, Text = Text("-layout", path) }));
        }
        total.ShouldBeGreaterThan(500);
        (plain / (double)total).ShouldBeGreaterThanOrEqualTo(0.99);
        (layout / (double)total).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    private static List<string> Clauses(SourceText source) =>
    [
        .. ResolutionParser.Parse(source).Clauses.Where(static c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative)
            .Select(static c => $"{c.Label} {string.Concat(c.Text.Text.Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToLowerInvariant()}"),
    ];

    private static int Common(List<string> expected, List<string> found)
    {
        var left = found.CountBy(static c => c).ToDictionary();
        return expected.Count(clause => left.GetValueOrDefault(clause) > 0 && left[clause]-- > 0);
    }

    private static string Text(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [.. arguments, "-"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            UseShellExecute = false
        })!;
        process.BeginErrorReadLine();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
