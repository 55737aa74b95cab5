using Search.Citations.Identity;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Examples;

public class Names_learned_from_notes
{
    private static readonly CitationLinker Linker = new(Works.Listed);

    [Fact]
    public void A_note_teaches_the_whole_corpus_what_a_name_means()
    {
        var pupil = Read("pupil", "The General Assembly,\n\nRecalling the Port Lantern Declaration,\n\n1. Decides to continue.\n");
        var learned = LearnedNames.Learn([Teacher("teacher", "A/78/500"), pupil]);
        learned.Names.ShouldHaveSingleItem().ShouldBe(new LearnedName("Port Lantern Declaration", new WorkId("A/78/500"), "teacher"));
        var citation = pupil.Citations.Single(c => c.Text == "Port Lantern Declaration");
        learned.Apply(citation).Link.ShouldBe(new Link.Linked(new WorkId("A/78/500")));
    }

    [Fact]
    public void Two_notes_that_disagree_teach_nothing() =>
        LearnedNames.Learn([Teacher("one", "A/78/500"), Teacher("two", "A/79/500")]).Names.ShouldBeEmpty();

    [Fact]
    public void A_note_with_two_sources_teaches_nothing() =>
        LearnedNames.Learn([Teacher("one", "A/78/500 and A/78/501")]).Names.ShouldBeEmpty();

    private static CorpusEntry Teacher(string name, string source) =>
        Read(name, $"The General Assembly,\n\nRecalling the Port Lantern Declaration,1\n\n1. Decides to continue.\n\n_______________\n1 {source}.\n");

    private static CorpusEntry Read(string name, string text)
    {
        var resolution = ResolutionParser.Parse(new SourceText { Name = name, Text = text });
        return new CorpusEntry(resolution, Linker.Link(resolution), resolution.Front.Symbol);
    }
}
