using Search.FullText;

namespace Search.Catalog.Parameters;

/// <summary>What a misspelt value may have been meant for.</summary>
public static class Spelling
{
    private const int Most = 3;
    private const int Longest = 64;

    /// <summary>The nearest of some words, the nearest first: by edits, then those of which one holds the other.</summary>
    public static IReadOnlyList<string> Near(string typed, IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var asked = Fold(typed);
        if (asked.Length == 0 || typed.Length > 4 * Longest) return [];
        var edits = Math.Clamp((asked.Length + 1) / 3, 1, 5);
        return
        [
            .. words.Select(word => (Word: word, Distance: Distance(asked, Fold(word), edits)))
                .Where(w => w.Distance is not null)
                .OrderBy(w => w.Distance).ThenByDescending(w => Shared(asked, w.Word)).ThenBy(w => w.Word, StringComparer.Ordinal)
                .Select(w => w.Word).Distinct(StringComparer.Ordinal).Take(Most),
        ];
    }

    /// <summary>Edits, or a little more than the most of them where one word holds the other; null where neither is near.</summary>
    private static int? Distance(string asked, string word, int edits)
    {
        if (EditDistance.Within(asked, word, edits) is { } distance) return distance;
        var holds = asked.Length > 1 && word.Length > 1
            && (word.Contains(asked, StringComparison.Ordinal) || asked.Contains(word, StringComparison.Ordinal));
        return holds || Shared(asked, word) >= Math.Max(4, asked.Length / 2) ? edits + 1 : null;
    }

    private static int Shared(string asked, string word) => asked.AsSpan().CommonPrefixLength(Fold(word));

    private static string Fold(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return string.Create(Math.Min(trimmed.Length, Longest), text.Trim(), static (folded, from) => from.AsSpan(0, folded.Length)
            .ToLowerInvariant(folded));
    }
}
