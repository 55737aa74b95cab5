using Search.FullText.Queries;
using Search.FullText.Snippets;

namespace Search.FullText.Tests.Examples;

public class Highlighter_examples
{
    private static string Marked(string query, string text)
    {
        var segments = new Highlighter(QueryLanguage.Parse(query).Terms).Highlight(text);
        return string.Concat(segments.Select(s => s.IsHit ? $"[{text[s.Start..s.End]}]" : text[s.Start..s.End]));
    }

    [Theory]
    [InlineData("victim", "The victims’ rights", "The [victims]’ rights")]
    [InlineData("\"victims of crime\"", "Victims of crime are victims.", "[Victims of crime] are victims.")]
    [InlineData("traff*", "Trafficking in persons", "[Trafficking] in persons")]
    [InlineData("enviroment~", "the environment", "the [environment]")]
    [InlineData("58/137", "Recalling A/RES/58/137.", "Recalling A/RES/[58/137].")]
    [InlineData("A/RES/58/137", "Recalling A/RES/58/137.", "Recalling [A/RES/58/137].")]
    [InlineData("cooperation", "international co-operation", "international [co-operation]")]
    [InlineData("etat", "L’État", "L’[État]")]
    [InlineData("-victim peace", "victim peace", "victim [peace]")]
    [InlineData("trafficking in persons", "Trafficking in persons in the region", "[Trafficking] in [persons] in the region")]
    [InlineData("\"trafficking in persons\"", "Trafficking in persons in the region", "[Trafficking in persons] in the region")]
    [InlineData("of the", "of the child", "[of] [the] child")]
    [InlineData("\"rights child\"~2", "rights of the child", "[rights] of the [child]")]
    public void What_answers_the_query_is_marked(string query, string text, string expected) => Marked(query, text).ShouldBe(expected);

    [Fact]
    public void A_text_without_hits_is_one_segment() => Marked("absent", "A text of several words").ShouldBe("A text of several words");
}
