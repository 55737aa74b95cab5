using System.Buffers;
using System.Collections.Frozen;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>"Annex", "ANNEX II", "Appendix", "Enclosure".</summary>
internal static class AnnexHeading
{
    private static readonly SearchValues<char> TokenEnds = SearchValues.Create(" \u00A0.:–—-*");

    /// <summary>Whether a line or paragraph is the heading of an annex.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.Trim("*_#[]() \u00A0.,:");
        if (IsTranslated(text)) return true;
        if (text.Length is < 5 or > 160) return false;
        foreach (var word in (ReadOnlySpan<string>)["Annex", "Appendix", "Enclosure", "Attachment", "Schedule"])
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || !char.IsUpper(text[0])) continue;
            if (text.Length == word.Length) return true;
            if (text.Length < 7 || !char.IsWhiteSpace(text[word.Length])) return text.Length == word.Length + 1 && (char.IsDigit(text[^1]) || NoteSigns.SuperscriptDigit(text[^1]) >= 0 || text[^1] == '*');
            var rest = text[word.Length..].TrimStart();
            var token = rest;
            var stop = token.IndexOfAny(TokenEnds);
            if (stop >= 0) token = token[..stop];
            var numbered = Ordinals.IsLetterOrRoman(token) && char.IsUpper(token[0]) || LineShapes.IsDigits(token, 2);
            if (numbered) return token.Length == rest.Length || word is "Annex" or "Appendix" && rest.Length < 120 && !rest[token.Length..].Contains("above", StringComparison.Ordinal) && Headed(rest[token.Length..]);
            if (rest is "to the present resolution") return true;
        }
        return false;
    }

    /// <summary>"Annexe II", "附件", "المرفق الأول": the word alone, with a number, or with a short word that numbers.</summary>
    private static bool IsTranslated(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestTranslated || text.IsEmpty || !Others.TryGetValue(text[0], out var words)) return false;
        foreach (var (word, language) in words)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = text[word.Length..];
            if (rest.IsEmpty) return true;
            if (language.HasSpaces && !char.IsWhiteSpace(rest[0])) return rest.Length <= 2 && !char.IsLetter(rest[0]);
            rest = rest.Trim();
            if (Ordinals.IsLetterOrRoman(rest) && char.IsUpper(rest[0]) || LineShapes.IsDigits(rest, 2)) return true;
            foreach (var number in language.Wordings("annex-number"))
                if (rest.SequenceEqual(number)) return true;
            foreach (var number in language.Wordings("section"))
                if (rest.SequenceEqual(number)) return true;
        }
        return false;
    }

    /// <summary>The words of the other languages by their first letter, a capital where the script has any.</summary>
    private static readonly FrozenDictionary<char, (string Word, Language Language)[]> Others =
        Language.All.Where(l => !l.IsEnglish).SelectMany(l => l.Wordings("annex").Select(w => (w, l))).GroupBy(w => char.ToUpperInvariant(w.w[0]))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.w.Length).ToArray());

    /// <summary>Characters of the longest heading of an annex that is only its number.</summary>
    private const int LongestTranslated = 40;

    /// <summary>A title behind the number: it begins with a capital and does not run on like a sentence.</summary>
    private static bool Headed(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim(" \u00A0.:–—-*_");
        return rest.IsEmpty || char.IsUpper(rest[0]) && !rest.EndsWith(";", StringComparison.Ordinal);
    }
}
