using Search.FullText.Analysis;

namespace Search.FullText.Queries;

/// <summary>
/// Takes apart what signs join in languages that inflect each of the joined words or write articles so: <c>государств-членов</c>,
/// <c>l'égalité</c>. English keeps them whole: there the joined word is inflected at its end, and is often written as one.
/// </summary>
internal static class WordParts
{
    /// <summary>The words that a text joins without its function words; none where it is one word, an identifier, or English.</summary>
    public static List<string> Of(string text, TextLanguage language)
    {
        var parts = new List<string>();
        if (language is TextLanguage.English or TextLanguage.None) return parts;
        var tokens = TokenList.OfThread;
        Tokenizer.Tokenize(text, tokens);
        var words = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].HasDigit) return [];
            if (tokens[i].Span > 1) continue;
            words++;
            if (!Language.Of(language).IsFunctionWord(tokens.Term(i))) parts.Add(text[tokens[i].Start..tokens[i].End]);
        }

        return words > 1 ? parts : [];
    }
}
