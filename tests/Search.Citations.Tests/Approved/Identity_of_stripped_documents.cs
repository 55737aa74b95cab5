using System.Text.Json;
using System.Text.RegularExpressions;
using Search.Citations.Identity;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Citations.Tests.Approved;

/// <summary>150 documents of the corpus lose symbol, number and running heads; the others must be
/// identified, or left unidentified.</summary>
public partial class Identity_of_stripped_documents
{
    private const int Stripped = 150;

    [Fact]
    public void What_is_told_is_right()
    {
        var folder = CorpusTexts.Of("structured");
        if (folder is null) Assert.Skip(CorpusTexts.Absent);
        var files = Directory.GetFiles(folder!, "*.json").Order(StringComparer.Ordinal).ToList();
        var resolutions = files.Where(f => Resolution().IsMatch(Path.GetFileName(f))).ToList();
        var chosen = Enumerable.Range(0, Stripped).Select(i => resolutions[i * resolutions.Count / Stripped]).ToHashSet();
        var linker = new CitationLinker(Works.Listed);
        var entries = files.AsParallel().AsOrdered().Select((file, i) =>
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var text = chosen.Contains(file) ? Strip(file, name) : CorpusTexts.Structured(file);
            var parsed = ResolutionParser.Parse(new SourceText { Name = chosen.Contains(file) ? $"stripped-{i}" : name, Text = text });
            return new CorpusEntry(parsed, linker.Link(parsed), parsed.Front.Symbol);
        }).ToList();

        var identities = IdentityFinder.Infer(entries);
        var (right, wrong, bare) = (0, new List<string>(), 0);
        for (var i = 0; i < files.Count; i++)
        {
            if (!chosen.Contains(files[i])) continue;
            if (entries[i].Symbol is null) bare++;
            if (identities[i] is not { } identity) continue;
            var name = Path.GetFileNameWithoutExtension(files[i]);
            if (Squeeze(identity.Symbol.Value) == Squeeze(name)) right++;
            else wrong.Add($"{name}: {identity.Symbol}: {string.Join("; ", identity.Evidence)}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"told {right + wrong.Count} of {Stripped} ({bare} print no other symbol), right {right}; recall {(double)right / Stripped:F3}");
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        right.ShouldBeGreaterThanOrEqualTo(20);
    }

    /// <summary>The text without the document's number in headings, heads and feet.</summary>
    private static string Strip(string file, string name)
    {
        var number = NumberIn().Match(name);
        var escaped = Regex.Escape(number.Groups["n"].Value.Replace('_', '/')).Replace(@"\(", @"\s*\(", StringComparison.Ordinal);
        var pattern = new Regex($@"(?:Resolution\s+)?(?:{number.Groups["series"].Value.Replace('_', '/')}/)?(?<![\d/]){escaped}(?!\d)\.?",
            RegexOptions.None, TimeSpan.FromSeconds(5));
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var blocks = new List<string>();
        foreach (var block in json.RootElement.EnumerateArray())
        {
            var text = block.GetProperty("text").GetString() ?? "";
            var prefix = block.GetProperty("prefix").GetString() ?? "";
            if (block.GetProperty("type").GetString() != "paragraph") text = pattern.Replace(text, "").Trim();
            if (text.Length > 0)
                blocks.Add(prefix.Length > 0 && !text.StartsWith(prefix, StringComparison.Ordinal) ? prefix + " " + text : text);
        }
        return string.Join("\n\n", blocks);
    }

    private static string Squeeze(string symbol) => string.Concat(symbol.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    [GeneratedRegex("^(?:A_RES|A_HRC_RES|S_RES|E_RES)_")]
    private static partial Regex Resolution();

    [GeneratedRegex("^(?<series>A_RES|A_HRC_RES|S_RES|E_RES)_(?<n>.+)$")]
    private static partial Regex NumberIn();
}
