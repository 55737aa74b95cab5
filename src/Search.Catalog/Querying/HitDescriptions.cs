using System.Globalization;
using System.Text.Json;
using Search.Catalog.Querying.Reuse;
using Search.FullText;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>Turns what the full-text engine found, the numbers of clauses, into what people read.</summary>
internal sealed class HitDescriptions(Database db)
{
    // One statement a table, each row by its number; many clauses share their document and what they cite.
    private readonly RecentRows<DocumentHead> _documents = new(numbers => db.Rows(
        "SELECT d.number, d.slug, w.id, coalesce(d.title, w.title), d.date, d.organ, d.kind"
        + " FROM json_each($1) j CROSS JOIN documents d ON d.number = j.value JOIN works w ON w.number = d.work",
        r => (r.GetInt32(0), new DocumentHead(new(r.GetString(1), r.GetString(2), r.GetString(3)), r.Text(4), r.Text(5), r.GetString(6))), JsonSerializer.Serialize(numbers)));

    /// <summary>A document may cite much: fewer are kept than one-line rows.</summary>
    private const int BitsOfDocuments = 10;

    /// <summary>What the clauses of a document cite, by clause.</summary>
    private readonly RecentRows<ILookup<long, CitedByClause>> _cited = new(numbers =>
    {
        var edges = db.Rows(
            $"SELECT d.number, e.clause, e.work, e.treatment, e.pinpoint FROM json_each($1) j CROSS JOIN documents d ON d.number = j.value CROSS JOIN edges e ON {db.IsOf("edge", "e", "d")} ORDER BY e.number",
            r => (Document: r.GetInt32(0), Clause: r.GetInt64(1), Cited: new CitedByClause(r.GetInt32(2), string.Intern(r.GetString(3)), r.GetString(4))), JsonSerializer.Serialize(numbers))
            .ToLookup(e => e.Document);
        return numbers.Select(n => (n, edges[n].ToLookup(e => e.Clause, e => e.Cited)));
    }, BitsOfDocuments);

    private readonly RecentRows<WorkName> _works = new(numbers => db.Rows(
        "SELECT w.number, w.slug, w.id, w.title FROM json_each($1) j CROSS JOIN works w ON w.number = j.value",
        r => (r.GetInt32(0), new WorkName(r.GetString(1), r.GetString(2), r.GetString(3))), JsonSerializer.Serialize(numbers)));

    /// <summary>The clauses in the order of the hits.</summary>
    /// <param name="hits">A page.</param>
    /// <param name="reading">What to mark in the texts, and in which languages it was looked for.</param>
    /// <param name="explained">Why the first of them have their scores.</param>
    /// <param name="wordings">Which clauses have the same words; null where the snapshot does not say.</param>
    public List<SearchHit> Of(IReadOnlyList<Hit> hits, HitReading reading, IReadOnlyList<Explanation> explained, SameWordings? wordings)
    {
        if (hits.Count == 0) return [];
        var numbers = JsonSerializer.Serialize(hits.Select(h => h.Key));
        var clauses = db.Rows(
            "SELECT c.number, c.document, c.slug, c.label, c.kind, c.text, c.cited_by FROM json_each($1) j CROSS JOIN clauses c ON c.number = j.value",
            r => (Number: r.GetInt64(0), Document: r.GetInt32(1), Slug: r.GetString(2), Label: r.GetString(3), Kind: r.GetString(4), Text: r.GetString(5), CitedBy: r.GetInt32(6)), numbers)
            .ToDictionary(c => c.Number);
        var texts = reading.StatesLanguages ? Texts(numbers) : null;
        var documents = _documents.Of(clauses.Values.Select(c => c.Document));
        var cited = _cited.Of(clauses.Values.Select(c => c.Document));
        var works = _works.Of(clauses.Values.SelectMany(c => cited[c.Document][c.Number]).Select(e => e.Work));
        var described = new List<SearchHit>(hits.Count);
        foreach (var (i, hit) in hits.Index())
        {
            var clause = clauses[hit.Key];
            var document = documents[clause.Document];
            var (language, text, highlights) = reading.Shown(texts is null ? [(Language.English.Code, clause.Text)] : texts[hit.Key]);
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
                CitedWorks = [.. cited[clause.Document][hit.Key].Select(e => new CitedWork(works[e.Work], e.Treatment, e.Pinpoint))],
                CitedByCount = clause.CitedBy,
                Explanation = i < explained.Count ? Explain(explained[i]) : null,
                Language = language,
                SameWords = wordings?.Of(hit.Key),
                DocumentKind = document.Kind,
            });
        }
        return described;
    }

    /// <summary>The texts of each clause with their languages, the primary one first.</summary>
    private ILookup<long, (string Language, string Text)> Texts(string numbers) => db.Rows(
        "SELECT c.number, coalesce(c.language, d.language), c.text FROM json_each($1) j CROSS JOIN clauses c ON c.number = j.value JOIN documents d ON d.number = c.document",
        r => (Number: r.GetInt64(0), Language: r.GetString(1), Text: r.GetString(2)), numbers)
        .Concat(db.Rows(
            "SELECT e.clause, coalesce(e.language, x.language), e.text FROM json_each($1) j CROSS JOIN expression_clauses e ON e.clause = j.value JOIN expressions x ON x.number = e.expression"
            + " WHERE e.label NOT IN ('front', 'back') ORDER BY e.number",
            r => (Number: r.GetInt64(0), Language: r.GetString(1), Text: r.GetString(2)), numbers))
        .ToLookup(t => t.Number, t => (t.Language, t.Text));

    private static string Explain(Explanation e, int depth = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"{new string(' ', depth * 2)}{e.Value:0.####} {e.Description}") + string.Concat(e.Details.Select(d => "\n" + Explain(d, depth + 1)));

    private sealed record CitedByClause(int Work, string Treatment, string Pinpoint);

    private sealed record DocumentHead(WorkName Name, string? Date, string? Organ, string Kind);
}
