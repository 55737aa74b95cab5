using Search.Api.Pages.Documents;
using Search.Api.Pages.Words;
using Search.Catalog;

namespace Search.Api.Tests.Pages;

public class Long_documents
{
    [Fact]
    public void A_short_document_is_one_part() => DocumentParts.Starts(Clauses(20)).ShouldBe([0]);

    [Fact]
    public void A_long_document_has_parts_of_which_each_begins_with_a_heading_or_a_paragraph()
    {
        var clauses = Clauses(900);
        var starts = DocumentParts.Starts(clauses);
        starts.Count.ShouldBeGreaterThan(2);
        starts.ShouldBe(starts.Distinct().Order());
        starts.Skip(1).ShouldAllBe(s => clauses[s].IsHeading || clauses[s].Depth == 0);
    }

    [Fact]
    public void One_clause_larger_than_a_part_ends_no_part_before_it_began() =>
        DocumentParts.Starts(ClauseView.Of([.. Enumerable.Range(0, 4)
            .Select(i => Clause($"OP{i + 1}", "operative", new string('x', 400_000)))], "")).ShouldBe([0, 1, 2, 3]);

    [Fact]
    public void The_table_of_contents_has_all_headings_a_number_with_its_title()
    {
        var contents = TableOfContents.Of(Views(
        [
            Clause("PP1", "preambular", "Recalling its resolutions,"),
            Clause("heading", "other", "I"), Clause("heading", "other", "Lights of the coast"),
            Clause("OP1", "operative", "Requests a report;"),
            Clause("heading", "other", "II"), Clause("heading", "other", "Keepers"),
            Clause("OP2", "operative", "Decides to remain seized."),
        ]), PageWords.In("en"));
        contents.Select(e => e.Text).ShouldBe(["preamble", "operative part", "I. Lights of the coast", "II. Keepers"]);
        contents.Select(e => e.Level).ShouldBe([0, 0, 1, 1]);
    }

    [Fact]
    public void Lines_of_a_list_are_no_headings()
    {
        var lines = new[] { "Albania", "Belgium", "Chad", "Denmark", "Egypt" }.Select(t => Clause("heading", "other", t));
        TableOfContents.Of(Views([Clause("PP1", "preambular", "Recalling,"), Clause("OP1", "operative", "Decides;"), .. lines]),
            PageWords.In("en")).Count.ShouldBe(2);
    }

    private static IReadOnlyList<ClauseView> Clauses(int paragraphs) => Views(Enumerable.Range(1, paragraphs).SelectMany(i => new[]
    {
        i % 40 == 0 ? Clause("heading", "other", "Lights of the coast") : Clause($"PP{i}", "preambular", "Recalling the lights,"),
        Clause($"OP{i}", "operative", string.Concat(Enumerable.Repeat("Requests the Secretary-General to report on lights. ", 8))),
        Clause($"OP{i}(a)", "operative", "To thank the keepers;") with { Parent = $"OP{i}" },
    }));

    private static IReadOnlyList<ClauseView> Views(IEnumerable<ClauseDetails> clauses) => ClauseView.Of([.. clauses], "");

    private static ClauseDetails Clause(string label, string kind, string text) => new()
    {
        Id = $"a-res-90-901/{label.ToLowerInvariant()}",
        Label = label,
        Kind = kind,
        Number = null,
        Head = null,
        Text = text,
        Start = 0,
        End = 0,
        Parent = null,
        CitedBy = 0,
        Marks = [],
        Citations = [],
        OtherAddress = null,
        CitedAs = null,
    };
}
