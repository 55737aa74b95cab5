using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Lines that open a numbered passage by name: "Action 30. We will ...", "Rule 56", "Article 5", "Round table 2: ...".</summary>
internal static class TitledLine
{
    private static readonly WordList Names = WordList.Of("passage-names");

    /// <summary>Characters of the longest heading of an article.</summary>
    private const int LongestArticle = 90;

    /// <summary>Characters of the longest number in letters or digits, and digits of the greatest.</summary>
    private const int LongestNumber = 6, MostDigits = 3;

    /// <summary>"Article 5": whether a paragraph heads an article.</summary>
    public static bool IsArticle(ReadOnlySpan<char> text) =>
        text.StartsWith("Article ", StringComparison.OrdinalIgnoreCase) && text.Length < LongestArticle && Is(text);

    /// <summary>Whether a line begins so.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        foreach (var name in Names.All)
        {
            if (!line.StartsWith(name, StringComparison.Ordinal) || line.Length < name.Length + 2
                || line[name.Length] is not (' ' or '\u00A0'))
                continue;
            var rest = line[(name.Length + 1)..].TrimStart();
            var end = 0;
            while (end < rest.Length && end < LongestNumber && char.IsAsciiLetterOrDigit(rest[end])) end++;
            var token = rest[..end];
            if (!(LineShapes.IsDigits(token, MostDigits) || Ordinals.IsLetterOrRoman(token) && char.IsUpper(token[0]))) continue;
            return end == rest.Length || rest[end] is '.' or ':' or '—' or '–';
        }
        return false;
    }
}
