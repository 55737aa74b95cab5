using System.Buffers;

namespace Search.Catalog.Querying;

/// <summary>The addresses of clauses in URLs, out of what the tables store of them.</summary>
internal static class LabelSlugs
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("()[],. ");

    /// <summary>
    /// The slug that a label gives by itself: <c>annex-ii/para-3/e</c> of "Annex II, para. 3 (e)". Almost
    /// every clause has it, perhaps with a number after it. SQLite's <c>lower</c> knows the letters of ASCII only.
    /// </summary>
    public static string OfLabel(string label)
    {
        var lower = string.Create(label.Length, label, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
        });
        if (!lower.AsSpan().ContainsAny(Marks)) return lower;
        return lower.Replace(")(", "-", StringComparison.Ordinal).Replace(" (", "/", StringComparison.Ordinal).Replace('(', '-')
            .Replace(")", "", StringComparison.Ordinal).Replace('[', '.').Replace("]", "", StringComparison.Ordinal)
            .Replace(", ", "/", StringComparison.Ordinal).Replace(". ", "-", StringComparison.Ordinal).Replace(' ', '-');
    }

    /// <summary>The slug of a label and what is stored beside it: nothing, the number after it (<c>.2</c>,
    /// <c>~2</c>), or all of it.</summary>
    public static string Whole(string label, string? stored) => stored switch
    {
        null => OfLabel(label),
        ['.' or '~', ..] => OfLabel(label) + stored,
        _ => stored,
    };
}
