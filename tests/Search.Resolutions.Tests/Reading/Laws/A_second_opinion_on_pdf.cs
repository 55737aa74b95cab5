using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Search.Resolutions.Reading.Pdf;
using Search.Testing;

namespace Search.Resolutions.Tests.Reading.Laws;

/// <summary>Poppler's pdftohtml is another reader of PDF: both must find the same letters.</summary>
[Trait(Programs.Trait, Programs.TraitValue)]
public partial class A_second_opinion_on_pdf
{
    [Fact]
    public void Poppler_finds_the_same_letters_in_the_sample() =>
        Agree(Path.Combine(Places.Sample, "a-res-80-901.pdf"));

    [Fact]
    public void Poppler_finds_the_same_letters_in_the_files_of_the_corpus()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, bytes) in The_pdf_files_of_the_corpus.Files()) Agree(folder.Write(name, bytes));
    }

    private static void Agree(string path)
    {
        var theirs = Letters(WebUtility.HtmlDecode(Tag()
            .Replace(string.Concat(Element().Matches(Poppler(path)).Select(static text => text.Value)), "")));
        var ours = new StringBuilder();
        PdfPages.Read(File.ReadAllBytes(path), long.MaxValue, page =>
            ours.AppendJoin(' ', page.Runs.Select(static run => run.Text)), static warning => Assert.Fail(warning));
        Differences(Letters(ours.ToString()), theirs).ShouldBe("", Path.GetFileName(path));
    }

    private static Dictionary<char, int> Letters(string text) =>
        text.Where(static c => !char.IsWhiteSpace(c) && !char.IsControl(c)).CountBy(static c => c).ToDictionary();

    private static string Differences(Dictionary<char, int> ours, Dictionary<char, int> theirs) =>
        string.Join(", ", ours.Keys.Union(theirs.Keys).Order()
        .Where(letter => ours.GetValueOrDefault(letter) != theirs.GetValueOrDefault(letter))
        .Select(letter => $"'{letter}' {ours.GetValueOrDefault(letter)} times, poppler {theirs.GetValueOrDefault(letter)} times"));

    private static string Poppler(string path)
    {
        Assert.SkipWhen(Programs.Find("pdftohtml") is null, Programs.Missing("pdftohtml"));
        using var process = Process.Start(
            new ProcessStartInfo("pdftohtml", ["-xml", "-stdout", "-i", "-hidden", "-nomerge", "-nodrm", "-enc", "UTF-8", path])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = new UTF8Encoding(false),
                UseShellExecute = false,
            })!;
        process.BeginErrorReadLine();
        var xml = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return xml;
    }

    [GeneratedRegex("<text .*?</text>", RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
