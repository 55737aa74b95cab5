using System.Globalization;
using System.Runtime.InteropServices;
using Search.Catalog.Querying.Reuse;
using Search.FullText;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>Turns what the full-text engine found, the numbers of clauses, into what people read.</summary>
internal sealed class HitDescriptions(ShownClauses shown)
{
    /// <summary>Reads the clauses in the order of the hits.</summary>
    /// <param name="hits">A page.</param>
    /// <param name="reading">What to mark in the texts, and in which languages it was looked for.</param>
    /// <param name="explained">Why the first of them have their scores.</param>
    /// <param name="wordings">Which clauses have the same words; null where the snapshot does not say.</param>
    /// <param name="receiver">Takes them.</param>
    public void Read(IReadOnlyList<Hit> hits, HitReading reading, IReadOnlyList<Explanation> explained, SameWordings? wordings,
        IHitReceiver receiver)
    {
        if (hits.Count == 0) return;
        var translations = reading.StatesLanguages && shown.HasTranslations ? shown.Translations(hits.Select(h => h.Key)) : null;
        var buffers = HitBuffers.Rent();
        for (var i = 0; i < hits.Count; i++)
        {
            using var clause = shown.Clause(hits[i].Key);
            var document = shown.Document(clause.Document);
            var text = clause.Text;
            var language = reading.StatesLanguages ? clause.Language ?? document.Language : Language.English.Code;
            buffers.Segments.Clear();
            if (translations is null || !translations.Contains(hits[i].Key))
            {
                reading.Mark(language, buffers.Text(text), buffers.Segments);
            }
            else
            {
                (language, var other) =
                    reading.Shown([(language, buffers.Text(text).ToString()), .. translations[hits[i].Key]], buffers.Segments);
                text = buffers.Bytes(other);
            }

            receiver.Take(new()
            {
                Number = clause.Number,
                Id = buffers.Id(document.Name.Id, clause.Label.Slug, clause.SlugEnd),
                Document = document.Name,
                Label = clause.Label.Text,
                Kind = clause.Kind,
                Date = document.Date,
                Organ = document.Organ,
                Score = hits[i].Score,
                Text = text,
                Highlights = Highlights(buffers),
                CitedWorks = shown.CitedBy(clause, document),
                CitedByCount = clause.CitedBy,
                Explanation = i < explained.Count ? Explain(explained[i]) : null,
                Language = language,
                SameWords = wordings?.Of(hits[i].Key),
                DocumentKind = document.Kind,
            });
        }
        buffers.Return();
    }

    private static ReadOnlySpan<Highlight> Highlights(HitBuffers buffers)
    {
        buffers.Highlights.Clear();
        foreach (var segment in buffers.Segments) buffers.Highlights.Add(new(segment.Start, segment.End));
        return CollectionsMarshal.AsSpan(buffers.Highlights);
    }

    private static string Explain(Explanation e, int depth = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"{new string(' ', depth * 2)}{e.Value:0.####} {e.Description}")
        + string.Concat(e.Details.Select(d => "\n" + Explain(d, depth + 1)));
}
