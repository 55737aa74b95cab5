using System.Diagnostics;

namespace Search.Resolutions.Tests.Hostile;

/// <summary>Texts that make a backtracking or rescanning parser quadratic. At this size such a parser takes minutes, a linear one a second or two.</summary>
public class Long_and_monotonous_texts
{
    private const int Size = 2_000_000;

    public static TheoryData<string> Units =>
    [
        "(a) (i) ", "(a)\n(i)\n", "(a) x;\n\n(i) y;\n\n", "1. ", "1.\n", "1. Decides;\n", "word ", "Crime,1 Crime,2 ", "Crime 1 ", "¹", "Recalling,¹\n\n¹ Ibid.\n\n", "1 Ibid.\n", "*", "*a ", "* ", "_____\n1 a\n", "“", "- ", "\n", "a-\n",
        "The General Assembly,\n", "The General Assembly, Recalling ", "A/RES/1/1\n2/3\n", "2/3\n", "Annex\n", "A\n", "Recalling x,\n", "[^1]", "(", "20155 ", "Adopted at the 1st meeting\n", "le la les du des et que qui, ", "The ", "The The The The,\n", "1.1.1.1 ", "/1 ", "1/ ", "\\*",
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void Take_time_in_proportion_to_their_length(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Size / unit.Length));
        var clock = Stopwatch.StartNew();
        var resolution = Reference.Parse(text);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        Law.Breaches(resolution).ShouldBeEmpty();
    }

    [Fact]
    public void Take_time_in_proportion_also_when_every_character_is_marked_by_layout()
    {
        const string text = "Recalling the Pact,1 and the Rules,\n\n";
        var all = string.Concat(Enumerable.Repeat(text, 400_000 / text.Length));
        var marks = new List<Text.LayoutMark>();
        for (var i = 0; i < all.Length; i += 2)
            marks.Add(new(new(i, i + 3 > all.Length ? all.Length : i + 3), (Text.LayoutKind)(i / 2 % Enum.GetValues<Text.LayoutKind>().Length)));
        var clock = Stopwatch.StartNew();
        Law.Breaches(Reference.Parse(all, [.. marks])).ShouldBeEmpty();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }
}
