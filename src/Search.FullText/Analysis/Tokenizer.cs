namespace Search.FullText.Analysis;

/// <summary>Breaks text into words and folds them.</summary>
internal static class Tokenizer
{
    public static void Tokenize(ReadOnlySpan<char> text, TokenList tokens)
    {
        tokens.Clear();
        Span<char> folded = stackalloc char[64];
        var position = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var length = 0;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (length < folded.Length) folded[length++] = char.ToLowerInvariant(text[i]);
                i++;
            }

            tokens.Add(folded[..length], position++, start, i);
        }

        tokens.Length = position;
    }

    public static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) return true;
        }

        return false;
    }

    public static int LetterCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) count++;
        }

        return count;
    }
}
