using Search.Catalog.Querying;

namespace Search.Catalog.Tests.Examples;

public class Standing_of_works
{
    [Fact]
    public void What_nothing_ends_is_not_said_to_be_in_force()
    {
        var status = WorkStatuses.Of(
            [Edge("renews", "extend", "2021-01-01", "Decides to extend until 15 May 2021 the tasks set out in resolution 1/1;")], null);
        status.Summary.ShouldBe("Extended until 2021-05-15 by S/RES/2(2021) of 2021-01-01. No later text here ends it.");
        WorkStatuses.Of([], "2020-01-01").Summary.ShouldBe("No later text here ends it.");
    }

    [Fact]
    public void What_ends_a_part_names_the_part_and_what_replaces_the_whole_supersedes_it()
    {
        var ended = WorkStatuses.Of(
            [Edge("terminates", "terminate", "2021-01-01", "Decides to terminate the measures in paragraph 4 of resolution 1/1;")
                with { Pinpoint = "para. 4" }], null);
        ended.Summary.ShouldBe("Ended as to para. 4 by S/RES/2(2021) of 2021-01-01.");
        var replaced = WorkStatuses.Of(
            [Edge("amends", "Supersedes", "2021-01-01", "Supersedes resolution 1/1;"),
                Edge("amends", "amend", "2020-01-01", "Decides to amend resolution 1/1;")], null);
        replaced.Superseded.Count.ShouldBe(1);
        replaced.Amended.Count.ShouldBe(1);
    }

    private static EdgeDetails Edge(string treatment, string verb, string date, string quote)
    {
        var at = quote.IndexOf("resolution 1/1", StringComparison.Ordinal);
        return new()
        {
            Number = 1,
            Source = new("s-res-2-2021", "S/RES/2(2021)", "Second"),
            Clause = "s-res-2-2021/op1",
            Label = "OP1",
            ClauseKind = "operative",
            Quote = quote,
            Mention = "resolution 1/1",
            MentionStart = at,
            MentionEnd = at + 14,
            Work = new("a-res-1-1", "A/RES/1/1", "First"),
            Pinpoint = "",
            Treatment = treatment,
            Verb = verb,
            Place = "operative",
            Date = date,
            Organ = "SC",
            DocumentKind = "resolution",
            Evidence = "",
            Document = new("s-res-2-2021", "S/RES/2(2021)", "Second"),
            Until = treatment == "renews" ? "2021-05-15" : null,
        };
    }
}
