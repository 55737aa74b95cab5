using Search.FullText.Analysis;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>
/// Which of several text fields, each in a language of its own, the words of a query come from: naive Bayes over how common each
/// word is in each field. A word counts in the form given, and by its stem where no field has that form.
/// </summary>
internal sealed class LikelyFields(Vocabulary vocabulary)
{
    /// <summary>Words of a text that are looked up.</summary>
    private const int MostWords = 32;

    /// <summary>A field is likely unless another is this many times as likely.</summary>
    private const double MuchLikelier = 10;

    /// <summary>The names of the likely ones of some text fields: see <see cref="FullTextIndex.LikelyFields"/>.</summary>
    public static IReadOnlyList<string> Of(Vocabulary vocabulary, string text, IReadOnlyCollection<string> fields)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fields);
        return [.. new LikelyFields(vocabulary).Of(text, vocabulary.TextFields(fields)).Select(f => vocabulary.Schema.Fields[f].Name)];
    }

    /// <summary>The likely ones of the fields in their order; all of them where none has any of the words.</summary>
    public int[] Of(string text, int[] fields)
    {
        var tokens = TokenList.OfThread;
        Tokenizer.Tokenize(text, tokens);
        var likelihoods = new double[fields.Length];
        var known = new bool[fields.Length];
        var words = 0;
        for (var i = 0; i < tokens.Count && words < MostWords; i++)
        {
            if (tokens[i].Span > 1 || tokens[i].HasDigit) continue;
            words++;
            var counts = Count(WordForms.Of(tokens.Term(i), exact: true), fields);
            if (Array.TrueForAll(counts, c => c == 0)) counts = Count(WordForms.Of(tokens.Term(i), exact: false), fields);
            if (Array.TrueForAll(counts, c => c == 0)) continue;
            for (var f = 0; f < fields.Length; f++)
            {
                known[f] |= counts[f] > 0;
                likelihoods[f] += Math.Log((counts[f] + 0.5) / (vocabulary.DocumentsOf(fields[f]) + 1));
            }
        }

        if (!known.Contains(true)) return fields;
        var least = Enumerable.Range(0, fields.Length).Where(f => known[f]).Max(f => likelihoods[f]) - Math.Log(MuchLikelier);
        return [.. Enumerable.Range(0, fields.Length).Where(f => known[f] && likelihoods[f] >= least).Select(f => fields[f])];
    }

    private long[] Count(WordForms word, int[] fields)
    {
        var counts = new long[fields.Length];
        for (var f = 0; f < fields.Length; f++)
        {
            foreach (var terms in vocabulary[fields[f]])
            {
                if (word.Find(terms, out var entry)) counts[f] += entry.Documents;
            }
        }

        return counts;
    }
}
