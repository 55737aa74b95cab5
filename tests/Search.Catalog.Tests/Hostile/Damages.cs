using System.Text;
using System.Text.Json.Nodes;
using Search.Catalog.Snapshots;
using Search.Testing;

namespace Search.Catalog.Tests.Hostile;

/// <summary>Whatever happens to the bytes of a generation, answers are those of a whole one.</summary>
public class Damages
{
    private const int Rounds = 2000;
    private const int Sometimes = 20; // the generation before was not touched

    [Fact]
    public void Of_2000_random_damages_none_changes_an_answer_and_none_is_a_crash()
    {
        using var corpus = new SmallCorpus();
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
        var older = Files(Path.Combine(index, "g-000001"));
        var whole = Files(Path.Combine(index, "g-000002"));
        var random = new Random(20251129);
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var damaged = whole.ToDictionary(f => f.Key, f => f.Value);
            var what = Damage(damaged, older, random);
            Write(Path.Combine(index, "g-000002"), damaged);
            var warnings = new List<string>();
            try
            {
                using var catalog = corpus.Open(index, e => warnings.Add(e.Message));
                var isDamaged = catalog.Generation != "g-000001";
                if (isDamaged || round % Sometimes == 0) SmallCorpus.Answers(catalog).ShouldBe(answers[catalog.Generation], $"round {round}: {what}");
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
    public void A_manifest_with_a_right_checksum_and_wrong_entries_is_refused(string member, string value, string said)
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        corpus.Build(folder.In("out"), "one");
        var path = folder.In("out", "g-000001", "manifest.json");
        var json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        var files = json[member]!.AsArray();
        if (value == "[null]") files.Add(null);
        else if (value == "twice") files.Add(files[0]!.DeepClone());
        else if (value == "none") files.Remove(files.First(f => (string?)f!["name"] == "graph.bin"));
        else files[0]!["name"] = value;
        File.WriteAllBytes(path, Sealed(json));
        Should.Throw<SnapshotDamagedException>(() => corpus.Open(folder.In("out")).Dispose()).Message.ShouldContain($"manifest.json {said}");
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
            ("UPDATE clauses SET document = 99 WHERE number = 2", "whose document is not in documents"),
            ("DELETE FROM citations WHERE number = 1", "rows of citations"),
            ("UPDATE clauses SET label = 'front' WHERE number = (SELECT max(number) FROM clauses WHERE label NOT IN ('front', 'back'))", "indexed clauses"),
        ])
        {
            using var copy = new TemporaryFolder();
            foreach (var (name, bytes) in Files(folder.In("out"))) copy.Write(name, bytes);
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
        using (var file = new FileStream(folder.In("out", "g-000001", "catalog.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) file.SetLength(0);
        Should.Throw<Exception>(() => SmallCorpus.Answers(catalog));
    }

    private static string Damage(Dictionary<string, byte[]> files, Dictionary<string, byte[]> older, Random random)
    {
        var names = files.Keys.Order(StringComparer.Ordinal).ToArray();
        var name = names[random.Next(names.Length)];
        var bytes = (byte[])files[name].Clone();
        var at = random.Next(bytes.Length);
        var length = random.Next(1, Math.Min(4096, bytes.Length - at) + 1);
        switch (random.Next(10))
        {
            case 0 or 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                files[name] = bytes;
                return $"a bit of {name} at {at}";
            case 2:
                random.NextBytes(bytes.AsSpan(at, length));
                files[name] = bytes;
                return $"{length} random bytes in {name} at {at}";
            case 3:
                bytes.AsSpan(at, length).Clear();
                files[name] = bytes;
                return $"{length} zeros in {name} at {at}";
            case 4:
                files[name] = bytes[..at];
                return $"{name} cut to {at}";
            case 5:
                files[name] = [.. bytes, .. new byte[length]];
                return $"{length} bytes more in {name}";
            case 6:
                var other = names[random.Next(names.Length)];
                (files[name], files[other]) = (files[other], files[name]);
                return $"{name} and {other} swapped";
            case 7:
                if (!older.TryGetValue(name, out var old)) files.Remove(name);
                else files[name] = old;
                return $"{name} of the generation before";
            case 8:
                files.Remove(name);
                return $"{name} removed";
            default:
                return Entry(files, older, random);
        }
    }

    // An entry of the manifest, sealed again as a program would that writes a wrong one.
    private static string Entry(Dictionary<string, byte[]> files, Dictionary<string, byte[]> older, Random random)
    {
        var json = JsonNode.Parse(files[Manifest.FileName])!.AsObject();
        var entries = json["files"]!.AsArray();
        var at = random.Next(entries.Count);
        var entry = entries[at]!.AsObject();
        var kind = random.Next(8);
        switch (kind)
        {
            case 0: entries.RemoveAt(at); break;
            case 1: entries.Add(entry.DeepClone()); break;
            case 2: entries[at] = null; break;
            case 3: entry["length"] = random.Next(100_000); break;
            case 4: entry["crc32C"] = random.Next().ToString("x8", System.Globalization.CultureInfo.InvariantCulture); break;
            case 5: entry["name"] = "../g-000001/" + (string)entry["name"]!; break;
            case 6: json["counts"]!["edges"] = random.Next(2, 1000) + (int)json["counts"]!["edges"]!; break;
            default: json = JsonNode.Parse(older[Manifest.FileName])!.AsObject(); break;
        }
        files[Manifest.FileName] = Sealed(json);
        return $"entry {at} of the manifest, kind {kind}";
    }

    private static byte[] Sealed(JsonObject json)
    {
        json.Remove("checksum");
        var open = json.ToJsonString(new() { WriteIndented = true, NewLine = "\n" })[..^2];
        return Encoding.UTF8.GetBytes($"{open},\n  \"checksum\": \"{Checksum.Of(Encoding.UTF8.GetBytes(open))}\"\n}}");
    }

    private static void Reseal(string generation)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(generation, Manifest.FileName)))!.AsObject();
        foreach (var file in json["files"]!.AsArray())
        {
            var (length, crc) = Checksum.OfFile(Path.Combine(generation, (string)file!["name"]!));
            (file["length"], file["crc32C"]) = (length, crc);
        }
        File.WriteAllBytes(Path.Combine(generation, Manifest.FileName), Sealed(json));
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

    private static Dictionary<string, byte[]> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes);

    private static void Write(string folder, Dictionary<string, byte[]> files)
    {
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            if (!files.ContainsKey(Path.GetRelativePath(folder, path).Replace('\\', '/'))) File.Delete(path);
        foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }
}
