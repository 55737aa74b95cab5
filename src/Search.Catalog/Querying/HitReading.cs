using Search.FullText.Queries;
using Search.FullText.Snippets;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>How a query was read in each language that was searched: which text of a clause answers it, and where.</summary>
/// <param name="readings">By language, in their order.</param>
/// <param name="isAsked">Whether the answer is in these languages alone.</param>
/// <param name="statesLanguages">Whether clauses have languages.</param>
internal sealed class HitReading(IReadOnlyList<(Language Language, ParsedQuery Query)> readings, bool isAsked, bool statesLanguages)
{
    private readonly (string Code, Highlighter Highlighter)[] _languages =
        [.. readings.Select(r => (r.Language.Code, new Highlighter(r.Query.Terms, ClauseFields.Analysis(r.Language))))];

    /// <summary>Whether clauses have languages; where not, all texts are in English.</summary>
    public bool StatesLanguages => statesLanguages;

    /// <summary>Finds the words of the query in the only text of a clause, which answers whether it has some or not.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="text">The text.</param>
    /// <param name="segments">Gets the marked stretches.</param>
    public void Mark(string language, ReadOnlySpan<char> text, List<HighlightSegment> segments)
    {
        foreach (var (code, highlighter) in _languages)
            if (code == language) highlighter.FindHits(text, segments);
    }

    /// <summary>The text that answers: the first that has words of the query, else one in a language that was asked
    /// for, else the primary text.</summary>
    /// <param name="texts">The texts of a clause, the primary one first.</param>
    /// <param name="segments">Gets the marked stretches.</param>
    public (string Language, string Text) Shown(IReadOnlyList<(string Language, string Text)> texts, List<HighlightSegment> segments)
    {
        (string Language, string Text)? asked = null;
        foreach (var (code, highlighter) in _languages)
            foreach (var text in texts)
            {
                if (text.Language != code) continue;
                highlighter.FindHits(text.Text, segments);
                if (segments.Count > 0) return text;
                asked ??= isAsked ? text : null;
            }
        return asked ?? texts[0];
    }
}
