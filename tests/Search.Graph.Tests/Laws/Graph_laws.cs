using FsCheck;
using FsCheck.Fluent;

namespace Search.Graph.Tests.Laws;

public class Graph_laws
{
    [Fact]
    public void What_is_read_is_what_was_written() => ForRandomGraphs(g =>
    {
        g.Graph.Verify();
        g.Graph.NodeCount.ShouldBe(g.Nodes);
        g.Graph.EdgeCount.ShouldBe(g.Edges.Count);
        Enumerable.Range(0, g.Nodes).Select(g.Graph.DateOf).ShouldBe(g.Dates);
        Enumerable.Range(0, g.Nodes).Select(n => (int)g.Graph.FlagsOf(n)).ShouldBe(Enumerable.Range(0, g.Nodes).Select(n => n % 256));
        Enumerable.Range(0, g.Edges.Count).Select(g.Graph.Edge).ShouldBe(g.Edges);
        for (var n = 0; n < g.Nodes; n++)
        {
            g.Graph.RelationsOf(n).ShouldBe(g.Relations.Where(r => r.Source == n).Distinct(), ignoreOrder: true);
            g.Graph.RelationsTo(n).ShouldBe(g.Relations.Where(r => r.Target == n).Distinct(), ignoreOrder: true);
        }
    });

    [Fact]
    public void Cited_by_is_the_transpose_of_cites() => ForRandomGraphs(g =>
    {
        var cites = Enumerable.Range(0, g.Nodes).SelectMany(n => g.Graph.Cites(n).ToArray().Select(e => (e, n, g.Graph.Edge(e).Target))).Order().ToList();
        var citedBy = Enumerable.Range(0, g.Nodes).SelectMany(n => g.Graph.CitedBy(n).ToArray().Select(e => (e, g.Graph.Edge(e).Source, n))).Order().ToList();
        citedBy.ShouldBe(cites);
        cites.Count.ShouldBe(g.Edges.Count);
    });

    [Fact]
    public void Rows_are_in_the_order_that_is_promised() => ForRandomGraphs(g =>
    {
        for (var n = 0; n < g.Nodes; n++)
        {
            g.Graph.Cites(n).ToArray().ShouldBe(g.EdgeNumbers(e => e.Source == n));
            g.Graph.CitedBy(n).ToArray().ShouldBe(g.EdgeNumbers(e => e.Target == n)
                .OrderBy(e => g.Dates[g.Edges[e].Source] == 0).ThenBy(e => g.Dates[g.Edges[e].Source]).ThenBy(e => g.Edges[e].Source).ThenBy(e => e));
        }
    });

    [Fact]
    public void The_same_graph_is_the_same_bytes_however_little_memory_it_gets() => ForRandomGraphs(g =>
    {
        var again = g.Path + ".again";
        g.WriteTo(again, edgesInMemory: 1);
        File.ReadAllBytes(again).ShouldBe(File.ReadAllBytes(g.Path));
    });

    [Fact]
    public void Pages_put_together_are_the_filtered_row() => ForRandomGraphs((g, seed) =>
    {
        var filter = RandomGraph.SomeFilter(seed);
        for (var n = 0; n < g.Nodes; n++)
        {
            var wanted = g.Graph.CitedBy(n).ToArray().Where(e => g.Passes(filter, e)).ToList();
            Pages(start => g.Graph.CitedByPage(n, filter, DateOrder.OldestFirst, start, 2)).ShouldBe(wanted);
            var newest = Pages(start => g.Graph.CitedByPage(n, filter, DateOrder.NewestFirst, start, 2));
            newest.ShouldBe(wanted, ignoreOrder: true);
            var keys = newest.Select(e => g.Dates[g.Edges[e].Source]).ToList();
            keys.ShouldBe(keys.OrderByDescending(d => d));
            Pages(start => g.Graph.CitesPage(n, filter, start, 3)).ShouldBe(g.Graph.Cites(n).ToArray().Where(e => g.Passes(filter, e)));
        }
    });

    [Fact]
    public void Every_count_is_the_length_of_its_list() => ForRandomGraphs((g, seed) =>
    {
        var filter = RandomGraph.SomeFilter(seed);
        for (var n = 0; n < g.Nodes; n++)
            foreach (var direction in new[] { CitationDirection.Cites, CitationDirection.CitedBy })
            {
                var list = (direction == CitationDirection.Cites ? g.Graph.Cites(n) : g.Graph.CitedBy(n)).ToArray().Where(e => g.Passes(filter, e)).ToList();
                var counts = g.Graph.Count(n, direction, filter);
                counts.Citations.ShouldBe(list.Count);
                counts.Works.ShouldBe(list.Select(e => direction == CitationDirection.Cites ? g.Edges[e].Target : g.Edges[e].Source).Distinct().Count());
                counts.Pinpointed.ShouldBe(list.Count(e => g.Edges[e].HasPinpoint));
                for (var t = 0; t < counts.ByTreatment.Length; t++) counts.ByTreatment[t].ShouldBe(list.Count(e => g.Edges[e].Treatment == t));
                for (var p = 0; p < counts.ByPlace.Length; p++) counts.ByPlace[p].ShouldBe(list.Count(e => g.Edges[e].Place == p));
                counts.ByYear.Select(y => (y.Year, y.Citations)).ShouldBe(
                    list.GroupBy(e => g.Dates[g.Edges[e].Source] / 10000).OrderBy(y => y.Key == 0).ThenBy(y => y.Key).Select(y => (y.Key, y.Count())));
                if (direction == CitationDirection.CitedBy) counts.ByYear.Sum(y => y.Works).ShouldBe(counts.Works);
            }
    });

    [Fact]
    public void The_numbers_of_works_that_are_kept_are_those_of_the_lists() => ForRandomGraphs(g =>
    {
        for (var n = 0; n < g.Nodes; n++)
        {
            g.Graph.CitesCount(n).ShouldBe(g.Edges.Count(e => e.Source == n));
            g.Graph.CitedByCount(n).ShouldBe(g.Edges.Count(e => e.Target == n));
            g.Graph.CitedWorksCount(n).ShouldBe(g.Edges.Where(e => e.Source == n && e.Target != n).Select(e => e.Target).Distinct().Count());
            g.Graph.CitingWorksCount(n).ShouldBe(g.Edges.Where(e => e.Target == n && e.Source != n).Select(e => e.Source).Distinct().Count());
        }
    });

    [Fact]
    public void Many_threads_at_once_get_the_answers_that_one_gets() => ForRandomGraphs(g =>
    {
        var limits = new NeighbourhoodLimits { Depth = 3 };
        var alone = Enumerable.Range(0, g.Nodes).Select(n => string.Join(' ', g.Graph.Around([n], limits).Nodes)).ToList();
        Parallel.For(0, g.Nodes * 8, i => string.Join(' ', g.Graph.Around([i % g.Nodes], limits).Nodes).ShouldBe(alone[i % g.Nodes]));
    });

    [Fact]
    public void The_graph_as_of_a_day_is_what_was_dated_by_then_and_only_grows() => ForRandomGraphs((g, seed) =>
    {
        var random = new Random(seed);
        var (early, late) = (random.Next(1946, 2026) * 10000, random.Next(1946, 2026) * 10000);
        if (early > late) (early, late) = (late, early);
        for (var n = 0; n < g.Nodes; n++)
        {
            var before = Pages(s => g.Graph.CitedByPage(n, EdgeFilter.AsOf(early), DateOrder.OldestFirst, s, 100));
            var after = Pages(s => g.Graph.CitedByPage(n, EdgeFilter.AsOf(late), DateOrder.OldestFirst, s, 100));
            before.ShouldBe(g.EdgeNumbers(e => e.Target == n && g.Dates[e.Source] is var date && date != 0 && date <= early), ignoreOrder: true);
            after.Take(before.Count).ShouldBe(before);
            g.Graph.Count(n, CitationDirection.CitedBy, EdgeFilter.AsOf(early)).Citations.ShouldBe(before.Count);
        }
    });

    internal static void ForRandomGraphs(Action<RandomGraph> law) => ForRandomGraphs((g, _) => law(g));

    internal static void ForRandomGraphs(Action<RandomGraph, int> law, int maxNodes = 14, double forwardShare = 0.1) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            using var graph = RandomGraph.From(seed, maxNodes, forwardShare);
            law(graph, seed);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(100_000));

    internal static List<int> Pages(Func<int, CitationPage> page)
    {
        var all = new List<int>();
        for (int? start = 0; start is { } at;)
        {
            var next = page(at);
            all.AddRange(next.Edges);
            start = next.Next;
        }
        return all;
    }
}
