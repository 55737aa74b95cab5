using FsCheck;
using FsCheck.Fluent;

namespace Search.Citations.Tests.Hostile;

public class Names_in_hostile_text
{
    [Theory]
    [InlineData("Convention on the ")]
    [InlineData("Optional Protocol to the ")]
    [InlineData("the ")]
    [InlineData("(")]
    [InlineData("Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Childrem ")]
    [InlineData("United Nations Convebtion ")]
    public void Work_is_linear_in_the_length_of_a_text_that_nearly_names_things(string piece)
    {
        long Steps(int length)
        {
            Works.Few.Names.Find(string.Concat(Enumerable.Repeat(piece, length / piece.Length)), out var steps);
            return steps;
        }
        Steps(1_000_000).ShouldBeLessThan((Steps(100_000) * 11) + 100);
    }

    [Fact]
    public void Any_text_can_be_searched_and_spans_lie_in_it_in_order()
    {
        var pieces = Gen.Elements("Convention ", "on the Rights ", "of the Child", " (", ")", "’", "-", "No. 182", "\n\n", ". ", "İ", "ß",
            "\ud83d", "Optional Protocol to that ", "Palermo Protocol", ", 1989", "the ");
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(pieces.ArrayOf().ToArbitrary(), list =>
        {
            var text = string.Concat(list);
            var end = 0;
            foreach (var match in Works.Few.Names.Find(text))
            {
                if (match.Span.Start < end || match.Span.End > text.Length || match.Span.IsEmpty) return false;
                end = match.Span.End;
            }
            return true;
        }));
    }
}
