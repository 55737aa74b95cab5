using Search.FullText.Queries;

namespace Search.FullText.Tests.Regressions;

/// <summary>A function word alone in parentheses was counted twice, so that its parentheses seemed to mean something.</summary>
public class Function_word_in_parentheses
{
    [Theory]
    [InlineData("peace (the)", "peace the")]
    [InlineData("peace (OR:)", "peace \"OR\"")]
    public void A_function_word_alone_needs_no_parentheses(string text, string read)
    {
        QueryLanguage.Parse(text, new QueryLanguageOptions()).Read.ShouldBe(read);
        QueryLanguage.Parse(read, new QueryLanguageOptions()).Read.ShouldBe(read);
    }
}
