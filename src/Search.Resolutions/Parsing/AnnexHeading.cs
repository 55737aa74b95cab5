using System.Buffers;
using System.Collections.Frozen;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>"Annex", "ANNEX II", "Appendix", "Enclosure".</summary>
internal static class AnnexHeading
{
    private static readonly SearchValues<char> TokenEnds = SearchValues.Create(" \u00A0.:–—-*");

    /// <summary>Words that head an annex in English.</summary>
    private static readonly WordList Words = WordList.OfAnyCase("annexes");

    /// <summary>Characters of the shortest heading, of the shortest with a number ("Annex I"), and of the longest.</summary>
    private const int Shortest = 5, ShortestNumbered = 7, Longest = 160;

    /// <summary>Characters of the longest number and title.</summary>
    private const int LongestTitled = 120;

    /// <summary>Digits of the longest number.</summary>
    private const int MostDigits = 2;

    /// <summary>Signs around a heading.</summary>
    public const string Around = "*_#[]() \u00A0.,:";

    /// <summary>Whether a line or paragraph is the heading of an annex.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.Trim(Around);
        if (IsTranslated(text, out _, out _)) return true;
        if (text.Length is < Shortest or > Longest) return false;
        foreach (var word in Words.All)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || !char.IsUpper(text[0])) continue;
            if (text.Length == word.Length) return true;
            if (text.Length < ShortestNumbered || !char.IsWhiteSpace(text[word.Length]))
                return text.Length == word.Length + 1
                    && (char.IsDigit(text[^1]) || NoteSigns.SuperscriptDigit(text[^1]) >= 0 || text[^1] == '*');
            var rest = text[word.Length..].TrimStart();
            var token = rest;
            var stop = token.IndexOfAny(TokenEnds);
            if (stop >= 0) token = token[..stop];
            if (IsNumber(token)) return token.Length == rest.Length || word is "Annex" or "Appendix" && HasTitle(rest, token.Length);
            if (rest is "to the present resolution") return true;
        }
        return false;
    }

    /// <summary>"II", "B", "12".</summary>
    private static bool IsNumber(ReadOnlySpan<char> token) =>
        Ordinals.IsLetterOrRoman(token) && char.IsUpper(token[0]) || LineShapes.IsDigits(token, MostDigits);

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
            if (IsNumber(rest))
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

    /// <summary>"II. Terms of reference", but not "II above": whether a title or nothing follows the number. A title begins with a
    /// capital and does not run on like a sentence.</summary>
    private static bool HasTitle(ReadOnlySpan<char> numbered, int number)
    {
        if (numbered.Length >= LongestTitled || numbered[number..].Contains("above", StringComparison.Ordinal)) return false;
        var title = numbered[number..].Trim(" \u00A0.:–—-*_");
        return title.IsEmpty || char.IsUpper(title[0]) && !title.EndsWith(";", StringComparison.Ordinal);
    }
}
