namespace Search.FullText.Queries;

/// <summary>
/// The language of the search box: words (most must match), <c>"quotations"</c>, <c>-word</c>, NOT, OR, AND, parentheses,
/// <c>begin*</c>, <c>spelt~</c>, <c>"near words"~5</c>, <c>field:value</c>, <c>field:from..to</c>.
/// No text is ever refused: what cannot be meant is read literally and reported.
/// </summary>
public static class QueryLanguage
{
    /// <summary>Reads a query. Linear in the text, whatever it holds.</summary>
    public static ParsedQuery Parse(string text, QueryLanguageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new QueryParser(text, options ?? new QueryLanguageOptions()).Parse();
    }

    /// <summary>How many of a number of unquoted words must match: all of two, two of three, three of four, four of six.</summary>
    public static int MostOf(int words) => words - (words / 3);
}
