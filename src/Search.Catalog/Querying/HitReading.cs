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

    /// <summary>The text that answers: the first that has words of the query, else one in a language that was asked
    /// for, else the primary text.</summary>
    /// <param name="texts">The texts of a clause, the primary one first.</param>
    public (string Language, string Text, IReadOnlyList<Highlight> Highlights) Shown(IReadOnlyList<(string Language, string Text)> texts)
    {
        (string Language, string Text)? asked = null;
        foreach (var (code, highlighter) in _languages)
            foreach (var text in texts)
            {
                if (text.Language != code) continue;
                if (Highlights(highlighter, text.Text) is { } highlights) return (code, text.Text, highlights);
                asked ??= isAsked ? text : null;
            }
        var shown = asked ?? texts[0];
        return (shown.Language, shown.Text, []);
    }

    private static List<Highlight>? Highlights(Highlighter highlighter, string text)
    {
        List<Highlight>? highlights = null;
        foreach (var segment in highlighter.Highlight(text))
            if (segment.IsHit) (highlights ??= []).Add(new(segment.Start, segment.End));
        return highlights;
    }
}
