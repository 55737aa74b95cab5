using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Regressions;

public class What_words_point_back_to
{
    [Fact]
    public void That_convention_is_the_one_just_named_where_another_is_called_the_convention() =>
        Target("Recalling the United Nations Convention on the Law of the Sea (the Convention),",
            "1. Invites States parties to the Convention on International Trade in Endangered Species of Wild Fauna and Flora to pay their dues under that Convention;", "that Convention")
            .ShouldBe("cites");

    [Fact]
    public void The_convention_stays_the_one_so_called() =>
        Target("Recalling the United Nations Convention on the Law of the Sea (the Convention) and the Convention on Biological Diversity,",
            "1. Urges States to apply the Convention;", "the Convention;"[..14])
            .ShouldBe("unclos");

    [Fact]
    public void A_noun_of_unknown_title_that_stands_nearer_is_not_passed_over() =>
        Target("Recalling the Protocol relating to the Status of Refugees,",
            "1. Welcomes the 1931 Protocol of accession, and asks States to apply that Protocol;", "that Protocol").ShouldBeNull();

    [Fact]
    public void An_amendment_to_a_protocol_is_no_protocol() =>
        Target("Recalling the Montreal Protocol on Substances that Deplete the Ozone Layer, and welcoming the Kigali Amendment to the Montreal Protocol,", "1. Urges States to join the Protocol;", "the Protocol").ShouldBe("montreal-protocol");

    [Fact]
    public void A_treaty_in_a_law_says_this_agreement_of_itself() =>
        new CitationLinker(Works.Listed).Extract(
            "A dispute about the Paris Agreement on climate between the Contracting States is settled under article 9. Nothing in this Agreement affects consuls of the United Nations.")
            .Where(c => c.Text == "this Agreement" && c.Link is Link.Linked).ShouldBeEmpty();

    [Theory]
    [InlineData("this Convention")]
    [InlineData("the present Convention")]
    public void A_convention_speaks_of_itself_in_the_annex_that_prints_it(string words)
    {
        var text = "The General Assembly,\n\nRecalling the Convention on the Rights of the Child,\n\n1. Adopts the convention annexed to the present resolution.\n\nAnnex\n\nConvention on Lamps\n\nArticle 1\n\nEach State Party shall apply article 7 of " + words + ".";
        var citation = Link(text).First(c => c.Text.EndsWith(words, StringComparison.Ordinal));
        citation.Link.ShouldBe(new Link.Linked(WorkId.Self));
        citation.Kind.ShouldBe(CitationKind.Internal);
    }

    [Theory]
    [InlineData("the United Nations promotes peace pursuant to Articles 1 and 2 of its Charter", "its Charter", "un-charter")]
    [InlineData("in accordance with rule 9 of its rules of procedure", "its rules of procedure", "ga-rules-of-procedure")]
    public void Its_charter_and_its_rules_are_those_of_the_organization_and_the_organ(string words, string surface, string target) =>
        Target("Noting that " + words + ",", "1. Decides to meet again;", surface).ShouldBe(target);

    [Fact]
    public void An_agreement_is_called_by_the_place_where_it_was_signed() =>
        Target("Recalling the Agreement on Provisional Arrangements in Afghanistan Pending the Re-establishment of Permanent Government Institutions, signed in Bonn on 5 December 2001,", "1. Urges all to respect the Bonn agreement;", "the Bonn agreement")
            .ShouldBe("bonn-agreement");

    [Fact]
    public void A_description_and_the_title_that_it_announces_are_one_mention() =>
        Link("The General Assembly,\n\nRecalling the outcome document of the United Nations Conference on Sustainable Development, held in Rio de Janeiro from 20 to 22 June 2012, entitled “The future we want”,\n\n1. Decides to meet again.\n")
            .Select(c => c.Text).ShouldBe(["future we want"]);

    [Fact]
    public void A_place_alone_makes_no_agreement() =>
        Target("Recalling its resolution 70/1 of 25 September 2015,", "1. Welcomes the Springfield agreement of last week;",
            "the Springfield agreement").ShouldBeNull();

    [Fact]
    public void The_above_mentioned_resolution_is_the_only_one_of_the_paragraph_before() =>
        Target("Recalling its relevant resolutions on lamps, in particular resolution 58/239 of 23 December 2003,",
            "2. Notes paragraph 4 of the above-mentioned resolution;", "the above-mentioned resolution").ShouldBe("A/RES/58/239");

    private static string? Target(string preamble, string operative, string surface)
    {
        var text = "The General Assembly,\n\n" + preamble + "\n\n" + operative + "\n\n9. Decides to remain seized of the matter.\n";
        return (Link(text).LastOrDefault(c => c.Text == surface)?.Link as Link.Linked)?.Target.Value;
    }

    private static IEnumerable<Citation> Link(string text) =>
        new CitationLinker(Works.Listed).Link(ResolutionParser.Parse(new SourceText { Name = "a-res-1", Text = text }));
}
