using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>Letters and roman numerals as they number items of lists, in both directions, and how ordinal numbers end.</summary>
internal static class Ordinals
{
    /// <summary>"st", "nd", "rd", "th".</summary>
    public static readonly WordList Suffixes = WordList.Of("ordinal-suffixes");

    private const int Alphabet = 26;

    /// <summary>The most that a list numbered with letters, and with roman numerals, is taken to have.</summary>
    private const int MostLetters = 3 * Alphabet, MostRoman = 39;

    /// <summary>The longest letter of a word processor: one letter thirty times.</summary>
    private const int MostRepeated = 30 * Alphabet;

    /// <summary>Whether a token can number an item: one letter, a letter doubled or tripled, or a roman numeral below 40.</summary>
    public static bool IsLetterOrRoman(ReadOnlySpan<char> token) => Letter(token) > 0 || Roman(token) > 0;

    /// <summary>a = 1 ... z = 26, aa = 27, bb = 28 ...; 0 for anything else. Case is ignored.</summary>
    public static int Letter(ReadOnlySpan<char> token)
    {
        if (token.Length is 0 or > 3) return 0;
        var first = char.ToLowerInvariant(token[0]);
        if (!char.IsAsciiLetterLower(first)) return 0;
        foreach (var c in token)
            if (char.ToLowerInvariant(c) != first) return 0;
        var value = first - 'a' + 1 + (Alphabet * (token.Length - 1));
        return value <= MostLetters ? value : 0;
    }

    /// <summary>i = 1, iv = 4 ... up to 39; 0 for anything else. Case is ignored.</summary>
    public static int Roman(ReadOnlySpan<char> token) => RomanNumeral.ValueOfAnyCase(token) is <= MostRoman and var value ? value : 0;

    /// <summary>Shapes that scans make of small letters and roman numerals: <c>(il)</c>, <c>(ti)</c>, <c>(lii)</c>.</summary>
    public static bool IsMisread(ReadOnlySpan<char> token)
    {
        if (token.Length is < 2 or > 4) return false;
        foreach (var c in token)
            if (c is not ('i' or 'l' or '1' or 't' or 'I' or 'v' or 'x' or 'j')) return false;
        return true;
    }

    /// <summary>1, 2, 3.</summary>
    public static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>a, b, ..., z, aa, ab, ...; digits for what has no letter.</summary>
    public static string Letter(int number)
    {
        if (number < 1) return Decimal(number);
        var letters = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / Alphabet) letters = (char)('a' + ((rest - 1) % Alphabet)) + letters;
        return letters;
    }

    /// <summary>a, b, ..., z, aa, bb, ..., as word processors count; digits for what has no letter.</summary>
    public static string RepeatedLetter(int number) =>
        number is < 1 or > MostRepeated
            ? Decimal(number)
            : new string((char)('a' + ((number - 1) % Alphabet)), ((number - 1) / Alphabet) + 1);

    /// <summary>i, ii, iii, iv; digits outside 1-3999.</summary>
    public static string Roman(int number) => RomanNumeral.Of(number)?.ToLowerInvariant() ?? Decimal(number);
}
