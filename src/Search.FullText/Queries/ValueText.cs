using System.Globalization;

namespace Search.FullText.Queries;

/// <summary>Values as the query language writes them.</summary>
internal static class ValueText
{
    /// <summary>The ends of "5..10", "5.." or "..10", both included; null where they are no whole numbers.</summary>
    public static (long From, long To)? Bounds(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var from = dots < 0 ? text : text[..dots];
        var to = dots < 0 ? text : text[(dots + 2)..];
        var low = long.MinValue;
        var high = long.MaxValue;
        if (from.Length > 0 && !long.TryParse(from, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out low)) return null;
        if (to.Length > 0 && !long.TryParse(to, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out high)) return null;
        return from.Length + to.Length == 0 ? null : (low, high);
    }

    /// <summary>A value as it is written in a query: in quotation marks where its signs or words would mean something.</summary>
    public static string Quoted(string text)
    {
        if (text.Length == 0 || text is "OR" or "AND" or "NOT") return Always(text);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '(' or ')' or '“' or '”' or '„' or '«' or '»' or '"' or '*' or '~') return Always(text);
        }

        return text;
    }

    /// <summary>A value in quotation marks that it does not contain.</summary>
    public static string Always(string text) =>
        text.Contains('"', StringComparison.Ordinal) ? $"«{text.Replace('»', ' ')}»" : $"\"{text}\"";
}
