using FsCheck;
using FsCheck.Fluent;
using Search.Api.Pages.Documents;
using Search.Testing;

namespace Search.Api.Tests.Pages;

public class Printed_lines
{
    [Fact]
    public void Line_breaks_of_the_source_come_back() =>
        PrintedLines.Of("65th plenary meeting 19 December 2016", "65th plenary   meeting\r\n  19 December 2016\n")
            .ShouldBe("65th plenary meeting\n19 December 2016");

    [Fact]
    public void Lines_that_the_text_leaves_out_are_passed_over() =>
        PrintedLines.Of("Distr.: General Seventy-first session", "Distr.: General\n16-99817 (E)\n*1699817*\n\nSeventy-first session")
            .ShouldBe("Distr.: General\nSeventy-first session");

    [Fact]
    public void A_text_that_differs_in_more_stays_as_it_is()
    {
        PrintedLines.Of("co-operation of States", "co-opera-\ntion of\nStates").ShouldBe("co-operation of States");
        PrintedLines.Of("a b", "").ShouldBe("a b");
        PrintedLines.Of("", "a").ShouldBe("");
    }

    [Fact]
    public void Only_spaces_change_whatever_the_text_and_its_source() => Prop.ForAll<string?, string?>((text, source) =>
    {
        var (before, beside) = (text ?? "", source ?? "");
        foreach (var after in (string[])[PrintedLines.Of(before, beside), PrintedLines.Of(before, before.Replace(' ', '\n'))])
        {
            after.Length.ShouldBe(before.Length);
            for (var i = 0; i < before.Length; i++)
                if (after[i] != before[i]) (char.IsWhiteSpace(before[i]) && after[i] == '\n').ShouldBeTrue();
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_hostile_text_takes_no_longer_than_its_length_asks_for() => Growth.OverTenTimes(
        50_000,
        n => (Text: "a " + new string('w', n), Source: "a\n" + string.Concat(Enumerable.Repeat(new string('w', 200) + "\n", n / 20))),
        printed => PrintedLines.Of(printed.Text, printed.Source).Length.ShouldBe(printed.Text.Length)).ShouldBeLessThan(Growth.OfALine);
}
