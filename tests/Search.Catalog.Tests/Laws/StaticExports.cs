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
            var file = folder.In("w", prefix + ".json");
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
}
