using Search.Resolutions.Parsing;
using Search.Resolutions.Reading;

namespace Search.Resolutions.Tests.Examples;

public class Seeds_are_parsed_exactly
{
    [Fact]
    public void Every_clause_of_the_five_seeds_has_its_text_and_label()
    {
        var gold = Reference.Folder("gold", "seeds");
        var wrong = new List<string>();
        var files = Directory.GetFiles(gold, "*.clauses.tsv");
        files.Length.ShouldBe(5);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file)[..^".clauses.tsv".Length];
            var read = DocumentReader.Read(Reference.Folder("seeds", name + ".txt")).ShouldBeOfType<ReadResult.Read>();
            var want = File.ReadAllLines(file).Where(l => l.Length > 0 && l[0] != '?').Select(l => l.Split('\t'))
                .Select(r => r[0] + " " + Reference.Normal(r[1])).ToList();
            var have = ResolutionParser.Parse(read.Source).Clauses.Where(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative)
                .Select(c => c.Label + " " + Reference.Normal(c.Text.Text)).ToList();
            wrong.AddRange(want.Except(have).Select(w => $"{name} misses {w}"));
            wrong.AddRange(have.Except(want).Select(h => $"{name} has besides {h}"));
        }
        wrong.ShouldBeEmpty();
    }
}
