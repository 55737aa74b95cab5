using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Checking;

/// <summary>Words in quotation marks that a text says are those of a work that it cites.</summary>
/// <param name="Span">The words in the text of the clause, without the quotation marks.</param>
/// <param name="Citation">The citation, as an index into those of the clause.</param>
internal sealed record Quotation(TextSpan Span, int Citation)
{
    /// <summary>Fewer words may be a name, a term or a title.</summary>
    private const int FewestWords = 5;

    /// <summary>Characters between the words and the citation before or after them.</summary>
    private const int LongestLead = 90, LongestTail = 40;

    /// <summary>Words directly before a quotation that make it a name.</summary>
    private static readonly WordList Naming = WordList.OfAnyCase("naming");

    /// <summary>Words between a citation and a quotation that make it the citation's.</summary>
    private static readonly WordList Reporting = WordList.Of("reporting");

    /// <summary>Words between a quotation and a citation that make it the citation's.</summary>
    private static readonly WordList Sources = WordList.Of("quoted-from");

    /// <summary>The quotations of a clause that name their source beside them. Linear in the length of the text.</summary>
    /// <param name="text">The clause.</param>
    /// <param name="citations">Its citations, in order: each from its pinpoint to its end.</param>
    public static IEnumerable<Quotation> In(string text, IReadOnlyList<TextSpan> citations)
    {
        if (citations.Count == 0) yield break;
        for (var open = text.AsSpan().IndexOfAny('“', '"'); open >= 0;)
        {
            var close = text.IndexOf(text[open] == '“' ? '”' : '"', open + 1);
            if (close < 0) yield break;
            var span = new TextSpan(open + 1, close);
            if (FoldedWords.Count(span.In(text)) >= FewestWords && !IsName(text.AsSpan(0, open))
                && SourceOf(text, span, citations) is { } source)
                yield return new(span, source);
            var next = text.AsSpan(close + 1).IndexOfAny('“', '"');
            open = next < 0 ? -1 : close + 1 + next;
        }
    }

    private static bool IsName(ReadOnlySpan<char> before) => Naming.Contains(LastWord(before.TrimEnd()));

    private static int? SourceOf(string text, TextSpan quoted, IReadOnlyList<TextSpan> citations)
    {
        var after = FirstAfter(citations, quoted.End);
        if (after < citations.Count && IsSourceAfter(text.AsSpan(quoted.End + 1, Math.Max(0, citations[after].Start - quoted.End - 1))))
            return after;
        var before = after - 1;
        while (before >= 0 && citations[before].End > quoted.Start) before--;
        return before >= 0 && IsReporting(text.AsSpan(citations[before].End, quoted.Start - 1 - citations[before].End)) ? before : null;
    }

    /// <summary>"(resolution 55/25, para. 3)" or "as set out in paragraph 3 of resolution 55/25": only such words lie between.</summary>
    private static bool IsSourceAfter(ReadOnlySpan<char> between)
    {
        if (between.Length > LongestTail) return false;
        var words = between.Trim(" ,(").ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return between.Contains('(');
        return Array.TrueForAll(words, word => Sources.Contains(word.Trim(',')));
    }

    /// <summary>", in which the Council decided that" or ":": a word that reports, and no end of a sentence.</summary>
    private static bool IsReporting(ReadOnlySpan<char> between)
    {
        if (between.Length > LongestLead || between.ContainsAny(';', '“', '"') || between.Contains(". ", StringComparison.Ordinal))
            return false;
        if (between.TrimEnd().EndsWith(":")) return true;
        foreach (var word in between.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (Reporting.Contains(word.Trim(','))) return true;
        return false;
    }

    private static int FirstAfter(IReadOnlyList<TextSpan> citations, int at)
    {
        var (low, high) = (0, citations.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (citations[middle].Start < at) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-')) start--;
        return text[start..];
    }
}

/// <summary>Texts as runs of letters and digits in lower case: how quoted words are compared with those of a provision.</summary>
internal static class FoldedWords
{
    /// <summary>How many words there are.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
            if (IsPart(text, i) && (i == 0 || !IsPart(text, i - 1))) count++;
        return count;
    }

    /// <summary>The words in order.</summary>
    public static List<string> Of(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPart(text, i)) continue;
            var start = i;
            while (i < text.Length && IsPart(text, i)) i++;
            words.Add(string.Create(i - start, text[start..i], static (to, from) => from.ToLowerInvariant(to))
                .Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal));
        }
        return words;
    }

    /// <summary>The runs of words that a quotation takes from its source: left out are "..." and what it puts in brackets.</summary>
    public static List<List<string>> Pieces(ReadOnlySpan<char> quoted)
    {
        var pieces = new List<List<string>>();
        var start = 0;
        for (var i = 0; i < quoted.Length; i++)
        {
            var length = quoted[i] == '…' ? 1
                : quoted[i..].StartsWith("...") ? 3
                : quoted[i] == '[' && quoted[i..].IndexOf(']') is > 0 and var close && IsInsertion(quoted, i, i + close) ? close + 1
                : 0;
            if (length == 0) continue;
            Add(quoted[start..i]);
            start = i + length;
            i = start - 1;
        }
        Add(quoted[start..]);
        return pieces;

        void Add(ReadOnlySpan<char> piece)
        {
            if (Of(piece) is { Count: > 0 } words) pieces.Add(words);
        }
    }

    // "[s]hall" changes a letter, "[the Council]" inserts words.
    private static bool IsInsertion(ReadOnlySpan<char> text, int open, int close) =>
        (open == 0 || !char.IsLetter(text[open - 1])) && (close + 1 >= text.Length || !char.IsLetter(text[close + 1]));

    private static bool IsPart(ReadOnlySpan<char> text, int at)
    {
        if (char.IsLetterOrDigit(text[at])) return true;
        // a letter in brackets is a part of its word
        if (text[at] is not ('[' or ']')) return false;
        return at > 0 && char.IsLetter(text[at - 1]) || at + 1 < text.Length && char.IsLetter(text[at + 1]);
    }
}
