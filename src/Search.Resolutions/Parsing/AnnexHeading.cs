using System.Buffers;
using System.Collections.Frozen;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>"Annex", "ANNEX II", "Appendix", "Enclosure".</summary>
internal static class AnnexHeading
{
    private static readonly SearchValues<char> TokenEnds = SearchValues.Create(" \u00A0.:–—-*");

    /// <summary>Signs around a heading.</summary>
    public const string Around = "*_#[]() \u00A0.,:";

    /// <summary>Whether a line or paragraph is the heading of an annex.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.Trim(Around);
        if (IsTranslated(text, out _, out _)) return true;
        if (text.Length is < 5 or > 160) return false;
        foreach (var word in (ReadOnlySpan<string>)["Annex", "Appendix", "Enclosure", "Attachment", "Schedule"])
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || !char.IsUpper(text[0])) continue;
            if (text.Length == word.Length) return true;
            if (text.Length < 7 || !char.IsWhiteSpace(text[word.Length]))
                return text.Length == word.Length + 1
                    && (char.IsDigit(text[^1]) || NoteSigns.SuperscriptDigit(text[^1]) >= 0 || text[^1] == '*');
            var rest = text[word.Length..].TrimStart();
            var token = rest;
            var stop = token.IndexOfAny(TokenEnds);
            if (stop >= 0) token = token[..stop];
            var numbered = Ordinals.IsLetterOrRoman(token) && char.IsUpper(token[0]) || LineShapes.IsDigits(token, 2);
            if (numbered)
                return token.Length == rest.Length
                    || word is "Annex" or "Appendix" && rest.Length < 120
                        && !rest[token.Length..].Contains("above", StringComparison.Ordinal) && Headed(rest[token.Length..]);
            if (rest is "to the present resolution") return true;
        }
        return false;
    }

    /// <summary>The unit and number of a heading in another language, as English has them: "Annexe II" and "المرفق الثاني" are annex II.
    /// The word is alone, or with its number.</summary>
    /// <returns>False where it is none.</returns>
    public static bool IsTranslated(ReadOnlySpan<char> text, out string unit, out string number)
    {
        (unit, number) = ("", "");
        if (text.Length > LongestTranslated || text.IsEmpty || !Others.TryGetValue(text[0], out var words)) return false;
        foreach (var (word, of, language) in words)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            unit = of;
            var rest = text[word.Length..];
            if (rest.IsEmpty) return true;
            if (language.HasSpaces && !char.IsWhiteSpace(rest[0])) return rest.Length <= 2 && !char.IsLetter(rest[0]);
            rest = rest.Trim();
            if (Ordinals.IsLetterOrRoman(rest) && char.IsUpper(rest[0]) || LineShapes.IsDigits(rest, 2))
            {
                number = rest.ToString();
                return true;
            }
            var place = Place(rest, language.Wordings("annex-number"));
            if (place == 0) place = Place(rest, language.Wordings("section"));
            if (place == 0) continue;
            number = RomanNumeral.Of(place) ?? "";
            return true;
        }
        return false;
    }

    /// <summary>The place of a number among the numbers in their order, counted from 1; 0 where it is none.</summary>
    private static int Place(ReadOnlySpan<char> number, IReadOnlyList<string> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
            if (number.SequenceEqual(numbers[i])) return i + 1;
        return 0;
    }

    /// <summary>The words of the other languages by their first letter, a capital where the script has any.</summary>
    private static readonly FrozenDictionary<char, (string Word, string Unit, Language Language)[]> Others =
        Language.All.Where(l => !l.IsEnglish)
            .SelectMany(l => ((string[])["annex", "appendix", "enclosure"]).SelectMany(unit => l.Wordings(unit)
                .Select(word => (Word: word, Unit: unit, Language: l))))
            .GroupBy(w => char.ToUpperInvariant(w.Word[0]))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToArray());

    /// <summary>Characters of the longest heading of an annex that is only its number.</summary>
    private const int LongestTranslated = 40;

    /// <summary>A title after the number: it begins with a capital and does not run on like a sentence.</summary>
    private static bool Headed(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim(" \u00A0.:–—-*_");
        return rest.IsEmpty || char.IsUpper(rest[0]) && !rest.EndsWith(";", StringComparison.Ordinal);
    }
}
