using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Linking;

/// <summary>Where a text says by which words it will speak of a work from there on.</summary>
internal static class TermDefinitions
{
    private static readonly WordList SigningLeads = WordList.Of("signing-leads");

    /// <summary>Characters before a term within which the bracket of its definition opens, and after it within which it closes.</summary>
    private const int BracketReach = 60, ClosingReach = 4;

    /// <summary>Letters of the shortest name of a place.</summary>
    private const int ShortestPlace = 3;

    /// <summary>"(hereinafter referred to as “the Convention”)": the words define a term, they cite nothing more.</summary>
    public static bool IsDefinition(string text, TextSpan span)
    {
        var from = Math.Max(0, span.Start - BracketReach);
        var open = text.AsSpan(from, span.Start - from).LastIndexOf('(');
        if (open < 0) return false;
        var between = text.AsSpan(from + open + 1, span.Start - from - open - 1);
        if (between.Contains(')')) return false;
        var close = text.AsSpan(span.End, Math.Min(ClosingReach, text.Length - span.End)).IndexOf(')');
        return close >= 0
            && (between.Trim(" “\"‘'").IsEmpty || between.Contains("hereinafter", StringComparison.OrdinalIgnoreCase)
                || between.Contains("referred to", StringComparison.Ordinal));
    }

    /// <summary>The place after "signed at", by which an agreement is called later: "the Lusaka agreement".</summary>
    public static string? PlaceOfSigning(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart(" ,");
        foreach (var word in SigningLeads.All)
        {
            if (!behind.StartsWith(word, StringComparison.Ordinal)) continue;
            var place = behind[word.Length..];
            var end = 0;
            while (end < place.Length && char.IsLetter(place[end])) end++;
            return end >= ShortestPlace && char.IsUpper(place[0]) ? place[..end].ToString() : null;
        }
        return null;
    }
}
