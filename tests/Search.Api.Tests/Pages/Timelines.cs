using Search.Api.Pages.Exploring;
using Search.Catalog;

namespace Search.Api.Tests.Pages;

public class Timelines
{
    [Fact]
    public void What_a_work_cites_stands_to_its_left_and_what_cites_it_to_its_right()
    {
        var layout = TimelineLayout.Of([Work("middle", "2000-06-01", 0), Work("older", "1950", 1), Work("newer", "2020-01-02", 1)], []);
        X(layout, "older").ShouldBeLessThan(X(layout, "middle"));
        X(layout, "middle").ShouldBeLessThan(X(layout, "newer"));
    }

    [Fact]
    public void Works_without_a_date_stand_to_the_right_of_all_that_have_one()
    {
        var layout = TimelineLayout.Of([Work("middle", "2000-06-01", 0), Work("undated", null, 1), Work("newest", "2020-01-02", 1)], []);
        layout.Undated.ShouldBe(X(layout, "undated"));
        var newest = layout.Nodes.Single(n => n.Work.Id == "newest");
        X(layout, "undated").ShouldBeGreaterThan(newest.X + newest.Width);
    }

    [Fact]
    public void Boxes_never_overlap()
    {
        var works = Enumerable.Range(0, 500).Select(i => Work($"w{i}", $"{1990 + (i % 7)}-{1 + (i % 12):00}-01", i == 0 ? 0 : 1)).ToList();
        works.Add(Work("undated", null, 2));
        var nodes = TimelineLayout.Of(works, []).Nodes;
        nodes.Count.ShouldBe(501);
        foreach (var lane in nodes.GroupBy(n => n.Y))
        {
            var row = lane.OrderBy(n => n.X).ToList();
            for (var i = 1; i < row.Count; i++) row[i].X.ShouldBeGreaterThanOrEqualTo(row[i - 1].X + row[i - 1].Width);
        }
    }

    [Fact]
    public void Everything_lies_within_the_drawing()
    {
        var layout = TimelineLayout.Of([.. Enumerable.Range(0, 90).Select(i => Work($"w{i}", i % 5 == 0 ? null : $"{1950 + i}", i == 0 ? 0 : 1))], []);
        layout.Nodes.ShouldAllBe(n => n.X >= 0 && n.X + n.Width <= layout.Width && n.Y > 0 && n.Y + TimelineLayout.BoxHeight <= layout.Height);
        layout.Ticks.ShouldAllBe(t => t.X >= 0 && t.X <= layout.Width);
        layout.Undated.ShouldNotBeNull();
    }

    [Fact]
    public void A_single_work_without_a_date_is_drawn() => TimelineLayout.Of([Work("alone", null, 0)], []).Nodes.Count.ShouldBe(1);

    [Fact]
    public void Several_citations_of_one_work_by_another_are_one_link()
    {
        var (a, b) = (Work("a", "2001", 0), Work("b", "1999", 1));
        var layout = TimelineLayout.Of([a, b], [Edge(1, a, b), Edge(2, a, b), Edge(3, a, Work("elsewhere", "1990", 1))]);
        layout.Links.Single().Edges.Count.ShouldBe(2);
    }

    private static int X(TimelineLayout layout, string id) => layout.Nodes.Single(n => n.Work.Id == id).X;

    private static NeighbourView Work(string id, string? date, int depth) => new(new(id, id, $"Work {id}", "resolution", date, true, 1, 1, 0), depth, 1);

    private static EdgeDetails Edge(int n, NeighbourView from, NeighbourView to) => new(
        n, new(from.Work.Id, from.Work.Canonical, from.Work.Title), $"{from.Work.Id}/op1", "OP1", "operative", "", "", null, null, new(to.Work.Id, to.Work.Canonical, to.Work.Title),
        "", "recalls", null, "operative", null, null, "resolution", "")
    {
        Document = new(from.Work.Id, from.Work.Canonical, from.Work.Title),
    };
}
