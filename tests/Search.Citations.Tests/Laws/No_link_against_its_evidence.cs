using Search.Resolutions;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;
using Search.Testing;

namespace Search.Citations.Tests.Laws;

public class No_link_against_its_evidence
{
    [Fact]
    public void In_the_sample() =>
        Contradictions(Directory.EnumerateFiles(Places.InRepository("index-data", "sample"), "*.txt").Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f)))).ShouldBeEmpty();

    [Fact]
    public void In_the_scans_of_the_Council()
    {
        var folder = CorpusTexts.Of("sc-ocr");
        if (folder is null) Assert.Skip(CorpusTexts.Absent);
        Contradictions(Directory.EnumerateFiles(folder!, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f)))).ShouldBeEmpty();
    }

    /// <summary>Links to acts that their body cannot have: a session with fewer, or a printed date on which
    /// the session was not open.</summary>
    private static List<string> Contradictions(IEnumerable<(string Name, string Text)> documents)
    {
        var linker = new CitationLinker(Works.Listed);
        var wrong = new List<string>();
        foreach (var (name, text) in documents)
            foreach (var citation in linker.Link(ResolutionParser.Parse(new SourceText { Name = name, Text = text })))
            {
                if (citation is not { Kind: CitationKind.Resolution or CitationKind.Decision, Link: Link.Linked { Target: var target } }
                    || !DocumentSymbol.TryParse(target.Value, null, out var symbol))
                    continue;
                if (symbol.Act is not { } act) continue;
                if (!act.Body.MayAdopt(act.Number, act.IsDecision, DateBehind(text, citation.Span.End)))
                    wrong.Add($"{name}: {citation.Text} -> {target}");
            }
        return wrong;
    }

    private static DateOnly? DateBehind(string text, int at)
    {
        const string Of = " of ";
        return text.AsSpan(at).StartsWith(Of, StringComparison.Ordinal) ? Months.Date(text.AsSpan(at + Of.Length), out _) : null;
    }
}
