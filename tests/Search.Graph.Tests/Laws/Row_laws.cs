using Search.Graph.Storage;
using static Search.Graph.Tests.Laws.Graph_laws;

namespace Search.Graph.Tests.Laws;

public class Row_laws
{
    [Theory]
    [InlineData(CitationDirection.Cites)]
    [InlineData(CitationDirection.CitedBy)]
    public void A_sweep_brings_the_first_citations_of_every_row_in_order(CitationDirection direction) => ForRandomGraphs(
        (g, seed) =>
        {
            var random = new Random(seed);
            var works = Enumerable.Range(0, random.Next(0, 200)).Select(_ => random.Next(g.Nodes)).ToArray();
            var most = random.Next(3) == 0 ? int.MaxValue : random.Next(0, 9);
            var wanted = works.SelectMany(w => g.Graph.Row(w, direction).ToArray().Take(most)
                .Select(e => (w, e, g.Graph.FarEnd(e, direction)))).ToList();

            var brought = new List<(int, int, int)>();
            var sweep = new RowSweep(g.Graph, direction, works, most, new int[RowSweep.Room]);
            while (sweep.Next())
                for (var i = 0; i < sweep.Count; i++)
                {
                    brought.Add((sweep.Near[i], sweep.Edges[i], sweep.Far[i]));
                    sweep.Sources[i].ShouldBe(g.Edges[sweep.Edges[i]].Source);
                }
            brought.ShouldBe(wanted);
        },
        maxNodes: 60);

    [Fact]
    public void A_sifted_lot_has_what_passes_one_by_one() => ForRandomGraphs((g, seed) =>
    {
        var filter = RandomGraph.SomeFilter(seed);
        if (seed % 3 == 0) filter = filter with { Edge = e => e % 2 == 0, Until = 1960_00_00 };
        var works = Enumerable.Range(0, g.Nodes).ToArray();
        foreach (var direction in new[] { CitationDirection.Cites, CitationDirection.CitedBy })
        {
            var sweep = new RowSweep(g.Graph, direction, works, int.MaxValue, new int[RowSweep.Room]);
            while (sweep.Next())
            {
                var wanted = sweep.Edges.ToArray().Where(e => filter.Passes(g.Graph, e)).ToArray();
                filter.Sift(g.Graph, ref sweep);
                sweep.Edges.ToArray().ShouldBe(wanted);
                sweep.Far.ToArray().ShouldBe(wanted.Select(e => g.Graph.FarEnd(e, direction)));
            }
        }
    });

    [Theory]
    [InlineData(CitationDirection.Cites)]
    [InlineData(CitationDirection.CitedBy)]
    [InlineData(CitationDirection.Both)]
    public void A_share_never_costs_more_than_allowed_and_is_whole_whenever_it_can_be(CitationDirection direction) => ForRandomGraphs(
        (g, seed) =>
        {
            var random = new Random(seed);
            var works = Enumerable.Range(0, random.Next(0, g.Nodes + 1)).ToArray();
            CitationDirection[] sides = direction == CitationDirection.Both
                ? [CitationDirection.Cites, CitationDirection.CitedBy]
                : [direction];
            var lengths = sides.SelectMany(s => works.Select(w => g.Graph.Row(w, s).Count)).ToList();
            var whole = lengths.Sum() + lengths.Count;
            for (var allowed = 0; allowed <= whole + 2; allowed++)
            {
                var share = WorkBudget.Of(g.Graph, direction, works, allowed);
                share.IsWhole.ShouldBe(whole <= allowed);
                share.Cost.ShouldBeLessThanOrEqualTo(allowed);
                var opened = sides.SelectMany(s => works.Take(share.Rows).Select(w => g.Graph.Row(w, s).Count)).ToList();
                (opened.Sum(l => Math.Min(l, share.MostOfRow)) + opened.Count).ShouldBeLessThanOrEqualTo(share.Cost);

                // What is cut is cut as late as can be: one citation more of each row that long would not have been allowed.
                if (share.Rows == works.Length && !share.IsWhole)
                    (opened.Count + opened.Sum(l => Math.Min((long)l, 2L * (share.MostOfRow + 1)))).ShouldBeGreaterThan(allowed);
            }
        },
        maxNodes: 30);
}
