using Search.Testing;

namespace Search.Reuse.Examples;

public sealed class Passages_with_the_same_words : IDisposable
{
    private const string Sentence =
        "Urges all harbours of the region to keep their lights burning through the night, and to report failures without delay;";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("urges all harbours of the region to keep their lights burning through the night and to report failures without delay")]
    [InlineData("Urges all har\u00adbours of the region, to keep their lights burning through the night (and to report failures without delay).")]
    public void Case_punctuation_and_soft_hyphens_do_not_make_another_wording(string same)
    {
        var index = Indexed.Of(_folder, (1, [Sentence]), (2, [same]));

        index.WordingCount.ShouldBe(1);
        index.PassagesOf(index.Wording(1)).ShouldBe([0, 1]);
    }

    [Fact]
    public void A_wording_lists_its_passages_in_order_of_time_and_those_of_unknown_time_last()
    {
        var index = Indexed.Of(_folder, (30, [Sentence]), (0, [Sentence]), (10, ["Another sentence.", Sentence]), (20, [Sentence]));

        index.PassagesOf(index.Wording(0)).Select(index.Document).ShouldBe([2, 3, 0, 1]);
        index.LatestPassagesOf(index.Wording(0)).Select(index.Document).ShouldBe([1, 0, 3, 2]);
    }

    [Fact]
    public void A_changed_passage_is_a_version_with_the_share_of_its_words()
    {
        var changed = Sentence.Replace("Urges", "Encourages", StringComparison.Ordinal);
        var index = Indexed.Of(_folder, (1, [Sentence]), (2, [changed]),
            (3, ["Requests the Board to print the tables of the tides every month;"]));

        index.Similar(index.Wording(0)).ShouldBe([new(index.Wording(1), 95)]); // 19 of 20 words
        index.Similar(index.Wording(1)).ShouldBe([new(index.Wording(0), 95)]);
        index.Similar(index.Wording(2)).ShouldBeEmpty();
    }

    [Fact]
    public void The_most_similar_version_comes_first()
    {
        var index = Indexed.Of(_folder, (1, [Sentence.Replace("through the night", "", StringComparison.Ordinal)]), (2, [Sentence]),
            (3, [Sentence + " please"]));

        index.Similar(index.Wording(1)).Select(s => s.Percent).ShouldBe([95, 85]);
    }

    [Fact]
    public void Words_in_another_order_are_a_version_and_another_wording()
    {
        var index = Indexed.Of(_folder, (1, ["Amara, Bellmouth, Corran, Dunholm, Eastfell, Farrow and Gant"]),
            (2, ["Farrow, Gant, Amara, Bellmouth, Corran, Dunholm and Eastfell"]));

        index.WordingCount.ShouldBe(2);
        index.Similar(0).ShouldBe([new(1, 100)]);
    }

    [Fact]
    public void Text_without_spaces_is_compared_by_its_ideographs()
    {
        var index = Indexed.Of(_folder, (1, ["敦促各港口整夜点亮灯塔并及时报告故障"]), (2, ["敦促各港口整夜点亮灯塔并立即报告故障"]));

        index.Similar(0).Single().Percent.ShouldBe(88); // 16 of 18
    }

    [Fact]
    public void A_text_finds_its_versions_by_its_words_alone()
    {
        var index = Indexed.Of(_folder, (1, [Sentence, "Requests the Board to print the tables of the tides every month;"]));

        new TextLookup(index).Candidates("It urges all harbours to keep their lights burning through the night, and to report failures;", 5)
            .ShouldBe([0]);
        new TextLookup(index).Candidates("Nothing of this is known here, and nobody has said it before.", 5).ShouldBeEmpty();
        new TextLookup(index).Candidates("", 5).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
