using System.Globalization;
using System.Text.Json;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>A static export finds by a word just the clauses that have it.</summary>
[Collection(BuiltOnce.Name)]
public class Static_exports(Built built)
{
    [Fact]
    public void Every_word_of_a_shard_leads_to_clauses_that_have_it_and_shards_are_small()
    {
        using var folder = new TemporaryFolder();
        var (count, _) = built.Sample.ExportStatic(folder.Path, "https://example.org/");
        var manifest = JsonDocument.Parse(File.ReadAllText(folder.In("manifest.json"))).RootElement;
        manifest.GetProperty("clauses").GetInt32().ShouldBe(count);
        var chunk = manifest.GetProperty("chunk").GetInt32();
        manifest.GetProperty("site").GetString().ShouldBe("https://example.org");
        var clauses = Enumerable.Range(0, (count + chunk - 1) / chunk)
            .SelectMany(n => Rows(JsonDocument.Parse(File.ReadAllText(folder.In("c", $"{n}.json"))).RootElement)).ToList();
        clauses.Count.ShouldBe(count);
        var found = 0;
        foreach (var (prefix, shard) in Shards(folder, manifest))
            foreach (var word in shard.GetProperty("w").EnumerateObject())
            {
                word.Name.ShouldStartWith(prefix);
                foreach (var clause in Decode(word.Value.GetString()!))
                {
                    var text = clauses[clause - 1].ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD);
                    string.Concat(text.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
                        .ShouldContain(word.Name);
                    found++;
                }
            }
        found.ShouldBeGreaterThan(count);
    }

    [Fact]
    public void Every_work_that_is_cited_or_here_is_found_by_its_title_and_symbol_through_a_word_of_the_name()
    {
        using var folder = new TemporaryFolder();
        built.Sample.ExportStatic(folder.Path, site: null);
        var names = new Dictionary<string, List<string>>();
        foreach (var (prefix, shard) in Shards(folder, JsonDocument.Parse(File.ReadAllText(folder.In("manifest.json"))).RootElement))
        {
            new FileInfo(folder.In("w", $"w-{prefix}.json")).Length.ShouldBeLessThan(20_000);
            foreach (var name in shard.GetProperty("n").EnumerateObject())
            {
                name.Name.Split(' ').ShouldContain(w => w.StartsWith(prefix, StringComparison.Ordinal), name.Name);
                // works of one name may be in the shards of two of its words
                if (!names.TryGetValue(name.Name, out var works)) names.Add(name.Name, works = []);
                works.AddRange(name.Value.EnumerateArray().Select(w => w[0].GetString()!));
            }
        }
        names["palermo protocol"].ShouldBe(["palermo-protocol"]);
        names["a res 61 901"].ShouldBe(["a-res-61-901"]);
        names["61 901"].ShouldBe(["a-res-61-901"]);
        foreach (var work in built.Sample.Works(new() { Cited = true, Take = 10_000 }).Page.Where(w => w.Title.Length is > 3 and < 100))
            names.Values.ShouldContain(found => found.Contains(work.Id), work.Id);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(100_000, 2)]
    [InlineData(100_000, 40)]
    public void Numbers_of_clauses_are_read_as_they_were_written(int most, int step)
    {
        var numbers = Enumerable.Range(0, ((most - 1) / step) + 1).Select(n => 1 + (n * step)).ToList();
        var text = NumberText.Encode(numbers, most);
        Decode(text).ShouldBe(numbers);
        text.Length.ShouldBeLessThanOrEqualTo(Math.Max(2 * numbers.Count, 2 + (most / 6)));
    }

    private static IEnumerable<(string Prefix, JsonElement Shard)> Shards(TemporaryFolder folder, JsonElement manifest) =>
        manifest.GetProperty("shards").GetString()!.Split(' ')
            .Select(prefix => (prefix, JsonDocument.Parse(File.ReadAllText(folder.In("w", $"w-{prefix}.json"))).RootElement));

    /// <summary>Text and document of the clauses of a file.</summary>
    private static IEnumerable<string> Rows(JsonElement file)
    {
        var documents = file.GetProperty("d").EnumerateArray().Select(d => $"{d[0]} {d[1]} {d[2]}").ToList();
        return file.GetProperty("c").EnumerateArray().Select(c => $"{c[3]} {documents[c[0].GetInt32()]}");
    }

    /// <summary>What the search box makes of a list, as docs/formats/static.md describes it.</summary>
    private static List<int> Decode(string list)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        if (list.StartsWith('!'))
            return [.. list.Skip(1)
                .SelectMany((c, i) => Enumerable.Range(0, 6).Where(bit => (letters.IndexOf(c) >> bit & 1) == 1)
                    .Select(bit => (i * 6) + bit))];
        var numbers = new List<int>();
        var (at, gap, shift) = (0, 0, 0);
        foreach (var value in list.Select(c => letters.IndexOf(c)))
        {
            gap |= (value & 31) << shift;
            shift += 5;
            if (value >= 32) continue;
            numbers.Add(at += gap);
            (gap, shift) = (0, 0);
        }
        return numbers;
    }

    [Fact]
    public void No_shard_has_a_name_that_a_file_cannot_have()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("texts"));
        File.WriteAllText(folder.In("texts", "a.txt"),
            "The Committee,\n\nRecalling con, aux, nul and prn,\n\n1. Decides on com1 and lpt1;\n");
        CatalogBuilder.Build(new BuildRequest
        {
            Sources = [folder.In("texts")],
            Output = folder.In("built"),
            Authorities = Places.Authorities
        }, TimeProvider.System);
        using var catalog = ResolutionCatalog.Open(folder.In("built"), Places.Authorities);
        catalog.ExportStatic(folder.In("out"), "https://example.org");
        var names = Directory.GetFiles(folder.In("out", "w")).Select(f => Path.GetFileNameWithoutExtension(f)!).ToList();
        names.ShouldContain("w-co");
        names.ShouldContain("w-au");
        names.ShouldAllBe(n => n.StartsWith("w-", StringComparison.Ordinal)); // of one letter or three, Windows keeps some for devices
    }
}
