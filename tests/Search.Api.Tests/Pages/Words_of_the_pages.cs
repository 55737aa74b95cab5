using System.Text.RegularExpressions;
using Search.Api.Pages.Words;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests.Pages;

public partial class Words_of_the_pages
{
    public static TheoryData<string> Languages => [.. PageWords.Languages.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_every_word(string language)
    {
        var words = PageWords.In(language);
        words.Language.ShouldBe(language);
        words.Keys.ShouldBe(PageWords.In("en").Keys, ignoreOrder: true);
        words.Keys.Where(k => string.IsNullOrWhiteSpace(words[k])).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_word_fills_in_the_same_places_as_in_English(string language)
    {
        var (words, english) = (PageWords.In(language), PageWords.In("en"));
        words.Keys.Where(k => !Holes(words[k]).SequenceEqual(Holes(english[k]))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_noun_has_a_form_for_every_number(string language)
    {
        var words = PageWords.In(language);
        foreach (var key in words.Keys.Where(k => words[k].Contains(" | ") || PageWords.In("en")[k].Contains(" | ")))
            words[key].Split(" | ").Length.ShouldBe(Plurals.Forms(language), key);
    }

    [Fact]
    public void Every_treatment_and_place_has_a_word()
    {
        var keys = PageWords.In("en").Keys.ToHashSet();
        ResolutionCatalog.TreatmentWords.Select(t => "treatment." + t).Where(k => !keys.Contains(k)).ShouldBeEmpty();
        ResolutionCatalog.PlaceWords.Select(t => "place." + t).Where(k => !keys.Contains(k)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_that_a_page_asks_for_is_in_the_table()
    {
        var keys = PageWords.In("en").Keys.ToHashSet();
        var folder = Places.InRepository("src", "Search.Api", "Pages");
        var asked = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .ToHashSet();
        asked.Count.ShouldBeGreaterThan(50);
        asked.Where(k => !keys.Contains(k)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", 1, "1 clause")]
    [InlineData("en", 0, "0 clauses")]
    [InlineData("fr", 0, "0 paragraphe")]
    [InlineData("ru", 1, "1 пункт")]
    [InlineData("ru", 3, "3 пункта")]
    [InlineData("ru", 11, "11 пунктов")]
    [InlineData("ru", 21, "21 пункт")]
    [InlineData("ar", 2, "فقرتان")]
    [InlineData("ar", 7, "7 فقرات")]
    [InlineData("zh", 5, "5 条条款")]
    public void A_count_takes_the_form_that_its_number_asks_for(string language, int n, string text) =>
        PageWords.In(language).Count("clauses", n).ShouldBe(text);

    [Theory]
    [InlineData("en", "2003-12-22", "22 December 2003")]
    [InlineData("en", "2003-12", "December 2003")]
    [InlineData("en", "2003", "2003")]
    [InlineData("fr", "2003-12-22", "22 décembre 2003")]
    [InlineData("zh", "2003-12-22", "2003年12月22日")]
    public void A_date_is_told_as_far_as_it_is_known(string language, string iso, string text) =>
        PageWords.In(language).Date(iso).ShouldBe(text);

    private static IEnumerable<string> Holes(string word) => Hole().Matches(word).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex("""(?:\bW|[wW]ords)(?:\[|\.Filled\(|\.Count\()"([a-z][a-z.-]*[a-z])"(?=[\],])""")]
    private static partial Regex Asked();
}
