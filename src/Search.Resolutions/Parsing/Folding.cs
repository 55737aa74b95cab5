using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>
/// Writes a text with the signs that the parser reads, each character in its place: full-width and Arabic punctuation and digits as their
/// Latin equals, the letters and signs of numbers at the start of a line as <c>(a)</c> and <c>1.</c> The parser decides by the folded text;
/// clauses keep the printed one.
/// </summary>
internal static class Folding
{
    /// <summary>Letters that look like Latin ones, with which lists are numbered by mistake.</summary>
    private const string LookAlike = "асеорхуі", LooksLike = "aceopxyi";

    /// <summary>Characters at the start of a line that its number may take.</summary>
    private const int NumberReach = 12;

    /// <summary>Letters of the longest number in the letters of the language itself.</summary>
    private const int MostOwnLetters = 3;

    /// <summary>The folded text; the same one where there is nothing to fold.</summary>
    public static string Fold(string text, Language language)
    {
        if (language.Script == Script.Latin) return text;
        var folded = text.ToCharArray();
        PlainSigns.Apply(folded);
        Numbers(folded, language);
        return new string(folded);
    }

    private static void Numbers(Span<char> text, Language language)
    {
        var letters = language.Wordings("letters").Select(l => l[0]).ToArray();
        var own = letters.Length > 0 && CountsInOwnLetters(text, letters);
        foreach (var range in ((ReadOnlySpan<char>)text).SplitAny('\n', '\r', '\f', '\v', '\u2028', '\u2029'))
        {
            var line = text[range];
            var start = 0;
            while (start < line.Length
                && (char.IsWhiteSpace(line[start]) || InvisibleSigns.Is(line[start]) || line[start] is '“' or '"' or '«'))
                start++;
            line = line[start..];
            if (line.IsEmpty) continue;
            if (language.Script == Script.Arabic) ArabicNumber(line);
            if (letters.Length > 0) Letter(line, letters, own);
        }
    }

    /// <summary>"1 - ", "1- " as "1 . " and "1. "; "’2‘" as "(2)".</summary>
    private static void ArabicNumber(Span<char> line)
    {
        if (line[0] is '’' or '‘' or '\'')
        {
            var close = 1;
            while (close < line.Length && close < NumberReach && char.IsAsciiDigit(line[close])) close++;
            if (close > 1 && close < line.Length && line[close] is '’' or '‘' or '\'') (line[0], line[close]) = ('(', ')');
            return;
        }
        var at = 0;
        while (at < line.Length && at < NumberReach && char.IsAsciiDigit(line[at])) at++;
        if (at == 0) return;
        var sign = at;
        while (sign < line.Length && line[sign] is ' ' or '\u00A0') sign++;
        if (sign >= line.Length || line[sign] is not ('-' or '–' or '—' or '\u2011')) return;
        if (sign > at + 1 || sign + 1 < line.Length && !char.IsWhiteSpace(line[sign + 1])) return;
        for (var i = at; i < sign; i++) line[i] = ' ';
        line[sign] = '.';
    }

    /// <summary>The letter of an item: "(أ)" as "(a)", "(ب ب)" as "(bb)", "б)" as "b)".</summary>
    private static void Letter(Span<char> line, char[] letters, bool own)
    {
        var at = line[0] == '(' ? 1 : 0;
        var close = at;
        while (close < line.Length && close - at < NumberReach / 2 && line[close] is not (')' or '.')) close++;
        if (close == at || close >= line.Length || line[close] == '.' && line[0] == '(') return;
        var token = line[at..close];
        var to = 0;
        Span<char> folded = stackalloc char[NumberReach];
        foreach (var c in token)
        {
            if (c is ' ' or '\u0640' || InvisibleSigns.Is(c)) continue;
            var letter = char.ToLowerInvariant(c);
            var place = own ? Array.IndexOf(letters, letter) : -1;
            var alike = own ? -1 : LookAlike.IndexOf(letter, StringComparison.Ordinal);
            if (place < 0 && alike < 0 && !char.IsAsciiLetter(c)) return;
            folded[to++] = place >= 0 ? (char)('a' + place) : alike >= 0 ? LooksLike[alike] : c;
        }
        if (to == 0 || to > MostOwnLetters && own) return;
        for (var i = 0; i < token.Length; i++) token[i] = i < to ? folded[i] : ' ';
    }

    /// <summary>Whether lists of a text are numbered in its own letters and not in Latin ones: one of theirs that looks like no Latin
    /// letter numbers an item.</summary>
    private static bool CountsInOwnLetters(ReadOnlySpan<char> text, char[] letters)
    {
        foreach (var range in text.SplitAny('\n', '\r'))
        {
            var line = text[range].TrimStart();
            if (line.Length > 3 && line[0] == '(') line = line[1..];
            if (line.Length < 3 || line[1] is not (')' or '.' or '\u0640') || line[1] == '.' && !char.IsWhiteSpace(line[2])) continue;
            if (Array.IndexOf(letters, char.ToLowerInvariant(line[0])) >= 0
                && !LookAlike.Contains(char.ToLowerInvariant(line[0]), StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
