using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Tests.Examples;

/// <summary>Who sponsored and who voted how, where a document prints it.</summary>
public class Printed_votes_and_states
{
    [Theory]
    [InlineData("Chad, Cuba and Mali", "Chad|Cuba|Mali")]
    [InlineData("Antigua and Barbuda and Bosnia and Herzegovina", "Antigua and Barbuda|Bosnia and Herzegovina")]
    [InlineData("CÔTE D'IVOIRE, the Gambia, Turkey and the United Kingdom of Great Britain and Northern Ireland.",
        "Côte d’Ivoire|Gambia|Türkiye|United Kingdom")]
    [InlineData("Egypt (on behalf of the members of a group, Peru and others), Fiji and Oman", "Egypt|Fiji|Oman")]
    [InlineData("Iran (Islamic Republic of), Guinea-Bissau, Guinea, Guinea", "Iran (Islamic Republic of)|Guinea-Bissau|Guinea")]
    [InlineData("submitted by the Chair of the Committee, a representative (Norway)", "")]
    [InlineData("introduced by the representative of Canada on behalf of the Bureau", "")]
    [InlineData("Nigerian traders, Omani ports", "")]
    public void A_list_names_the_States_at_the_beginning_of_its_entries(string list, string states) =>
        string.Join('|', States.In(list)).ShouldBe(states);

    [Fact]
    public void Every_State_is_found_by_each_of_its_names()
    {
        foreach (var row in Table.Read("states.tsv"))
            foreach (var name in row.Parts("others", "|").Prepend(row["name"]))
            {
                States.Find(name.ToUpperInvariant()).ShouldBe(row["name"]);
                States.In($"{name} and Chad")[0].ShouldBe(row["name"]);
            }
    }

    [Theory]
    [InlineData("Adopted unanimously at the 9001st meeting.", "unanimous", "", "")]
    [InlineData("Adopted at the 9001st meeting by consensus.", "without-vote", "", "")]
    [InlineData("Adopted at the 9001st meeting by 12 votes to 2 (Cuba and Yemen), with 1 abstention (Chad).", "recorded", "Cuba|Yemen",
        "Chad")]
    [InlineData("Adopted at the 9001st meeting by 13 votes to none, with 2 abstentions (Chad, Poland}.", "recorded", "", "Chad|Poland")]
    [InlineData("Adopted at the 9001st meeting by 14 votes to none. One member (Yemen) did not participate in the vote.", "recorded", "",
        "")]
    public void The_Security_Council_names_those_who_did_not_vote_for(string closing, string how, string against, string abstaining)
    {
        var vote = Vote($"Resolution 9001 (1990)\nof 1 May 1990\n\nThe Security Council,\n\n1. Decides to row.\n\n{closing}\n");
        (vote.How, string.Join('|', vote.Against), string.Join('|', vote.Abstaining)).ShouldBe((how, against, abstaining));
        vote.InFavour.ShouldBeEmpty();
    }

    [Fact]
    public void A_recorded_vote_lists_all_who_voted()
    {
        var vote = Vote("""
            The Human Rights Council,

            1. Decides to row.

            90th meeting
            9 October 2020

            [Adopted by a recorded vote of 3 to 1, with 2 abstentions. The voting was as follows:

            In favour:

            Chad, Cuba and Bolivia (Plurinational State of)

            Against:

            Norway

            Abstaining:

            Fiji, Oman]
            """);
        (vote.How, string.Join('|', vote.InFavour), string.Join('|', vote.Against), string.Join('|', vote.Abstaining))
            .ShouldBe(("recorded", "Chad|Cuba|Bolivia (Plurinational State of)", "Norway", "Fiji|Oman"));
    }

    private static PrintedVote Vote(string text) =>
        PrintedVote.Of(ResolutionParser.Parse(new SourceText { Name = "a", Text = text })).ShouldNotBeNull();
}
