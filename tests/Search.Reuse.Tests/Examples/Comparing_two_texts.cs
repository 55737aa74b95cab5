using Search.Reuse.Comparison;

namespace Search.Reuse.Examples;

public sealed class Comparing_two_texts
{
    private const string Lights = "Urges all harbours of the region to keep their lights burning through the night;";
    private const string Tables =
        "Requests the Board to print the tables of the tides every month and to send them to all harbours of the region;";
    private const string Pilots = "Invites the pilots of both shores to meet once a year in the month of May;";

    [Theory]
    [InlineData("Urges all harbours to keep watch", "Encourages all harbours to keep watch",
        "[-Urges][+Encourages] all harbours to keep watch")]
    [InlineData("keep the old red lights", "keep the lights", "keep the [-old red ]lights")]
    [InlineData("from 3 May 2001", "from 4 June 2001", "from [-3 May][+4 June] 2001")]
    [InlineData("", "new", "[+new]")]
    [InlineData("same", "same", "same")]
    [InlineData("点亮灯塔", "点亮三座灯塔", "点亮[+三座]灯塔")]
    public void Words_dropped_and_added(string first, string second, string expected) =>
        string.Concat(WordDiff.Of(first, second)
            .Select(s => s.Change switch { TextChange.Dropped => $"[-{s.Text}]", TextChange.Added => $"[+{s.Text}]", _ => s.Text }))
            .ShouldBe(expected);

    [Fact]
    public void A_passage_that_changed_its_place_has_moved() =>
        Rows([Lights, Tables, Pilots], [Pilots, Lights, Tables]).ShouldBe(["2 -> 0 Kept moved", "0 -> 1 Kept", "1 -> 2 Kept"]);

    [Fact]
    public void What_was_dropped_is_shown_where_it_was() =>
        Rows([Lights, Tables, Pilots], [Lights, Pilots]).ShouldBe(["0 -> 0 Kept", "1 ->  Dropped", "2 -> 1 Kept"]);

    [Fact]
    public void One_passage_can_become_two() =>
        Rows([Lights, Tables],
            [Lights, "Requests the Board to print the tables of the tides every month;",
                "Requests the Board to send them to all harbours of the region;"])
            .ShouldBe(["0 -> 0 Kept", "1 -> 1+2 Split"]);

    [Fact]
    public void Two_passages_can_become_one() =>
        Rows([Pilots, Lights], [Pilots.TrimEnd(';')
            + ", and urges all harbours of the region to keep their lights burning through the night;"]).ShouldBe(["0+1 -> 0 Merged"]);

    [Fact]
    public void Nothing_in_common_is_dropped_and_new() => Rows([Lights], [Pilots]).ShouldBe(["0 ->  Dropped", " -> 0 New"]);

    [Fact]
    public void Two_empty_documents_have_no_rows() => Rows([], []).ShouldBeEmpty();

    private static IEnumerable<string> Rows(string[] first, string[] second) =>
        PassageAlignment.Of(first, second).Select(Laws.EditedDocument.Row);
}
