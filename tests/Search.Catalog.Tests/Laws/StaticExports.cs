using System.Globalization;
using System.Text.Json;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>A static export finds by a word just the clauses that have it.</summary>
[Collection(BuiltOnce.Name)]
public class StaticExports(Built built)
{
    [Fact]
    public void Every_word_of_a_shard_leads_to_clauses_that_have_it_and_shards_are_small()
    {
        using var folder = new TemporaryFolder();
        var (count, _) = built.Sample.ExportStatic(folder.Path, "https://example.org/");
        var manifest = JsonDocument.Parse(File.ReadAllText(folder.In("manifest.json"))).RootElement;
        manifest.GetProperty("clauses").GetInt32().ShouldBe(count);
        manifest.GetProperty("site").GetString().ShouldBe("https://example.org");
        var clauses = Enumerable.Range(0, (count + 7) / 8)
            .SelectMany(n => JsonDocument.Parse(File.ReadAllText(folder.In("c", $"{n}.json"))).RootElement.EnumerateArray()).ToList();
        clauses.Count.ShouldBe(count);
        var found = 0;
        foreach (var prefix in manifest.GetProperty("shards").GetString()!.Split(' '))
        {
            var file = folder.In("w", $"w-{prefix}.json");
            new FileInfo(file).Length.ShouldBeLessThan(20_000);
            foreach (var word in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateObject())
            {
                word.Name.ShouldStartWith(prefix);
                var clause = 0;
                foreach (var gap in word.Value.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    clause += gap.Aggregate(0, (n, c) => (n * 36) + (c <= '9' ? c - '0' : c - 'a' + 10));
                    var text = (clauses[clause - 1][3].GetString() + " " + clauses[clause - 1][2].GetString()).ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD);
                    string.Concat(text.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ShouldContain(word.Name);
                    found++;
                }
            }
        }
        found.ShouldBeGreaterThan(count);
    }

    [Fact]
    public void No_shard_has_a_name_that_a_file_cannot_have()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("texts"));
        File.WriteAllText(folder.In("texts", "a.txt"), "The Committee,\n\nRecalling con, aux, nul and prn,\n\n1. Decides on com1 and lpt1;\n");
        CatalogBuilder.Build(new BuildRequest { Sources = [folder.In("texts")], Output = folder.In("built"), Authorities = Places.Authorities }, TimeProvider.System);
        using var catalog = ResolutionCatalog.Open(folder.In("built"), Places.Authorities);
        catalog.ExportStatic(folder.In("out"), "https://example.org");
        var names = Directory.GetFiles(folder.In("out", "w")).Select(f => Path.GetFileNameWithoutExtension(f)!).ToList();
        names.ShouldContain("w-co");
        names.ShouldContain("w-au");
        names.ShouldAllBe(n => n.StartsWith("w-", StringComparison.Ordinal)); // of one letter or three, Windows keeps some for devices
    }
}
