using Search.Citations.Facts;
using Search.Citations.Identity;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Citations.Tests.Hostile;

/// <summary>What is read beside a citation lies within a fixed distance of it, so that a text costs what its length says.</summary>
public class Facts_in_long_texts
{
    private const int Characters = 60_000;

    private static readonly CitationLinker Linker = new(Works.Few);

    [Theory]
    [InlineData("resolution 55/25, entitled “ ")] // a title that never ends
    [InlineData("resolution 55/25, entitled \" ")]
    [InlineData("the report of the Secretary-General of 5 May 2001 (A/55/931) ")]
    [InlineData("Official Records of the General Assembly, Supplement No. 1 (A/55/1) ")]
    [InlineData("resolution 55/25 on rivers and ")]
    public void Are_learned_in_time_in_proportion_to_the_length(string piece) =>
        Growth.OverTenTimes(Characters, n => Linked(Growth.Text(piece, n)), entry => LearnedFacts.Learn([(entry, new WorkId("one"))]))
            .ShouldBeLessThan(Growth.OfALine);

    private static CorpusEntry Linked(string words)
    {
        var resolution = ResolutionParser.Parse(new SourceText
        {
            Name = "one",
            Text = $"The General Assembly,\n\nRecalling {words},\n\n1. Decides to act.\n"
        });
        return new(resolution, Linker.Link(resolution), null);
    }
}
