using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Search.Catalog.Querying;

namespace Search.Catalog.Tests.Laws;

/// <summary>What a snapshot says, without the numbers that only say in which order it was written.</summary>
internal static partial class Said
{
    /// <summary>All rows in words, without the numbers that only say in which order they were written.</summary>
    private static readonly string[] Rows =
    [
        "SELECT d.slug, w.slug, d.symbol, d.title, d.organ, d.kind, d.date, d.identified_by, d.evidence, d.session, d.vote, d.language, d.file, d.hash, hex(d.source_edits) FROM documents d JOIN works w ON w.number = d.work",
        "SELECT d.slug, c.ordinal, c.label, c.slug, c.kind, c.printed_number, c.head, c.text, c.start, c.end, c.parent, c.cited_by, c.other_slug, c.language FROM clauses c JOIN documents d ON d.number = c.document",
        "SELECT d.slug, n.ordinal, n.mark, n.text, n.start, n.end FROM notes n JOIN documents d ON d.number = n.document",
        "SELECT c.text, m.position, m.mark, n.text FROM marks m JOIN clauses c ON c.number = m.clause LEFT JOIN notes n ON n.number = m.note",
        "SELECT d.slug, c.slug, x.text, x.start, x.end, x.form, x.kind, x.status, t.slug, i.slug, x.pinpoint, x.treatment, x.verb, x.verb_start, x.evidence, x.candidates, x.reason, x.why, x.until FROM citations x "
            + "JOIN documents d ON d.number = x.document LEFT JOIN clauses c ON c.number = x.clause LEFT JOIN works t ON t.number = x.target LEFT JOIN works i ON i.number = x.instrument",
        "SELECT s.slug, d.slug, c.slug, w.slug, e.pinpoint, e.treatment, e.place, x.text FROM edges e JOIN works s ON s.number = e.source JOIN works w ON w.number = e.work "
            + "JOIN documents d ON d.number = e.document JOIN clauses c ON c.number = e.clause JOIN citations x ON x.number = e.citation",
        "SELECT w.slug, p.provision, e.pinpoint FROM provisions p JOIN works w ON w.number = p.work JOIN edges e ON e.number = p.edge",
        "SELECT w.slug, w.id, w.title, w.kind, w.adopted, w.articles, d.slug, w.place, w.cited_by, w.cites, w.cited_by_itself, w.cites_itself, round(w.influence, 6) FROM works w LEFT JOIN documents d ON d.number = w.document",
        "SELECT w.slug, n.name, n.kind FROM names n JOIN works w ON w.number = n.work",
        "SELECT s.slug, r.kind, t.slug, r.place FROM relations r JOIN works s ON s.number = r.source JOIN works t ON t.number = r.target",
        "SELECT w.slug, f.kind, f.value, f.accepted, f.sources, f.documents FROM facts f JOIN works w ON w.number = f.work",
        "SELECT d.slug, t.name, t.value FROM topics t JOIN documents d ON d.number = t.document",
        "SELECT d.slug, s.slug, l.kind, l.shared, l.words FROM lineage l JOIN documents d ON d.number = l.document JOIN documents s ON s.number = l.source",
        "SELECT d.slug, g.code, g.message, g.start, g.end FROM diagnostics g JOIN documents d ON d.number = g.document",
        "SELECT d.slug, e.language, e.title, e.evidence, e.file FROM expressions e JOIN documents d ON d.number = e.document",
        "SELECT d.slug, e.language, c.label, c.text, p.slug, c.cited_by FROM expression_clauses c JOIN expressions e ON e.number = c.expression JOIN documents d ON d.number = e.document JOIN clauses p ON p.number = c.clause",
        "SELECT e.language, x.text, x.status, t.slug, x.candidates, x.reason FROM expression_citations x JOIN expressions e ON e.number = x.expression LEFT JOIN works t ON t.number = x.target",
        "SELECT e.language, g.code, g.message FROM expression_diagnostics g JOIN expressions e ON e.number = g.expression",
    ];

    /// <summary>Holds two snapshots against each other: their rows, and the answers to questions.</summary>
    public static void ShouldBeSame(string index, string other, SmallCorpus corpus)
    {
        Same(Dump(index), Dump(other));
        Same(Answers(index, corpus), Answers(other, corpus));
    }

    private static void Same(List<string> added, List<string> whole)
    {
        added.Except(whole).ShouldBeEmpty();
        whole.Except(added).ShouldBeEmpty();
        added.Count.ShouldBe(whole.Count);
    }

    private static List<string> Dump(string index)
    {
        var generation = File.ReadAllText(Path.Combine(index, "CURRENT")).Trim();
        using var db = new Database(Path.Combine(index, generation, "catalog.db"));
        return [.. Rows.SelectMany(sql =>
            db.Rows(sql, r => string.Join(" | ", Enumerable.Range(0, r.FieldCount)
                .Select(i => Convert.ToString(r.GetValue(i), CultureInfo.InvariantCulture)))))];
    }

    /// <summary>The numbers of edges and wordings say in which order they were written.</summary>
    [GeneratedRegex(@"""(Number|Wording)"":\d+")]
    private static partial Regex RunningNumber();

    /// <summary>Sums of fractions depend in their last digits on the order.</summary>
    [GeneratedRegex(@"(\.\d{6})\d+")]
    private static partial Regex LastDigits();

    private static List<string> Answers(string index, SmallCorpus corpus)
    {
        using var catalog = corpus.Open(index);
        var answers = new List<string> { JsonSerializer.Serialize(catalog.Counts) };
        foreach (var query in (string[])["states", "\"remain seized\"", "children -report", "saisie", "cites:crc", "firstUsed:2045",
            "resolution OR havana", "title:x"])
        {
            var found = catalog.Search(new SearchRequest { Query = query, Take = 100 });
            answers.Add($"{query}: {found.Total}");
            answers.AddRange(found.Hits.Select(h => JsonSerializer.Serialize(h)).Order(StringComparer.Ordinal));
        }
        foreach (var work in catalog.Works(new() { Take = 1000 }).Page.OrderBy(w => w.Id, StringComparer.Ordinal))
        {
            answers.AddRange(catalog.CitedBy(work.Id, new EdgeQuery { Take = 1000 })!.Edges.Select(e => JsonSerializer.Serialize(e))
                .Order(StringComparer.Ordinal));
            answers.AddRange(catalog.Related(work.Id, new RelatedQuery())!.Works.Select(w => JsonSerializer.Serialize(w))
                .Order(StringComparer.Ordinal));
        }
        foreach (var document in catalog.Documents(new() { Take = 1000 }).Page)
        {
            answers.Add(JsonSerializer.Serialize(new object?[] { document,
                catalog.Histories(document.Id).OrderBy(h => h.Key, StringComparer.Ordinal), catalog.Lineage(document.Id) }));
            var clauses = catalog.Clauses(document.Id);
            answers.AddRange(clauses.Select(c => JsonSerializer.Serialize(c)));
            answers.AddRange(catalog.ReuseIn(string.Join("\n\n", clauses.Select(c => c.Text))).Select(p =>
                $"pasted {p.Text} {p.Language} {p.Kind} {p.Overlap} {p.Documents} {p.First?.Date} {p.Latest?.Date}"));
        }
        answers.AddRange(catalog.Reuse(new() { Take = 1000 }).Page.Select(e => JsonSerializer.Serialize(e)).Order(StringComparer.Ordinal));
        answers.AddRange(catalog.RepeatingDocuments(new() { Take = 1000 }).Page.Select(d => JsonSerializer.Serialize(d))
            .Order(StringComparer.Ordinal));
        return [.. answers.Select(a => RunningNumber().Replace(LastDigits().Replace(a, "$1"), ""))];
    }
}
