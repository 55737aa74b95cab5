using System.Globalization;
using System.Text;

namespace Search.Citations.Authorities;

/// <summary>Folds letters for the comparison of names: lower case, without accents; 0 for what is no letter or digit.</summary>
/// <remarks>The table is made from Unicode decompositions that every build of .NET carries, so no machine folds differently.</remarks>
internal static class NameLetters
{
    private static readonly char[] Table = Make();

    /// <summary>The folded letter or digit, or 0.</summary>
    public static char Fold(char c) => c < Table.Length ? Table[c] : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';

    /// <summary>Whether the sign is an apostrophe or what scans make of it.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u00b4' or '`';

    /// <summary>Whether the sign is a hyphen.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u00ad';

    /// <summary>A whole word folded.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var letters = word.Length <= 64 ? stackalloc char[64] : new char[word.Length];
        var n = 0;
        foreach (var c in word)
            if (Fold(c) is not '\0' and var f) letters[n++] = f;
        return letters[..n].ToString();
    }

    private static char[] Make()
    {
        var table = new char[0x250];
        for (var c = '\0'; c < table.Length; c++)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            var plain = c < 0x80 ? c : c.ToString().Normalize(NormalizationForm.FormD)[0];
            table[c] = char.ToLower(plain, CultureInfo.InvariantCulture);
        }
        table['\u00b9'] = table['\u00b2'] = table['\u00b3'] = '\0'; // raised digits are note marks
        return table;
    }
}
