using Search.Citations.Identity;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Citations.Tests.Approved;

public class Identity_of_the_seeds
{
    [Fact]
    public void The_one_without_a_symbol_is_told_by_another_that_cites_it_and_the_draft_like_it_is_not()
    {
        if (Places.Shared is null) Assert.Skip(Places.SharedIsAbsent);
        var linker = new CitationLinker(Works.Listed);
        var entries = Directory.GetFiles(Path.Combine(Places.Shared!, "seeds")).Order(StringComparer.Ordinal).Select(file =>
        {
            var resolution = ResolutionParser.Parse(new SourceText
            {
                Name = Path.GetFileNameWithoutExtension(file),
                Text = File.ReadAllText(file)
            });
            return new CorpusEntry(resolution, linker.Link(resolution), resolution.Front.Symbol);
        }).ToList();
        var identities = IdentityFinder.Infer(entries)
            .Select((identity, i) => (entries[i].Resolution.Source.Name[..3], identity?.Symbol.Value)).Where(i => i.Value is not null);
        identities.ShouldBe([("003", "A/RES/58/137")]);
    }
}
