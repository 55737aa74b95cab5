using Search.Catalog.Building;

namespace Search.Catalog.Tests.Examples;

/// <summary>What documents say of each other without citing.</summary>
[Collection(BuiltOnce.Name)]
public class Relations_of_documents(Built built)
{
    [Theory]
    [InlineData("on the report of the Third Committee (A/78/482, para. 29)", "A/78/482")]
    [InlineData("on the report of the Third Committee (A/62/435 and Corr.1, para. 10)", "A/62/435")]
    [InlineData("on the report of the Fifth Committee (A/72/681/Add.1)", "A/72/681/Add.1")]
    [InlineData("without reference to a Main Committee (A/77/L.12 and A/77/L.12/Add.1)", "")]
    [InlineData(null, "")]
    public void The_line_about_the_report_names_it(string? line, string reports) =>
        string.Join('|', DocumentRelations.Reports(line)).ShouldBe(reports);

    [Theory]
    [InlineData("without reference to a Main Committee (A/77/L.12 and A/77/L.12/Add.1)", "A/77/L.12")]
    [InlineData("on the report of the Third Committee (A/78/482, para. 29)", "")]
    [InlineData(null, "")]
    public void Where_no_committee_reported_the_line_names_the_draft(string? line, string drafts) =>
        string.Join('|', DocumentRelations.Drafts(line)).ShouldBe(drafts);

    [Fact]
    public void A_resolution_is_on_the_report_that_its_front_matter_names() =>
        built.Sample.Work("a-res-75-901")!.Relations.ShouldContain(r => r.Kind == "on-report-of" && r.Outgoing && r.Work.Id == "a-75-9476");

    [Fact]
    public void A_draft_is_the_draft_of_the_resolution_with_its_title_in_its_session()
    {
        var relations = built.Sample.Work("a-res-75-901")!.Relations.Where(r => r.Kind == "draft-of" && !r.Outgoing).Select(r => r.Work.Id);
        relations.ShouldBe(["a-c.3-75-l.901", "a-c.3-75-l.901-rev.1"], ignoreOrder: true);
    }
}
