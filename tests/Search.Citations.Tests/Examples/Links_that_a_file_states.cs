using System.Collections.Immutable;
using Search.Resolutions;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Citations.Tests.Examples;

/// <summary>A link of the file decides what the words leave open, never against what they say.</summary>
public class Links_that_a_file_states
{
    [Fact]
    public void A_link_decides_where_the_words_leave_the_organ_open() =>
        Cite("Taking note of the report that the expert gave to the Human Rights Council under resolutions 34/24 and 40/20,", "34/24",
            "A/HRC/RES/34/24").ShouldNotBeNull().Link.ShouldBe(new Link.Linked(new("A/HRC/RES/34/24")));

    [Fact]
    public void Words_that_name_the_organ_stand_and_the_link_is_reported()
    {
        var citation = Cite("Recalling General Assembly resolution 69/174 of 18 December 2014,", "69/174", "A/HRC/RES/69/174")
            .ShouldNotBeNull();
        citation.Link.ShouldBe(new Link.Linked(new("A/RES/69/174")));
        citation.Evidence.ShouldContain("links these words to A/HRC/RES/69/174");
        Cite("Recalling A/AC.109/2025/3,", "A/AC.109/2025/3", "A/AC.109/2021/3").ShouldNotBeNull().Evidence
            .ShouldContain("links these words to A/AC.109/2021/3");
    }

    [Theory]
    [InlineData("A/RES/69/147")]
    [InlineData("A/HRC/RES/69/147")]
    public void A_link_to_another_number_is_reported_and_the_printed_number_counts(string linked)
    {
        var citation = Cite("Recalling General Assembly resolution 69/174 of 18 December 2014,", "69/174", linked).ShouldNotBeNull();
        citation.Link.ShouldBe(new Link.Linked(new("A/RES/69/174")));
        citation.Evidence.ShouldContain($"links these words to {linked}");
    }

    [Fact]
    public void A_link_on_one_number_of_a_list_says_nothing_of_the_others()
    {
        const string clause = "Recalling General Assembly resolutions 69/174 and 70/181,";
        Cite(clause, "69/174", "A/RES/69/174").ShouldNotBeNull().Evidence.ShouldNotContain("links");
        Cite(clause, "69/174 and 70/181", "A/RES/70/181", cited: "69/174").ShouldNotBeNull().Evidence.ShouldNotContain("links");
    }

    [Fact]
    public void A_link_that_agrees_is_not_mentioned()
    {
        Cite("Recalling General Assembly resolution 69/174 of 18 December 2014,", "69/174", "A/RES/69/174").ShouldNotBeNull().Evidence
            .ShouldNotContain("links");
        Cite("Recalling A/AC.109/2025/3,", "A/AC.109/2025/3", "A/AC.109/2025/3/Corr.1").ShouldNotBeNull().Evidence
            .ShouldNotContain("links");
    }

    [Fact]
    public void Its_resolution_is_of_the_adopting_organ_where_the_one_named_before_cannot_have_it()
    {
        var text = "A/RES/75/901\n\nThe General Assembly,\n\n1. Takes note of the report that the Human Rights Council gave further to its resolution 74/136;\n";
        Citations(new() { Name = "a", Text = text }).Single(c => c.Text.Contains("74/136", StringComparison.Ordinal)).Link
            .ShouldBe(new Link.Linked(new("A/RES/74/136")));
    }

    private static Citation? Cite(string clause, string words, string linked, string? cited = null)
    {
        var text = $"A/RES/76/901\n\nThe General Assembly,\n\n{clause}\n\n1. Decides to row.\n";
        var at = text.IndexOf(words, StringComparison.Ordinal);
        var source = new SourceText
        {
            Name = "a",
            Text = text,
            Links = [new(new(at, at + words.Length), DocumentSymbol.Parse(linked, null))]
        };
        return Citations(source).FirstOrDefault(c => c.Text.Contains(cited ?? words, StringComparison.Ordinal));
    }

    private static ImmutableArray<Citation> Citations(SourceText source) =>
        new CitationLinker(Works.Few).Link(ResolutionParser.Parse(source));
}
