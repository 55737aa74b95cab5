using System.Buffers;

namespace Search.Catalog.Building;

/// <summary>
/// The reason for a treatment as it is stored: "“Recalling” governs “its resolution 58/137”." is a sentence that
/// many citations share, and a place in the text of the clause, from which the quoted words are taken when it is read.
/// </summary>
/// <param name="Sentence">The sentence with <see cref="Gap"/> where the words go; the whole reason where it
/// quotes no words of the clause.</param>
/// <param name="Start">Where the words begin in the text of the clause; null where none are quoted.</param>
/// <param name="Length">How many UTF-16 units of them are quoted in one piece.</param>
/// <param name="End">Where the last words end, of a quotation whose middle is left out; else null.</param>
/// <param name="LastLength">The length of those.</param>
internal readonly record struct QuotedReason(string Sentence, int? Start, int? Length, int? End, int? LastLength)
{
    /// <summary>Where the quoted words go.</summary>
    public const string Gap = "“…”";

    private const string Closing = "”.";
    private const string LeftOut = " … ";

    private static readonly SearchValues<char> NotCountedAlike =
        SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\0']);

    /// <summary>Takes the quotation with which a reason ends out of it, where it is in the text.</summary>
    /// <param name="reason">The sentence.</param>
    /// <param name="text">The text of the clause, or null.</param>
    /// <param name="end">Where the citation ends in the text; null where it is in a note.</param>
    public static QuotedReason Of(string reason, string? text, int? end)
    {
        var whole = new QuotedReason(reason, null, null, null, null);
        if (text is null || !reason.EndsWith(Closing, StringComparison.Ordinal) || reason.Contains(Gap, StringComparison.Ordinal))
            return whole;
        // From the second quotation mark on: the first opens the verb, and the words may quote something themselves.
        for (var open = reason.IndexOf('“', 1); open >= 0; open = reason.IndexOf('“', open + 1))
        {
            var words = reason.AsSpan()[(open + 1)..^Closing.Length];
            if (Find(words, text, end) is not { } found) continue;
            // SQLite's substr counts code points up to a NUL.
            var last = found.End ?? found.Start + found.Length;
            return text.AsSpan(0, last).ContainsAny(NotCountedAlike)
                ? whole
                : new($"{reason[..open]}{Gap}.", found.Start, found.Length, found.End, found.LastLength);
        }
        return whole;
    }

    private static (int Start, int Length, int? End, int? LastLength)? Find(ReadOnlySpan<char> words, string text, int? end)
    {
        if (words.IsEmpty) return null;
        if (Before(text, words, end) is >= 0 and var at) return (at, words.Length, null, null);
        var gap = words.IndexOf(LeftOut);
        if (gap <= 0) return null;
        var first = words[..gap];
        var last = words[(gap + LeftOut.Length)..];
        if (last.IsEmpty || Before(text, last, end) is not (>= 0 and var lastAt)) return null;
        var firstAt = text.AsSpan(0, lastAt).LastIndexOf(first);
        return firstAt < 0 ? null : (firstAt, first.Length, lastAt + last.Length, last.Length);
    }

    /// <summary>Where words are in a text: before its given end, or the first time; -1 where they are not.</summary>
    private static int Before(string text, ReadOnlySpan<char> words, int? end)
    {
        if (end is not { } stop) return text.AsSpan().IndexOf(words);
        return stop <= text.Length && text.AsSpan(0, stop).EndsWith(words, StringComparison.Ordinal)
            ? stop - words.Length
            : text.AsSpan().IndexOf(words);
    }
}
