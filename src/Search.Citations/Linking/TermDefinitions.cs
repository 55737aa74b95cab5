using Search.Resolutions.Text;

namespace Search.Citations.Linking;

/// <summary>Where a text says by which words it will speak of a work from there on.</summary>
internal static class TermDefinitions
{
    /// <summary>"(hereinafter referred to as “the Convention”)": the words define a term, they cite nothing more.</summary>
    public static bool IsDefinition(string text, TextSpan span)
    {
        var from = Math.Max(0, span.Start - 60);
        var open = text.AsSpan(from, span.Start - from).LastIndexOf('(');
        if (open < 0) return false;
        var between = text.AsSpan(from + open + 1, span.Start - from - open - 1);
        if (between.Contains(')')) return false;
        var close = text.AsSpan(span.End, Math.Min(4, text.Length - span.End)).IndexOf(')');
        return close >= 0
            && (between.Trim(" “\"‘'").IsEmpty || between.Contains("hereinafter", StringComparison.OrdinalIgnoreCase)
                || between.Contains("referred to", StringComparison.Ordinal));
    }

    /// <summary>The place after "signed at", by which an agreement is called later: "the Lusaka agreement".</summary>
    public static string? PlaceOfSigning(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart(" ,");
        foreach (var word in (ReadOnlySpan<string>)["signed in ", "signed at ", "concluded in ", "concluded at ", "reached in ",
            "reached at "])
        {
            if (!behind.StartsWith(word, StringComparison.Ordinal)) continue;
            var place = behind[word.Length..];
            var end = 0;
            while (end < place.Length && char.IsLetter(place[end])) end++;
            return end > 2 && char.IsUpper(place[0]) ? place[..end].ToString() : null;
        }
        return null;
    }
}
