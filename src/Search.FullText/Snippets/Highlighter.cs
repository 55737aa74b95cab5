using Search.FullText.Analysis;
using Search.FullText.Queries;

namespace Search.FullText.Snippets;

/// <summary>A stretch of a text, marked or not. The segments of a text cover it without gaps.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Behind the last.</param>
/// <param name="IsHit">Whether it answers the query.</param>
public readonly record struct HighlightSegment(int Start, int End, bool IsHit);

/// <summary>Finds in a text what a query asked for.</summary>
public static class Highlighter
{
    /// <summary>The whole text as segments.</summary>
    public static IReadOnlyList<HighlightSegment> Highlight(IReadOnlyList<HighlightTerm> terms, string text)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        var wanted = new TokenList();
        var segments = new List<HighlightSegment>();
        var end = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var hit = false;
            foreach (var term in terms)
            {
                Tokenizer.Tokenize(term.Text, wanted);
                for (var j = 0; j < wanted.Count && !hit; j++)
                    hit = term.Kind == HighlightKind.Prefix ? tokens.Term(i).StartsWith(wanted.Term(j)) : tokens.Term(i).SequenceEqual(wanted.Term(j));
            }

            if (!hit) continue;
            if (tokens[i].Start > end) segments.Add(new HighlightSegment(end, tokens[i].Start, false));
            segments.Add(new HighlightSegment(tokens[i].Start, tokens[i].End, true));
            end = tokens[i].End;
        }

        if (end < text.Length) segments.Add(new HighlightSegment(end, text.Length, false));
        return segments;
    }

    /// <summary>The segments of the stretch of at most <paramref name="maxLength"/> UTF-16 units that answers best, cut between words.</summary>
    public static IReadOnlyList<HighlightSegment> Snippet(IReadOnlyList<HighlightTerm> terms, string text, int maxLength = 240) =>
        [.. Highlight(terms, text).Where(s => s.End <= maxLength)];
}
