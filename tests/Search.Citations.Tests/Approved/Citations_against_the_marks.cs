using Search.Citations.Tests.Approved.Marks;
using Search.Citations.Treatments;
using Search.Resolutions;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;
using Search.Testing;

namespace Search.Citations.Tests.Approved;

/// <summary>
/// Scores recognition, linking and treatments against marks made by hand. The floors are the level that was reached; what got better
/// or worse since the last accepted run is printed citation by citation (CLAUSEGRAPH_ACCEPT=1 accepts the present run).
/// </summary>
public class Citations_against_the_marks
{
    [Fact]
    public void The_five_seeds_are_read_as_they_were_marked()
    {
        if (Places.Shared is null) Assert.Skip(Places.SharedIsAbsent);
        var marks = MarkedMention.Read(Path.Combine(Places.Shared!, "gold", "seeds.citations.tsv"));
        var score = Score(marks, name => File.ReadAllText(Path.Combine(Places.Shared!, "seeds", name + ".txt")));
        Report(score, "accepted.seeds.tsv");
        score.Mentions.F1.ShouldBeGreaterThanOrEqualTo(0.99);
        score.Edges.F1.ShouldBeGreaterThanOrEqualTo(0.99);
        score.Pinpoints.Share.ShouldBeGreaterThanOrEqualTo(0.98);
        score.Notes.Share.ShouldBeGreaterThanOrEqualTo(0.98);
    }

    [Fact]
    public void The_marked_documents_of_the_corpora_are_read_as_they_were_marked()
    {
        var score = ScoreOfCorpora("citations.tsv", "accepted.corpora.tsv");
        score.Mentions.F1.ShouldBeGreaterThanOrEqualTo(0.98);
        score.Edges.F1.ShouldBeGreaterThanOrEqualTo(0.96);
        score.Pinpoints.Share.ShouldBeGreaterThanOrEqualTo(0.97);
        score.TreatmentAccuracy.ShouldBeGreaterThanOrEqualTo(0.97);
        score.TreatmentMacroF1.ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [Fact]
    public void The_documents_drawn_by_chance_are_read_as_they_were_marked()
    {
        var score = ScoreOfCorpora("citations.drawn.tsv", "accepted.drawn.tsv");
        score.Mentions.F1.ShouldBeGreaterThanOrEqualTo(0.99);
        score.Edges.F1.ShouldBeGreaterThanOrEqualTo(0.99);
        score.Pinpoints.Share.ShouldBeGreaterThanOrEqualTo(0.97);
        score.TreatmentAccuracy.ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void Treatments_of_single_mentions_are_read_as_they_were_marked()
    {
        if (CorpusTexts.Of("structured") is null) Assert.Skip(CorpusTexts.Absent);
        var score = new MarkScore();
        var documents = new Dictionary<string, (Resolution, TreatmentClassifier)>();
        var unplaced = 0;
        foreach (var line in File.ReadLines(Places.InRepository("index-data", "gold", "treatments.tsv"))
            .Where(l => l.Length > 0 && l[0] != '#').Skip(1))
        {
            var row = line.Split('\t');
            if (!documents.TryGetValue(row[0], out var document))
            {
                var parsed = ResolutionParser.Parse(new SourceText { Name = row[0], Text = CorpusTexts.Find(row[0]) ?? "" });
                documents[row[0]] = document = (parsed, new TreatmentClassifier(Works.Listed, parsed));
            }
            if (Place(document.Item1, row[2], row[3], int.Parse(row[4], null)) is not { } place)
            {
                unplaced++;
                continue;
            }
            var key = (row[6], document.Item2.Classify(place.Clause, place.Mention).Treatment.Word());
            if (key.Item1 != key.Item2)
                TestContext.Current.TestOutputHelper?.WriteLine(
                    $"{row[0]} {row[1]} {row[2]} | {row[3]} ({row[4]}): marked {key.Item1}, found {key.Item2}");
            score.Treatments[key] = score.Treatments.GetValueOrDefault(key) + 1;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{score}{unplaced} mentions could not be placed");
        score.TreatmentAccuracy.ShouldBeGreaterThanOrEqualTo(0.97);
        score.TreatmentMacroF1.ShouldBeGreaterThanOrEqualTo(0.95);
        unplaced.ShouldBeLessThanOrEqualTo(20);
    }

    private static MarkScore ScoreOfCorpora(string marks, string accepted)
    {
        if (CorpusTexts.Of("structured") is null) Assert.Skip(CorpusTexts.Absent);
        var score = Score(MarkedMention.Read(Places.InRepository("index-data", "gold", marks)), name => CorpusTexts.Find(name) ?? "");
        Report(score, accepted);
        return score;
    }

    private static MarkScore Score(ILookup<string, MarkedMention> marks, Func<string, string> read)
    {
        var linker = new CitationLinker(Works.Listed);
        var score = new MarkScore();
        foreach (var document in marks.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            var resolution = ResolutionParser.Parse(new SourceText { Name = document.Key, Text = read(document.Key) });
            score.Add(document.Key, document, FoundMention.Of(resolution, linker.Link(resolution)));
        }
        return score;
    }

    private static void Report(MarkScore score, string accepted)
    {
        var path = Places.InRepository("index-data", "gold", accepted);
        var before = File.Exists(path) ? File.ReadAllLines(path) : [];
        var gains = Beyond(before, score.Errors).Select(l => "gained: " + l);
        var losses = Beyond(score.Errors, before).Select(l => "lost: " + l);
        TestContext.Current.TestOutputHelper?.WriteLine(score + string.Join('\n', gains.Concat(losses)));
        if (Environment.GetEnvironmentVariable("CLAUSEGRAPH_ACCEPT") == "1") File.WriteAllLines(path, score.Errors);
    }

    /// <summary>Lines of one list that the other has not, repeated lines counted.</summary>
    private static IEnumerable<string> Beyond(IEnumerable<string> lines, IEnumerable<string> other)
    {
        var left = other.GroupBy(l => l).ToDictionary(g => g.Key, g => g.Count());
        foreach (var line in lines)
        {
            if (left.TryGetValue(line, out var count) && count > 0) left[line] = count - 1;
            else yield return line;
        }
    }

    private static (int Clause, TextSpan Mention)? Place(Resolution resolution, string opening, string surface, int nth)
    {
        for (var i = 0; i < resolution.Clauses.Length; i++)
        {
            var text = Squeezed(resolution.Clauses[i].Text.Text);
            if (!Squeezed(text).StartsWith(Squeezed(opening), StringComparison.Ordinal)) continue;
            var at = -1;
            for (var k = 0; k < nth; k++)
                if ((at = text.IndexOf(Squeezed(surface), at + 1, StringComparison.Ordinal)) < 0) break;
            if (at >= 0) return (i, new TextSpan(at, at + 1));
        }
        return null;
    }

    /// <summary>Spaces of every kind as one space; offsets stay, for clauses have no two spaces in a row.</summary>
    private static string Squeezed(string text) => text.Replace('\u00a0', ' ');
}
