using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Resolutions.Tests.Hostile;

/// <summary>Texts that make a backtracking or rescanning parser quadratic.</summary>
public class Long_and_monotonous_texts
{
    private const int Size = 100_000;

    public static TheoryData<string> Units =>
    [
        "(a) (i) ", "(a)\n(i)\n", "(a) x;\n\n(i) y;\n\n", "1. ", "1.\n", "1. Decides;\n", "word ", "Crime,1 Crime,2 ", "Crime 1 ", "¹",
        "Recalling,¹\n\n¹ Ibid.\n\n", "1 Ibid.\n", "*", "*a ", "* ", "_____\n1 a\n", "“", "- ", "\n", "a-\n",
        "The General Assembly,\n", "The General Assembly, Recalling ", "A/RES/1/1\n2/3\n", "2/3\n", "Annex\n", "A\n", "Recalling x,\n",
        "[^1]", "(", "20155 ", "Adopted at the 1st meeting\n", "le la les du des et que qui, ", "The ", "The The The The,\n", "1.1.1.1 ",
        "/1 ", "1/ ", "\\*", "\fFerries\nof the strait\n", "x\n\f2/3\n____\n9\n10\nIbid.\n", "____\n1\n\f",
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void Take_time_in_proportion_to_their_length(string unit)
    {
        Law.Breaches(Reference.Parse(Growth.Text(unit, Size * 10))).ShouldBeEmpty();
        Growth.OverTenTimes(Size, n => Growth.Text(unit, n), text => Reference.Parse(text)).ShouldBeLessThan(Growth.OfALine);
    }

    [Fact]
    public void Take_time_in_proportion_also_when_every_character_is_marked_by_layout()
    {
        Law.Breaches(Reference.Parse(Marked(Size).Text, Marked(Size).Layout)).ShouldBeEmpty();
        Growth.OverTenTimes(Size / 4, Marked, marked => Reference.Parse(marked.Text, marked.Layout)).ShouldBeLessThan(Growth.OfALine);
    }

    private static (string Text, LayoutMark[] Layout) Marked(int length)
    {
        var text = Growth.Text("Recalling the Pact,1 and the Rules,\n\n", length);
        var kinds = Enum.GetValues<LayoutKind>();
        return (text, [.. Enumerable.Range(0, text.Length / 2)
            .Select(i => new LayoutMark(new(i * 2, Math.Min(text.Length, (i * 2) + 3)), kinds[i % kinds.Length]))]);
    }
}
