using System.Text.Json.Nodes;
using Search.Catalog.Snapshots;
using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>Whatever happens to the bytes of a generation, answers are those of a whole one.</summary>
public class Damages
{
    private const int Rounds = 800;
    private const int Sometimes = 20; // the generation before was not touched

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Of_random_damages_none_changes_an_answer_and_none_is_a_crash(int shards)
    {
        using var corpus = new SmallCorpus { Shards = shards };
        using var folder = new TemporaryFolder();
        var index = folder.In("out");
        var answers = new Dictionary<string, string>();
        foreach (var name in (string[])["one", "two"])
        {
            var generation = corpus.Build(index, name);
            using var catalog = corpus.Open(index);
            answers.Add(generation, SmallCorpus.Answers(catalog));
        }
        answers.Values.ShouldBeUnique();
        var older = SnapshotDamage.Files(Path.Combine(index, "g-000001"));
        var whole = SnapshotDamage.Files(Path.Combine(index, "g-000002"));
        var random = new Random(20251129);
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var damaged = whole.ToDictionary(f => f.Key, f => f.Value);
            var what = SnapshotDamage.Apply(damaged, older, random);
            SnapshotDamage.Write(Path.Combine(index, "g-000002"), damaged);
            var warnings = new List<string>();
            try
            {
                using var catalog = corpus.Open(index, e => warnings.Add(e.Message));
                var isDamaged = catalog.Generation != "g-000001";
                if (isDamaged || round % Sometimes == 0)
                    SmallCorpus.Answers(catalog).ShouldBe(answers[catalog.Generation], $"round {round}: {what}");
                if (isDamaged) continue;
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                Assert.Fail($"round {round}: {what}: {e}");
            }
            refused++;
            warnings.ShouldNotBeEmpty($"round {round}: {what}");
            warnings.ShouldAllBe(w => w.Contains("g-000002", StringComparison.Ordinal));
        }
        refused.ShouldBeGreaterThan(Rounds * 9 / 10); // the others have changed nothing
    }

    [Theory]
    [InlineData("files", "[null]", "has an empty entry")]
    [InlineData("files", "twice", "names 'catalog.db' twice")]
    [InlineData("files", "../g-000001/graph.bin", "names a file outside its generation")]
    [InlineData("files", "", "names a file outside its generation")]
    [InlineData("files", "manifest.json", "names a file outside its generation")]
    [InlineData("files", "none", "does not name graph.bin")]
    [InlineData("leftOut", "[null]", "has an empty entry")]
    [InlineData("shards", "2", "does not name text/shard-000/index.commit")]
    [InlineData("shards", "1", "has 1 shards")]
    [InlineData("shards", "1000000000", "has 1000000000 shards")]
    public void A_manifest_with_a_right_checksum_and_wrong_entries_is_refused(string member, string value, string said)
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.In("out"), "one");
        var path = folder.In("out", "g-000001", "manifest.json");
        var json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        if (member == "shards") json[member] = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var files = json[member == "shards" ? "files" : member]!.AsArray();
        if (member == "shards") json.Remove("checksum");
        else if (value == "[null]") files.Add(null);
        else if (value == "twice") files.Add(files[0]!.DeepClone());
        else if (value == "none") files.Remove(files.First(f => (string?)f!["name"] == "graph.bin"));
        else files[0]!["name"] = value;
        File.WriteAllBytes(path, SnapshotDamage.Sealed(json));
        Should.Throw<SnapshotDamagedException>(() => corpus.Open(folder.In("out")).Dispose()).Message
            .ShouldContain($"manifest.json {said}");
    }

    [Fact]
    public void Verify_finds_rows_that_do_not_fit_each_other_though_every_checksum_is_right()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.In("out"), "two");
        ResolutionCatalog.Verify(folder.In("out"));
        foreach (var (statement, said) in (ReadOnlySpan<(string, string)>)
        [
            ("UPDATE edges SET clause = clause + 1 WHERE number = 1", "another edge 1"),
            ("UPDATE clause_rows SET document = 99 WHERE number = 2", "whose document is not in documents"),
            ("DELETE FROM citation_rows WHERE number = 1", "rows of citations"),
            ("UPDATE documents SET last_clause = last_clause - 1 WHERE number = 1",
                "rows of clause_rows outside the range of their document"),
            ("UPDATE documents SET last_edge = last_edge + 1 WHERE number = 2", "rows of edges in the ranges of documents"),
            ("DELETE FROM words WHERE code = 1", "is not in words"),
            ("UPDATE clause_rows SET text_or_number = 999 WHERE number = 2", "rows of clauses without a text"),
            ("UPDATE clause_rows SET label = 'front' WHERE number = (SELECT max(number) FROM clause_rows WHERE label NOT IN ('front', 'back'))", "indexed clauses"),
        ])
        {
            using var copy = new TemporaryFolder();
            foreach (var (name, bytes) in SnapshotDamage.Files(folder.In("out"))) copy.Write(name, bytes);
            Sqlite(copy.In("g-000001", "catalog.db"), statement);
            Reseal(copy.In("g-000001"));
            Should.Throw<SnapshotDamagedException>(() => ResolutionCatalog.Verify(copy.Path), statement).Message.ShouldContain(said);
        }
    }

    [Fact]
    public void A_catalog_cut_short_under_an_open_snapshot_is_an_exception_and_not_the_end_of_the_process()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.In("out"), "two");
        using var catalog = corpus.Open(folder.In("out"));
        using (var file = new FileStream(folder.In("out", "g-000001", "catalog.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.SetLength(0);
        Should.Throw<Exception>(() => SmallCorpus.Answers(catalog));
    }

    private static void Reseal(string generation)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(generation, Manifest.FileName)))!.AsObject();
        foreach (var file in json["files"]!.AsArray())
        {
            var (length, crc) = Checksum.OfFile(Path.Combine(generation, (string)file!["name"]!));
            (file["length"], file["crc32C"]) = (length, crc);
        }
        File.WriteAllBytes(Path.Combine(generation, Manifest.FileName), SnapshotDamage.Sealed(json));
    }

    private static void Sqlite(string path, string statement)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
