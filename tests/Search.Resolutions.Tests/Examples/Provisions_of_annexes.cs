using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Resolutions.Tests.Examples;

public class Provisions_of_annexes
{
    private const string Head =
        "The General Assembly,\n\nRecalling its work,\n\n1. Adopts the annexed text.\n\n62nd plenary meeting\n15 November 2000\n\n";

    [Fact]
    public void Articles_paragraphs_and_items_have_the_labels_that_people_use()
    {
        var labels = Labels(
            "Annex II\n\nProtocol on rivers\n\nArticle 1\n\nPurpose\n\n1. Rivers shall flow.\n\n2. For this purpose:\n\n(a) Banks are kept;\n\n(b) Dams are:\n\n(i) Built with care;\n\n(ii) Watched.\n\nArticle 2\n\nFish may swim.\n");
        labels.ShouldBe(
        [
            "Annex II", "Annex II", "Annex II, art. 1", "Annex II, art. 1", "Annex II, art. 1 (1)", "Annex II, art. 1 (2)",
            "Annex II, art. 1 (2) (a)", "Annex II, art. 1 (2) (b)",
            "Annex II, art. 1 (2) (b) (i)", "Annex II, art. 1 (2) (b) (ii)", "Annex II, art. 2", "Annex II, art. 2",
        ]);
    }

    [Fact]
    public void Articles_are_numbered_through_the_parts_of_a_treaty() =>
        Slugs("Annex\n\nPART I\n\nArticle 1\n\nRivers shall flow.\n\nPART II\n\nArticle 2\n\n1. Fish may swim.\n")
            .ShouldBe(["annex", "annex/part-i", "annex/art-1", "annex/art-1", "annex/part-ii", "annex/art-2", "annex/art-2/1"]);

    [Fact]
    public void Sections_of_a_resolution_with_titles_and_their_paragraphs_have_addresses()
    {
        var resolution = ResolutionParser.Parse(new SourceText
        {
            Name = "sections",
            Text = "65/901. Special subjects\n\nThe General Assembly,\n\nI\nRivers and lakes\n\nRecalling its work,\n\n1. Decides to keep rivers;\n\n2. Requests a report:\n\n(a) On banks;\n\n(b) On dams;\n\n"
                + "II\nBoats\n\nA. Ferries\n\n1. Decides to keep ferries;\n\nB. Barges\n\n2. Decides to keep barges.\n\n62nd plenary meeting\n15 November 2000\n",
        });
        resolution.Clauses.Where(c => c.Provision is not null).Select(c => c.Provision!.Slug).ShouldBe(
            ["sect-i", "sect-i/para-1", "sect-i/para-2", "sect-i/para-2/a", "sect-i/para-2/b", "sect-ii", "sect-ii.a", "sect-ii.a/para-1",
                "sect-ii.b", "sect-ii.b/para-2"]);
    }

    [Fact]
    public void Rules_and_principles_are_provisions_too() =>
        Slugs("Annex\n\nI. Rules of general application\n\nRule 1\n\nBoats give way.\n\nPrinciple 2. Right of way\n\nThe larger boat waits.\n").ShouldBe(["annex", "annex/sect-i", "annex/rule-1", "annex/rule-1", "annex/principle-2", "annex/principle-2"]);

    [Fact]
    public void Paragraphs_that_run_through_an_annex_need_no_section() =>
        Slugs("Annex\n\nI. Rivers\n\n1. Rivers shall flow.\n\nII. Lakes\n\n2. Lakes shall rest.\n")
            .ShouldBe(["annex", "annex/sect-i", "annex/para-1", "annex/sect-ii", "annex/para-2"]);

    [Fact]
    public void Paragraphs_that_each_section_counts_from_one_are_of_their_section() =>
        Slugs("Annex\n\nI. Rivers\n\n1. Rivers shall flow.\n\n2. They bend.\n\nII. Lakes\n\n1. Lakes shall rest.\n")
            .ShouldBe(["annex", "annex/sect-i", "annex/sect-i/para-1", "annex/sect-i/para-2", "annex/sect-ii", "annex/sect-ii/para-1"]);

    [Fact]
    public void A_second_instrument_in_one_annex_begins_a_text_of_its_own() =>
        Slugs("Annex\n\nArticle 1\n\nRivers shall flow.\n\nArticle 2\n\nThey bend.\n\nArticle 1\n\nLakes shall rest.\n")
            .ShouldBe(["annex", "annex/art-1", "annex/art-1", "annex/art-2", "annex/art-2", "annex/text-2/art-1", "annex/text-2/art-1"]);

    [Fact]
    public void A_sentence_that_begins_with_an_article_is_no_heading() =>
        Slugs("Annex\n\nArticle 1\n\nArticle 5 of the Convention applies.\n").ShouldBe(["annex", "annex/art-1", "annex/art-1"]);

    [Fact]
    public void Paragraphs_of_a_resolution_under_the_heading_of_an_article_are_found_by_it()
    {
        var text = "The General Assembly,\n\nRecalling its work,\n\n1. Approves the following agreement:\n\nArticle 1\n\n1. Rivers shall flow.\n\n2. They bend.\n\nDecides also that boats give way;\n";
        var clauses = ResolutionParser.Parse(new SourceText { Name = "t", Text = text }).Clauses;
        clauses.Single(c => c.Text.Text == "They bend.").Provision!.Slug.ShouldBe("art-1/2");
    }

    [Fact]
    public void An_annexed_declaration_with_a_preamble_goes_on_in_its_annex()
    {
        var clauses = Parse(
            "Annex\n\nDeclaration on rivers\n\nThe General Assembly,\n\nRecalling that rivers flow,\n\nProclaims the following Declaration:\n\nArticle 1\n\nRivers shall flow.\n\nArticle 2\n\nThey bend.\n").Clauses;
        clauses.Single(c => c.Text.Text == "Article 1").Provision!.Slug.ShouldBe("annex/art-1");
        clauses.Single(c => c.Text.Text == "They bend.").Provision!.Slug.ShouldBe("annex/art-2");
    }

    [Fact]
    public void Labels_and_kinds_of_the_parse_stay_as_they_were()
    {
        var clauses = Parse("Annex\n\nArticle 1\n\n1. Rivers shall flow.\n").Clauses.Where(c => c.Kind == ClauseKind.Annex).ToList();
        clauses.ShouldAllBe(c => c.Label == ClauseLabel.Annex);
        clauses.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("art. 9 (5)", "art-9/5", "Art. 9 (5)")]
    [InlineData("art. 9, para. 5", "art-9/5", "Art. 9 (5)")]
    [InlineData("art. 9, para. 5 (a)", "art-9/5/a", "Art. 9 (5) (a)")]
    [InlineData("art. 9, paras. 5 and 6", "art-9/5", "Art. 9 (5)")]
    [InlineData("annex II, art. 6", "annex-ii/art-6", "Annex II, art. 6")]
    [InlineData("annex, para. 12 (b)", "annex/para-12/b", "Annex, para. 12 (b)")]
    [InlineData("rule 35, para. 1", "rule-35/1", "Rule 35 (1)")]
    [InlineData("target 5.2", "target-5.2", "Target 5.2")]
    [InlineData("sect. IV.B", "sect-iv.b", "Sect. IV.B")]
    [InlineData("", "", "")]
    public void A_pinpoint_has_the_address_of_what_it_names(string pinpoint, string slug, string label)
    {
        var address = ProvisionAddress.Of(Pinpoint.Of(pinpoint));
        (address.Slug, address.Label).ShouldBe((slug, label));
    }

    private static IEnumerable<string> Labels(string annex) => Provisions(annex).Select(p => p.Label);

    private static IEnumerable<string> Slugs(string annex) => Provisions(annex).Select(p => p.Slug);

    private static IEnumerable<ProvisionAddress> Provisions(string annex) =>
        Parse(annex).Clauses.Where(c => c.Kind == ClauseKind.Annex).Select(c => c.Provision!);

    private static Resolution Parse(string annex) => ResolutionParser.Parse(new SourceText { Name = "t", Text = Head + annex });
}
