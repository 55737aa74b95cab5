using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Search.Resolutions.Vocabulary;

/// <summary>States and observers by the names that lists print, from <c>states.tsv</c>.</summary>
public static class States
{
    private static readonly FrozenDictionary<string, string> Names = Read();
    private static readonly int Longest = Names.Keys.Max(k => k.Length);
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name that is used for a State, or null: "Turkey" is <c>Türkiye</c>.</summary>
    public static string? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.TryGetValue(WithoutArticle(Fold(name)), out var found) ? found : null;
    }

    /// <summary>
    /// The States of a list in printed order, each once: "Chad, Cuba (on behalf of a group) and Mali". An
    /// entry that does not begin with the name of a State ("submitted by the Chair") is none.
    /// </summary>
    public static IReadOnlyList<string> In(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = Fold(list);
        var found = new List<string>();
        for (var at = 0; at < text.Length; at = NextEntry(text, at))
        {
            // "Antigua and Barbuda and Chad": after a name, "and" begins an entry
            while (at < text.Length && NameAt(text, ref at) is { } state)
            {
                if (!found.Contains(state)) found.Add(state);
                if (at < text.Length && text[at] == '(') at = AfterBrackets(text, at);
                if (!text.AsSpan(at).TrimStart().StartsWith("and ", StringComparison.Ordinal)) break;
                at = text.IndexOf("and ", at, StringComparison.Ordinal) + "and ".Length;
            }
        }
        return found;
    }

    /// <summary>The State whose name is at a place, the longest that fits, and the place after it.</summary>
    private static string? NameAt(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (text.AsSpan(at).StartsWith("the ", StringComparison.Ordinal)) at += "the ".Length;
        for (var end = Math.Min(text.Length, at + Longest); end > at; end--)
        {
            var whole = end == text.Length || text[end] is ' ' or ',' or ';' or '.' or ']' or '(';
            if (!whole || !ByName.TryGetValue(text.AsSpan(at, end - at), out var state)) continue;
            at = end;
            while (at < text.Length && text[at] == ' ') at++;
            return state;
        }
        return null;
    }

    private static int NextEntry(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] == '(') at = AfterBrackets(text, at) - 1;
            else if (text[at] is ',' or ';' or '.') return at + 1;
        }
        return at;
    }

    /// <summary>The place after the bracket that closes the one at a place; the end where none does.</summary>
    private static int AfterBrackets(string text, int at)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '(') depth++;
            if (text[at] == ')' && --depth == 0) return at + 1;
        }
        return at;
    }

    /// <summary>Small letters without accents, one apostrophe for all, one space for white space.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(c) && (folded.Length == 0 || folded[^1] == ' ')) continue;
            folded.Append(c switch { '’' or '‘' => '\'', _ when char.IsWhiteSpace(c) => ' ', _ => char.ToLowerInvariant(c) });
        }
        return folded.ToString().Trim();
    }

    private static ReadOnlySpan<char> WithoutArticle(string folded) =>
        folded.StartsWith("the ", StringComparison.Ordinal) ? folded.AsSpan("the ".Length) : folded;

    private static FrozenDictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>();
        foreach (var row in Table.Read("states.tsv"))
            foreach (var name in row.Parts("others", "|").Prepend(row["name"]))
                names.Add(WithoutArticle(Fold(name)).ToString(), row["name"]);
        return names.ToFrozenDictionary();
    }
}
