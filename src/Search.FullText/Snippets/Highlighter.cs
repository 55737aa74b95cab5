using Search.FullText.Analysis;
using Search.FullText.Queries;

namespace Search.FullText.Snippets;

/// <summary>A stretch of a text, marked or not.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Behind the last.</param>
/// <param name="IsHit">Whether it answers the query.</param>
public readonly record struct HighlightSegment(int Start, int End, bool IsHit);

/// <summary>Finds in texts what a query asked for, by the same breaking, folding and stemming that found them. Safe to use from any number of threads.</summary>
public sealed class Highlighter
{
    /// <summary>What a further different term in a snippet weighs beside a further occurrence.</summary>
    private const int DifferentTerm = 8;

    private readonly TermMarks _marks;
    private readonly int _terms;

    /// <summary>Makes the terms of a query ready to be found.</summary>
    public Highlighter(IReadOnlyList<HighlightTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        (_marks, _terms) = (new TermMarks(terms), terms.Count);
    }

    /// <summary>The whole text as segments, which cover it in order without gaps.</summary>
    public IReadOnlyList<HighlightSegment> Highlight(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Segments(MarksIn(text, out _), 0, text.Length);
    }

    /// <summary>The segments of the stretch of at most <paramref name="maxLength"/> UTF-16 units that answers best: with most of the terms, cut between words.</summary>
    public IReadOnlyList<HighlightSegment> Snippet(string text, int maxLength = 240)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        var marks = MarksIn(text, out var tokens);
        if (text.Length <= maxLength) return Segments(marks, 0, text.Length);
        var (from, to) = BestStretch(marks, _terms, maxLength);
        var room = Math.Max(0, maxLength - (to - from));
        var start = Math.Max(0, from - (room / 3));
        var end = Math.Min(text.Length, start + Math.Max(maxLength, to - from));
        start = Math.Max(0, Math.Min(start, end - maxLength));
        return Segments(marks, WordStart(tokens, start, from), WordEnd(tokens, end, Math.Min(to, start + maxLength), text.Length));
    }

    private List<TermMarks.Mark> MarksIn(string text, out TokenList tokens)
    {
        tokens = TokenList.OfThread;
        Tokenizer.Tokenize(text, tokens);
        return _marks.Find(tokens);
    }

    private static List<HighlightSegment> Segments(List<TermMarks.Mark> marks, int start, int end)
    {
        var segments = new List<HighlightSegment>();
        var at = start;
        foreach (var mark in marks)
        {
            var (from, to) = (Math.Max(mark.Start, at), Math.Min(mark.End, end));
            if (from >= to) continue;
            if (from > at) segments.Add(new HighlightSegment(at, from, false));
            segments.Add(new HighlightSegment(from, to, true));
            at = to;
        }

        if (at < end) segments.Add(new HighlightSegment(at, end, false));
        return segments;
    }

    /// <summary>From the first to the last mark of the window that holds most different terms, then most marks, then lies first.</summary>
    private static (int From, int To) BestStretch(List<TermMarks.Mark> marks, int terms, int maxLength)
    {
        var counts = new int[terms];
        var (best, bestFrom, bestTo) = (-1, 0, 0);
        var (different, next) = (0, 0);
        for (var first = 0; first < marks.Count; first++)
        {
            for (; next < marks.Count && (next <= first || marks[next].End - marks[first].Start <= maxLength); next++)
            {
                if (counts[marks[next].Term]++ == 0) different++;
            }

            var weight = (different * DifferentTerm) + (next - first);
            if (weight > best) (best, bestFrom, bestTo) = (weight, marks[first].Start, marks[next - 1].End);
            if (--counts[marks[first].Term] == 0) different--;
        }

        return (bestFrom, bestTo);
    }

    /// <summary>The beginning of the first word at or behind <paramref name="at"/>, but no later than <paramref name="latest"/>.</summary>
    private static int WordStart(TokenList tokens, int at, int latest)
    {
        if (at == 0) return 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Start >= at) return Math.Min(tokens[i].Start, latest);
        }

        return latest;
    }

    /// <summary>The end of the last word that ends at or before <paramref name="at"/>, but no earlier than <paramref name="earliest"/>.</summary>
    private static int WordEnd(TokenList tokens, int at, int earliest, int length)
    {
        if (at >= length) return length;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (tokens[i].Span == 1 && tokens[i].End <= at) return Math.Max(tokens[i].End, earliest);
        }

        return earliest;
    }
}
