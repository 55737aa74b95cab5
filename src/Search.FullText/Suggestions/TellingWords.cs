using Search.FullText.Analysis;
using Search.FullText.Queries;
using Search.FullText.Segments;

namespace Search.FullText.Suggestions;

/// <summary>The words that tell most about a text: often in it, rarely elsewhere.</summary>
internal static class TellingWords
{
    /// <summary>Of the words taken, one in so many must match.</summary>
    private const int MatchShare = 4;

    public static Query Of(string text, IndexStatistics statistics, int maxTerms)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Span != 1 || tokens[i].TermLength < 2) continue;
            var stem = tokens[i].HasDigit ? tokens.Term(i).ToString() : WordForms.Stem(tokens.Term(i));
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        var forms = new Dictionary<string, string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var stem = tokens[i].HasDigit ? tokens.Term(i).ToString() : WordForms.Stem(tokens.Term(i));
            forms.TryAdd(stem, tokens.Term(i).ToString());
        }

        var chosen = counts.Select(c => (Word: forms[c.Key], Weight: c.Value * Weight(forms[c.Key], statistics))).Where(c => c.Weight > 0)
            .OrderByDescending(c => c.Weight).ThenBy(c => c.Word, StringComparer.Ordinal).Take(maxTerms)
            .Select(c => (Query)new TermQuery(c.Word)).ToArray();
        return chosen.Length switch
        {
            0 => new NoneQuery(),
            1 => chosen[0],
            _ => new BooleanQuery { Should = chosen, MinShouldMatch = Math.Max(1, chosen.Length / MatchShare) },
        };
    }

    private static float Weight(string word, IndexStatistics statistics)
    {
        var forms = WordForms.Of(word, exact: false);
        var documents = 0L;
        foreach (var segment in statistics.Segments)
        {
            for (var f = 0; f < statistics.Schema.Fields.Count; f++)
            {
                if (statistics.Schema.Fields[f].Kind == FieldKind.Text && forms.Find(segment.Segment[f], out var entry)) documents += entry.Documents;
            }
        }

        return documents == 0 ? 0 : statistics.Idf(Math.Min(documents, statistics.Documents));
    }
}
