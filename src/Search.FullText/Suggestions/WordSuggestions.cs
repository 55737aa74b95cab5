using System.Text;
using Search.FullText.Analysis;
using Search.FullText.Queries;
using Search.FullText.Segments;

namespace Search.FullText.Suggestions;

/// <summary>Words of the index that continue from a beginning, or that a misspelt word may have meant.</summary>
/// <param name="vocabulary">Its words.</param>
/// <param name="fields">Ordinals of the text fields whose words are known.</param>
internal sealed class WordSuggestions(Vocabulary vocabulary, IReadOnlyList<int> fields)
{
    /// <summary>A correction must be in that many times as many documents as the word itself.</summary>
    private const int MuchMoreFrequent = 50;

    /// <summary>The most frequent words of a vocabulary that begin so: see <see cref="FullTextIndex.Suggest"/>.</summary>
    public static IReadOnlyList<Suggestion> Suggest(Vocabulary vocabulary, string prefix, int max, IReadOnlyCollection<string>? fields)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return new WordSuggestions(vocabulary, vocabulary.TextFields(fields)).StartingWith(prefix, max);
    }

    /// <summary>A correction out of a vocabulary: see <see cref="FullTextIndex.DidYouMean"/>.</summary>
    public static string? DidYouMean(Vocabulary vocabulary, string term, IReadOnlyCollection<string>? fields)
    {
        ArgumentNullException.ThrowIfNull(term);
        return new WordSuggestions(vocabulary, vocabulary.TextFields(fields)).Correction(term);
    }

    public IReadOnlyList<Suggestion> StartingWith(string prefix, int max)
    {
        if (LastWord(prefix) is not { } word || max <= 0) return [];
        var bytes = Encoding.UTF8.GetBytes(word);
        var counts = new Dictionary<string, long>();
        foreach (var field in TextFields())
        {
            var terms = field.Terms!;
            var from = terms.OrdinalAtLeast(bytes);
            var walk = terms.WalkFrom(from);
            while (walk.MoveNext())
            {
                if (walk.Ordinal < from) continue;
                if (!walk.Term.StartsWith(bytes)) break;
                var term = Encoding.UTF8.GetString(walk.Term);
                counts[term] = counts.GetValueOrDefault(term) + walk.Entry.Documents;
            }
        }

        return
        [
            .. counts.Select(c => new Suggestion(c.Key, c.Value))
                .OrderByDescending(s => s.Documents).ThenBy(s => s.Word, StringComparer.Ordinal).Take(max),
        ];
    }

    public string? Correction(string text)
    {
        if (LastWord(text) is not { Length: >= 3 } word) return null;
        var frequency = 0L;
        var candidates = new Dictionary<string, (int Edits, long Documents)>();
        var walk = new SpellingWalk(word, word.Length <= 4 ? 1 : 2);
        foreach (var field in TextFields())
        {
            foreach (var (term, edits, entry) in walk.Find(field.Terms!))
            {
                if (edits == 0) frequency += entry.Documents;
                else candidates[term] = (edits, candidates.GetValueOrDefault(term).Documents + entry.Documents);
            }
        }

        // Nearer counts for more than more frequent, and a word that begins alike is likelier to be meant.
        var best = candidates
            .Where(c => frequency == 0 ? c.Value.Documents > 0 : c.Value.Edits == 1 && c.Value.Documents > frequency * MuchMoreFrequent)
            .OrderByDescending(c => Likelihood(word, c.Key, c.Value.Edits, c.Value.Documents))
            .ThenBy(c => c.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Key;
    }

    private static double Likelihood(string word, string candidate, int edits, long documents) =>
        Math.Log(documents + 1) - (edits * 5) - (word[0] == candidate[0] ? 0 : 3);

    private static string? LastWord(string text)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        var best = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Position + tokens[i].Span == tokens.Length && (best < 0 || tokens[i].Span > tokens[best].Span)) best = i;
        }

        return best < 0 ? null : tokens.Term(best).ToString();
    }

    private IEnumerable<FieldTerms> TextFields() => fields.SelectMany(f => vocabulary[f]);
}
