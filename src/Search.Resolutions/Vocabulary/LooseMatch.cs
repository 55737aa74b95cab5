namespace Search.Resolutions.Vocabulary;

/// <summary>Compares words as print varies them: case, apostrophes, spaces that do not break, and in Arabic vowel
/// marks and lengthening strokes.</summary>
public static class LooseMatch
{
    /// <summary>The length in a text of words that it begins with; 0 where it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words as <see cref="Folded"/> writes them.</param>
    public static int Length(ReadOnlySpan<char> text, string words)
    {
        var at = 0;
        for (var i = 0; i < words.Length; at++)
        {
            if (at >= text.Length) return 0;
            if (IsVowelMark(text[at])) continue;
            if (Fold(text[at]) != words[i]) return 0;
            i++;
        }
        while (at < text.Length && IsVowelMark(text[at])) at++;
        return at;
    }

    /// <summary>Words as they are compared.</summary>
    public static string Folded(string words) => string.Concat(words.Where(c => !IsVowelMark(c)).Select(Fold));

    /// <summary>One character as it is compared.</summary>
    public static char Fold(char c) => c switch
    {
        '\'' => '’',
        '\u00A0' or '\u202F' => ' ',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>A mark of a vowel or a lengthening stroke.</summary>
    public static bool IsVowelMark(char c) => c is (>= '\u064B' and <= '\u0652') or '\u0670' or '\u0640';
}
