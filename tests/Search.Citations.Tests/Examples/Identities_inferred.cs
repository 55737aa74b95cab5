using Search.Citations.Identity;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Examples;

public class Identities_inferred
{
    private static readonly CitationLinker Linker = new(Works.Listed);

    private const string Untitled = """
        The General Assembly,

        Concerned at the theft of harbour bells and at the trade in stolen bells,

        Noting the work of harbour masters who keep registers of bells,

        1. Urges States to cooperate in protecting harbour bells and in preventing the theft of harbour bells;

        2. Requests the Secretary-General to help harbour masters in keeping registers of bells.

        77th plenary meeting
        22 December 2003
        """;

    private const string Later = """
        A/RES/60/900

        Bells

        The General Assembly,

        Recalling its resolution 58/200 of 22 December 2003, on preventing the theft of harbour bells and keeping registers of bells, and its resolution 58/201 of 22 December 2003, on lighthouses, shipping lanes, pilots and tugs,

        1. Decides to continue.

        10th plenary meeting
        1 December 2005
        """;

    [Fact]
    public void A_document_without_title_is_told_by_its_day_and_what_others_say_it_is_about()
    {
        var identity = Infer(("unknown", Untitled), ("later", Later))[0].ShouldNotBeNull();
        identity.Symbol.Value.ShouldBe("A/RES/58/200");
        identity.Witnesses.ShouldBe([1]);
        identity.Evidence.ShouldHaveSingleItem().ShouldContain("22 December 2003");
    }

    [Fact]
    public void Another_day_is_no_match() =>
        Infer(("unknown", Untitled.Replace("22 December", "20 December", StringComparison.Ordinal)), ("later", Later))[0].ShouldBeNull();

    [Fact]
    public void Two_that_claim_one_symbol_are_both_left_alone() =>
        Infer(("one", Untitled), ("two", Untitled), ("later", Later)).ShouldAllBe(i => i == null);

    [Fact]
    public void A_symbol_that_another_document_prints_is_taken() =>
        Infer(("unknown", Untitled), ("later", Later), ("printed", "A/RES/58/200\n\n" + Untitled))[0].ShouldBeNull();

    [Fact]
    public void A_document_is_not_what_it_cites_itself() =>
        Infer(("unknown", Untitled.Replace("Noting the work", "Recalling its resolution 58/200 and noting the work",
            StringComparison.Ordinal)), ("later", Later))[0].ShouldBeNull();

    [Fact]
    public void Nothing_is_inferred_where_nobody_speaks_of_the_document() => Infer(("unknown", Untitled))[0].ShouldBeNull();

    private static InferredIdentity?[] Infer(params (string Name, string Text)[] texts) =>
        [.. IdentityFinder.Infer([.. texts.Select(t =>
        {
            var resolution = ResolutionParser.Parse(new SourceText { Name = t.Name, Text = t.Text });
            return new CorpusEntry(resolution, Linker.Link(resolution), resolution.Front.Symbol);
        })])];
}
