using Search.Api.Pages.Exploring;
using Search.Catalog;

namespace Search.Api.Tests.Pages;

public class Timelines
{
    [Fact]
    public void What_a_work_cites_is_to_its_left_and_what_cites_it_to_its_right()
    {
        var layout = TimelineLayout.Of([Work("middle", "2000-06-01", 0), Work("older", "1950", 1), Work("newer", "2020-01-02", 1)], []);
        Box(layout, "older").X.ShouldBeLessThan(Box(layout, "middle").X);
        Box(layout, "middle").X.ShouldBeLessThan(Box(layout, "newer").X);
        Box(layout, "middle").IsCentre.ShouldBeTrue();
    }

    [Fact]
    public void Works_without_a_date_are_to_the_right_of_all_that_have_one()
    {
        var layout = TimelineLayout.Of([Work("middle", "2000-06-01", 0), Work("undated", null, 1), Work("newest", "2020-01-02", 1)], []);
        layout.Columns.Select(c => c.Years).ShouldBe(["2000", "2020", ""]);
        Box(layout, "undated").X.ShouldBeGreaterThan(Box(layout, "newest").X + Box(layout, "newest").Width);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Boxes_never_overlap_and_lie_within_the_width_of_a_page(bool folds)
    {
        var layout = TimelineLayout.Of(Many(), [], new() { Folds = folds, Lane = w => w.Id[^1].ToString() });
        layout.Boxes.ShouldAllBe(b => b.X >= 0 && b.X + b.Width <= TimelineLayout.Width && b.Y > 0 && b.Y + b.Height <= layout.Height);
        foreach (var column in layout.Boxes.GroupBy(b => b.X))
        {
            var row = column.OrderBy(b => b.Y).ToList();
            for (var i = 1; i < row.Count; i++) row[i].Y.ShouldBeGreaterThanOrEqualTo(row[i - 1].Y + row[i - 1].Height);
        }
        layout.Columns.Select(c => c.X).ShouldBeInOrder();
    }

    [Fact]
    public void Every_work_is_in_one_box_whether_folded_or_not()
    {
        var works = Many();
        foreach (var folds in new[] { true, false })
            TimelineLayout.Of(works, [], new() { Folds = folds }).Boxes.SelectMany(b => b.Works).Select(w => w.Work.Id)
                .ShouldBe(works.Select(w => w.Work.Id), ignoreOrder: true);
    }

    [Fact]
    public void Many_works_of_a_year_are_one_box_until_it_is_opened()
    {
        var works = Enumerable.Range(0, 24).Select(i => Work($"w{i}", "2025-03-04", 1)).Prepend(Work("middle", "2000", 0)).ToList();
        List<EdgeDetails> edges = [.. works.Skip(1).Select((w, i) => Edge(i, w, works[0]))];
        var fold = TimelineLayout.Of(works, edges).Boxes.Single(b => b.IsFold);
        (fold.Years, fold.Works.Count, fold.IsOpen).ShouldBe(("2025", 24, false));
        fold.Treatments.ShouldBe([new("recalls", 24)]);

        var open = TimelineLayout.Of(works, edges, new() { Open = new HashSet<string> { fold.Fold! } });
        open.Boxes.Single(b => b.IsFold).IsOpen.ShouldBeTrue();
        open.Boxes.Count(b => !b.IsFold && b.Fold == fold.Fold).ShouldBe(24);
        open.Links.Count.ShouldBe(24);
    }

    [Fact]
    public void Years_without_works_take_no_room_and_years_with_few_share_a_column()
    {
        var works = Enumerable.Range(0, 40).Select(i => Work($"w{i}", $"{1946 + (i * 2)}", 1)).Prepend(Work("middle", "2001", 0)).ToList();
        var columns = TimelineLayout.Of(works, []).Columns;
        columns.Count.ShouldBeLessThanOrEqualTo(6);
        columns.ShouldContain(c => c.Years == "2001");
        columns[0].Years.ShouldStartWith("1946–");
    }

    [Fact]
    public void A_single_work_without_a_date_is_drawn() => TimelineLayout.Of([Work("alone", null, 0)], []).Boxes.Count.ShouldBe(1);

    [Fact]
    public void Several_citations_of_one_work_by_another_are_one_thicker_link()
    {
        var (a, b) = (Work("a", "2001", 0), Work("b", "1999", 1));
        var layout = TimelineLayout.Of([a, b], [Edge(1, a, b), Edge(2, a, b), Edge(3, a, Work("elsewhere", "1990", 1))]);
        layout.Links.Single().Edges.Count.ShouldBe(2);
        layout.Links.Single().Weight.ShouldBeGreaterThan(TimelineLayout.Of([a, b], [Edge(1, a, b)]).Links.Single().Weight);
    }

    [Theory]
    [InlineData("Convention on the Rights of the Lighthouse Keeper and of Members of Their Families")]
    [InlineData("Надзор за маяками и права смотрителей маяков")]
    [InlineData("灯塔看守人权利公约及其家庭成员权利公约关于灯塔的附加议定书")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public void A_title_is_broken_into_lines_and_what_is_cut_shows_it(string title)
    {
        var lines = TimelineText.Wrapped(title, 2, 120);
        lines.Count.ShouldBe(2);
        lines[1].ShouldEndWith("…");
        title.Replace(" ", "").ShouldStartWith(string.Concat(lines).TrimEnd('…').Replace(" ", ""));
        lines.ShouldAllBe(l => !char.IsLowSurrogate(l[0]));
    }

    [Fact]
    public void No_word_is_broken_where_a_title_keeps_two_words_together() =>
        TimelineText.Wrapped("Protection of\u00A0lighthouse\u00A0keepers", 3, 90).ShouldBe(["Protection of", "lighthouse", "keepers"]);

    private static List<NeighbourView> Many()
    {
        var works = Enumerable.Range(0, 500).Select(i => Work($"w{i}", $"{1990 + (i % 7)}-{1 + (i % 12):00}-01", i == 0 ? 0 : 1)).ToList();
        works.Add(Work("undated", null, 2));
        return works;
    }

    private static TimelineBox Box(TimelineLayout layout, string id) => layout.Boxes.Single(n => n.Id == id);

    private static NeighbourView Work(string id, string? date, int depth) => new(new()
    {
        Id = id,
        Canonical = id,
        Title = $"Work {id}",
        Kind = "resolution",
        Date = date,
        InCorpus = true,
        CitedBy = 1,
        Cites = 1,
        Influence = 0,
    }, depth, 1);

    private static EdgeDetails Edge(int n, NeighbourView from, NeighbourView to) => new()
    {
        Number = n,
        Source = new(from.Work.Id, from.Work.Canonical, from.Work.Title),
        Clause = $"{from.Work.Id}/op1",
        Label = "OP1",
        ClauseKind = "operative",
        Quote = "",
        Mention = "",
        MentionStart = null,
        MentionEnd = null,
        Work = new(to.Work.Id, to.Work.Canonical, to.Work.Title),
        Pinpoint = "",
        Treatment = "recalls",
        Verb = null,
        Place = "operative",
        Date = null,
        Organ = null,
        DocumentKind = "resolution",
        Evidence = "",
        Document = new(from.Work.Id, from.Work.Canonical, from.Work.Title),
    };
}
