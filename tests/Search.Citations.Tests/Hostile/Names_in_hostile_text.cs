using System.Diagnostics;
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
    public void Time_is_linear_in_the_length_of_a_text_that_nearly_names_things(string piece)
    {
        var names = Works.Few.Names;
        TimeSpan Time(int length)
        {
            var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
            var best = TimeSpan.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var clock = Stopwatch.StartNew();
                names.Find(text);
                if (clock.Elapsed < best) best = clock.Elapsed;
            }
            return best;
        }
        Time(20_000);
        var one = Time(100_000);
        Time(1_000_000).ShouldBeLessThan(one * 40 + TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void Any_text_can_be_searched_and_spans_lie_in_it_in_order()
    {
        var pieces = Gen.Elements("Convention ", "on the Rights ", "of the Child", " (", ")", "’", "-", "No. 182", "\n\n", ". ", "İ", "ß", "\ud83d", "Optional Protocol to that ", "Palermo Protocol", ", 1989", "the ");
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
