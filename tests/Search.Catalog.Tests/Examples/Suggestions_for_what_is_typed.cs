namespace Search.Catalog.Tests.Examples;

[Collection(BuiltOnce.Name)]
public class Suggestions_for_what_is_typed(Built built)
{
    [Theory]
    [InlineData("conv rights child", "crc")]
    [InlineData("child rights", "crc")]
    [InlineData("CRC", "crc")]
    [InlineData("Palermo Pro", "palermo-protocol")]
    [InlineData("trafficking protocol", "palermo-protocol")]
    [InlineData("ILO 182", "ilo-c182")]
    [InlineData("a/res/58/13", "a-res-58-137")]
    public void Words_begin_the_words_of_a_name_in_any_order(string typed, string work) =>
        built.Sample.Suggest(typed).Works.ShouldContain(w => w.Id == work);

    [Fact]
    public void The_most_cited_work_is_the_first()
    {
        var works = built.Sample.Suggest("c", 50).Works;
        works.Count.ShouldBeGreaterThan(3);
        works.Select(w => w.CitedBy).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void A_document_suggested_is_described_as_on_its_own_page()
    {
        var documents = built.Sample.Suggest("A/RES/", 50).Documents;
        documents.ShouldNotBeEmpty();
        foreach (var document in documents) document.ShouldBe(built.Sample.Document(document.Id)!.Summary);
    }

    [Theory]
    [InlineData("rights xylophone")]
    [InlineData("/")]
    [InlineData("…")]
    public void Nothing_is_suggested_where_a_word_begins_nothing(string typed) => built.Sample.Suggest(typed).Works.ShouldBeEmpty();
}
