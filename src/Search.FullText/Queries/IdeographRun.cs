using Search.FullText.Analysis;

namespace Search.FullText.Queries;

/// <summary>Takes text without spaces, as Chinese is written, apart for searching: every two ideographs that are
/// next to each other are a part.</summary>
internal static class IdeographRun
{
    /// <summary>Text of fewer ideographs is one word.</summary>
    private const int Shortest = 4;

    /// <summary>The pairs of ideographs of a text, and the words between them, in order; none where the text is one word.</summary>
    public static List<string> Parts(string text)
    {
        var parts = new List<string>();
        if (CountIdeographs(text) < Shortest) return parts;
        var tokens = TokenList.OfThread;
        Tokenizer.Tokenize(text, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Span > 1) continue;
            var end = JoinsNext(text, tokens, i) ? tokens[i + 1].End : tokens[i].End;
            var isLast = end == tokens[i].End && i > 0 && JoinsNext(text, tokens, i - 1);
            if (!isLast) parts.Add(text[tokens[i].Start..end]);
        }

        return parts;
    }

    private static int CountIdeographs(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length && count < Shortest; i++)
        {
            if (Tokenizer.KindAt(text, i) == CharacterKind.Ideograph) count++;
        }

        return count;
    }

    /// <summary>Whether a token and the next are ideographs without anything between them.</summary>
    private static bool JoinsNext(string text, TokenList tokens, int index) =>
        index + 1 < tokens.Count && tokens[index].End == tokens[index + 1].Start
        && Tokenizer.KindAt(text, tokens[index].Start) == CharacterKind.Ideograph
        && Tokenizer.KindAt(text, tokens[index + 1].Start) == CharacterKind.Ideograph;
}
