using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Search.Catalog.Building;
using Search.Catalog.Querying;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>A snapshot to which documents were added answers as one that was written from nothing, but for the order of equals.</summary>
public partial class Documents_added_to_a_snapshot
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

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, true)]
    [InlineData(3, 1, false)]
    [InlineData(4, 1, true)]
    [InlineData(5, 3, true)]
    public void Whatever_is_added_the_answers_are_those_of_a_whole_build(int seed, int shards, bool remembers)
    {
        var memory = remembers ? new BuildMemory() : null;
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var files = Builds_of_one_corpus.Corpus(random);
        random.Shuffle(files);
        var kept = 0;
        foreach (var (n, (name, text)) in files.Index())
        {
            folder.Write("in/" + name, text);
            if (n % 3 == 1)
                folder.Write("in/fr-" + name.Replace(".txt", ".meta.json", StringComparison.Ordinal), """{ "symbol": "A/RES/99/901" }""");
            if (n % 3 == 1)
                folder.Write("in/fr-"
                    + name, "L’Assemblée générale,\n\nRappelant la résolution 99/902,\n\n1. Prie les États d’agir ;\n\n2. Décide de rester saisie de la question.\n");
            foreach (var path in Directory.GetFiles(folder.In("in"))) // long at rest: what is remembered of it holds
                if (remembers && !path.EndsWith(name, StringComparison.Ordinal)) File.SetLastWriteTimeUtc(path, new(2026, 1, 2));
            if (n < 3) continue;
            kept += Build("added", append: true).DocumentsKept;
            Build("whole" + n, append: false).DocumentsKept.ShouldBe(0);
            Same(Dump(folder.In("added")), Dump(folder.In("whole" + n)));
            Same(Answers(folder.In("added"), corpus), Answers(folder.In("whole" + n), corpus));
            ResolutionCatalog.Verify(folder.In("added"));
        }
        kept.ShouldBeGreaterThan(0);

        BuildReport Build(string output, bool append) => CatalogBuilder.Build(
            new BuildRequest
            {
                Sources = [folder.In("in")],
                Output = folder.In(output),
                Authorities = corpus.Authorities,
                Append = append,
                Memory = append ? memory : null,
                Shards = append ? shards : 1,
            },
            TimeProvider.System);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_changed_or_removed_is_written_anew_with_everything(bool remembers)
    {
        var memory = remembers ? new BuildMemory() : null;
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var files = Builds_of_one_corpus.Corpus(new Random(7));
        foreach (var (name, text) in files) folder.Write("in/" + name, text);
        Build().DocumentsKept.ShouldBe(0, "there was nothing");
        Build().DocumentsKept.ShouldBe(12, "nothing changed");
        folder.Write("in/" + files[0].Name, files[0].Text + "\n9. Decides otherwise.\n");
        Build().DocumentsKept.ShouldBe(0, "one changed");
        File.Delete(folder.In("in/" + files[0].Name));
        Build().DocumentsKept.ShouldBe(0, "one is gone");
        Build().DocumentsKept.ShouldBe(11, "nothing changed");
        File.AppendAllText(folder.In("out/" + LastBuild.FileName), "?");
        Build().DocumentsKept.ShouldBe(0, "what was noted is damaged");
        var generation = new DirectoryInfo(folder.In("out")).GetDirectories("g-*").MaxBy(d => d.Name)!.FullName;
        using (var rows = new FileStream(Path.Combine(generation, "catalog.db"), FileMode.Open, FileAccess.ReadWrite))
            rows.SetLength(rows.Length - 1);
        Build().DocumentsKept.ShouldBe(0, "the snapshot is damaged");

        BuildReport Build() => CatalogBuilder.Build(
            new BuildRequest
            {
                Sources = [folder.In("in")],
                Output = folder.In("out"),
                Authorities = corpus.Authorities,
                Append = true,
                Memory = memory,
            },
            TimeProvider.System);
    }

    [Fact]
    public void What_is_remembered_of_a_file_holds_as_long_as_its_length_and_time_do()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var memory = new BuildMemory();
        foreach (var (name, text) in Builds_of_one_corpus.Corpus(new Random(8))) Write(name, text, new(2026, 1, 2));
        Build().FilesRead.ShouldBe(12);
        Build().FilesRead.ShouldBe(0);
        Write("new.txt", "A/RES/99/950\n\nThe General Assembly,\n\n1. Urges States to act;\n", new(2026, 1, 2));
        Build().FilesRead.ShouldBe(1);
        Write("new.txt", "A/RES/99/950\n\nThe General Assembly,\n\n1. Urges States to aid;\n", new(2026, 1, 3));
        Build().FilesRead.ShouldBe(1, "its time is another");
        Write("new.meta.json", """{ "title": "Aid" }""", new(2026, 1, 3));
        Build().FilesRead.ShouldBe(1, "it has a sidecar now");
        Directory.Delete(folder.In("out/.parsed"), recursive: true);
        Build().FilesRead.ShouldBe(13, "what was kept of the files is gone");
        File.AppendAllText(Path.Combine(corpus.Authorities, "works.tsv"), "\n");
        Build().FilesRead.ShouldBe(13, "the tables are others");
        Write("just-written.txt", "A/RES/99/951\n\nThe General Assembly,\n\n1. Urges States to act;\n", TimeProvider.System.GetUtcNow().UtcDateTime);
        Build().FilesRead.ShouldBe(1);
        var written = File.GetLastWriteTimeUtc(folder.In("in/just-written.txt"));
        Write("just-written.txt", "A/RES/99/951\n\nThe General Assembly,\n\n1. Urges States to aid;\n", written);
        Build().FilesRead.ShouldBe(1, "it was written again within the time that file systems tell apart");

        void Write(string name, string text, DateTime time)
        {
            folder.Write("in/" + name, text);
            File.SetLastWriteTimeUtc(folder.In("in/" + name), time);
        }

        BuildReport Build() => CatalogBuilder.Build(
            new BuildRequest
            {
                Sources = [folder.In("in")],
                Output = folder.In("out"),
                Authorities = corpus.Authorities,
                Append = true,
                Memory = memory,
            },
            TimeProvider.System);
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
    [GeneratedRegex(@"(\.\d{8})\d+")]
    private static partial Regex LastDigits();

    private static List<string> Answers(string index, SmallCorpus corpus)
    {
        using var catalog = corpus.Open(index);
        var answers = new List<string>();
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
            answers.Add(JsonSerializer.Serialize(new object?[] { document,
                catalog.Histories(document.Id).OrderBy(h => h.Key, StringComparer.Ordinal), catalog.Lineage(document.Id) }));
        return [.. answers.Select(a => RunningNumber().Replace(LastDigits().Replace(a, "$1"), ""))];
    }
}
