using Search.FullText.Analysis;
using Search.FullText.Queries;

namespace Search.FullText.Snippets;

/// <summary>A stretch of a text, marked or not.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">After the last.</param>
/// <param name="IsHit">Whether it answers the query.</param>
public readonly record struct HighlightSegment(int Start, int End, bool IsHit);

/// <summary>Finds in texts what a query asked for, by the same tokenizing, folding and stemming that found them. Safe to
/// use from any number of threads.</summary>
public sealed class Highlighter
{
    private readonly TermMarks _marks;

    /// <summary>Prepares the terms of a query to be found in texts of a language.</summary>
    public Highlighter(IReadOnlyList<HighlightTerm> terms, TextLanguage language = TextLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _marks = new TermMarks(terms, language);
    }

    /// <summary>The whole text as segments, which cover it in order without gaps.</summary>
    public IReadOnlyList<HighlightSegment> Highlight(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hits = new List<HighlightSegment>();
        FindHits(text, hits);
        var segments = new List<HighlightSegment>((2 * hits.Count) + 1);
        var at = 0;
        foreach (var hit in hits)
        {
            if (hit.Start > at) segments.Add(new HighlightSegment(at, hit.Start, false));
            segments.Add(hit);
            at = hit.End;
        }

        if (at < text.Length) segments.Add(new HighlightSegment(at, text.Length, false));
        return segments;
    }

    /// <summary>Adds the marked segments of a text to a list: in order, not overlapping. Nothing else is allocated.</summary>
    public void FindHits(ReadOnlySpan<char> text, ICollection<HighlightSegment> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        var tokens = TokenList.OfThread;
        Tokenizer.Tokenize(text, tokens);
        var at = 0;
        foreach (var mark in _marks.Find(tokens))
        {
            var from = Math.Max(mark.Start, at);
            if (from >= mark.End) continue;
            hits.Add(new HighlightSegment(from, mark.End, true));
            at = mark.End;
        }
    }
}
