using System.Globalization;
using Search.Catalog.Querying.Reuse;
using Search.FullText;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>Turns what the full-text engine found, the numbers of clauses, into what people read.</summary>
internal sealed class HitDescriptions(ShownClauses shown)
{
    /// <summary>The clauses in the order of the hits.</summary>
    /// <param name="hits">A page.</param>
    /// <param name="reading">What to mark in the texts, and in which languages it was looked for.</param>
    /// <param name="explained">Why the first of them have their scores.</param>
    /// <param name="wordings">Which clauses have the same words; null where the snapshot does not say.</param>
    public List<SearchHit> Of(IReadOnlyList<Hit> hits, HitReading reading, IReadOnlyList<Explanation> explained, SameWordings? wordings)
    {
        if (hits.Count == 0) return [];
        var translations = reading.StatesLanguages ? shown.Translations(hits.Select(h => h.Key)) : null;
        var described = new List<SearchHit>(hits.Count);
        foreach (var (i, hit) in hits.Index())
        {
            var clause = shown.Clause(hit.Key);
            var document = shown.Document(clause.Document);
            var own = (reading.StatesLanguages ? clause.Language ?? document.Language : Language.English.Code, clause.Text);
            var (language, text, highlights) = reading.Shown(translations is null ? [own] : [own, .. translations[hit.Key]]);
            described.Add(new()
            {
                Id = $"{document.Name.Id}/{clause.Slug}",
                Document = document.Name,
                Label = clause.Label,
                Kind = clause.Kind,
                Date = document.Date,
                Organ = document.Organ,
                Score = hit.Score,
                Text = text,
                Highlights = highlights,
                CitedWorks = shown.CitedBy(clause, document),
                CitedByCount = clause.CitedBy,
                Explanation = i < explained.Count ? Explain(explained[i]) : null,
                Language = language,
                SameWords = wordings?.Of(hit.Key),
                DocumentKind = document.Kind,
            });
        }
        return described;
    }

    private static string Explain(Explanation e, int depth = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"{new string(' ', depth * 2)}{e.Value:0.####} {e.Description}")
        + string.Concat(e.Details.Select(d => "\n" + Explain(d, depth + 1)));
}
