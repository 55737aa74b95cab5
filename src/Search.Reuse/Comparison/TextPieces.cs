namespace Search.Reuse.Comparison;

/// <summary>Cuts a text into words and what is between them.</summary>
internal static class TextPieces
{
    /// <summary>The pieces in order; together they are the text. A word takes the space after it along.</summary>
    public static string[] Of(string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (IsInWord(text[start]) && !IsIdeograph(text[start]))
                while (end < text.Length && IsInWord(text[end]) && !IsIdeograph(text[end])) end++;
            else if (char.IsWhiteSpace(text[start]))
                while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            else if (char.IsHighSurrogate(text[start]) && end < text.Length && char.IsLowSurrogate(text[end])) end++;
            pieces.Add(text[start..end]);
            start = end;
        }
        return [.. pieces];
    }

    /// <summary>Whether a piece says nothing: spaces and signs.</summary>
    public static bool IsBetweenWords(string piece) =>
        !piece.AsSpan().ContainsAnyInRange('\u3400', '\u9fff') && !piece.Any(char.IsLetterOrDigit);

    private static bool IsInWord(char c) =>
        char.IsLetterOrDigit(c) || c is '\'' or '’' or '\u00ad'
            || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
