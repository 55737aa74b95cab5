using System.Text.RegularExpressions;
using Search.Resolutions.Vocabulary;
using Search.Resolutions;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Citations.Tests.Approved;

/// <summary>What is measured over many documents of the corpora rather than against whole marked ones.</summary>
public partial class Samples_of_the_corpora
{
    /// <summary>The sixty notes of <c>ibid.tsv</c>: right where one of the targets read by hand is linked, else the link
    /// must be missing, not wrong.</summary>
    [Fact]
    public void Ibid_means_what_a_reader_says_or_nothing()
    {
        if (CorpusTexts.Of("pdf-text") is null) Assert.Skip(CorpusTexts.Absent);
        var linker = new CitationLinker(Works.Listed);
        var (right, abstained, wrong) = (0, 0, new List<string>());
        foreach (var row in File.ReadLines(Places.InRepository("index-data", "gold", "ibid.tsv")).Where(l => l.Length > 0 && l[0] != '#')
            .Skip(1).Select(l => l.Split('\t')))
        {
            var resolution = ResolutionParser.Parse(new SourceText { Name = row[0], Text = CorpusTexts.Find(row[0]) ?? "" });
            var wanted = row[4].Split("; ").Append(row[6]).Where(t => t.Length > 0).ToHashSet();
            var unlisted = wanted.Any(t => t.StartsWith("title:", StringComparison.Ordinal));
            var occurrences = resolution.Notes.Select((n, i) => (n, i))
                .Where(n => n.n.Mark == row[1] && n.n.Text.Text.Contains("Ibid", StringComparison.OrdinalIgnoreCase)).Select(n => n.i)
                .ToHashSet();
            var links = linker.Link(resolution).Where(c => c.Note is { } note && occurrences.Contains(note)).Select(c => c.Link)
                .OfType<Link.Linked>().ToList();
            if (links.Exists(l => wanted.Contains(l.Target.Value) || l.Instrument is { } i && wanted.Contains(i.Value))
                || unlisted && links.Count > 0)
                right++;
            else if (links.Count == 0) abstained++;
            else wrong.Add($"{row[0]} note {row[1]}: {row[3]} is {row[4]}, linked to {string.Join(", ", links.Select(l => l.Target))}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Ibid.: {right} right, {abstained} not linked, {wrong.Count} wrong of {right + abstained + wrong.Count}\n{string.Join('\n', wrong)}");
        wrong.Count.ShouldBeLessThanOrEqualTo(2);
        right.ShouldBeGreaterThanOrEqualTo(55);
    }

    /// <summary>"1325 (2000)" in scans: linked where number and year agree, never where they contradict each other.</summary>
    [Fact]
    public void Numbers_of_the_council_are_linked_where_they_agree_with_their_year_and_nowhere_else()
    {
        if (CorpusTexts.Of("sc-ocr") is null) Assert.Skip(CorpusTexts.Absent);
        var linker = new CitationLinker(Works.Listed);
        var (agreeing, found, contradicting) = (0, 0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(CorpusTexts.Of("sc-ocr")!, "*.txt"))
        {
            var resolution = ResolutionParser.Parse(new SourceText
            {
                Name = Path.GetFileNameWithoutExtension(file),
                Text = File.ReadAllText(file)
            });
            var linked = linker.Link(resolution).Where(c => c.Note is null && c.Link is Link.Linked).ToLookup(c => c.Clause);
            for (var i = 0; i < resolution.Clauses.Length; i++)
            {
                var clause = resolution.Clauses[i];
                foreach (var act in linked[i].Where(c => c.Kind == CitationKind.Resolution))
                    if (ActForm().Match(act.Text) is { Success: true } m
                        && !Bodies.SecurityCouncil.Sessions.Holds(ActNumber.Parse($"{m.Groups[1].Value} ({m.Groups[2].Value})", null))
                        && ((Link.Linked)act.Link).Target.Value.StartsWith("S/RES", StringComparison.Ordinal))
                        contradicting.Add($"{resolution.Source.Name} {clause.Label}: {act.Text}");
                if (clause.Kind is not (ClauseKind.Preambular or ClauseKind.Operative)) continue;
                foreach (Match m in ActForm().Matches(clause.Text.Text))
                {
                    if (!Bodies.SecurityCouncil.Sessions.Holds(ActNumber.Parse($"{m.Groups[1].Value} ({m.Groups[2].Value})", null)))
                        continue;
                    agreeing++;
                    if (linked[i].Any(c => c.Local.Start <= m.Index && c.Local.End >= m.Index + m.Length)) found++;
                }
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"scans: {found} of {agreeing} numbers that agree with their year are linked, {contradicting.Count} that contradict it\n{string.Join('\n', contradicting)}");
        contradicting.ShouldBeEmpty();
        agreeing.ShouldBeGreaterThan(100);
        found.ShouldBeGreaterThanOrEqualTo((int)(agreeing * 0.99));
    }

    [GeneratedRegex(@"(?<![\d/.,-])(\d{1,4}) \((19[4-9]\d|20\d\d)\)")]
    private static partial Regex ActForm();
}
