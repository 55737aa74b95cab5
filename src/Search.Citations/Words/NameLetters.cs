using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Search.Citations.Words;

/// <summary>Folds letters for the comparison of names: lower case, without accents; 0 for what is no letter or digit.</summary>
/// <remarks>The table is made from Unicode decompositions that every build of .NET carries, so no machine folds differently.</remarks>
internal static class NameLetters
{
    private const int LongestLigature = 3;

    private static readonly char[] Table = Make();

    /// <summary>Cyrillic and Greek letters that scans and keyboards put for the Latin letters they look like.</summary>
    private static readonly FrozenDictionary<char, char> Lookalikes = new[]
    {
        ("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455", "aeopcyxijs"),
        ("\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405", "abekmhopctxijs"),
        ("\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf", "abezhikmnoptyxo"),
    }.SelectMany(row => row.Item1.Zip(row.Item2)).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The folded letter or digit, or 0.</summary>
    public static char Fold(char c) =>
        c < Table.Length ? Table[c]
            : !char.IsLetterOrDigit(c) ? '\0'
            : Lookalikes.TryGetValue(c, out var latin) ? latin
            : char.ToLowerInvariant(c);

    /// <summary>Whether the sign is an apostrophe or what scans and keyboards make of it.</summary>
    public static bool IsApostrophe(char c) =>
        c is '\'' or '\u2019' or '\u2018' or '\u201b' or '\u02bc' or '\u2032' or '\uff07' or '\u00b4' or '`';

    /// <summary>Whether the sign is a hyphen.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2212';

    /// <summary>Whether the sign is a hyphen, or a dash printed for one.</summary>
    public static bool IsDash(char c) => IsHyphen(c) || c is '\u2012' or '\u2013';

    /// <summary>Whether the sign takes no part in a word: accents that are apart from their letter, soft
    /// hyphens, joiners without width.</summary>
    public static bool IsSilent(char c) =>
        c is (>= '\u0300' and <= '\u036f') or '\u00ad' or (>= '\u200b' and <= '\u200f') or '\u2060' or '\ufeff';

    /// <summary>The letters of a ligature ("ffi" of <c>\ufb03</c>); empty for every other sign.</summary>
    public static ReadOnlySpan<char> Ligature(char c) => c is >= '\ufb00' and <= '\ufb06' ? Ligatures[c - '\ufb00'] : default;

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>A whole word folded.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var letters = word.Length <= 64 ? stackalloc char[64 * LongestLigature] : new char[word.Length * LongestLigature];
        var n = 0;
        foreach (var c in word)
        {
            var ligature = Ligature(c);
            ligature.CopyTo(letters[n..]);
            n += ligature.Length;
            if (ligature.IsEmpty && Fold(c) is not '\0' and var f) letters[n++] = f;
        }
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
