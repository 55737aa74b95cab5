namespace Search.Resolutions.Parsing;

/// <summary>Tells English from French and Spanish by the small words.</summary>
internal static class Languages
{
    private const int Window = 240;

    /// <summary>Whether a paragraph is in another language than English. Short ones are given the benefit of the doubt.</summary>
    public static bool IsForeign(ReadOnlySpan<char> text)
    {
        if (text.Length < 24) return false;
        if (text.Length > Window) text = text[..Window];
        var (english, foreign, words) = (0, 0, 0);
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !char.IsLetter(text[at])) at++;
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (at == start) break;
            words++;
            switch (text[start..at])
            {
                case "the" or "of" or "and" or "to" or "in" or "that" or "for" or "with" or "its" or "by" or "The" or "this" or "which" or "is" or "be" or "all" or "at" or "from" or "shall" or "their" or "has":
                    english++;
                    break;
                case "le" or "la" or "les" or "du" or "des" or "et" or "dans" or "que" or "qui" or "aux" or "au" or "une" or "pour" or "par" or "sur" or "La" or "Le" or "Les" or "ou" or "sa" or "ses" or "son" or "ce" or "cette" or "el" or "los" or "las" or "del" or "en" or "y" or "para" or "por" or "El" or "una" or "avec" or "est" or "l" or "d" or "qu" or "e" or "de":
                    foreign++;
                    break;
            }
        }
        return words >= 5 && foreign >= 3 && foreign > english * 2 && foreign * 6 >= words;
    }
}
