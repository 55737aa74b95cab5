using Search.FullText.Queries;

namespace Search.FullText.Tests.Examples;

public class Query_language_examples
{
    private static readonly QueryLanguageOptions s_options = new()
    {
        Schema = new SchemaBuilder().Text("text").Text("title").Keyword("organ").Number("year").Build(),
        OwnFields = ["cites", "article"],
    };

    private static ParsedQuery Parse(string text) => QueryLanguage.Parse(text, s_options);

    [Theory]
    [InlineData("climate change", "climate change")]
    [InlineData("“sea level” rise", "\"sea level\" rise")]
    [InlineData("«niveau de la mer»", "\"niveau de la mer\"")]
    [InlineData("women -men", "women -men")]
    [InlineData("women NOT men", "women -men")]
    [InlineData("women - men", "women men")]
    [InlineData("a OR b c", "(a OR b) c")]
    [InlineData("(a b) OR c", "((a b) OR c)")]
    [InlineData("traffick*", "traffick*")]
    [InlineData("trafficing~", "trafficing~2")]
    [InlineData("\"human rights\"~5", "\"human rights\"~5")]
    [InlineData("organ:GA year:1990..1999 peace", "organ:GA year:1990..1999 peace")]
    [InlineData("organ:(GA OR SC)", "(organ:GA OR organ:SC)")]
    [InlineData("title:peace", "title:peace")]
    [InlineData("article 9(5)(a)", "article 9(5)(a)")]
    [InlineData("cites:A/RES/55/25 victims", "cites:A/RES/55/25 victims")]
    [InlineData("-cites:\"Palermo Protocol\"", "-cites:\"Palermo Protocol\"")]
    [InlineData("(((peace)))", "peace")]
    public void A_text_is_read_in_one_way_and_reads_the_same_again(string text, string read)
    {
        var parsed = Parse(text);
        parsed.Read.ShouldBe(read);
        Parse(parsed.Read).Read.ShouldBe(read);
    }

    [Theory]
    [InlineData("\"never closed", QueryWarningCode.UnclosedQuote)]
    [InlineData("a) b", QueryWarningCode.UnmatchedParenthesis)]
    [InlineData("(a b", QueryWarningCode.UnmatchedParenthesis)]
    [InlineData("OR a", QueryWarningCode.DanglingOperator)]
    [InlineData("a OR", QueryWarningCode.DanglingOperator)]
    [InlineData("a AND", QueryWarningCode.DanglingOperator)]
    [InlineData("NOT", QueryWarningCode.DanglingOperator)]
    [InlineData("ab*", QueryWarningCode.ShortPrefix)]
    [InlineData("*", QueryWarningCode.ShortPrefix)]
    [InlineData("a*b", QueryWarningCode.StarInside)]
    [InlineData("nosuch:value", QueryWarningCode.UnknownField)]
    [InlineData("organ: GA", QueryWarningCode.EmptyField)]
    [InlineData("year:soon", QueryWarningCode.NotANumber)]
    [InlineData("-a", QueryWarningCode.OnlyExclusions)]
    [InlineData("(cites:x OR b)", QueryWarningCode.FieldCountsForAll)]
    public void Odd_syntax_is_reported(string text, string code) => Parse(text).Warnings.ShouldContain(w => w.Code == code);

    [Fact]
    public void The_callers_fields_are_handed_back_with_their_places()
    {
        const string text = "victims cites:\"Palermo Protocol\" -article:6";
        var parsed = Parse(text);
        parsed.Fields.Count.ShouldBe(2);
        parsed.Fields[0].ShouldBe(new FieldClause("cites", "Palermo Protocol", false, 8, 32));
        parsed.Fields[1].ShouldBe(new FieldClause("article", "6", true, 34, 43));
        parsed.Query.ShouldBe(new TermQuery("victims"));
    }

    [Fact]
    public void Most_words_must_match()
    {
        var query = Parse("one two three four").Query.ShouldBeOfType<BooleanQuery>();
        query.Should.Count.ShouldBe(4);
        query.MinShouldMatch.ShouldBe(3);
    }

    [Fact]
    public void No_words_find_nothing() => Parse(" - ( ) ").Query.ShouldBe(new NoneQuery());
}
